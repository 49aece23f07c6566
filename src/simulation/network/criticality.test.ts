import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aNetwork, prepare, randomNetwork } from './a-network.ts';
import { findCosts } from './criticality.ts';
import { findDominators, toDigraph } from './dominators.ts';
import { rankValves } from './exercise.ts';
import { isolateLink } from './isolate.ts';

describe('criticality', () => {
  it('of a line grows towards its source', () => {
    const network = aNetwork()
      .source('R')
      .pipe('P1', 'R', 'A')
      .pipe('P2', 'A', 'B')
      .node('A', { customers: 3, isCritical: true })
      .node('B', { customers: 5 })
      .valve('V1', 'P1', 'R')
      .valve('V2', 'P2', 'A')
      .prepare();
    const { segments } = network;
    const costs = findCosts(network);
    const [first, second] = [segments.ofLink[0] ?? 9, segments.ofLink[1] ?? 9];
    expect(costs.isolatedCustomers[first]).toBe(3);
    expect(costs.strandedCustomers[first]).toBe(5);
    expect(costs.criticalNodes[first]).toBe(1);
    expect(costs.strandedCustomers[second]).toBe(0);
    expect(costs.lengthM[second]).toBe(100);
    expect(costs.hasSource[segments.ofNode[0] ?? 9]).toBe(1);
  });

  it('of each segment is what closing it off alone costs, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, (random) => {
        const valves = { ...random.valves, isOperable: random.valves.isOperable.map(() => 1) };
        const prepared = prepare({ ...random, valves });
        const costs = findCosts(prepared);
        for (const [link, segment] of prepared.segments.ofLink.entries()) {
          const closure = isolateLink(prepared, link, noChanges);
          expect(costs.strandedCustomers[segment]).toBe(closure.strandedCustomers);
          expect(costs.isolatedCustomers[segment]).toBe(closure.isolatedCustomers);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the worth of a valve', () => {
  it('is what closing off both its segments costs more, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, (random) => {
        const isOperable = random.valves.isOperable.map(() => 1);
        const prepared = prepare({ ...random, valves: { ...random.valves, isOperable } });
        const { network, segments } = prepared;
        for (const { valve, customersIfStuck } of rankValves(prepared, 99)) {
          if (network.valves.isClosed[valve] === 1) continue;
          const link = network.valves.link[valve]!;
          // Any other valve between the same two segments would do its work.
          const sides = (one: number) =>
            [
              segments.ofLink[network.valves.link[one]!]!,
              segments.ofNode[network.valves.node[one]!]!,
            ]
              .sort((a, b) => a - b)
              .join();
          const stuck = isOperable.map((_, one) => Number(sides(one) !== sides(valve)));
          const valves = { ...network.valves, isOperable: Uint8Array.from(stuck) };
          const closure = isolateLink(
            { ...prepared, network: { ...network, valves } },
            link,
            noChanges,
          );
          expect(customersIfStuck).toBe(closure.isolatedCustomers + closure.strandedCustomers);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('dominators', () => {
  it('of Lengauer and Tarjan’s own example are those of their paper', () => {
    const names = 'RABCDEFGHIJKL';
    const edges = 'RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI KR LH'.split(' ');
    const pairs = Uint32Array.from(
      edges.flatMap(([a, b]) => [names.indexOf(a!), names.indexOf(b!)]),
    );
    const { dominator } = findDominators(toDigraph(names.length, pairs), 0);
    expect([...dominator].map((one) => (one < 0 ? '-' : names[one])).join('')).toBe(
      '-RRRRRCCRRGRD',
    );
  });

  it('are on every way from the root, whatever the graph', () => {
    const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (edges) => {
        const graph = toDigraph(10, Uint32Array.from(edges.flat()));
        const reachable = (without: number) => {
          const seen = new Set<number>();
          const stack = without === 0 ? [] : [0];
          for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
            if (seen.has(one) || one === without) continue;
            seen.add(one);
            for (const [a, b] of edges) if (a === one) stack.push(b);
          }
          return seen;
        };
        const all = reachable(-1);
        const { dominator } = findDominators(graph, 0);
        for (const one of all) {
          const above = new Set<number>();
          for (let at = dominator[one]!; at >= 0; at = dominator[at]!) above.add(at);
          for (const other of all) {
            const cuts = other !== one && !reachable(other).has(one);
            expect(above.has(other)).toBe(cuts);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
