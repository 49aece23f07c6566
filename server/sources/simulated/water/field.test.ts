import { describe, expect, it } from 'vitest';
import type { FieldAction } from '#contract/incident.ts';
import type { FieldEvent } from '../../source.ts';
import { createLocalClock, DAY, HOUR, MINUTE } from '../local-clock.ts';
import type { DayPlan } from './day-plan.ts';
import { planField } from './field-plan.ts';
import { createNetworkDays } from './network-days.ts';
import { openNetwork } from './network-model.ts';
import { type SolvedDay, valueAt } from './solved-day.ts';

/** A reservoir on a hill, a ring of mains, a customer at each corner; litres a second and metres. */
const inp = `[JUNCTIONS]
 A 10 2
 B 10 2
 C 10 2
[RESERVOIRS]
 R 60
[PIPES]
 PR R A 500 200 100 0 Open
 AB A B 400 150 100 0 Open
 BC B C 400 150 100 0 Open
 CA C A 400 150 100 0 Open
[TIMES]
 Duration 24:00
 Hydraulic Timestep 1:00
 Pattern Timestep 1:00
[OPTIONS]
 Units LPS
 Headloss H-W
[END]
`;
const watched = { nodes: ['A', 'B', 'C'], links: ['PR', 'AB', 'BC', 'CA'] };
const quiet: DayPlan = {
  ...{ weekday: 1, isDayOff: false, lengthS: 86_400, leakSeed: 0, outage: undefined },
  demand: new Float64Array(25).fill(1),
  leakLs: new Float64Array(25),
  ...{ bursts: [], switches: [] },
};
const hour = 3600;
/** All three junctions stand next to an instrument; the seed takes B. */
const burst = { seed: 1, fromS: 10 * hour, toS: 13 * hour, atFiftyLs: 30 };
const pressure = (day: SolvedDay, node: string, seconds: number) =>
  valueAt(day, 'depthM', watched.nodes.indexOf(node), seconds);
const flow = (day: SolvedDay, link: string, seconds: number) =>
  valueAt(day, 'flowM3s', watched.links.indexOf(link), seconds) * 1000;

/** What customers get less than their 2 L/s each, below 15 m of pressure: Wagner, L/s. */
const lessDrawn = (day: SolvedDay, seconds: number) =>
  watched.nodes
    .map((node) => 2 - 2 * Math.sqrt(Math.min(1, pressure(day, node, seconds) / 15)))
    .reduce((sum, less) => sum + less, 0);

describe('a burst in the network', () => {
  it('begins and ends at its second, takes water by the pressure there, and leaves nothing behind', async () => {
    const network = await openNetwork(inp, watched);
    const sound = network.solve(quiet);
    const day = network.solve({ ...quiet, bursts: [burst] });
    const after = network.solve(quiet);
    expect(flow(day, 'PR', 10 * hour - 1)).toBeCloseTo(6, 3);
    expect(flow(day, 'PR', 13 * hour + 1)).toBeCloseTo(6, 3);
    const at = 11 * hour;
    const out = flow(day, 'PR', at) - 6;
    expect(out).toBeCloseTo(30 * Math.sqrt(pressure(day, 'B', at) / 50), 2);
    expect(pressure(day, 'B', at)).toBeLessThan(pressure(day, 'A', at));
    expect([...after.depthM]).toEqual([...sound.depthM]);
    network.close();
  });

  it('of a main that broke right through pours out of both ends, as an orifice of its bore', async () => {
    const network = await openNetwork(inp, watched);
    const day = network.solve({ ...quiet, bursts: [{ ...burst, atFiftyLs: 'fullBore' }] });
    const at = 11 * hour;
    const ends = (2 * Math.PI * 0.15 ** 2) / 4;
    const depthM = pressure(day, 'B', at);
    expect(flow(day, 'PR', at) - flow(day, 'PR', 9 * hour)).toBeCloseTo(
      0.6 * ends * Math.sqrt(2 * 9.80665 * depthM) * 1000 - lessDrawn(day, at),
      1,
    );
    expect(depthM).toBeLessThan(10);
    network.close();
  });

  it('adds to another one at the same place, and goes on when that one ends', async () => {
    const network = await openNetwork(inp, watched);
    const day = network.solve({
      ...quiet,
      bursts: [burst, { ...burst, fromS: 11 * hour, toS: 12 * hour, atFiftyLs: 10 }],
    });
    const out = (at: number) => flow(day, 'PR', at) - 6;
    const atFifty = (at: number) => out(at) / Math.sqrt(pressure(day, 'B', at) / 50);
    expect(atFifty(10.5 * hour)).toBeCloseTo(30, 1);
    expect(atFifty(11.5 * hour)).toBeCloseTo(40, 1);
    expect(atFifty(12.5 * hour)).toBeCloseTo(30, 1);
    network.close();
  });

  it('is cut off when people shut the mains around it, and supply returns when they open them', async () => {
    const network = await openNetwork(inp, watched);
    const close = (timeS: number, link: string, isOpen = false) => ({ timeS, link, isOpen });
    const day = network.solve({
      ...quiet,
      bursts: [{ ...burst, toS: 14 * hour }],
      switches: [
        close(11 * hour, 'AB'),
        close(11 * hour + 600, 'BC'),
        close(15 * hour, 'BC', true),
        close(15 * hour + 300, 'AB', true),
      ],
    });
    expect(flow(day, 'AB', 11 * hour - 1)).toBeGreaterThan(5);
    expect(flow(day, 'AB', 11 * hour + 1)).toBeCloseTo(0, 3);
    expect(flow(day, 'BC', 11 * hour + 300)).toBeLessThan(-5);
    expect(pressure(day, 'B', 11 * hour + 601)).toBe(0);
    expect(flow(day, 'PR', 12 * hour)).toBeCloseTo(4, 2);
    expect(pressure(day, 'C', 12 * hour)).toBeGreaterThan(45);
    expect(pressure(day, 'B', 16 * hour)).toBeGreaterThan(45);
    expect(flow(day, 'PR', 16 * hour)).toBeCloseTo(6, 2);
    network.close();
  });

  it('shuts what was shut on a day before from the start', async () => {
    const network = await openNetwork(inp, watched);
    const switches = ['AB', 'BC'].map((link) => ({ timeS: 0, link, isOpen: false }));
    const day = network.solve({ ...quiet, switches });
    expect(pressure(day, 'B', 0)).toBe(0);
    expect(pressure(network.solve(quiet), 'B', 0)).toBeGreaterThan(45);
    network.close();
  });
});

const span = { seed: 7, day: 20_000, startMs: 20_000 * DAY, endMs: 20_001 * DAY };
const action = (atMs: number, act: FieldAction['act'], link = 'P-1', network = 'water') =>
  ({ kind: 'action', atMs, action: { act, network, link } }) satisfies FieldEvent;
const drill = (atMs: number): FieldEvent => ({ kind: 'drill', atMs, seed: 3 });

describe('what the field brings to a day', () => {
  it('is one burst each day between morning and afternoon, the same again', () => {
    for (let day = 0; day < 50; day += 1) {
      const startMs = day * DAY;
      const { bursts } = planField({ seed: 7, day, startMs, endMs: startMs + DAY }, []);
      expect(bursts).toHaveLength(1);
      const [{ fromS = 0, toS = 0 } = {}] = bursts;
      expect(fromS).toBeGreaterThanOrEqual(8 * hour);
      expect(fromS).toBeLessThanOrEqual(15 * hour);
      expect(toS - fromS).toBeGreaterThanOrEqual(3 * hour);
      expect(planField({ seed: 7, day, startMs, endMs: startMs + DAY }, []).bursts).toEqual(bursts);
    }
  });

  it('ends a burst with its repair, not with one before it', () => {
    const [first] = planField(span, []).bursts;
    const beginMs = span.startMs + (first?.fromS ?? 0) * 1000;
    const early = action(beginMs - HOUR, 'repair');
    const repair = action(beginMs + 40 * MINUTE, 'repair');
    const [repaired] = planField(span, [early, repair]).bursts;
    expect(repaired?.toS).toBe((first?.fromS ?? 0) + 40 * 60);
    const elsewhere = action(beginMs + 40 * MINUTE, 'repair', 'G-1', 'gas');
    expect(planField(span, [elsewhere]).bursts[0]?.toS).toBe(first?.toS);
  });

  it('is a main broken right through in a drill, a hole on a day of its own', () => {
    const { bursts } = planField(span, [drill(span.startMs + HOUR)]);
    expect(bursts.map(({ atFiftyLs }) => atFiftyLs)).toEqual([expect.any(Number), 'fullBore']);
    expect(bursts[0]?.atFiftyLs).toBeGreaterThanOrEqual(50);
    expect(bursts[0]?.atFiftyLs).toBeLessThanOrEqual(90);
  });

  it('carries a drill over midnight', () => {
    const lateMs = span.endMs - 2 * HOUR;
    const today = planField(span, [drill(lateMs)]).bursts.at(-1);
    const tomorrow = { ...span, day: 20_001, startMs: span.endMs, endMs: span.endMs + DAY };
    const after = planField(tomorrow, [drill(lateMs)]).bursts.at(-1);
    expect(today).toMatchObject({ fromS: 22 * hour, toS: 24 * hour });
    expect(after).toMatchObject({ fromS: 0, toS: 4 * hour, seed: today?.seed });
  });

  it('keeps links as people left them, of its own network alone', () => {
    const { switches } = planField(span, [
      action(span.startMs - DAY, 'close', 'P-1'),
      action(span.startMs + HOUR, 'open', 'P-1'),
      action(span.startMs + HOUR, 'close', 'G-1', 'gas'),
      action(span.startMs + 2 * HOUR, 'stuck', 'P-2'),
      action(span.endMs + HOUR, 'close', 'P-3'),
    ]);
    expect(switches).toEqual([
      { timeS: 0, link: 'P-1', isOpen: false },
      { timeS: hour, link: 'P-1', isOpen: true },
    ]);
  });
});

describe('a pipe with a valve at each end', () => {
  it('lets water through once both are open again', () => {
    const turn = (minutes: number, act: FieldAction['act'], valve: string): FieldEvent => ({
      kind: 'action',
      atMs: span.startMs + minutes * MINUTE,
      action: { act, network: 'water', link: 'P-1', valve },
    });
    const { switches } = planField(span, [
      turn(1, 'close', 'V-1'),
      turn(2, 'close', 'V-2'),
      turn(3, 'open', 'V-1'),
      turn(4, 'open', 'V-2'),
    ]);
    expect(switches).toEqual([
      { timeS: 60, link: 'P-1', isOpen: false },
      { timeS: 240, link: 'P-1', isOpen: true },
    ]);
  });
});

describe('solved days when the field changes them', () => {
  it('hold until the new solution is there, and forget what was solved ahead', async () => {
    const clock = createLocalClock('UTC');
    const wednesday = clock.dayOf(Date.UTC(2026, 10, 25, 12));
    const solvedDays: number[] = [];
    let level = 1;
    let hold: Promise<void> | undefined;
    const days = createNetworkDays({
      clock,
      planOf: (day) => ({ ...quiet, weekday: day }),
      solve: async ({ weekday }) => {
        await hold;
        solvedDays.push(weekday);
        return aDay(level);
      },
      report: (sentence) => {
        throw new Error(sentence);
      },
    });
    const noonMs = clock.startOf(wednesday) + 12 * HOUR;
    const read = () => days.read(noonMs, (day) => day.depthM[0] ?? Number.NaN);
    await days.prepare(noonMs, noonMs + DAY);
    expect(read()).toBe(1);
    level = 2;
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const refreshed = days.refresh(noonMs - HOUR);
    expect(days.isReady(noonMs)).toBe(true);
    expect(read()).toBe(1);
    release();
    await refreshed;
    expect(read()).toBe(2);
    expect(days.isReady(noonMs + DAY)).toBe(false);
    expect(solvedDays.slice(-1)).toEqual([wednesday]);
  });
});

describe('days ahead that are solved while the field changes today', () => {
  it('are solved anew, from what today ends with now', async () => {
    const clock = createLocalClock('UTC');
    const wednesday = clock.dayOf(Date.UTC(2026, 10, 25, 12));
    const noonMs = clock.startOf(wednesday) + 12 * HOUR;
    let level = 1;
    const begunWith: (number | undefined)[] = [];
    const days = createNetworkDays({
      clock,
      planOf: (day) => ({ ...quiet, weekday: day }),
      solve: async ({ weekday }, state) => {
        if (weekday > wednesday) begunWith.push(state?.tankLevelM[0]);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return aDay(level);
      },
      report: (sentence) => {
        throw new Error(sentence);
      },
    });
    await days.prepare(noonMs, noonMs);
    expect(days.isReady(noonMs)).toBe(true);
    level = 2;
    const refreshed = days.refresh(noonMs);
    await Promise.all([refreshed, days.prepare(noonMs, noonMs + DAY)]);
    await days.prepare(noonMs, noonMs + DAY);
    expect(begunWith.at(-1)).toBe(2);
  });
});

const aDay = (depth: number): SolvedDay => ({
  timeS: Float64Array.of(0, 86_400),
  isSwitch: new Uint8Array(2),
  depthM: Float32Array.of(depth, depth),
  ...{ flowM3s: new Float32Array(), speed: new Float32Array(), powerW: new Float32Array() },
  end: {
    tankLevelM: Float64Array.of(depth),
    isOpen: new Uint8Array(),
    pumpSpeed: new Float64Array(),
  },
});
