import { describe, expect, it } from 'vitest';
import { quality } from '#contract/live-frame.ts';
import type { SensorThing } from '#contract/sensor-catalogue.ts';
import { createFaults, type FaultPlan, type Verdict } from './faults.ts';
import { toReading } from './instruments.ts';
import { createLocalClock, DAY, HOUR, MINUTE } from './local-clock.ts';
import { createStory, plots } from './story.ts';

const clock = createLocalClock('Europe/Berlin');
const thing = (id: string, kind: SensorThing['kind']): SensorThing => ({
  ...{ id, kind, name: id, longitudeDeg: 10.6, latitudeDeg: 54.3, heightM: 40 },
  datastreams: [],
});
const names = Object.keys(plots) as (keyof typeof plots)[];
const sensors = names.flatMap((name) =>
  [1, 2, 3].map((at) => ({
    ...thing(`${name}-${at}`, plots[name].kind),
    network: at === 3 ? ('storm' as const) : ('sanitary' as const),
  })),
);
const story = createStory(6, clock, sensors);
const someDay = clock.dayOf(Date.parse('2026-11-24T12:00Z'));
const days = Array.from({ length: 200 }, (_, index) => someDay - index);

describe('the story', () => {
  it('gives every plot one event each local day, within its hours', () => {
    for (const name of names) {
      for (const day of days) {
        const event = story.eventOf(name, day)!;
        const { hours, lastsMs } = plots[name];
        const hour = (event.fromMs - clock.startOf(day)) / HOUR;
        expect(hour).toBeGreaterThanOrEqual(hours[0] - 0.01);
        expect(hour).toBeLessThanOrEqual(hours[1] + 0.01);
        expect(event.toMs - event.fromMs).toBeGreaterThanOrEqual(lastsMs[0] - MINUTE);
        expect(event.toMs - event.fromMs).toBeLessThanOrEqual(lastsMs[1] + MINUTE);
      }
    }
  });

  it('has something on at most hours, and something begins within any six', () => {
    const events = days.flatMap((day) => names.flatMap((name) => story.eventOf(name, day) ?? []));
    const starts = events.map(({ fromMs }) => fromMs).sort((a, b) => a - b);
    const longest = Math.max(...starts.slice(1).map((start, index) => start - starts[index]!));
    expect(longest).toBeLessThan(6 * HOUR);
  });

  it('casts all that are fit, and nobody else', () => {
    const played = new Set(days.map((day) => story.eventOf('blockage', day)?.thing));
    expect(played.has('blockage-3')).toBe(false);
    expect(played.size).toBeGreaterThan(1);
  });

  it('tells a thing of its own event from its start until it is a day old', () => {
    const event = story.eventOf('collision', someDay)!;
    const at = (timeMs: number) => story.latest('collision', event.thing, timeMs);
    expect(at(event.fromMs)).toEqual(event);
    expect(at(event.fromMs - 1)).not.toEqual(event);
    expect(at(event.toMs + HOUR)).toEqual(event);
    expect(story.latest('collision', 'nobody', event.fromMs)).toBeUndefined();
  });

  it('goes without what the city has not', () => {
    expect(createStory(6, clock, []).eventOf('collision', someDay)).toBeUndefined();
  });
});

const plan = (change: Partial<FaultPlan> = {}): FaultPlan => ({
  ...{ seed: 1, intervalS: 60, spread: 1, stuck: () => undefined },
  ...change,
});
const read = (judge: ReturnType<typeof createFaults>, timeMs: number): Verdict => {
  const verdict: Verdict = { value: 0, quality: 0, isSilent: false };
  judge((at) => at / 1000, timeMs, verdict);
  return verdict;
};

describe('faults of instruments', () => {
  const minute = (at: number) => someDay * DAY + at * MINUTE;
  const minutes = Array.from({ length: 2 * 24 * 60 }, (_, at) => minute(at));
  const things = Array.from({ length: 900 }, (_, seed) => createFaults(plan({ seed })));
  const verdicts = things.map((judge) => minutes.map((timeMs) => read(judge, timeMs)));

  it('silence a few and leave most readings as they are', () => {
    const all = verdicts.flat();
    const good = all.filter((one) => one.quality === quality.good && !one.isSilent);
    expect(good.length / all.length).toBeGreaterThan(0.95);
    expect(all.some((one) => one.isSilent)).toBe(true);
    expect(all.some((one) => one.quality === quality.missing && !one.isSilent)).toBe(true);
    expect(all.some((one) => one.quality === quality.bad)).toBe(true);
    expect(all.some((one) => one.quality === quality.uncertain)).toBe(true);
  });

  it('last: what is silent stays so for minutes, and what is missing has no value', () => {
    for (const row of verdicts) {
      const starts = row.filter((one, at) => one.isSilent && !row[at - 1]?.isSilent);
      const silent = row.filter((one) => one.isSilent);
      expect(silent.length).toBeGreaterThanOrEqual(7 * starts.length);
      for (const one of row) {
        if (one.quality === quality.missing) expect(one.value).toBeNaN();
      }
    }
  });

  it('stick a value at the start of the event and doubt it after half an hour', () => {
    const event = {
      plot: 'stuck' as const,
      thing: 'x',
      seed: 1,
      fromMs: minute(60),
      toMs: minute(300),
    };
    const judge = createFaults(
      plan({ spread: 0, seed: 3, stuck: (t) => (t >= minute(60) ? event : undefined) }),
    );
    expect(read(judge, minute(59)).value).toBe(minute(59) / 1000);
    expect(read(judge, minute(80))).toMatchObject({
      value: minute(60) / 1000,
      quality: quality.good,
    });
    expect(read(judge, minute(200))).toMatchObject({
      value: minute(60) / 1000,
      quality: quality.uncertain,
    });
    expect(read(judge, minute(300)).value).toBe(minute(300) / 1000);
  });

  it('never spoil a state', () => {
    const states = Array.from({ length: 100 }, (_, seed) =>
      createFaults(plan({ seed, spread: 0 })),
    );
    const qualities = states.flatMap((judge) =>
      minutes.slice(0, 900).map((t) => read(judge, t).quality),
    );
    expect(qualities).not.toContain(quality.bad);
    expect(qualities).not.toContain(quality.uncertain);
  });
});

describe('instruments', () => {
  it('count whole vehicles over their interval, right on the average', () => {
    const counter = toReading('vehicleFlow', () => 0.25, 4, 20);
    const counts = Array.from({ length: 4000 }, (_, at) => counter(at * 20_000) * 20);
    for (const count of counts) expect(count).toBeCloseTo(Math.round(count), 9);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    // Five arrivals an interval scatter with √5; the mean of 4000 with 0.035, cut at zero a little up.
    expect(mean).toBeCloseTo(5, 0);
  });

  it('show whole steps of their resolution, scattered about the truth', () => {
    const gauge = toReading('airTemperature', () => 12.3456, 4, 60);
    const shown = Array.from({ length: 500 }, (_, at) => gauge(at * 60_000));
    for (const value of shown) expect(value * 100).toBeCloseTo(Math.round(value * 100), 6);
    expect(new Set(shown).size).toBeGreaterThan(5);
    expect(shown.reduce((sum, value) => sum + value, 0) / 500).toBeCloseTo(12.3456, 1);
  });
});
