import fc from 'fast-check';
import Flatbush from 'flatbush';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPipeCrossings } from '../corridor-clearance.ts';
import type { CorridorNetwork } from '../corridor-table.ts';
import { groundLevel } from '../landscape.ts';
import { between, cross, distance, type Point, subtract } from '../plane.ts';
import { toPlan } from '../site.ts';
import type { Point3 } from '../solids.ts';
import { createStreetGraph } from '../street-graph.ts';
import { findAccesses, footprintOf } from '../street-graph-access.ts';
import { foundTown } from '../town.ts';
import {
  layNetworks,
  type Network,
  type NetworkPipe,
  type TownNetworks,
  writeNetworks,
} from './index.ts';
import { isOnDistrictHeat } from './loads.ts';
import { fullFlow } from './sewer-sizes.ts';

const seed = 'test';

function build(only: readonly string[] | undefined) {
  const town = foundTown({ seed, only });
  const graph = createStreetGraph(town.layout, seed);
  const accesses = findAccesses(graph, town.buildings);
  const networks = layNetworks({ town, graph, accesses, seed, isWhole: !only });
  return { town, graph, networks };
}

const sewersOf = ({ storm, sanitary }: TownNetworks): readonly Network[] => [storm, sanitary];
const allOf = ({ corridor: _, ...networks }: TownNetworks): readonly Network[] =>
  Object.values(networks);

/** Nodes from which no outfall or plant is reached downstream, over pipes, pumps and weirs alike. */
function stranded({ nodes, pipes, devices }: Network): string[] {
  const upstream = new Map<string, string[]>();
  for (const { from, to } of [...pipes, ...devices]) {
    upstream.set(to, [...(upstream.get(to) ?? []), from]);
  }
  const ends = nodes.filter(({ kind }) => kind === 'outfall' || kind === 'plant');
  const reached = new Set(ends.map(({ id }) => id));
  for (const node of reached) for (const from of upstream.get(node) ?? []) reached.add(from);
  return nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
}

/** Nodes that no source feeds, over pipes and devices in both directions. */
function unfed({ nodes, pipes, devices }: Network, isSource: (kind: string) => boolean): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of [...pipes, ...devices]) {
    next.set(from, [...(next.get(from) ?? []), to]);
    next.set(to, [...(next.get(to) ?? []), from]);
  }
  const reached = new Set(nodes.filter(({ kind }) => isSource(kind)).map(({ id }) => id));
  for (const node of reached) for (const other of next.get(node) ?? []) reached.add(other);
  return nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
}

const slotOf = ({ id, network }: NetworkPipe): CorridorNetwork => {
  if (id.startsWith('GH')) return 'gasHigh';
  if (network === 'combined') return 'sanitary';
  if (network === 'telecom' || network === 'reclaimed') {
    throw new Error(`${id} is a line of ${network}; the town has none.`);
  }
  return network;
};

const groundOver = (point: Point3): number => groundLevel(toPlan(point)) - point.z;

describe.each([
  ['two districts', ['Altstadt', 'Lindenviertel']],
  ['the whole town', undefined],
] as const)('the networks of %s', { timeout: 120_000 }, (_, only) => {
  let built: ReturnType<typeof build>;
  beforeAll(() => {
    built = build(only);
  }, 120_000);

  it('lead water from every manhole down to an outfall or the plant', () => {
    for (const sewer of sewersOf(built.networks)) expect(stranded(sewer), sewer.id).toEqual([]);
  });

  it('let inverts rise in the direction of flow in force mains alone', () => {
    const rising = sewersOf(built.networks).flatMap(({ pipes }) =>
      pipes.filter(
        ({ role, line }) =>
          role !== 'forceMain' &&
          line.some((point, index) => index > 0 && point.z > line[index - 1]!.z + 1e-9),
      ),
    );
    expect(rising.map(({ id }) => id)).toEqual([]);
  });

  it('begin and end a sewer no lower than the bottom of its manholes', () => {
    for (const { pipes, nodes } of sewersOf(built.networks)) {
      const inverts = new Map(nodes.map(({ id, invertM }) => [id, invertM!]));
      const below = pipes.filter(
        ({ from, to, line, innerM, role }) =>
          role !== 'overflow' &&
          (line[0]!.z - innerM / 2 < inverts.get(from)! - 1e-6 ||
            line.at(-1)!.z - innerM / 2 < inverts.get(to)! - 1e-6),
      );
      expect(below.map(({ id }) => id)).toEqual([]);
    }
  });

  it('carry the design flow of all that drains to them, by Manning’s equation', () => {
    for (const { pipes } of sewersOf(built.networks)) {
      const small = pipes.filter(({ role, line, lengthM, innerM, more }) => {
        const slope = (line[0]!.z - line.at(-1)!.z) / lengthM;
        return role === 'main' && fullFlow(innerM, slope) < Number(more?.designFlow_m3s);
      });
      expect(small.map(({ id }) => id)).toEqual([]);
      expect(pipes.filter(({ role }) => role === 'main').length).toBeGreaterThan(50);
    }
  });

  it('throw storm water out above the usual level of river and sea', () => {
    const outfalls = sewersOf(built.networks).flatMap(({ nodes }) =>
      nodes.filter(({ kind }) => kind === 'outfall'),
    );
    expect(outfalls.length).toBeGreaterThan(0);
    for (const { id, invertM } of outfalls) expect(invertM, id).toBeGreaterThan(0.25);
  });

  it('drain every inlet and every catchment into a manhole', () => {
    for (const sewer of [built.networks.storm, built.networks.sanitary]) {
      const manholes = new Set(sewer.nodes.map(({ id }) => id));
      expect(sewer.inlets.filter(({ drainsTo }) => !manholes.has(drainsTo))).toEqual([]);
      expect(sewer.catchments.filter(({ outlet }) => !manholes.has(outlet))).toEqual([]);
    }
    expect(built.networks.storm.inlets.length).toBeGreaterThan(100);
  });

  it('join pipes at nodes that exist, where they end', () => {
    for (const { nodes, pipes, id: network } of allOf(built.networks)) {
      const places = new Map(nodes.map(({ id, at }) => [id, at]));
      expect(places.size, network).toBe(nodes.length);
      expect(new Set(pipes.map(({ id }) => id)).size, network).toBe(pipes.length);
      // Cables of higher voltage lie up to half a metre beside the node.
      const loose = pipes.filter(
        ({ from, to, line }) =>
          !(distance(places.get(from)!, line[0]!) < 0.6) ||
          !(distance(places.get(to)!, line.at(-1)!) < 0.6),
      );
      expect(loose.map(({ id }) => id)).toEqual([]);
    }
  });

  it('supply every house with power, with heat or gas as planned, and drain it', () => {
    const { power, gas, heatSupply, heatReturn, sanitary } = built.networks;
    expect(built.town.buildings.length).toBeGreaterThan(300);
    const wrong = built.town.buildings.filter((building) => {
      const { id } = building;
      const isHeated = isOnDistrictHeat(building);
      return (
        !power.supply.has(id) ||
        !sanitary.supply.has(id) ||
        heatSupply.supply.has(id) !== isHeated ||
        heatReturn.supply.has(id) !== isHeated ||
        gas.supply.has(id) === isHeated
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    for (const { nodes, supply } of [power, gas, heatSupply, sanitary]) {
      const listed = new Set(
        nodes.flatMap(({ id, buildings }) => buildings.map((b) => `${b} ${id}`)),
      );
      const unlisted = [...supply].filter(([building, node]) => !listed.has(`${building} ${node}`));
      expect(unlisted).toEqual([]);
    }
  });

  it('feed every node from a source', () => {
    const { power, gas, heatSupply, heatReturn } = built.networks;
    expect(unfed(gas, (kind) => kind === 'station')).toEqual([]);
    expect(unfed(heatSupply, (kind) => kind === 'plant')).toEqual([]);
    expect(unfed(heatReturn, (kind) => kind === 'plant')).toEqual([]);
    expect(unfed(power, (kind) => kind === 'station')).toEqual([]);
  });

  it('open each ring of the power grid at one switch, and feed every transformer all the same', () => {
    const { pipes, valves, nodes, devices } = built.networks.power;
    const open = new Set(valves.filter(({ isClosed }) => isClosed).map(({ link }) => link));
    const rings = new Map<string, number>();
    for (const { id, more } of pipes) {
      const ring = more?.ring;
      if (typeof ring === 'string')
        rings.set(ring, (rings.get(ring) ?? 0) + (open.has(id) ? 1 : 0));
    }
    expect(rings.size).toBeGreaterThan(0);
    for (const [ring, count] of rings) expect(count, ring).toBeLessThanOrEqual(1);
    const closed = {
      ...built.networks.power,
      nodes,
      devices,
      pipes: pipes.filter(({ id }) => !open.has(id)),
    };
    const dark = unfed(closed, (kind) => kind === 'station');
    const transformers = new Set(built.networks.power.transformers.map(({ id }) => id));
    expect(dark.filter((id) => transformers.has(id))).toEqual([]);
  });

  it('keep at least 20 cm between pipes of different networks where they cross', () => {
    const pipes = allOf(built.networks).flatMap((network) => network.pipes);
    const crossings = findPipeCrossings(
      pipes.map((pipe) => ({
        network: slotOf(pipe),
        line: pipe.line,
        outerDiameterM: pipe.outerM,
      })),
    );
    expect(crossings.length).toBeGreaterThan(500);
    const clashes = crossings
      .filter(({ clearanceM }) => clearanceM < 0.2 - 1e-6)
      .map(({ pipes: pair }) => pair.map((pipe) => pipes[pipe]!.id).join(' × '));
    expect(clashes).toEqual([]);
  });

  it('lie below the ground, unless they hang from a bridge or end in a bank', () => {
    const bare = allOf(built.networks).flatMap(({ pipes }) =>
      pipes.filter(
        ({ line, outerM, isOpen }) =>
          !isOpen && line.some((point) => groundOver(point) - outerM / 2 < 0.15),
      ),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe('the networks of two districts', { timeout: 120_000 }, () => {
  const { town, networks } = build(['Altstadt', 'Lindenviertel']);

  it('run through no house but under the eaves of the narrowest lanes', () => {
    const houses = town.buildings.map((building) => ({
      id: building.id,
      rings: footprintOf(building),
    }));
    const index = new Flatbush(houses.length);
    for (const { rings } of houses) {
      const points = rings.flat();
      const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
      index.add(Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y));
    }
    index.finish();
    const hits = new Set<string>();
    for (const { id, line } of allOf(networks).flatMap(({ pipes }) => pipes)) {
      for (const point of everyHalfMetre(line)) {
        for (const found of index.search(point.x, point.y, point.x, point.y)) {
          const house = houses[found]!;
          if (house.rings.some((ring) => depthIn(ring, point) > eavesM))
            hits.add(`${id} in ${house.id}`);
        }
      }
    }
    expect([...hits]).toEqual([]);
  });

  it('are the same, byte for byte, for the same seed', () => {
    const again = build(['Altstadt', 'Lindenviertel']);
    expect(JSON.stringify(writeNetworks(again.networks))).toBe(
      JSON.stringify(writeNetworks(networks)),
    );
  });

  it('have years and materials of their own with another seed', () => {
    const years = ({ storm }: TownNetworks) => storm.pipes.map(({ installed }) => installed);
    const other = layNetworks({ ...inputOf(['Altstadt', 'Lindenviertel']), seed: 'other' });
    expect(years(other)).not.toEqual(years(networks));
  });
});

function inputOf(only: readonly string[]) {
  const town = foundTown({ seed, only });
  const graph = createStreetGraph(town.layout, seed);
  return { town, graph, accesses: findAccesses(graph, town.buildings), seed, isWhole: false };
}

/** A front may lean over its lane by as much as the lane's bend is simplified. */
const eavesM = 0.25;

function everyHalfMetre(line: readonly Point[]): Point[] {
  return line.slice(1).flatMap((to, index) => {
    const from = line[index]!;
    const steps = Math.max(1, Math.ceil(distance(from, to) / 0.5));
    return Array.from({ length: steps + 1 }, (_, step) => between(from, to, step / steps));
  });
}

/** How far inside a ring a point lies, m; 0 outside. */
function depthIn(ring: readonly Point[], point: Point): number {
  if (!isInside(ring, point)) return 0;
  const offs = ring.map((a, index) => {
    const b = ring[(index + 1) % ring.length]!;
    const along = subtract(b, a);
    const square = along.x * along.x + along.y * along.y || 1;
    const share = ((point.x - a.x) * along.x + (point.y - a.y) * along.y) / square;
    return distance(between(a, b, Math.min(1, Math.max(0, share))), point);
  });
  return Math.min(...offs);
}

function isInside(
  ring: readonly { x: number; y: number }[],
  point: { x: number; y: number },
): boolean {
  let turns = 0;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length]!;
    const side = cross(subtract(b, a), subtract(point, a));
    if (a.y <= point.y && b.y > point.y && side > 0) turns++;
    if (a.y > point.y && b.y <= point.y && side < 0) turns--;
  }
  return turns !== 0;
}

it('tells inside from outside whichever way a ring turns', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 199 }),
      fc.integer({ min: -100, max: 199 }),
      (column, row) => {
        // Off the square's sides.
        const [x, y] = [(column + 0.5) / 100, (row + 0.5) / 100];
        const isWithin = x > 0 && x < 1 && y > 0 && y < 1;
        expect(isInside(square, { x, y })).toBe(isWithin);
        expect(isInside([...square].reverse(), { x, y })).toBe(isWithin);
      },
    ),
  );
});
