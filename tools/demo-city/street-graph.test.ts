import { describe, expect, it } from 'vitest';
import { groundLevel } from './landscape.ts';
import { cross, distance, type Point, subtract } from './plane.ts';
import { site } from './site.ts';
import { createStreetGraph, stationsOf } from './street-graph.ts';
import { findAccesses, footprintOf } from './street-graph-access.ts';
import { findWays } from './street-graph-path.ts';
import { foundTown } from './town.ts';

const town = foundTown({ seed: 'test' });
const graph = createStreetGraph(town.layout, 'test');
const accesses = findAccesses(graph, town.buildings);

/** Driving takes its length; against a one-way street there is no way. */
const drive = (edge: number, from: number): number | undefined => {
  const { lengthM, isOneWay, from: start } = graph.edges[edge]!;
  return isOneWay && start !== from ? undefined : lengthM;
};

const doCross = (a: Point, b: Point, c: Point, d: Point): boolean => {
  const side = (e: Point, f: Point, g: Point) => Math.sign(cross(subtract(f, e), subtract(g, e)));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
};

describe('the street graph', { timeout: 60_000 }, () => {
  it('is the same for the same town and seed', () => {
    expect(JSON.stringify(createStreetGraph(town.layout, 'test'))).toBe(JSON.stringify(graph));
  });

  it('hangs together over its bridges, and falls into two banks without them', () => {
    const whole = findWays(graph, [0], () => 1);
    expect(whole.costs.every(Number.isFinite)).toBe(true);
    const dry = findWays(graph, [0], (edge) => (graph.edges[edge]!.bridge ? undefined : 1));
    for (const [node, { plan }] of graph.nodes.entries()) {
      const isSameBank = plan.x > site.river.x === graph.nodes[0]!.plan.x > site.river.x;
      expect(Number.isFinite(dry.costs[node]), graph.nodes[node]!.id).toBe(isSameBank);
    }
  });

  it('has one crossing where streets meet, never two side by side', () => {
    const cells = new Map<string, number[]>();
    for (const [node, { at }] of graph.nodes.entries()) {
      for (const across of [0, 3]) {
        for (const along of [0, 3]) {
          const cell = `${across} ${along} ${Math.floor((at.x + across) / 6)} ${Math.floor((at.y + along) / 6)}`;
          cells.set(cell, [...(cells.get(cell) ?? []), node]);
        }
      }
    }
    for (const nodes of cells.values()) {
      for (const node of nodes) {
        const near = nodes.filter(
          (other) => other > node && distance(graph.nodes[other]!.at, graph.nodes[node]!.at) < 3,
        );
        expect(near, graph.nodes[node]!.id).toEqual([]);
      }
    }
  });

  it('runs each way from crossing to crossing without a jump', () => {
    for (const { id, from, to, line, plan, lengthM } of graph.edges) {
      expect(line[0], id).toEqual(graph.nodes[from]!.at);
      expect(line.at(-1), id).toEqual(graph.nodes[to]!.at);
      expect(plan.length, id).toBe(line.length);
      for (const [index, point] of line.slice(1).entries()) {
        expect(distance(point, line[index]!), id).toBeLessThan(35);
      }
      expect(lengthM, id).toBeCloseTo(stationsOf(line).at(-1)!, 6);
      expect(lengthM, id).toBeGreaterThan(1);
    }
  });

  it('lies on the ground, and on decks high above the river', () => {
    let overWater = 0;
    for (const { id, line, plan, bridge } of graph.edges) {
      for (const [index, point] of plan.entries()) {
        const ground = groundLevel(point);
        const isOverWater = Math.abs(point.x - site.river.x) < site.river.halfWidth - 5;
        if (isOverWater) {
          expect(bridge, id).toBeDefined();
          expect(line[index]!.z, id).toBeGreaterThan(2);
          overWater += 1;
        }
        if (!bridge) expect(line[index]!.z, id).toBeCloseTo(ground, 6);
      }
    }
    expect(overWater).toBeGreaterThan(10);
  });

  it('dives below the railway twice and crosses it on the level elsewhere', () => {
    const crossing = graph.edges.filter(({ crossesRailway }) => crossesRailway);
    const under = crossing.filter(({ isUnderpass }) => isUnderpass);
    expect(under.map(({ name }) => name).sort()).toEqual(['Lindenallee', 'Werftstraße']);
    for (const { line } of under) {
      const levels = line.map(({ z }) => z);
      expect(Math.min(...levels)).toBeLessThan(Math.max(...levels) - 2);
    }
    expect(crossing.length).toBeGreaterThan(under.length);
  });

  it('leads from every fire station to every building, one-way streets heeded', () => {
    const stations = town.buildings.flatMap(({ attributes }, index) =>
      attributes.use === 'fire station' ? [accesses[index]!] : [],
    );
    expect(stations.length).toBeGreaterThanOrEqual(4);
    expect(graph.edges.filter(({ isOneWay }) => isOneWay).length).toBeGreaterThan(100);
    for (const { edge } of stations) {
      const { from, to, isOneWay } = graph.edges[edge]!;
      const { costs } = findWays(graph, isOneWay ? [to] : [from, to], drive);
      for (const access of accesses) {
        const street = graph.edges[access.edge]!;
        const least = Math.min(costs[street.from]!, street.isOneWay ? Infinity : costs[street.to]!);
        expect(Number.isFinite(least), access.building).toBe(true);
      }
    }
  });
});

describe('the access of a building', { timeout: 60_000 }, () => {
  it('is there for every building, from its wall to a place on a street', () => {
    expect(accesses.map(({ building }) => building)).toEqual(town.buildings.map(({ id }) => id));
    for (const { building, edge, stationM, distanceM } of accesses) {
      expect(stationM, building).toBeGreaterThanOrEqual(0);
      expect(stationM, building).toBeLessThanOrEqual(graph.edges[edge]!.lengthM + 1e-6);
      expect(distanceM, building).toBeLessThan(80);
    }
  });

  it('passes through no other building', () => {
    const rings = town.buildings.map((building) => footprintOf(building));
    for (let index = 0; index < accesses.length; index += 331) {
      const { building, edge, entrance, stationM, isFree } = accesses[index]!;
      expect(isFree, building).toBe(true);
      const { line } = graph.edges[edge]!;
      const stations = stationsOf(line);
      const at = Math.max(
        1,
        stations.findIndex((station) => station >= stationM - 1e-9),
      );
      const share = (stationM - stations[at - 1]!) / (stations[at]! - stations[at - 1]!);
      const mix = (a: number, b: number, by: number) => a + (b - a) * by;
      const street = {
        x: mix(line[at - 1]!.x, line[at]!.x, share),
        y: mix(line[at - 1]!.y, line[at]!.y, share),
      };
      const off = Math.min(0.5, 0.35 / distance(entrance, street));
      const start = { x: mix(entrance.x, street.x, off), y: mix(entrance.y, street.y, off) };
      const hit = rings.findIndex((own) =>
        own.some((ring) =>
          ring.some((a, corner) => doCross(start, street, a, ring[(corner + 1) % ring.length]!)),
        ),
      );
      expect(hit, building).toBe(-1);
    }
  });

  it('lies on the street of the address nearly always', () => {
    const matches = accesses.filter(({ edge }, index) => {
      const address = String(town.buildings[index]!.attributes.address);
      return address.startsWith(graph.edges[edge]!.name);
    });
    expect(matches.length / accesses.length).toBeGreaterThan(0.95);
  });
});
