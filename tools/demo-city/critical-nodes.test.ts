import { describe, expect, it } from 'vitest';
import { markCritical } from './critical-nodes.ts';
import type { Facility } from './facilities.ts';
import { toCollection, toPlace } from './write-collection.ts';

const at = { x: 0, y: 0, z: 0 };
const facility = (kind: Facility['kind'], building: string, name: string): Facility => ({
  ...{ id: name, kind, name, building, address: '', district: '' },
  ...{ at, capacity: 1, capacityOf: 'people' },
});

describe('critical nodes', () => {
  it('bear the names of hospitals, homes and schools that they supply, and of nothing else', () => {
    const nodes = toCollection('nodes-water', 'Drinking water: nodes', [
      toPlace('W-1', at, { kind: 'customer', buildings: ['B-1', 'B-2', 'B-3'] }),
      toPlace('W-2', at, { kind: 'customer', buildings: ['B-4'] }),
      toPlace('W-3', at, { kind: 'junction' }),
    ]);
    const others = toCollection('facilities', 'Facilities', [
      toPlace('B-1', at, { buildings: ['B-1'] }),
    ]);
    const [marked, untouched] = markCritical(
      [nodes, others],
      [
        facility('hospital', 'B-1', 'Stadtkrankenhaus'),
        facility('school', 'B-2', 'Hafenschule'),
        facility('police', 'B-4', 'Wache'),
      ],
    );
    expect(marked?.features.map(({ properties }) => properties?.critical)).toEqual([
      'Stadtkrankenhaus, Hafenschule',
      undefined,
      undefined,
    ]);
    expect(untouched).toBe(others);
  });
});
