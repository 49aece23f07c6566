import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quality } from '#contract/live-frame.ts';
import { levelOf, levels } from '#model/thresholds.ts';
import { aCatalogue, aReading } from './a-catalogue.ts';
import { toColumns } from './columns.ts';
import { FrameMaker } from './frame-maker.ts';
import { statusOf } from './status.ts';

const noFilter = { kinds: [], networks: [], statuses: [], text: '' };
const look = {
  filter: noFilter,
  property: undefined,
  ramp: 'viridis' as const,
  alarms: [],
  sequence: 7,
  sourceTimeMs: 1_000_000,
};
const river = {
  property: 'waterLevel' as const,
  thresholds: { warningHigh: 2, alarmHigh: 3, deadband: 0.5 },
};

const town = toColumns(
  aCatalogue()
    .with('R-1', 'river', [river, { property: 'discharge' }])
    .with('W-1', 'weather', [{ property: 'airTemperature' }, { property: 'windSpeed' }])
    .with('C-1', 'camera')
    .build(),
);

const frameOf = (...args: Parameters<typeof aReading>) => {
  const maker = new FrameMaker(town);
  maker.read(aReading(...args));
  return maker.make(look).frame;
};

describe('a frame', () => {
  it('speaks for a sensor by its first datastream, its worst level, and for none where it has none', () => {
    const frame = frameOf([2.5, 40, 18, 3]);
    expect([...frame.shownRow]).toEqual([0, 2, -1]);
    expect([...frame.sensorLevel]).toEqual([levels.indexOf('warning'), 0, 0]);
    expect([0, 1, 2].map((sensor) => statusOf(frame, sensor))).toEqual([
      'warning',
      'normal',
      'none',
    ]);
    expect([frame.sequence, frame.sourceTimeMs]).toEqual([7, 1_000_000]);
  });

  it('speaks by the chosen property where the sensor has it', () => {
    const maker = new FrameMaker(town);
    maker.read(aReading([1, 40, 18, 3]));
    const { frame } = maker.make({ ...look, property: 'windSpeed' });
    expect([...frame.shownRow]).toEqual([0, 3, -1]);
    expect(frame.scale).toMatchObject({ property: 'windSpeed', min: 3 });
  });

  it('is stale where all of a sensor is, and keeps an alarm in sight when its sensor falls silent', () => {
    const silent = frameOf([{ stale: 1 }, { stale: 9 }, { stale: 18 }, 3]);
    expect([0, 1].map((sensor) => statusOf(silent, sensor))).toEqual(['stale', 'normal']);
    const lost = frameOf([{ stale: 3.5 }, undefined, undefined, undefined]);
    expect([0, 1].map((sensor) => statusOf(lost, sensor))).toEqual(['alarm', 'stale']);
  });

  it('does not take a bad or missing reading for an alarm', () => {
    const maker = new FrameMaker(town);
    const readings = aReading([9, 1, 1, 1]);
    readings.quality[0] = quality.bad;
    maker.read(readings);
    expect(maker.make(look).frame.sensorLevel[0]).toBe(0);
  });

  it('marks the sensor of an alarm that nobody has acknowledged, and not that of a warning', () => {
    const alarm = { id: 1, datastream: 101, value: 9, threshold: 3, raisedAtMs: 1 };
    const marks = (level: 'alarm' | 'warning', acknowledgedAtMs?: number) => {
      const alarms = [{ ...alarm, level, ...(acknowledgedAtMs && { acknowledgedAtMs }) }];
      return [...new FrameMaker(town).make({ ...look, alarms }).frame.isUnacknowledged];
    };
    expect(marks('alarm')).toEqual([1, 0, 0]);
    expect(marks('alarm', 5)).toEqual([0, 0, 0]);
    expect(marks('warning')).toEqual([0, 0, 0]);
  });

  it('is at the level of an alarm that stands, unless it shows the past or the alarm has cleared', () => {
    const alarm = { id: 1, datastream: 101, level: 'alarm' as const, value: 9, threshold: 3 };
    const levelWith = (sequence: number, clearedAtMs?: number) => {
      const maker = new FrameMaker(town);
      maker.read(aReading([1, 40, 18, 3]));
      const alarms = [{ ...alarm, raisedAtMs: 1, ...(clearedAtMs && { clearedAtMs }) }];
      const { frame } = maker.make({ ...look, sequence, alarms });
      return statusOf(frame, 0);
    };
    expect([levelWith(7), levelWith(-1), levelWith(7, 5)]).toEqual(['alarm', 'normal', 'normal']);
  });

  it('is not written to by the next one', () => {
    const maker = new FrameMaker(town);
    maker.read(aReading([3.5, 1, 1, 1]));
    const before = maker.make(look).frame;
    maker.read(aReading([0, 1, 1, 1], 2_000_000), Uint32Array.of(0));
    expect(maker.make(look).frame.level[0]).toBe(0);
    expect(levels[before.level[0] ?? 0]).toBe('alarm');
  });
});

describe('the level of a row', () => {
  const at = (maker: FrameMaker, value: number, timeMs: number) => {
    maker.read(aReading([value, 0, 0, 0], timeMs), Uint32Array.of(0));
    return levels[maker.make(look).frame.level[0] ?? 0];
  };

  it('falls only beyond the deadband, and is judged afresh where time went back', () => {
    const maker = new FrameMaker(town);
    expect(at(maker, 3.1, 1000)).toBe('alarm');
    expect(at(maker, 2.8, 2000)).toBe('alarm');
    expect(at(maker, 2.4, 3000)).toBe('warning');
    expect(at(maker, 3.1, 4000)).toBe('alarm');
    expect(at(maker, 2.8, 500)).toBe('warning');
  });

  it('is that of the thresholds, reading by reading', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 30 }),
        (values) => {
          const maker = new FrameMaker(town);
          let held = levels[0] as (typeof levels)[number];
          for (const [step, value] of values.entries()) {
            held = levelOf(value, river.thresholds, held);
            expect(at(maker, value, step)).toBe(held);
          }
        },
      ),
    );
  });
});

describe('the colour scale', () => {
  const scaleOf = (maker: FrameMaker, temperature: number, isStale = false) => {
    maker.read(aReading([1, 1, isStale ? { stale: temperature } : temperature, 1]));
    return maker.make({ ...look, property: 'airTemperature' }).frame.scale;
  };

  it('has round ends, grows with the values and never shrinks', () => {
    const maker = new FrameMaker(town);
    scaleOf(maker, 11.3);
    expect(scaleOf(maker, 18.4)).toMatchObject({ min: 10, max: 19 });
    expect(scaleOf(maker, 15)).toMatchObject({ min: 10, max: 19 });
  });

  it('is the same object while it stays the same, and leaves stale values out', () => {
    const maker = new FrameMaker(town);
    const first = scaleOf(maker, 15);
    expect(scaleOf(maker, 15)).toBe(first);
    expect(scaleOf(maker, 999, true)).toBe(first);
  });

  it('is none where nobody has a fresh value', () => {
    expect(scaleOf(new FrameMaker(town), 15, true)).toBeUndefined();
  });
});
