import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE_U32 } from '#contract/bim-elements.ts';
import { aHouse } from './a-house.ts';
import { aModel, type BuiltModel } from './a-model.ts';
import { parsePartKey, parsePartKeys, toPartKey, toValueKey } from './part-key.ts';
import { maskOf, meshRowsOf } from './parts.ts';
import { randomProject } from './random-model.ts';

const house = aModel(aHouse(), {
  groups: [
    { kind: 'system', name: 'Cold water', members: ['Pipe'] },
    { kind: 'classification', name: 'Ss_25', members: ['Stair', 'Door A'] },
  ],
});

function namesOf({ data, things, properties }: BuiltModel, ...keys: string[]): string[] {
  const mask = maskOf(data, parsePartKeys(keys), { properties, found: undefined });
  return [...meshRowsOf(data, mask)].map((row) => things[row]?.name ?? '');
}
const idOf = (name: string) => house.data.elements.globalId.at(house.row(name));

/** Whether a row lies below another, by walking up. */
function isBelow({ data }: BuiltModel, row: number, ancestor: number): boolean {
  for (let at = row; at !== NONE_U32; at = data.elements.parent[at]!)
    if (at === ancestor) return true;
  return false;
}

describe('a part', () => {
  it('is read back from its key, whatever its name holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(parsePartKey(toPartKey('a-b', 'type', name))).toEqual({
          model: 'a-b',
          kind: 'type',
          name,
        });
      }),
    );
    expect(['', 'x', '/all', 'x/', 'x//y'].map(parsePartKey)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  it('of an element holds everything below it, and names the element itself', () => {
    const stair = house.row('Stair');
    const mask = maskOf(house.data, parsePartKeys([`house/element/${idOf('Stair')}`]));
    expect([...mask].flatMap((value, row) => (value ? [row] : []))).toEqual([
      stair,
      stair + 1,
      stair + 2,
    ]);
    expect([mask[stair], mask[stair + 1]]).toEqual([2, 1]);
  });

  it('stands for the parts of a thing that has no shape of its own', () => {
    expect(namesOf(house, 'house/class/IfcStair')).toEqual(['Flight', 'Railing']);
    expect(namesOf(house, 'house/classification/Ss_25')).toEqual(['Flight', 'Railing', 'Door A']);
    // A room has a shape: what stands in it is not meant.
    expect(namesOf(house, 'house/class/IfcSpace')).toEqual(['1']);
  });

  it('is found by type, material, discipline, group, set and value', () => {
    expect(namesOf(house, 'house/type/Brick 300')).toEqual(['South wall']);
    expect(namesOf(house, 'house/material/Plaster')).toEqual(['Inner wall']);
    expect(namesOf(house, 'house/discipline/plumbing')).toEqual(['Pipe']);
    const [system] = house.data.groups;
    expect(namesOf(house, `house/group/${system?.globalId}`)).toEqual(['Pipe']);
    expect(namesOf(house, 'house/set/Pset_DoorCommon')).toEqual(['Door A']);
    const value = (text: string) => toValueKey('house', 'Pset_WallCommon', 'FireRating', text);
    expect(namesOf(house, value('REI 30'))).toEqual(['Inner wall']);
    expect(namesOf(house, toValueKey('*', 'Pset_WallCommon', 'IsExternal', 'True'))).toEqual([
      'South wall',
    ]);
  });

  it('within a storey or a site holds what is directly there, all or of one class', () => {
    const ground = idOf('Ground floor');
    expect(namesOf(house, `house/within/${ground}/IfcWall`)).toEqual(['South wall', 'Inner wall']);
    // Furniture in a room is on the room's storey.
    expect(namesOf(house, `house/within/${ground}/IfcFurniture`)).toEqual(['Table']);
    expect(namesOf(house, `house/within/${ground}`)).toHaveLength(6);
    expect(namesOf(house, `house/within/${idOf('Site')}`)).toEqual(['Site']);
  });

  it('of another model or of none means nothing here, of any model means this one too', () => {
    expect(namesOf(house, 'shed/all', 'nonsense', 'house/element/none', 'house/what/ever')).toEqual(
      [],
    );
    expect(namesOf(house, '*/class/IfcDoor')).toEqual(['Door A']);
    expect(namesOf(house, 'house/all')).toHaveLength(9);
  });

  it('is what one finds by looking at each element', () => {
    fc.assert(
      fc.property(randomProject, (project) => {
        const built = aModel(project);
        const { data, things } = built;
        const rows = things.map((_, row) => row);
        const meshes = (isMeant: (row: number) => boolean) =>
          rows.filter((row) => data.hasMesh(row) && isMeant(row));
        const found = (key: string) => [
          ...meshRowsOf(
            data,
            maskOf(data, parsePartKeys([key]), { properties: built.properties, found: undefined }),
          ),
        ];
        const stands = (row: number, isMember: (member: number) => boolean) =>
          isMember(row) ||
          rows.some(
            (member) => isMember(member) && !data.hasMesh(member) && isBelow(built, row, member),
          );
        for (const row of rows) {
          const key = `house/element/${data.elements.globalId.at(row)}`;
          expect(found(key)).toEqual(meshes((one) => isBelow(built, one, row)));
        }
        for (const name of ['IfcWall', 'IfcStair', 'IfcSpace']) {
          const isMember = (row: number) => things[row]?.class === name;
          expect(found(`house/class/${name}`)).toEqual(meshes((row) => stands(row, isMember)));
        }
        const isSteel = (row: number) => things[row]?.material === 'Steel';
        expect(found('house/material/Steel')).toEqual(meshes((row) => stands(row, isSteel)));
        const isRated = (row: number) =>
          (things[row]?.sets?.Pset?.Rating ?? things[row]?.typeSets?.Pset?.Rating) === 'REI 30';
        const value = toValueKey('house', 'Pset', 'Rating', 'REI 30');
        expect(found(value)).toEqual(meshes((row) => stands(row, isRated)));
      }),
      { numRuns: 60 },
    );
  });
});
