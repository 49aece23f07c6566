import { beforeAll, describe, expect, it } from 'vitest';
import { findPipeCrossings } from '../corridor-clearance.ts';
import { layNetworks } from '../networks/index.ts';
import type { Network, NetworkPipe } from '../networks/network.ts';
import { createStreetGraph } from '../street-graph.ts';
import { findAccesses } from '../street-graph-access.ts';
import { foundTown } from '../town.ts';
import { createWaterNetwork, type WaterNetwork, waterRuns } from './index.ts';
import { toNetwork, writeWater } from './write-water.ts';

// Another town than that of water.test.ts, so that two seeds are held to what must be true of both.
const seed = 'test';
const town = foundTown({ seed });
const graph = createStreetGraph(town.layout, seed);
const accesses = findAccesses(graph, town.buildings);

let water: WaterNetwork;
let networks: ReturnType<typeof layNetworks>;
let laid: Network;
let others: readonly NetworkPipe[];

beforeAll(async () => {
  water = await createWaterNetwork(graph, town.buildings, accesses, seed);
  networks = layNetworks({
    ...{ town, graph, accesses, seed, isWhole: true, water: waterRuns(water) },
  });
  others = Object.values(networks).flatMap((part) => ('pipes' in part ? part.pipes : []));
  laid = toNetwork(water, networks.corridor, others);
}, 600_000);

describe('valves and hydrants', () => {
  it('shut every pipe at a border by one valve, and no other pipe', () => {
    const shut = water.valves.filter(({ isClosed }) => isClosed).map(({ link }) => link);
    const closed = water.pipes.filter(({ isClosed }) => isClosed).map(({ id }) => id);
    expect([...shut].sort()).toEqual([...closed].sort());
  });

  it('stand each at an end of its pipe', () => {
    const pipes = new Map(water.pipes.map((pipe) => [pipe.id, pipe]));
    expect(new Set(water.valves.map(({ id }) => id)).size).toBe(water.valves.length);
    for (const { id, link, node } of water.valves) {
      const pipe = pipes.get(link)!;
      expect([pipe.from, pipe.to], id).toContain(node);
    }
  });

  it('cut the mains into segments no longer than two kilometres', () => {
    const parents = new Map<string, string>();
    const rootOf = (id: string): string => {
      let root = id;
      while (parents.has(root)) root = parents.get(root)!;
      return root;
    };
    const valved = new Set(water.valves.map(({ link, node }) => `${link} ${node}`));
    for (const { id, from, to } of water.pipes) {
      for (const node of [from, to]) {
        if (valved.has(`${id} ${node}`)) continue;
        const [a, b] = [rootOf(id), rootOf(node)];
        if (a !== b) parents.set(a, b);
      }
    }
    const lengths = new Map<string, number>();
    for (const { id, role, lengthM } of water.pipes) {
      if (role === 'main') lengths.set(rootOf(id), (lengths.get(rootOf(id)) ?? 0) + lengthM);
    }
    expect(Math.max(...lengths.values())).toBeLessThan(2000);
    expect(lengths.size).toBeGreaterThan(1500);
  });

  it('put a hydrant within 60 m along the streets of every place on a main', () => {
    const edges = new Set(
      water.pipes.flatMap(({ role, course }) =>
        role === 'main' && course.kind === 'street' ? course.edges.map(({ edge }) => edge) : [],
      ),
    );
    const costs = graph.nodes.map(() => Infinity);
    const onEdge = new Map<number, number[]>();
    for (const { edge, stationM } of water.hydrants) {
      const { from, to, lengthM } = graph.edges[edge]!;
      costs[from] = Math.min(costs[from]!, stationM);
      costs[to] = Math.min(costs[to]!, lengthM - stationM);
      onEdge.set(edge, [...(onEdge.get(edge) ?? []), stationM]);
    }
    for (let isDone = false; !isDone; ) {
      isDone = true;
      for (const edge of edges) {
        const { from, to, lengthM } = graph.edges[edge]!;
        for (const [a, b] of [
          [from, to],
          [to, from],
        ] as const) {
          if (costs[a]! + lengthM >= costs[b]! - 1e-9) continue;
          costs[b] = costs[a]! + lengthM;
          isDone = false;
        }
      }
    }
    for (const edge of edges) {
      const { id, from, to, lengthM } = graph.edges[edge]!;
      for (let station = 0; station <= lengthM; station += 5) {
        const own = (onEdge.get(edge) ?? []).map((at) => Math.abs(at - station));
        const off = Math.min(costs[from]! + station, costs[to]! + lengthM - station, ...own);
        expect(off, `${id} at ${station}`).toBeLessThanOrEqual(62);
      }
    }
  });
});

describe('the collections of the water network', { timeout: 120_000 }, () => {
  it('lead every pipe from node to node in three dimensions', () => {
    const nodes = new Map(laid.nodes.map((node) => [node.id, node]));
    for (const { id, from, to, line } of laid.pipes) {
      const gap = (node: string, end: { x: number; y: number }) => {
        const { at } = nodes.get(node)!;
        return Math.hypot(at.x - end.x, at.y - end.y);
      };
      expect(gap(from, line[0]!), id).toBeLessThan(0.01);
      expect(gap(to, line.at(-1)!), id).toBeLessThan(0.01);
      expect(
        line.every(({ z }) => Number.isFinite(z)),
        id,
      ).toBe(true);
    }
  });

  it('cross no other network nearer than 20 cm', () => {
    const pipes = [
      ...laid.pipes.map((pipe) => ({ ...pipe, outerDiameterM: pipe.outerM })),
      ...others.map((pipe) => ({ ...pipe, outerDiameterM: pipe.outerM })),
    ];
    const crossings = findPipeCrossings(pipes);
    const own = crossings.filter(({ pipes: pair }) => Math.min(...pair) < laid.pipes.length);
    expect(own.length).toBeGreaterThan(3000);
    const clashes = own.filter(({ clearanceM }) => clearanceM < 0.2);
    expect(clashes.map(({ pipes: [a, b] }) => `${pipes[a]!.id} ${pipes[b]!.id}`)).toEqual([]);
  });

  it('say what the schema of pipes asks for, under ids that occur once', () => {
    const collections = writeWater(water, networks.corridor, []);
    expect(collections.map(({ id }) => id).sort()).toEqual([
      'devices-water',
      'nodes-water',
      'pipes-water',
      'valves-water',
    ]);
    for (const { features } of collections)
      expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    const pipe = collections.find(({ id }) => id === 'pipes-water')!.features[0]!;
    expect(pipe.properties).toMatchObject({
      ...{ network: 'water', shape: 'circle', status: 'inService', verticalDatum: 'EPSG:7837' },
      ...{ fromNode: expect.any(String), material: expect.any(String) },
      ...{ installDate: expect.stringMatching(/^\d{4}$/), innerDiameter_mm: expect.any(Number) },
    });
  });
});
