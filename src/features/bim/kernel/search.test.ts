import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHouse } from './a-house.ts';
import { aModel, type BuiltModel } from './a-model.ts';
import { randomProject } from './random-model.ts';
import { createSearchIndex } from './search.ts';

const house = aModel(aHouse(), {
  groups: [{ kind: 'system', name: 'Cold water', members: ['Pipe'] }],
});
const indexOf = ({ data, properties }: BuiltModel) => createSearchIndex(data, properties);
const find = (query: string, limit = 20) =>
  indexOf(house)
    .find(query, limit)
    .map((row) => house.things[row]?.name);

describe('the search for elements', () => {
  it('finds by name, long name, class, type, material, system and any value', () => {
    expect(find('south')).toEqual(['South wall']);
    expect(find('kitchen')).toEqual(['1']);
    expect(find('IfcDoor')).toEqual(['Door A']);
    expect(find('stair flight')).toEqual(['Flight']);
    expect(find('plaster')).toEqual(['Inner wall']);
    expect(find('cold')).toEqual(['Pipe']);
    expect(find('REI 90')).toEqual(['South wall']);
    expect(find('0.3')).toEqual(['South wall']);
    expect(find('wall 0,3')).toEqual(['South wall']);
  });

  it('takes a GlobalId, whole or in part, and puts names before values', () => {
    const id = house.data.elements.globalId.at(house.row('Door A'));
    expect(find(id)).toEqual(['Door A']);
    expect(find(id.toUpperCase())).toEqual(['Door A']);
    const [first] = find('brick');
    expect(first).toBe('South wall');
  });

  it('forgives a slip of the finger where nothing is written so', () => {
    expect(find('kitchne')).toEqual(['1']);
    expect(find('raling')).toEqual(['Railing']);
    expect(find('south wlal')).toEqual(['South wall']);
  });

  it('wants every word answered, and answers nothing with nothing', () => {
    expect(find('south door')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('!?')).toEqual([]);
    expect(find('wall', 1)).toHaveLength(1);
  });

  it('marks for the tree exactly what it finds', () => {
    fc.assert(
      fc.property(
        randomProject,
        fc.constantFrom('REI 30', 'wall', 'steel', 'single 900', '2.5'),
        (project, query) => {
          const built = aModel(project);
          const index = indexOf(built);
          const found = index.find(query, built.data.count).sort((a, b) => a - b);
          const marked = [...index.match(query)].flatMap((value, row) => (value ? [row] : []));
          expect(found).toEqual(marked);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds every element that has a value, by itself or by its type', () => {
    fc.assert(
      fc.property(randomProject, (project) => {
        const built = aModel(project);
        const has = built.things.flatMap(({ sets, typeSets }, row) =>
          [sets?.Pset?.Rating, typeSets?.Pset?.Rating].some((one) => /REI/.test(`${one}`))
            ? [row]
            : [],
        );
        expect(
          indexOf(built)
            .find('rei', 1000)
            .sort((a, b) => a - b),
        ).toEqual(has);
      }),
      { numRuns: 60 },
    );
  });
});
