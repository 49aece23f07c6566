import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensorKinds } from '#model/sensor-kind.ts';
import { type SensorFilter, type SensorStatus, statuses } from '../contract.ts';
import { aCatalogue, aReading } from './a-catalogue.ts';
import { toColumns } from './columns.ts';
import { filterSensors } from './filter.ts';
import { FrameMaker } from './frame-maker.ts';
import { initialSort, orderSensors } from './order.ts';
import { searchSensors } from './search.ts';
import { statusOf } from './status.ts';

const limits = { warningHigh: 2, alarmHigh: 3 };
const level = [{ property: 'waterLevel' as const, thresholds: limits }];
const columns = toColumns(
  aCatalogue()
    .with('R-10', 'river', level, { name: 'Brücke', network: 'storm' })
    .with('R-9', 'river', level, { name: 'Quay', network: 'storm', element: 'MH-77' })
    .with('P-1', 'pressure', [{ property: 'waterPressure' }], { name: 'Hydrant', network: 'water' })
    .with('C-1', 'camera', [], { name: 'Market' })
    .build(),
);
const none: SensorFilter = { kinds: [], networks: [], statuses: [], text: '' };
const frameOf = (filter: Partial<SensorFilter> = {}, rows = [3.5, 1, { stale: 4e5 }] as const) => {
  const maker = new FrameMaker(columns);
  maker.read(aReading(rows));
  return maker.make({
    filter: { ...none, ...filter },
    property: undefined,
    ramp: 'viridis',
    alarms: [],
    sequence: 0,
    sourceTimeMs: 0,
  });
};
const idsOf = (filter: Partial<SensorFilter>) =>
  columns.id.filter((_, sensor) => frameOf(filter).frame.isMatching[sensor] === 1);

describe('filtering sensors', () => {
  it('lets all pass by itself, and narrows by kind, network, status and words together', () => {
    expect(idsOf({})).toEqual(['R-10', 'R-9', 'P-1', 'C-1']);
    expect(idsOf({ kinds: ['river', 'camera'] })).toEqual(['R-10', 'R-9', 'C-1']);
    expect(idsOf({ networks: ['storm'] })).toEqual(['R-10', 'R-9']);
    expect(idsOf({ statuses: ['alarm', 'stale'] })).toEqual(['R-10', 'P-1']);
    expect(idsOf({ networks: ['storm'], statuses: ['normal'] })).toEqual(['R-9']);
  });

  it('reads words without case and accents, in id, name, element and the kind in both languages', () => {
    expect(idsOf({ text: 'BRUCKE' })).toEqual(['R-10']);
    expect(idsOf({ text: 'mh-77' })).toEqual(['R-9']);
    expect(idsOf({ text: '河道' })).toEqual(['R-10', 'R-9']);
    expect(idsOf({ text: 'river quay' })).toEqual(['R-9']);
    expect(idsOf({ text: 'nowhere' })).toEqual([]);
  });

  it('counts each choice as if its own condition were not there', () => {
    const { counts } = frameOf({ kinds: ['river'], statuses: ['alarm'] });
    expect(counts).toMatchObject({
      total: 4,
      matching: 1,
      byKind: { river: 1 },
      byStatus: { alarm: 1, stale: 0, warning: 0, normal: 1, none: 0 },
      byNetwork: { storm: 1 },
      byProperty: { waterLevel: 2, waterPressure: 1 },
    });
  });

  it('agrees with asking each sensor by itself', () => {
    const kinds = fc.subarray(Object.keys(sensorKinds).slice(0, 9) as ('river' | 'pressure')[]);
    const someStatuses = fc.subarray<SensorStatus>([...statuses]);
    fc.assert(
      fc.property(kinds, someStatuses, (wantedKinds, wantedStatuses) => {
        const { frame, counts } = frameOf({ kinds: wantedKinds, statuses: wantedStatuses });
        const expected = columns.kind.filter(
          (kind, sensor) =>
            (wantedKinds.length === 0 || wantedKinds.some((one) => one === kind)) &&
            (wantedStatuses.length === 0 || wantedStatuses.includes(statusOf(frame, sensor))),
        );
        expect(frame.isMatching.reduce((sum, one) => sum + one, 0)).toBe(expected.length);
        expect(counts.matching).toBe(expected.length);
      }),
    );
  });

  it('has nothing to count in a city without sensors', () => {
    const empty = toColumns({ sensors: [], simulated: false });
    const { frame } = new FrameMaker(empty).make({
      ...{ filter: none, property: undefined, ramp: 'viridis', alarms: [] },
      ...{ sequence: 0, sourceTimeMs: 0 },
    });
    expect(filterSensors(frame, none).counts).toMatchObject({ total: 0, matching: 0, byKind: {} });
  });
});

describe('the order of the list', () => {
  const order = (...args: Parameters<typeof orderSensors>) =>
    orderSensors(...args).map((sensor) => columns.id[sensor]);

  it('begins with what is worst, and keeps the catalogue’s order among equals', () => {
    expect(order(frameOf().frame, initialSort, 'en-GB')).toEqual(['R-10', 'P-1', 'R-9', 'C-1']);
  });

  it('goes by name as the language does, and by value and age with the empty last either way', () => {
    const { frame } = frameOf();
    expect(order(frame, { column: 'name', direction: 'ascending' }, 'de-DE')).toEqual([
      'R-10',
      'P-1',
      'C-1',
      'R-9',
    ]);
    for (const direction of ['ascending', 'descending'] as const) {
      expect(order(frame, { column: 'value', direction }, 'en-GB').at(-1)).toBe('C-1');
    }
    expect(order(frame, { column: 'age', direction: 'descending' }, 'en-GB')[0]).toBe('P-1');
  });

  it('leaves out what the filter does', () => {
    expect(order(frameOf({ kinds: ['camera'] }).frame, initialSort, 'en-GB')).toEqual(['C-1']);
  });
});

describe('search', () => {
  const search = (query: string, limit = 9) =>
    searchSensors(columns, query, limit).map((sensor) => columns.id[sensor]);

  it('puts the whole id first, then what begins with the words, then what holds them', () => {
    expect(search('r-9')).toEqual(['R-9']);
    expect(search('r')[0]).toBe('R-10');
    expect(search('hydrant')).toEqual(['P-1']);
    expect(search('r', 1)).toHaveLength(1);
  });

  it('finds nothing for nothing', () => {
    expect([search('  '), search('zzz')]).toEqual([[], []]);
  });
});
