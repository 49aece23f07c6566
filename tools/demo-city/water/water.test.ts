import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { judge, unwatched } from '#server/alarms/judgement.ts';
import { createLocalClock, HOUR, MINUTE } from '#server/sources/simulated/local-clock.ts';
import { createRain } from '#server/sources/simulated/rain.ts';
import { planDay } from '#server/sources/simulated/water/day-plan.ts';
import { openNetwork } from '#server/sources/simulated/water/network-model.ts';
import { valueAt } from '#server/sources/simulated/water/solved-day.ts';
import { createWeather } from '#server/sources/simulated/weather.ts';
import type { FieldEvent } from '#server/sources/source.ts';
import { layCorridor } from '../corridor.ts';
import { waterMeters } from '../sensors/water-meters.ts';
import { site } from '../site.ts';
import { createStreetGraph } from '../street-graph.ts';
import { findAccesses } from '../street-graph-access.ts';
import { foundTown } from '../town.ts';
import { type Day, runDay } from './a-day.ts';
import { toPeople } from './demand.ts';
import { type HydraulicModel, openHydraulics } from './hydraulics.ts';
import { createWaterNetwork, type WaterNetwork, waterRuns, writeWaterModel } from './index.ts';
import { patterns, weekendPatterns } from './patterns.ts';

// The town that everyone sees.
const seed = site.id;
const metresPerBar = 10.2;
const PASCALS_PER_METRE = 9804;
const town = foundTown({ seed });
const graph = createStreetGraph(town.layout, seed);
const accesses = findAccesses(graph, town.buildings);

let water: WaterNetwork;
let inp: string;
let model: HydraulicModel;
let day: Day;

beforeAll(async () => {
  water = await createWaterNetwork(graph, town.buildings, accesses, seed);
  inp = writeWaterModel(water, layCorridor(graph, waterRuns(water)));
  model = await openHydraulics(inp);
  day = runDay(model);
}, 600_000);

const tanks = () => water.nodes.flatMap((node) => (node.kind === 'tank' ? [node] : []));
const junctions = () => water.nodes.flatMap((node) => (node.kind === 'junction' ? [node] : []));
const customerNodes = () => new Set(water.customers.map(({ node }) => node));

describe('the water network', { timeout: 120_000 }, () => {
  it('has as many junctions as a model of such a town has, and a node for every building', () => {
    expect(junctions().length).toBeGreaterThan(2000);
    expect(junctions().length).toBeLessThan(5000);
    const ids = new Set(water.nodes.map(({ id }) => id));
    expect(ids.size).toBe(water.nodes.length);
    expect(water.customers.map(({ building }) => building)).toEqual(
      town.buildings.map(({ id }) => id),
    );
    for (const { node } of water.customers) expect(ids.has(node), node).toBe(true);
  });

  it('is the same for the same town and seed', async () => {
    const again = await createWaterNetwork(graph, town.buildings, accesses, seed);
    expect(JSON.stringify(again) === JSON.stringify(water)).toBe(true);
  }, 600_000);

  it('reaches every customer from a well through what is open', () => {
    const neighbours = new Map<string, string[]>();
    const join = (from: string, to: string) =>
      neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    for (const { from, to, isClosed } of water.pipes) {
      if (isClosed) continue;
      join(from, to);
      join(to, from);
    }
    for (const { from, to } of [...water.pumps, ...water.regulators]) join(from, to);
    const reached = new Set(
      water.nodes.flatMap(({ id, kind }) => (kind === 'reservoir' ? [id] : [])),
    );
    for (const node of reached) for (const next of neighbours.get(node) ?? []) reached.add(next);
    for (const { id } of junctions()) expect(reached.has(id), id).toBe(true);
  });

  it('solves a day without a warning, with 2 to 6.5 bar at every customer and never less than none', () => {
    expect(day.warnings).toEqual([]);
    for (const { id } of junctions()) expect(day.least.get(id), id).toBeGreaterThan(0);
    for (const id of customerNodes()) {
      expect(day.least.get(id)! / metresPerBar, id).toBeGreaterThanOrEqual(2);
      expect(day.greatest.get(id)! / metresPerBar, id).toBeLessThanOrEqual(6.5);
    }
  });

  it('lets tanks rise and fall and end the day where they began', () => {
    for (const { id, elevationM, initialLevelM, leastLevelM, greatestLevelM } of tanks()) {
      expect(Math.abs(day.end.get(id)! - elevationM - initialLevelM), id).toBeLessThan(0.1);
      expect(day.greatest.get(id)! - day.least.get(id)!, id).toBeGreaterThan(0.5);
      expect(day.least.get(id), id).toBeGreaterThan(leastLevelM + 0.1);
      expect(day.greatest.get(id), id).toBeLessThanOrEqual(greatestLevelM + 0.001);
    }
  });

  it('gives as much water as is asked for', () => {
    const asked = junctions().flatMap(({ demands }) =>
      demands.map(({ meanM3s }) => meanM3s * 86_400),
    );
    const given = water.pumps
      .filter(({ use }) => use === 'well')
      .reduce((sum, { id }) => sum + day.passed.get(id)!, 0);
    const stored = tanks().reduce((sum, { id, elevationM, initialLevelM, diameterM }) => {
      return sum + (day.end.get(id)! - elevationM - initialLevelM) * (Math.PI / 4) * diameterM ** 2;
    }, 0);
    const total = asked.reduce((sum, one) => sum + one, 0);
    expect((given - stored) / total).toBeCloseTo(1, 2);
  });

  it('lets water run no faster than 1.5 m/s in the streets and 2 m/s in the mains above them', () => {
    for (const { id, role, innerM } of water.pipes) {
      const velocity = day.peak.get(id)! / ((Math.PI / 4) * innerM ** 2);
      expect(velocity, id).toBeLessThanOrEqual(role === 'main' ? 1.5 : 2);
    }
  });

  it('gets through a Sunday after a weekday, and through the Monday after it', async () => {
    const sunday = inp.replace(/\[DEMANDS\][^[]*/, (section) =>
      section.replace(/ (\w+)$/gm, (whole, use: string) =>
        use in weekendPatterns ? ` ${weekendPatterns[use as keyof typeof weekendPatterns]}` : whole,
      ),
    );
    expect(sunday).not.toBe(inp);
    const chain = [sunday, inp];
    let levels = new Map(tanks().map(({ id, initialLevelM }) => [id, initialLevelM]));
    for (const text of chain) {
      const one = await openHydraulics(text);
      for (const [id, level] of levels) one.setLevel(id, level);
      const { warnings, least, end } = runDay(one);
      one.close();
      expect(warnings).toEqual([]);
      for (const id of customerNodes())
        expect(least.get(id)! / metresPerBar, id).toBeGreaterThan(2);
      levels = new Map(
        tanks().map(({ id, elevationM, greatestLevelM }) => [
          id,
          Math.min(greatestLevelM, end.get(id)! - elevationM),
        ]),
      );
    }
    for (const { id, initialLevelM } of tanks()) {
      expect(Math.abs(levels.get(id)! - initialLevelM), id).toBeLessThan(0.8);
    }
  });

  it('keeps 1.5 bar where the fire brigade draws 13 l/s at the busiest hour, nearly everywhere at 26 l/s', () => {
    const held = model;
    for (const { id, elevationM } of tanks()) held.setLevel(id, day.morning.get(id)! - elevationM);
    held.holdAt(7 * 3600);
    const sample = water.hydrants.filter((_, index) => index % 97 === 0);
    const leftAt = (node: string, flowM3s: number) =>
      held.drawing(node, flowM3s, () => {
        let pressure = 0;
        held.run(({ pressuresM }) => {
          pressure = pressuresM[held.nodeIds.indexOf(node)]!;
        });
        return pressure / metresPerBar;
      });
    const served = customerNodes();
    const inTown = sample.filter(({ node }) => served.has(node));
    expect(inTown.length).toBeGreaterThan(30);
    for (const { node } of inTown) expect(leftAt(node, 0.0133), node).toBeGreaterThanOrEqual(1.5);
    const strong = inTown.filter(({ node }) => leftAt(node, 0.0267) >= 1.5);
    expect(strong.length / inTown.length).toBeGreaterThan(0.85);
  });
});

describe('the metered areas', { timeout: 60_000 }, () => {
  it('hold 8,000 to 20,000 people or their equals each, on the hills fewer', () => {
    const people = water.dmas.map(({ meanDemandM3s }) => toPeople(meanDemandM3s));
    for (const [index, { id, zone }] of water.dmas.entries()) {
      if (zone === 'main' || zone === 'low') {
        expect(people[index], id).toBeGreaterThan(8000);
        expect(people[index], id).toBeLessThan(23_000);
      }
    }
    const zones = new Set(water.dmas.map(({ zone }) => zone));
    expect(zones).toEqual(new Set(['low', 'main', 'high', 'top']));
  });

  it('are fed through their metered inlet alone', () => {
    const dmaOf = new Map(junctions().map(({ id, dma }) => [id, dma]));
    const inlets = new Set(water.dmas.flatMap(({ inlet, reserveInlet }) => [inlet, reserveInlet]));
    for (const { id, from, to, isClosed, role } of water.pipes) {
      if (isClosed || role === 'works' || inlets.has(id)) continue;
      expect(dmaOf.get(from), id).toBe(dmaOf.get(to));
    }
    const withTank = new Set(['high', 'top']);
    for (const { id, zone, inlet, meanDemandM3s } of water.dmas) {
      if (withTank.has(zone)) continue;
      // A booster that starts inside the area takes its share too.
      const boosted = water.pumps
        .filter(({ from }) => dmaOf.get(from) === id)
        .reduce((sum, pump) => sum + day.passed.get(pump.id)!, 0);
      const ratio = (day.passed.get(inlet)! - boosted) / (meanDemandM3s * 86_400);
      expect(ratio, id).toBeCloseTo(1, 2);
    }
  });

  it('lie on a ring main on each bank: any one of its pipes may break', () => {
    const ring = water.pipes.filter(({ role, isClosed }) => role === 'transmission' && !isClosed);
    const ends = new Map<string, number>();
    for (const { from, to } of ring) {
      for (const node of [from, to]) ends.set(node, (ends.get(node) ?? 0) + 1);
    }
    // As many independent loops as there are pipes beyond those of a forest: two rings, each with a link.
    const parts = new Set<string>();
    const parents = new Map<string, string>();
    const rootOf = (node: string): string => {
      let root = node;
      while (parents.has(root)) root = parents.get(root)!;
      return root;
    };
    for (const { from, to } of ring) {
      const [a, b] = [rootOf(from), rootOf(to)];
      if (a !== b) parents.set(a, b);
    }
    for (const node of ends.keys()) parts.add(rootOf(node));
    expect(parts.size).toBe(2);
    expect(ring.length - ends.size + parts.size).toBeGreaterThanOrEqual(4);
  });

  it('hold the pressure of low areas down', () => {
    expect(water.regulators.length).toBeGreaterThan(3);
    for (const { id, from, to, settingM } of water.regulators) {
      expect(day.greatest.get(to)!, id).toBeLessThan(settingM + 0.5);
      expect(day.greatest.get(from)!, id).toBeGreaterThan(settingM + 3);
    }
  });
});

describe('a drill in it', { timeout: 120_000 }, () => {
  it('is noticed within a quarter of an hour, whatever main breaks at whatever hour', async () => {
    const ground = { town, graph, random: createRandom(seed).fork('sensors') };
    const loggers = waterMeters(water, ground, day.least).flatMap(
      ({ kind, element, datastreams }) => {
        const thresholds = datastreams[0]?.thresholds;
        return kind === 'pressure' && element && thresholds ? [{ element, thresholds }] : [];
      },
    );
    expect(loggers.length).toBeGreaterThan(150);
    const nodes = loggers.map(({ element }) => element);
    const network = await openNetwork(inp, { nodes, links: [] });
    const clock = createLocalClock(site.timeZone);
    const weather = createWeather(
      1,
      { longitudeDeg: 10, latitudeDeg: 54 },
      clock,
      createRain(1, clock),
    );
    const friday = clock.dayOf(Date.parse('2026-11-27T12:00Z'));
    const startMs = clock.startOf(friday);
    let drills = 0;
    for (let run = 0; run < 3; run++) {
      // One an hour, each repaired before the next, so that every hour is tried with a main of its own.
      const field = Array.from({ length: 24 }, (_, hour): FieldEvent[] => {
        const atMs = startMs + hour * HOUR + 10 * MINUTE;
        const action = { act: 'repair', network: 'water', link: 'P' } as const;
        return [
          { kind: 'drill', atMs, seed: run * 24 + hour },
          { kind: 'action', atMs: atMs + 20 * MINUTE, action },
        ];
      }).flat();
      const solved = network.solve(planDay(friday, { seed: 7, clock, weather }, field));
      for (const event of field) {
        if (event.kind !== 'drill') continue;
        const fromS = (event.atMs - startMs) / 1000;
        const isNoticed = loggers.some(({ thresholds }, logger) => {
          let watch = unwatched;
          for (let afterS = 10; afterS <= 900; afterS += 10) {
            const value = valueAt(solved, 'depthM', logger, fromS + afterS) * PASCALS_PER_METRE;
            const reading = { timeMs: event.atMs + afterS * 1000, value, quality: 0 };
            ({ watch } = judge(watch, thresholds, reading));
          }
          return watch.level === 'alarm';
        });
        expect(isNoticed, `drill ${event.seed} at ${fromS / 3600} h`).toBe(true);
        drills++;
      }
    }
    expect(drills).toBe(72);
    network.close();
  });
});

it('has weekday patterns whose mean is one', () => {
  for (const use of Object.keys(weekendPatterns)) {
    const values = patterns[use as keyof typeof patterns];
    expect(values).toHaveLength(24);
    expect(values.reduce((sum, one) => sum + one, 0) / 24).toBeCloseTo(1, 2);
  }
});
