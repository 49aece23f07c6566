import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layCorridor, type NetworkRuns } from './corridor.ts';
import { findPipeCrossings, type LaidPipe } from './corridor-clearance.ts';
import { type Occupant, stackPipes } from './corridor-levels.ts';
import { type CorridorNetwork, corridor, corridorNetworks, offsetIn } from './corridor-table.ts';
import { cross, direction, distance, subtract } from './plane.ts';
import { createStreetGraph } from './street-graph.ts';
import { foundTown } from './town.ts';

const town = foundTown({ seed: 'test', only: ['Speicherstadt'] });
const graph = createStreetGraph(town.layout, 'test');
const leastClearanceM = 0.2;

const diameters = {
  ...{ power: 0.16, gas: 0.22, gasHigh: 0.28, heatSupply: 0.3, heatReturn: 0.3 },
  ...{ water: 0.3, waterTransmission: 0.63, storm: 0.7, sanitary: 0.3 },
} as const;
const sewerDepths = { storm: 2.4, sanitary: 3.6 } as const;

/** Every network under every street of a part of the town; sewers fall from crossing to crossing. */
function everywhere(isHere: (edge: number) => boolean): NetworkRuns[] {
  return corridorNetworks.map((network) => ({
    network,
    runs: graph.edges.flatMap((edge, index) => {
      if (!isHere(index)) return [];
      const run = { edge: index, outerDiameterM: diameters[network] };
      if (network !== 'storm' && network !== 'sanitary') return [run];
      if (edge.bridge) return [];
      const levelAt = (node: number) => graph.nodes[node]!.at.z - sewerDepths[network];
      return [{ ...run, fall: [levelAt(edge.from), levelAt(edge.to)] as const }];
    }),
  }));
}

describe('pipes stacked at a crossing', () => {
  const occupant = fc.record({
    network: fc.constantFrom(
      ...(['power', 'gas', 'water', 'waterTransmission', 'heatSupply', 'heatReturn'] as const),
    ),
    outerDiameterM: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  });
  const sewer = fc
    .record({
      topM: fc.double({ min: 1, max: 5, noNaN: true }),
      heightM: fc.double({ min: 0.2, max: 1.5, noNaN: true }),
    })
    .map(({ topM, heightM }) => ({ topM, bottomM: topM + heightM }));

  it('lie at their usual depth where nothing is in the way', () => {
    const depths = stackPipes([{ network: 'water', outerDiameterM: 0.17 }], []);
    expect(depths.get('water')).toBe(corridor.water.depthM);
  });

  it('keep clear of each other and of the sewers, and under enough ground', () => {
    fc.assert(
      fc.property(fc.array(occupant), fc.array(sewer, { maxLength: 3 }), (occupants, sewers) => {
        const depths = stackPipes(occupants, sewers);
        const radiusOf = (network: Occupant['network']) =>
          Math.max(
            ...occupants
              .filter((one) => one.network === network)
              .map(({ outerDiameterM }) => outerDiameterM),
          ) / 2;
        const bands = [...depths].map(([network, depth]) => ({
          topM: depth - radiusOf(network),
          bottomM: depth + radiusOf(network),
        }));
        for (const [index, band] of bands.entries()) {
          expect(band.topM).toBeGreaterThan(0.5);
          for (const other of [...bands.slice(index + 1), ...sewers]) {
            const gap = Math.max(other.topM - band.bottomM, band.topM - other.bottomM);
            expect(gap).toBeGreaterThanOrEqual(leastClearanceM);
          }
        }
        expect(depths.size).toBe(new Set(occupants.map(({ network }) => network)).size);
      }),
    );
  });

  it('leave drinking water above a sewer that lies deep enough', () => {
    const depths = stackPipes(
      [
        { network: 'gas', outerDiameterM: 0.16 },
        { network: 'water', outerDiameterM: 0.17 },
        { network: 'heatSupply', outerDiameterM: 0.25 },
      ],
      [{ topM: 1.9, bottomM: 2.4 }],
    );
    expect(depths.get('water')).toBeLessThan(1.9);
    expect(depths.get('heatSupply')).toBeGreaterThan(2.4);
  });
});

describe('the corridor of all networks', { timeout: 60_000 }, () => {
  const isHere = (edge: number): boolean => {
    const { plan, bridge } = graph.edges[edge]!;
    const { x, y } = plan[0]!;
    return bridge !== undefined || (x > 900 && x < 2200 && (y > 2500 || y < 700));
  };
  const networks = everywhere(isHere);
  const laid = layCorridor(graph, networks);
  const pipes = networks.flatMap(({ network, runs }) =>
    runs.map(({ edge, outerDiameterM }): LaidPipe & { edge: number; network: CorridorNetwork } => {
      return { network, edge, outerDiameterM, line: laid.lineOf(network, edge)! };
    }),
  );

  it('lets no pipe come nearer to another network than 20 cm where they cross', () => {
    const crossings = findPipeCrossings(pipes);
    expect(crossings.length).toBeGreaterThan(10_000);
    // Two sewers are kept apart by whoever gives them their levels, not by the corridor.
    const isSewer = (pipe: number) => ['storm', 'sanitary'].includes(pipes[pipe]!.network);
    const clashes = crossings.filter(
      ({ clearanceM, pipes: pair }) => clearanceM < leastClearanceM && !pair.every(isSewer),
    );
    expect(clashes).toEqual([]);
  });

  it('joins the pipes of a network at one node of each crossing', () => {
    for (const { network, edge, line } of pipes) {
      if (network === 'storm' || network === 'sanitary') continue;
      const { from, to } = graph.edges[edge]!;
      expect(line[0]).toEqual(laid.nodeOf(network, from));
      expect(line.at(-1)).toEqual(laid.nodeOf(network, to));
    }
  });

  it('keeps each pipe at its side of the street, between the kerbs', () => {
    for (const { network, edge, line } of pipes) {
      const street = graph.edges[edge]!;
      const wanted = offsetIn(network, street.widthM);
      expect(Math.abs(wanted)).toBeLessThanOrEqual(street.widthM / 2 - 0.5);
      const middle = line[Math.floor(line.length / 2)]!;
      if (line.length < 7) continue;
      const offs = street.line.slice(1).map((b, index) => {
        const a = street.line[index]!;
        const along = direction(a, b);
        const isBeside = distance(a, middle) < distance(a, b) + 9;
        return isBeside ? -cross(along, subtract(middle, a)) : Number.POSITIVE_INFINITY;
      });
      const nearest = Math.min(...offs.map((off) => Math.abs(off - wanted)));
      expect(nearest, `${network} under ${street.id}`).toBeLessThan(0.6);
    }
  });

  it('carries pressure pipes over the river inside the decks of the bridges', () => {
    const bridges = pipes.filter(({ edge }) => graph.edges[edge]!.bridge);
    expect(bridges.length).toBeGreaterThan(7);
    for (const { edge, line, outerDiameterM } of bridges) {
      const deck = Math.max(...graph.edges[edge]!.line.map(({ z }) => z));
      const middle = line[Math.floor(line.length / 2)]!;
      expect(middle.z + outerDiameterM / 2).toBeLessThan(deck);
      expect(middle.z - outerDiameterM / 2).toBeGreaterThan(deck - 1.1);
    }
  });

  it('gives any part of a line, backwards too', () => {
    const { edge, line } = pipes.find(({ network }) => network === 'water')!;
    const { lengthM } = graph.edges[edge]!;
    expect(laid.partOf('water', edge, 0, lengthM)).toEqual(line);
    const back = laid.partOf('water', edge, lengthM, 0);
    expect(back).toEqual([...line].reverse());
    const [first, second] = [0, 1].map((half) =>
      laid.partOf('water', edge, (half * lengthM) / 2, ((half + 1) * lengthM) / 2),
    );
    expect(first!.at(-1)).toEqual(second![0]);
  });
});

it('finds the crossings that a comparison of all pairs finds', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    y: fc.integer({ min: 0, max: 40 }),
    z: fc.integer({ min: -3, max: 3 }),
  });
  const pipe = fc.record({
    network: fc.constantFrom('gas', 'water'),
    line: fc.array(point, { minLength: 2, maxLength: 4 }),
    outerDiameterM: fc.constant(0.2),
  });
  const sideOf = (a: { x: number; y: number }, b: typeof a, c: typeof a) =>
    Math.sign(cross(subtract(b, a), subtract(c, a)));
  fc.assert(
    fc.property(fc.array(pipe, { maxLength: 6 }), (list) => {
      let proper = 0;
      for (const [index, one] of list.entries()) {
        for (const other of list.slice(index + 1)) {
          if (one.network === other.network) continue;
          for (const [i, b] of one.line.slice(1).entries()) {
            for (const [j, d] of other.line.slice(1).entries()) {
              const [a, c] = [one.line[i]!, other.line[j]!];
              const isProper =
                sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
              if (isProper) proper += 1;
            }
          }
        }
      }
      // Touching ends count too, so there may be more.
      expect(findPipeCrossings(list).length).toBeGreaterThanOrEqual(proper);
      for (const { pipes: pair } of findPipeCrossings(list)) {
        expect(list[pair[0]]!.network).not.toBe(list[pair[1]]!.network);
      }
    }),
  );
});
