import { describe, expect, it } from 'vitest';
import { boxesOf, describeText, idOf, type ReadModel } from './a-description.ts';

const id = (word: string) => `'${idOf(word)}',$`;

const wall = (from: number, properties: string, more = '') => `
#${from}=IFCWALL(${id('wall')},'Wall','north',$,$,$,'W-1',.SOLIDWALL.);
#${from + 1}=IFCPROPERTYSET(${id('set')},'Set',$,(#${from + 3},#${from + 4}));
#${from + 2}=IFCRELDEFINESBYPROPERTIES(${id('rel')},$,$,(#${from}),#${from + 1});
${properties
  .split(';')
  .map((one, at) => `#${from + 3 + at}=${one};`)
  .join('\n')}
${more}`;

const fire = `IFCPROPERTYSINGLEVALUE('FireRating',$,IFCLABEL('EI 30'),$)`;
const height = `IFCPROPERTYSINGLEVALUE('Height',$,IFCLENGTHMEASURE(3.),$)`;

function hashOf({ elements, rowOf }: ReadModel, name = 'Wall'): string {
  const row = rowOf(name);
  return [...elements.propertyHash.subarray(row * 2, row * 2 + 2)].join();
}

const first = hashOf(describeText(wall(30, `${fire};${height}`)));

describe('the fingerprint of properties', () => {
  it('does not depend on numbers of entities, order, or what else is in the file', () => {
    expect(hashOf(describeText(wall(500, `${height};${fire}`)))).toBe(first);
    const door = `#90=IFCDOOR(${id('door')},'Door',$,$,$,$,$,$,$,$,$,$);`;
    expect(hashOf(describeText(`${door}${wall(30, `${fire};${height}`)}`))).toBe(first);
    expect(hashOf(describeText(wall(30, `${fire};${height}`), { lengthUnitM: 1 }))).toBe(first);
  });

  it('does not mind the noise of floating point', () => {
    const noisy = height.replace('3.', '3.00000000000037');
    expect(hashOf(describeText(wall(30, `${fire};${noisy}`)))).toBe(first);
  });

  it.each([
    ['another value', wall(30, `${fire.replace('30', '90')};${height}`)],
    ['a value of another type', wall(30, `${fire.replace("IFCLABEL('EI 30')", '$')};${height}`)],
    ['another number', wall(30, `${fire};${height.replace('3.', '3.01')}`)],
    ['another key', wall(30, `${fire.replace('FireRating', 'Rating')};${height}`)],
    ['another set', wall(30, `${fire};${height}`).replace("'Set'", "'Other'")],
    ['another name', wall(30, `${fire};${height}`).replace("'Wall'", "'Wall 2'")],
    ['another tag', wall(30, `${fire};${height}`).replace('W-1', 'W-2')],
    ['another predefined type', wall(30, `${fire};${height}`).replace('SOLIDWALL', 'SHEAR')],
    ['another class', wall(30, `${fire};${height}`).replace('IFCWALL(', 'IFCCURTAINWALL(')],
    ['another attribute', wall(30, `${fire};${height}`).replace('north', 'south')],
    [
      'a material',
      wall(
        30,
        `${fire};${height}`,
        `#40=IFCMATERIAL('Brick',$,$);#41=IFCRELASSOCIATESMATERIAL(${id('m')},$,$,(#30),#40);`,
      ),
    ],
    [
      'a type',
      wall(
        30,
        `${fire};${height}`,
        `#40=IFCWALLTYPE(${id('t')},'T',$,$,$,$,$,$,$);#41=IFCRELDEFINESBYTYPE(${id('m')},$,$,(#30),#40);`,
      ),
    ],
  ])('is another for %s', (_, text) => {
    const model = describeText(text);
    expect(hashOf(model, model.names.find((name) => name.startsWith('Wall'))!)).not.toBe(first);
  });

  it('is not moved by a new neighbour', () => {
    const more = `#50=IFCWALL(${id('n')},'Next',$,$,$,$,$,$);
#51=IFCRELCONNECTSELEMENTS(${id('c')},$,$,$,#30,#50);`;
    expect(hashOf(describeText(wall(30, `${fire};${height}`, more)))).toBe(first);
  });
});

it('gives the same tables for the same file', () => {
  const read = () =>
    describeText(wall(30, `${fire};${height}`), {
      geometry: boxesOf({
        30: [
          [0, 0, 0],
          [1, 2, 3],
        ],
      }),
    });
  expect(read().tables).toEqual(read().tables);
});
