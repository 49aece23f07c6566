import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupings, type TreeRow } from '../contract.ts';
import { aHouse } from './a-house.ts';
import { aModel, type BuiltModel } from './a-model.ts';
import { parsePartKeys } from './part-key.ts';
import { maskOf, meshRowsOf } from './parts.ts';
import { randomProject } from './random-model.ts';
import { createSearchIndex } from './search.ts';
import { type TreeView, treeRows } from './tree.ts';

const house = aModel(aHouse(), {
  groups: [{ kind: 'system', name: 'Cold water', members: ['Pipe'] }],
});

function view(built: BuiltModel, more: Partial<TreeView> = {}): TreeView {
  return {
    grouping: 'storey',
    hidden: new Uint8Array(built.data.count),
    matching: undefined,
    ...more,
  };
}
const below = (parent: string | undefined, more: Partial<TreeView> = {}, built = house) =>
  treeRows(built.data, 'My house', view(built, more), parent);
const labels = (rows: readonly TreeRow[]) => rows.map(({ label, count }) => `${label} ${count}`);
const child = (rows: readonly TreeRow[], label: string) =>
  rows.find((row) => row.label === label)?.key ?? `no row ${label}`;

describe('the tree of elements', () => {
  it('begins with the model, then its storeys from above and what is on none', () => {
    const [root] = below(undefined);
    expect(root).toMatchObject({ key: 'house/all', label: 'My house', count: 9, hasParts: true });
    expect(labels(below('house/all'))).toEqual(['First floor 2', 'Ground floor 6', 'Site 1']);
    expect(below('house/all')[0]).toMatchObject({
      detail: '+3.00 m',
      index: house.row('First floor'),
    });
  });

  it('goes from a storey by class to things and to their parts', () => {
    const ground = child(below('house/all'), 'Ground floor');
    const byClass = below(ground);
    expect(labels(byClass)).toEqual(['IfcFurniture 1', 'IfcSpace 1', 'IfcStair 2', 'IfcWall 2']);
    const stairs = below(child(byClass, 'IfcStair'));
    expect(stairs).toMatchObject([{ label: 'Stair', count: 2, hasParts: true }]);
    expect(labels(below(stairs[0]?.key))).toEqual(['Flight 1', 'Railing 1']);
    const [room] = below(child(byClass, 'IfcSpace'));
    expect(room).toMatchObject({ label: '1', detail: 'IfcSpace · Kitchen', hasParts: false });
  });

  it('groups by class, type, material, discipline and system, the largest group first', () => {
    const top = (grouping: TreeView['grouping']) => labels(below('house/all', { grouping }));
    expect(top('class').slice(0, 3)).toEqual(['IfcStair 2', 'IfcWall 2', 'IfcDoor 1']);
    expect(top('type')).toEqual(['Brick 300 1', 'Plaster 100 1', 'Single 900 1']);
    expect(top('material')).toEqual(['Brick 1', 'Plaster 1']);
    expect(top('discipline')[0]).toBe('Architecture 5');
    expect(top('system')).toEqual(['Cold water 1']);
    const grouping = 'system';
    const system = child(below('house/all', { grouping }), 'Cold water');
    expect(labels(below(system, { grouping }))).toEqual(['Pipe 1']);
  });

  it('shows of a query only the rows that lead to what it found', () => {
    const matching = createSearchIndex(house.data, house.properties).match('railing');
    expect(labels(below('house/all', { matching }))).toEqual(['Ground floor 6']);
    const ground = child(below('house/all'), 'Ground floor');
    expect(labels(below(ground, { matching }))).toEqual(['IfcStair 2']);
    const stair = `house/element/${house.data.elements.globalId.at(house.row('Stair'))}`;
    expect(labels(below(stair, { matching }))).toEqual(['Railing 1']);
    const nothing = new Uint8Array(house.data.count);
    expect(below(undefined, { matching: nothing })).toEqual([]);
  });

  it('calls a row hidden once everything is that it stands for', () => {
    const hide = (...keys: string[]) => ({ hidden: maskOf(house.data, parsePartKeys(keys)) });
    const hiddenOf = (more: Partial<TreeView>) =>
      below('house/all', { grouping: 'class', ...more })
        .filter(({ isHidden }) => isHidden)
        .map(({ label }) => label);
    expect(hiddenOf(hide('house/class/IfcRailing'))).toEqual(['IfcRailing']);
    expect(hiddenOf(hide('house/class/IfcStair')).sort()).toEqual([
      ...['IfcRailing', 'IfcStair', 'IfcStairFlight'],
    ]);
  });

  it('has nothing below what it does not know', () => {
    expect(below('shed/all')).toEqual([]);
    expect(below('house/element/none')).toEqual([]);
    expect(below('nonsense')).toEqual([]);
  });

  it('counts in every row what its key stands for, down to the last', () => {
    fc.assert(
      fc.property(randomProject, fc.constantFrom(...groupings), (project, grouping) => {
        const built = aModel(project);
        const visit = (parent: string | undefined, depth: number): void => {
          for (const row of below(parent, { grouping }, built)) {
            const mask = maskOf(built.data, parsePartKeys([row.key]));
            // A room's row is the room; by its key, to isolate it, it is also what stands in it.
            const isRoom = row.index !== undefined && built.data.isSpatial(row.index);
            if (!isRoom)
              expect([row.key, row.count]).toEqual([row.key, meshRowsOf(built.data, mask).length]);
            const rows = row.hasParts ? below(row.key, { grouping }, built) : [];
            if (row.hasParts && row.count > 0) expect(rows.length).toBeGreaterThan(0);
            if (row.hasParts && depth < 8) visit(row.key, depth + 1);
          }
        };
        visit(undefined, 0);
      }),
      { numRuns: 80 },
    );
  });

  it('lists every thing of a model once, however deep, where it is grouped by storey', () => {
    fc.assert(
      fc.property(randomProject, (project) => {
        const built = aModel(project);
        const seen: number[] = [];
        const visit = (parent: string | undefined): void => {
          for (const row of below(parent, {}, built)) {
            const isThing =
              row.index !== undefined && built.things[row.index]?.class !== 'IfcBuildingStorey';
            if (isThing && row.index !== undefined) seen.push(row.index);
            if (row.hasParts) visit(row.key);
          }
        };
        visit(undefined);
        const things = built.things.flatMap((thing, row) =>
          /Project|Site|Storey/.test(thing.class) ? [] : [row],
        );
        expect(seen.sort((a, b) => a - b)).toEqual(things);
      }),
      { numRuns: 80 },
    );
  });
});
