import { describe, expect, it } from 'vitest';
import { aCatalogue, aReading } from './a-catalogue.ts';
import {
  readingsOfElements,
  readingsOfFire,
  readingsOfNetworks,
  readingsOfWaters,
  readingsOfWeather,
} from './bound-readings.ts';
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

const frameOf = (
  catalogue: ReturnType<ReturnType<typeof aCatalogue>['build']>,
  readings: Parameters<typeof aReading>[0],
) => {
  const maker = new FrameMaker(toColumns(catalogue));
  maker.read(aReading(readings));
  return maker.make({
    filter: { kinds: [], networks: [], statuses: [], text: '' },
    ...{ property: undefined, ramp: 'viridis', alarms: [], sequence: 1, sourceTimeMs: 1_000_000 },
  }).frame;
};

describe('readings of fire', () => {
  it('tells what detectors in buildings say, with their level, and gas wherever it is measured', () => {
    const limits = { warningHigh: 0.2, alarmHigh: 0.3 };
    const catalogue = aCatalogue()
      .with(
        'ELB-1',
        'electricalFire',
        [{ property: 'residualCurrent', thresholds: limits }, { property: 'cableTemperature' }],
        { name: 'Main board', building: 'B-1' },
      )
      .with('RAU-1', 'smoke', [{ property: 'smokeObscuration' }])
      .with('GAS-1', 'gas', [{ property: 'methane' }], { longitudeDeg: 4.5 })
      .with('R-1', 'room', [{ property: 'airTemperature' }, { property: 'carbonDioxide' }], {
        building: 'B-2',
      })
      .with('L-1', 'lift', [{ property: 'liftState' }], { building: 'B-2' })
      .build();
    const told = readingsOfFire(
      frameOf(catalogue, [0.41, undefined, 0.1, { stale: 0.3 }, 21, 4e-4, 0]),
    );
    expect(
      told.map(({ building, sensor, property, value, isStale, level }) => [
        ...[building, sensor, property, value, isStale, level],
      ]),
    ).toEqual([
      ['B-1', 'ELB-1', 'residualCurrent', 0.41, false, 'alarm'],
      ['B-1', 'ELB-1', 'cableTemperature', Number.NaN, true, 'normal'],
      ['', 'GAS-1', 'methane', 0.3, true, 'normal'],
      ['B-2', 'R-1', 'airTemperature', 21, false, 'normal'],
    ]);
    expect(told[2]?.longitudeDeg).toBeCloseTo(4.5, 9);
    expect(told[0]).not.toHaveProperty('longitudeDeg');
  });

  it('are the same objects where nothing is new, and others where something is', () => {
    const columns = toColumns(
      aCatalogue()
        .with('RAU-1', 'smoke', [{ property: 'smokeObscuration' }], { building: 'B-1' })
        .with('RAU-2', 'smoke', [{ property: 'smokeObscuration' }], { building: 'B-2' })
        .build(),
    );
    const tell = (rows: Parameters<typeof aReading>[0]) => {
      const maker = new FrameMaker(columns);
      maker.read(aReading(rows));
      return readingsOfFire(
        maker.make({
          filter: { kinds: [], networks: [], statuses: [], text: '' },
          ...{ property: undefined, ramp: 'viridis', alarms: [], sequence: 1, sourceTimeMs: 1e6 },
        }).frame,
      );
    };
    const first = tell([0.01, undefined]);
    expect(tell([0.01, undefined])).toBe(first);
    const next = tell([0.01, 0.08]);
    expect(next).not.toBe(first);
    expect(next[0]).toBe(first[0]);
    expect(next[1]).toMatchObject({ sensor: 'RAU-2', value: 0.08 });
  });
});

describe('readings of weather', () => {
  it('tells one entry a station, without what is missing or stale', () => {
    const catalogue = aCatalogue()
      .with('W-1', 'weather', [
        { property: 'airTemperature' },
        { property: 'windSpeed' },
        { property: 'rainfallRate' },
        { property: 'soundLevel' },
      ])
      .with('W-2', 'weather', [{ property: 'airTemperature' }], { aboveGroundM: 22 })
      .with('P-1', 'rain', [{ property: 'rainfallRate' }])
      .build();
    const told = readingsOfWeather(
      frameOf(catalogue, [18, { stale: 6 }, undefined, 50, undefined, 0]),
    );
    expect(told).toMatchObject([
      { sensor: 'W-1', values: { airTemperature: 18 }, timeMs: 1_000_000, isStale: false },
      { sensor: 'W-2', values: {}, timeMs: Number.NaN, isStale: true },
    ]);
    expect(Object.keys(told[0]?.values ?? {})).toEqual(['airTemperature']);
    expect(told[1]?.latitudeDeg).toBeCloseTo(52, 9);
    expect(told.map(({ heightM }) => heightM)).toEqual([Number.NaN, 22]);
  });
});
