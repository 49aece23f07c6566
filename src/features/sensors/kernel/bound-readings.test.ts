import { describe, expect, it } from 'vitest';
import { aCatalogue, aReading } from './a-catalogue.ts';
import { readingsOfElements, readingsOfNetworks, readingsOfWaters } from './bound-readings.ts';
import { toColumns } from './columns.ts';
import { FrameMaker } from './frame-maker.ts';

const ROOM = '0abcdefghijklmnopqr001';

describe('readings of elements', () => {
  it('tells every datastream of the sensors that watch an element, and of no others', () => {
    const columns = toColumns(
      aCatalogue()
        .with('R-1', 'river', [{ property: 'waterLevel' }])
        .with(
          'T-1',
          'weather',
          [{ property: 'airTemperature' }, { property: 'relativeHumidity' }],
          {
            name: 'Kitchen',
            bimElement: ROOM,
          },
        )
        .build(),
    );
    const maker = new FrameMaker(columns);
    maker.read(aReading([2, 21.5, { stale: 0.4 }]));
    const { frame } = maker.make({
      filter: { kinds: [], networks: [], statuses: [], text: '' },
      property: undefined,
      ramp: 'viridis',
      alarms: [],
      sequence: 1,
      sourceTimeMs: 1_000_000,
    });
    const common = { globalId: ROOM, sensor: 'T-1', name: 'Kitchen', isSimulated: true };
    expect(readingsOfElements(frame)).toEqual([
      { ...common, property: 'airTemperature', value: 21.5, timeMs: 1_000_000, isStale: false },
      { ...common, property: 'relativeHumidity', value: 0.4, timeMs: 400_000, isStale: true },
    ]);
  });
});

describe('readings of networks', () => {
  it('names network and element, and says where a limit is passed', () => {
    const limits = { alarmLow: 150_000, warningLow: 180_000 };
    const columns = toColumns(
      aCatalogue()
        .with('DRU-1', 'pressure', [{ property: 'waterPressure', thresholds: limits }], {
          ...{ name: 'Hill', network: 'water', element: 'W-1' },
        })
        .with('DRU-2', 'pressure', [{ property: 'waterPressure', thresholds: limits }], {
          ...{ network: 'water', element: 'W-2' },
        })
        .with('DRU-3', 'pressure', [{ property: 'waterPressure' }], { network: 'water' })
        .build(),
    );
    const maker = new FrameMaker(columns);
    maker.read(aReading([120_000, 170_000, 400_000]));
    const { frame } = maker.make({
      filter: { kinds: [], networks: [], statuses: [], text: '' },
      property: undefined,
      ramp: 'viridis',
      alarms: [],
      sequence: 1,
      sourceTimeMs: 1_000_000,
    });
    const found = readingsOfNetworks(frame).map(({ network, element, name, value, isAlarm }) => [
      ...[network, element, name, value, isAlarm],
    ]);
    expect(found).toEqual([
      ['water', 'W-1', 'Hill', 120_000, true],
      ['water', 'W-2', 'DRU-2', 170_000, false],
    ]);
  });
});

describe('readings of waters', () => {
  it('tells what river, tide and rain gauges say of water, with their places', () => {
    const columns = toColumns(
      aCatalogue()
        .with('T-1', 'weather', [{ property: 'airTemperature' }])
        .with('R-1', 'river', [{ property: 'waterLevel' }, { property: 'gasPressure' }])
        .with('P-1', 'rain', [{ property: 'rainfallRate' }])
        .build(),
    );
    const maker = new FrameMaker(columns);
    maker.read(aReading([20, 2.5, 9, { stale: 1e-6 }]));
    const { frame } = maker.make({
      filter: { kinds: [], networks: [], statuses: [], text: '' },
      property: undefined,
      ramp: 'viridis',
      alarms: [],
      sequence: 1,
      sourceTimeMs: 1_000_000,
    });
    const told = readingsOfWaters(frame);
    expect(
      told.map(({ sensor, kind, property, value, isStale }) => [
        sensor,
        kind,
        property,
        value,
        isStale,
      ]),
    ).toEqual([
      ['R-1', 'river', 'waterLevel', 2.5, false],
      ['P-1', 'rain', 'rainfallRate', 1e-6, true],
    ]);
    expect(told[0]?.longitudeDeg).toBeCloseTo(((columns.longitude[1] ?? 0) * 180) / Math.PI, 9);
    expect(told[0]?.intervalS).toBe(columns.rows.intervalS[1]);
  });
});
