// Models by chance for tests that compare with brute force.

import fc from 'fast-check';
import { type Discipline, disciplineIds } from '#model/discipline.ts';
import { boxAt } from './a-house.ts';
import type { PropertyValue, Thing } from './a-model.ts';

const classes = ['IfcWall', 'IfcDoor', 'IfcStair', 'IfcSpace', 'IfcPipeSegment'] as const;
const values: fc.Arbitrary<PropertyValue> = fc.constantFrom('REI 30', 'REI 90', '', undefined);

const traits = fc.record({
  class: fc.constantFrom(...classes),
  hasMesh: fc.boolean(),
  type: fc.constantFrom('Brick 300', 'Single 900', undefined),
  material: fc.constantFrom('Brick', 'Steel', undefined),
  discipline: fc.constantFrom<Discipline>(...disciplineIds),
  own: fc.option(values, { nil: undefined }),
  ofType: fc.option(values, { nil: undefined }),
  width: fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: undefined }),
});

const { thing } = fc.letrec<{ thing: Thing }>((tie) => ({
  thing: fc
    .tuple(
      traits,
      fc.oneof({ maxDepth: 2 }, fc.constant<Thing[]>([]), fc.array(tie('thing'), { maxLength: 3 })),
    )
    .map(([{ hasMesh, type, material, own, ofType, width, ...rest }, parts]) => ({
      class: rest.class,
      discipline: rest.class === 'IfcSpace' ? 'space' : rest.discipline,
      ...(type !== undefined && { type }),
      ...(material !== undefined && { material }),
      ...(hasMesh && { box: boxAt(0, 0, 0, 1, 1, 1) }),
      sets: { Pset: { Rating: own, Width: width } },
      typeSets: { Pset: { Rating: ofType } },
      parts,
    })),
}));

const storey = fc
  .array(thing, { maxLength: 4 })
  .map((parts): Thing => ({ class: 'IfcBuildingStorey', parts }));

/** A project with a site, some storeys, things and their parts in them and beside them. Build it with `aModel`. */
export const randomProject = fc
  .tuple(fc.array(storey, { maxLength: 3 }), fc.array(thing, { maxLength: 3 }))
  .map(
    ([storeys, outside]): Thing => ({
      class: 'IfcProject',
      parts: [{ class: 'IfcSite', parts: [...outside, ...storeys] }],
    }),
  );
