import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../engine.ts';
import { closeIfc, openIfc } from '../open.ts';
import { anIfc, type IfcText, numberOfReference } from '../testing/an-ifc.ts';
import { readGeometry } from './read-geometry.ts';

const engine = await startEngine();

async function read(text: string) {
  if (engine.isBroken) await engine.restart();
  const file = openIfc(engine, new TextEncoder().encode(text), 'test.ifc');
  try {
    const geometry = await readGeometry(file);
    return { geometry, findings: [...file.findings, ...geometry.findings].map(({ en }) => en) };
  } finally {
    closeIfc(engine, file);
  }
}

const idsOf = (references: readonly string[]) => references.map(numberOfReference);
const withInstances = (ifc: IfcText, instances: string) =>
  ifc.text().replace('ENDSEC;\nEND-', `${instances}\nENDSEC;\nEND-`);

/** Some walls, one with an opening, a colour, a mapped item and a curve. */
function aHouse(): IfcText {
  const ifc = anIfc({
    units: [
      `IFCCONVERSIONBASEDUNIT(#3,.LENGTHUNIT.,'FOOT',#4)`,
      'IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)',
      'IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0)',
      'IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048),#2)',
    ],
  });
  const place = ifc.placement('$', [1, 2, 3], [0, 0, 1], [0, 1, 0]);
  const box = ifc.box(4, 1, 3);
  const colour = ifc.add('IFCCOLOURRGB($,1.,0.5,0.)');
  const shading = ifc.add(`IFCSURFACESTYLERENDERING(${colour},0.,$,$,$,$,$,$,.FLAT.)`);
  ifc.add(`IFCSTYLEDITEM(${box},(${ifc.add(`IFCSURFACESTYLE($,.BOTH.,(${shading}))`)}),$)`);
  const wall = ifc.product('IFCWALL', place, ifc.representation([box]));
  const hole = ifc.placement(place, [0, 0, 1]);
  ifc.cut(wall, ifc.product('IFCOPENINGELEMENT', hole, ifc.representation([ifc.box(1, 2, 1)])));
  const map = ifc.add(`IFCREPRESENTATIONMAP(${ifc.axes()},${ifc.representation([box])})`);
  const target = ifc.add(`IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$,${ifc.point(0, 9, 0)},1.,$)`);
  const item = ifc.add(`IFCMAPPEDITEM(${map},${target})`);
  ifc.product('IFCCOLUMN', ifc.placement(place), ifc.representation([item]));
  const line = ifc.add(`IFCPOLYLINE((${ifc.point(0, 0, 0)},${ifc.point(5, 5, 0)}))`);
  ifc.product('IFCGRID', ifc.placement(), ifc.representation([line], 'FootPrint', 'Curve2D'));
  return ifc;
}

describe('readGeometry of hostile files', () => {
  it('goes on with a fresh engine after a product on which the engine breaks down', async () => {
    const ifc = anIfc();
    const good = [ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1)]))];
    // Mapped items within each other, deeper than the engine's stack.
    let item = ifc.box(1, 1, 1);
    for (let depth = 0; depth < 3000; depth++) {
      const map = ifc.add(`IFCREPRESENTATIONMAP(${ifc.axes()},${ifc.representation([item])})`);
      const target = ifc.add(`IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$,${ifc.point(0, 0, 0)},$,$)`);
      item = ifc.add(`IFCMAPPEDITEM(${map},${target})`);
    }
    const deep = ifc.product('IFCWALL', ifc.placement(), ifc.representation([item]));
    good.push(ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(2, 1, 1)])));
    const { geometry } = await read(ifc.text());
    expect([...geometry.placed.product]).toEqual(idsOf(good));
    expect([...geometry.reasons]).toEqual([
      [numberOfReference(deep), 'the geometry engine broke down on it'],
    ]);
    expect(engine.isBroken).toBe(false);
  });

  it('keeps a wall whole whose opening can not be read', async () => {
    const ifc = anIfc();
    const wall = ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1)]));
    ifc.cut(wall, ifc.product('IFCOPENINGELEMENT', ifc.placement(), '#4711'));
    const { geometry, findings } = await read(ifc.text());
    expect([...geometry.placed.product]).toEqual([numberOfReference(wall)]);
    expect(findings).toEqual(['1 product stays whole: an opening in it can’t be read.']);
  });

  it.each([
    ['brackets that don’t match', '#900=IFCRELAGGREGATES($,$,$,$,#1,#2,#3));', '#900=IFCREL'],
    ['words', '#900=IFCWALL(what,$);', '#900=IFCWALL(what'],
    ['empty values', '#900=IFCWALL($,,$);', '#900=IFCWALL($,,$)'],
    ['a text that is never closed', `#900=IFCWALL('open,$);`, `#900=IFCWALL('open`],
    ['no end', '#900=IFCWALL($)', '#900=IFCWALL($)'],
    ['numbers where the schema has references', '#900=IFCPOLYLINE((1.,2.));', '#900=IFCPOLY'],
    ['fewer values than the schema', '#900=IFCEXTRUDEDAREASOLID($,$);', '#900=IFCEXTR'],
  ])('leaves out an instance with %s', async (_, instance, words) => {
    const ifc = anIfc();
    const wall = ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1)]));
    const { geometry, findings } = await read(
      withInstances(ifc, `${instance}\n#901=IFCWALL($,$,$,$,$,$,$,$,$);`),
    );
    expect([...geometry.placed.product]).toEqual([numberOfReference(wall)]);
    expect(findings.length).toBe(1);
    expect(findings[0]).toContain('1 instance is not written as STEP and its schema demand');
    expect(findings[0]).toContain(words);
  });

  it('takes the first of two instances of one number', async () => {
    const ifc = anIfc();
    const wall = ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1)]));
    const { geometry, findings } = await read(withInstances(ifc, `${wall}=IFCDIRECTION((1.,0.));`));
    expect([...geometry.placed.product]).toEqual([numberOfReference(wall)]);
    expect(findings[0]).toContain('1 instance has the number of another before and left out');
  });

  it('takes metres where a unit has lost its measure', async () => {
    const { geometry, findings } = await read(
      aHouse()
        .text()
        .replace(/#4=.*\n/, ''),
    );
    expect(geometry.reasons.size).toBe(0);
    expect(findings).toEqual([
      `A unit has no measure that can be read and is left out (line 8: #1=IFCCONVERSIONBASEDUNIT(#3,.LENGTHUNIT.,'FOOT',#4);).`,
      'The file names no unit of length; metres are taken.',
    ]);
  });

  it('gives sound geometry or a sentence whatever is done to the text', {
    timeout: 60_000,
  }, async () => {
    const text = aHouse().text();
    const place = fc.nat({ max: text.length - 1 });
    const change = fc.oneof(
      fc.record({ at: place, drop: fc.nat({ max: 120 }), put: fc.constant('') }),
      fc.record({ at: place, drop: fc.constant(1), put: fc.string({ maxLength: 2 }) }),
      fc.record({
        at: place,
        drop: fc.constant(0),
        put: fc.constantFrom('#7', '1E308', "'", '(', ';'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let changed = text;
        for (const { at, drop, put } of changes) {
          changed = changed.slice(0, at) + put + changed.slice(at + drop);
        }
        try {
          const { placed, reasons, products, shapes } = (await read(changed)).geometry;
          expect(new Set(placed.product).size + reasons.size).toBe(products);
          expect(placed.matrix.every(Number.isFinite)).toBe(true);
          for (const { positions, normals } of shapes) {
            expect(positions.every(Number.isFinite) && normals.every(Number.isFinite)).toBe(true);
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'InputError' });
        }
      }),
      {
        numRuns: 150,
        // A header over which the engine stumbled with a TypeError of its own.
        examples: [
          [
            [
              { at: 93, drop: 1, put: '' },
              { at: 139, drop: 0, put: "'" },
            ],
          ],
        ],
      },
    );
  });
});
