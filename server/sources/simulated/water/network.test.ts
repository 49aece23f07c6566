import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLocalClock, DAY, HOUR } from '../local-clock.ts';
import { createRain } from '../rain.ts';
import { createWeather } from '../weather.ts';
import { type DayPlan, leakAt, planDay } from './day-plan.ts';
import { hourlyDemand } from './demand.ts';
import { createNetworkDays } from './network-days.ts';
import { openNetwork } from './network-model.ts';
import { type SolvedDay, valueAt } from './solved-day.ts';

/** A spring, two pumps side by side, a tank, two customers; litres a second and metres. */
const inp = `[JUNCTIONS]
 J1 20
 J2 22 4 home
 J3 25 6 home
[RESERVOIRS]
 R 10
[TANKS]
 T 62 3 0.5 6 14 0
[PIPES]
 P1 J1 J2 400 250 100 0 Open
 P2 J2 J3 300 200 100 0 Open
 P3 J2 T 200 250 100 0 Open
[PUMPS]
 PU1 R J1 HEAD C
 PU2 R J1 HEAD C
[CURVES]
 C 9 62
[CONTROLS]
 LINK PU2 OPEN IF NODE T BELOW 2
 LINK PU2 CLOSED IF NODE T ABOVE 5
[PATTERNS]
 home 0.3 0.3 0.3 0.3 0.4 0.8 1.6 1.8 1.4 1.1 1 1
 home 1.1 1 0.9 0.9 1.1 1.3 1.6 1.6 1.3 1 0.7 0.5
 homeWeekend 0.4 0.4 0.3 0.3 0.3 0.4 0.6 0.9 1.4 1.8 1.7 1.4
 homeWeekend 1.2 1.1 1 1 1.1 1.2 1.4 1.4 1.2 1 0.8 0.6
[TIMES]
 Duration 24:00
 Hydraulic Timestep 1:00
 Pattern Timestep 1:00
[OPTIONS]
 Units LPS
 Headloss H-W
[END]
`;
const watched = {
  nodes: ['J2', 'J3', 'T', 'R', 'nowhere'],
  links: ['P1', 'P2', 'PU1', 'PU2', 'P3'],
};
const plan = (change: Partial<DayPlan> = {}): DayPlan => ({
  ...{ weekday: 1, isDayOff: false, lengthS: 86_400, leakSeed: 0, outage: undefined },
  demand: new Float64Array(25).fill(1),
  leakLs: new Float64Array(25),
  bursts: [],
  switches: [],
  ...change,
});
const column = (ids: readonly string[], id: string) => ids.indexOf(id);
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const flow = (day: SolvedDay, link: string, seconds: number) =>
  valueAt(day, 'flowM3s', column(watched.links, link), seconds);
const meanOf = (day: SolvedDay, link: string) =>
  Array.from({ length: 1440 }, (_, at) => flow(day, link, at * 60)).reduce((a, b) => a + b) / 1440;

describe('a day of the water network', () => {
  it('names only the elements that the file has', async () => {
    const network = await openNetwork(inp, watched);
    expect(network.watched.nodes).toEqual(['J2', 'J3', 'T', 'R']);
    network.close();
  });

  it('keeps the water: what goes into the tank is what was pumped and not drawn', async () => {
    const network = await openNetwork(inp, watched);
    const day = network.solve(plan());
    const level = (seconds: number) => valueAt(day, 'depthM', 2, seconds);
    const area = Math.PI * 7 ** 2;
    const stored = (level(86_400) - level(0)) * area;
    expect(Math.abs(stored)).toBeGreaterThan(5);
    // Rows hold over a step, the mean interpolates: 3 % of a day's 864 m³.
    expect(meanOf(day, 'P3') * 86_400).toBeCloseTo(stored, -1.4);
    expect(level(0)).toBeCloseTo(3, 5);
    network.close();
  });

  it('draws as the pattern says, in slopes, later at weekends', async () => {
    const network = await openNetwork(inp, watched);
    const weekday = network.solve(plan());
    const dayOff = network.solve(plan({ weekday: 6, isDayOff: true }));
    const at = (day: SolvedDay, hour: number) => flow(day, 'P2', hour * 3600) / 0.006;
    expect(at(weekday, 7.5)).toBeCloseTo(1.8, 1);
    expect(at(dayOff, 7.5)).toBeCloseTo(0.9, 1);
    expect(at(dayOff, 9.5)).toBeCloseTo(1.8, 1);
    expect(at(weekday, 6)).toBeGreaterThan(0.9);
    expect(at(weekday, 6)).toBeLessThan(1.5);
    network.close();
  });

  it('lets a leak run beside the demand and leaves nothing of it for the next day', async () => {
    const network = await openNetwork(inp, watched);
    const sound = network.solve(plan());
    const leaking = network.solve(plan({ leakLs: new Float64Array(25).fill(3) }));
    const after = network.solve(plan());
    const night = (day: SolvedDay) =>
      flow(day, 'P2', 3 * 3600) + flow(day, 'P1', 3 * 3600) - flow(day, 'P3', 3 * 3600);
    expect(night(leaking) - night(sound)).toBeGreaterThan(0.002);
    expect(valueAt(leaking, 'depthM', 0, 1800)).toBeLessThan(valueAt(sound, 'depthM', 0, 1800));
    expect([...after.flowM3s]).toEqual([...sound.flowM3s]);
    network.close();
  });

  it('stops a pump that has another one beside it, at once and only for the outage', async () => {
    const network = await openNetwork(inp, watched);
    const day = network.solve(plan({ outage: { seed: 0, fromS: 36_000, toS: 39_600 } }));
    const speed = (seconds: number) => valueAt(day, 'speed', column(watched.links, 'PU1'), seconds);
    expect([35_999, 36_001, 39_599].map(speed)).toEqual([1, 0, 0]);
    expect(speed(40_300)).toBe(1);
    const power = (seconds: number) =>
      valueAt(day, 'powerW', column(watched.links, 'PU1'), seconds);
    expect(power(37_000)).toBe(0);
    expect(power(30_000)).toBeGreaterThan(1000);
    network.close();
  });

  it('solves the same again, whatever was solved in between', async () => {
    const network = await openNetwork(inp, watched);
    const first = network.solve(plan());
    network.solve(plan({ isDayOff: true }), first.end);
    expect([...network.solve(plan()).depthM]).toEqual([...first.depthM]);
    network.close();
  });

  it('refuses what is no network', async () => {
    await expect(openNetwork('[JUNCTIONS]\n J1 x\n', watched)).rejects.toThrow();
  });

  const shared = '/../../../../../shared/data/pipes/water/L-TOWN.inp';
  const file = `${import.meta.dirname}${shared}`;
  it.skipIf(!existsSync(file))(
    'runs a week of L-Town without losing its tank (shared data)',
    async () => {
      const network = await openNetwork(readFileSync(file, 'utf8'), {
        nodes: ['n1', 'T1'],
        links: ['p1'],
      });
      let end: SolvedDay['end'] | undefined;
      for (let weekday = 0; weekday < 7; weekday += 1) {
        const day: SolvedDay = network.solve(plan({ weekday, isDayOff: weekday > 4 }), end);
        end = day.end;
        for (const hour of hours) {
          expect(valueAt(day, 'depthM', 0, hour * 3600)).toBeGreaterThan(15);
          expect(valueAt(day, 'depthM', 1, hour * 3600)).toBeGreaterThan(0.1);
        }
      }
      network.close();
    },
  );
});

const clock = createLocalClock('Europe/Berlin');
const weather = createWeather(
  1,
  { longitudeDeg: 10, latitudeDeg: 54 },
  clock,
  createRain(1, clock),
);
const around = { seed: 4, clock, weather };
const monday = clock.dayOf(Date.parse('2026-11-23T12:00Z'));

describe('the plan of a day', () => {
  it('has as many hours as the local day', () => {
    const spring = clock.dayOf(Date.parse('2026-03-29T12:00Z'));
    expect(planDay(spring, around)).toMatchObject({ lengthS: 23 * 3600, isDayOff: true });
    expect(planDay(spring, around).demand).toHaveLength(24);
    expect(planDay(monday, around)).toMatchObject({ weekday: 0, isDayOff: false, lengthS: 86_400 });
  });

  it('lets a leak grow for days without a step, repairs it, and leaves a pause', () => {
    const at = Array.from({ length: 24 * 24 }, (_, hour) =>
      leakAt(around, clock.startOf(monday) + hour * HOUR),
    );
    const steps = at.slice(1).map((flow, index) => flow - at[index]!);
    const repairs = steps.filter((step) => step < -1e-9);
    expect(repairs).toHaveLength(2);
    expect(Math.min(...repairs)).toBeLessThan(-4);
    expect(Math.max(...steps)).toBeLessThan(0.12);
    expect(at.filter((flow) => flow === 0).length / at.length).toBeCloseTo(0.2, 1);
  });

  it('has its mean demand over the day and more on hot days', () => {
    const mean =
      Array.from({ length: 240 }, (_, at) => hourlyDemand(at / 10, false)).reduce((a, b) => a + b) /
      240;
    expect(mean).toBeCloseTo(1, 1);
    const demandOf = (celsius: number) =>
      planDay(monday, {
        ...around,
        weather: { ...weather, temperature: () => celsius, cloud: () => 0 },
      }).demand[12]!;
    expect(demandOf(30) / demandOf(10)).toBeCloseTo(1.286, 2);
  });
});

/** A network whose one value is the number of days since its chain began, plus the share of the day. */
const counting = async (_plan: DayPlan, state?: SolvedDay['end']): Promise<SolvedDay> => {
  const days = state ? state.tankLevelM[0]! : 0;
  return {
    ...{ timeS: Float64Array.of(0, 86_400), isSwitch: Uint8Array.of(0, 0) },
    depthM: Float32Array.of(days, days + 1),
    ...{ flowM3s: new Float32Array(), speed: new Float32Array(), powerW: new Float32Array() },
    end: {
      tankLevelM: Float64Array.of(days + 1),
      isOpen: Uint8Array.of(),
      pumpSpeed: Float64Array.of(),
    },
  };
};
const level = (day: SolvedDay, seconds: number) => valueAt(day, 'depthM', 0, seconds);

describe('days of the network', () => {
  const said: string[] = [];
  const aLine = (solve = counting) =>
    createNetworkDays({
      clock,
      planOf: (day) => planDay(day, around),
      solve,
      report: (text) => said.push(text),
    });
  const at = (day: number, hour: number) => clock.startOf(monday + day) + hour * HOUR;

  it('carry their tanks on and go over from week to week without a jump', async () => {
    const days = aLine();
    await days.prepare(at(0, 0), at(14, 0));
    // Monday is the second day of its chain, Saturday the seventh.
    expect(days.read(at(0, 12), level)).toBeCloseTo(1.5, 5);
    expect(days.read(at(5, 12), level)).toBeCloseTo(6.5, 5);
    expect(days.read(at(6, 0), level)).toBeCloseTo(7, 5);
    // Half of the old chain's 7.5 and half of the new one's 0.5.
    expect(days.read(at(6, 12), level)).toBeCloseTo(4, 5);
    expect(days.read(at(7, 0) - 1, level)).toBeCloseTo(1, 4);
    expect(days.read(at(7, 0), level)).toBeCloseTo(1, 5);
  });

  it('give the same whichever day is asked for first', async () => {
    const [early, late] = [aLine(), aLine()];
    await early.prepare(at(0, 0), at(10, 0));
    await late.prepare(at(9, 0), at(9, 1));
    await late.prepare(at(6, 0), at(6, 1));
    for (const timeMs of [at(9, 5), at(6, 17)]) {
      expect(late.read(timeMs, level)).toBe(early.read(timeMs, level));
    }
  });

  it('say whether they are ready, and have no value before', async () => {
    const days = aLine();
    expect(days.isReady(at(2, 3))).toBe(false);
    expect(days.read(at(2, 3), level)).toBeNaN();
    await days.prepare(at(2, 3), at(2, 3));
    expect(days.isReady(at(2, 3))).toBe(true);
    expect(days.isReady(at(3, 3))).toBe(false);
  });

  it('report a day without a solution once, have no value for it, and go on', async () => {
    const days = aLine(async (day, state) => {
      if (day.weekday === 2) throw new Error('Error 110: cannot solve hydraulic equations');
      return counting(day, state);
    });
    await days.prepare(at(1, 0), at(3, 12));
    await days.prepare(at(1, 0), at(3, 12));
    expect(said).toEqual([
      'The water network has no solution for 2026-11-25: Error 110: cannot solve hydraulic equations',
    ]);
    expect(days.isReady(at(2, 12))).toBe(true);
    expect(days.read(at(2, 12), level)).toBeNaN();
    expect(days.read(at(3, 12), level)).toBeCloseTo(0.5, 5);
  });

  it('spans no more than the week before when a day is asked for', async () => {
    let solved = 0;
    const days = aLine(async (day, state) => {
      solved += 1;
      return counting(day, state);
    });
    await days.prepare(at(6, 1), at(6, 1) + DAY / 2);
    expect(solved).toBe(9);
  });
});
