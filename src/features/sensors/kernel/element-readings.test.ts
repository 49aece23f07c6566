import { describe, expect, it } from 'vitest';
import { aCatalogue, aReading } from './a-catalogue.ts';
import { toColumns } from './columns.ts';
import { readingsOfElements } from './element-readings.ts';
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
