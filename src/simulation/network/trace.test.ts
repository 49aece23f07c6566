import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aNetwork, prepare, randomNetwork } from './a-network.ts';
import { toOperation } from './operation.ts';
import { findLost } from './outage.ts';
import { findShortest } from './shortest.ts';
import { findSourceShares } from './source-share.ts';
import {
  directionsByFall,
  directionsByFlow,
  directionsBySupply,
  traceAlong,
  traceConnected,
} from './trace.ts';

/** R → A → B → C, and A → C around B. */
const loop = () =>
  aNetwork()
    .source('R')
    .pipe('RA', 'R', 'A')
    .pipe('AB', 'A', 'B')
    .pipe('BC', 'B', 'C')
    .pipe('CA', 'C', 'A', { lengthM: 150 });

const marked = (ids: readonly string[], marks: Uint8Array) =>
  ids.filter((_, row) => marks[row] === 1).join(' ');

describe('traces', () => {
  it('follow the solved flow down and up, also where a pipe is drawn the other way', () => {
    const { network, graph } = loop().prepare();
    const operation = toOperation(network, graph);
    const directions = directionsByFlow([3, 1, 1, -2]);
    expect([...directions]).toEqual([1, 1, 1, -1]);
    const at = { nodes: [network.nodes.ids.indexOf('B')], links: [] };
    const down = traceAlong(network, graph, operation, directions, at, true);
    expect(marked(network.nodes.ids, down.nodes)).toBe('B C');
    expect(marked(network.links.ids, down.links)).toBe('BC');
    const up = traceAlong(network, graph, operation, directions, at, false);
    expect(marked(network.nodes.ids, up.nodes)).toBe('R A B');
  });

  it('begin at a link as well, and stop at closed valves and still water', () => {
    const { network, graph } = loop().valve('V', 'BC', 'B', { isClosed: true }).prepare();
    const operation = toOperation(network, graph);
    const at = { nodes: [], links: [network.links.ids.indexOf('AB')] };
    const directions = directionsByFlow([1, 1, 1, 1e-9]);
    const down = traceAlong(network, graph, operation, directions, at, true);
    expect(marked(network.nodes.ids, down.nodes)).toBe('B');
    expect(marked(network.links.ids, down.links)).toBe('AB');
  });

  it('follow the fall of drains as they are drawn', () => {
    const { network, graph } = aNetwork().pipe('P', 'M1', 'M2').pipe('Q', 'M2', 'O').prepare();
    const at = { nodes: [1], links: [] };
    const operation = toOperation(network, graph);
    const down = traceAlong(network, graph, operation, directionsByFall(network), at, true);
    expect(marked(network.nodes.ids, down.nodes)).toBe('M2 O');
  });

  it('lead away from the sources where nothing is solved', () => {
    const { network, graph } = aNetwork()
      .source('S')
      .pipe('P', 'A', 'S')
      .pipe('Q', 'A', 'B')
      .pipe('far', 'C', 'D')
      .prepare();
    const directions = directionsBySupply(network, graph, toOperation(network, graph));
    expect([...directions]).toEqual([-1, 1, 0]);
  });

  it('of what is connected go both ways, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, fc.nat(), (network, pick) => {
        const { graph } = prepare(network);
        const operation = toOperation(network, graph);
        const from = pick % network.nodes.ids.length;
        const there = traceConnected(network, graph, operation, { nodes: [from], links: [] });
        for (const [node, isMet] of there.nodes.entries()) {
          const back = traceConnected(network, graph, operation, { nodes: [node], links: [] });
          expect(back.nodes[from]).toBe(isMet);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the shortest way', () => {
  it('is the one of least length, not of fewest pipes', () => {
    const { network, graph } = loop().pipe('far', 'R', 'C', { lengthM: 900 }).prepare();
    const operation = toOperation(network, graph);
    const [r, c] = [network.nodes.ids.indexOf('R'), network.nodes.ids.indexOf('C')];
    const way = findShortest(network, graph, operation, [r], [c]);
    expect(way?.lengthM).toBe(250);
    expect(way?.links.map((link) => network.links.ids[link])).toEqual(['RA', 'CA']);
    expect(way?.nodes.map((node) => network.nodes.ids[node])).toEqual(['R', 'A', 'C']);
    const shut = toOperation(network, graph, { ...noChanges, closedLinks: ['CA'] });
    expect(findShortest(network, graph, shut, [r], [c])?.lengthM).toBe(300);
  });

  it('has no length to where it is, and doesn’t exist past closed valves', () => {
    const { network, graph } = aNetwork()
      .pipe('P', 'A', 'B')
      .valve('V', 'P', 'B', { isClosed: true })
      .prepare();
    const operation = toOperation(network, graph);
    expect(findShortest(network, graph, operation, [0], [0])).toEqual({
      ...{ nodes: [0], links: [], lengthM: 0 },
    });
    expect(findShortest(network, graph, operation, [0], [1])).toBeUndefined();
  });

  it('is no longer than any other, whatever the network (Floyd and Warshall)', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const { graph } = prepare(network);
        const operation = toOperation(network, graph);
        const count = network.nodes.ids.length;
        const least = Array.from({ length: count }, (_, a) =>
          Array.from({ length: count }, (_, b) =>
            graph.host[a] === graph.host[b] ? 0 : Number.POSITIVE_INFINITY,
          ),
        );
        for (let link = 0; link < network.links.ids.length; link++) {
          const isPassed =
            operation.isLinkClosed[link] === 0 &&
            operation.isEndClosed[2 * link] === 0 &&
            operation.isEndClosed[2 * link + 1] === 0;
          const [a, b] = [graph.nodeAt[2 * link]!, graph.nodeAt[2 * link + 1]!];
          if (!isPassed) continue;
          least[a]![b] = Math.min(least[a]![b]!, network.links.lengthM[link]!);
          least[b]![a] = least[a]![b]!;
        }
        for (let by = 0; by < count; by++) {
          for (let a = 0; a < count; a++) {
            for (let b = 0; b < count; b++) {
              least[a]![b] = Math.min(least[a]![b]!, least[a]![by]! + least[by]![b]!);
            }
          }
        }
        for (let b = 0; b < count; b++) {
          const way = findShortest(network, graph, operation, [0], [b]);
          expect(way?.lengthM ?? Number.POSITIVE_INFINITY).toBe(least[0]![b]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('source shares', () => {
  it('part the water as the flows do', () => {
    const { network, graph } = aNetwork()
      .source('R')
      .source('S')
      .pipe('RA', 'R', 'A')
      .pipe('SA', 'S', 'A')
      .pipe('AB', 'A', 'B')
      .pipe('SB', 'S', 'B')
      .prepare();
    const shares = findSourceShares(network, graph, [3, 1, 4, 4], network.nodes.ids.indexOf('B'));
    const of = (id: string) => shares.get(network.nodes.ids.indexOf(id));
    expect(of('R')).toBeCloseTo(0.375, 12);
    expect(of('S')).toBeCloseTo(0.625, 12);
  });

  it('come to an end where water goes round', () => {
    const { network, graph } = aNetwork()
      .source('R')
      .pipe('RA', 'R', 'A')
      .pipe('AB', 'A', 'B')
      .pipe('BA', 'B', 'A')
      .pipe('BC', 'B', 'C')
      .prepare();
    const shares = findSourceShares(network, graph, [1, 3, 2, 1], network.nodes.ids.indexOf('C'));
    expect(shares.get(0)).toBeCloseTo(1, 5);
  });

  it('are none where the water stands', () => {
    const { network, graph } = loop().prepare();
    expect(findSourceShares(network, graph, [0, 0, 0, 0], 2).size).toBe(0);
  });

  it('sum up to one where all water comes from sources, whatever the network', () => {
    const flows = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(randomNetwork, flows, (network, flow) => {
        const { graph } = prepare(network);
        // Away from the first node, so that every other node on the way is fed by it.
        const nodes = {
          ...network.nodes,
          isSource: network.nodes.isSource.map((_, row) => Number(row === 0)),
        };
        const fed = { ...network, nodes };
        const directions = directionsBySupply(fed, graph, toOperation(fed, graph));
        const signed = Array.from(directions, (one, link) => one * flow[link % flow.length]!);
        for (let node = 0; node < nodes.ids.length; node++) {
          const shares = [...findSourceShares(fed, graph, signed, node).values()];
          const sum = shares.reduce((total, share) => total + share, 0);
          expect(sum < 1e-9 || Math.abs(sum - 1) < 1e-9).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('an outage', () => {
  const feeder = () =>
    aNetwork()
      .source('S')
      .pipe('F', 'S', 'T', { kind: 'transformer', isOneWay: true })
      .pipe('L', 'T', 'H')
      .node('H', { customers: 7 })
      .node('T', { customers: 1 });

  it('of a transformer takes supply from what hangs on it alone', () => {
    const prepared = feeder().prepare();
    const lost = findLost(prepared, { links: [0], nodes: [] }, noChanges);
    expect(marked(prepared.network.nodes.ids, lost.nodes)).toBe('T H');
    const ring = feeder().pipe('K', 'S', 'H').prepare();
    expect(
      marked(ring.network.nodes.ids, findLost(ring, { links: [0], nodes: [] }, noChanges).nodes),
    ).toBe('');
  });

  it('is bridged by closing a switch that is open in normal operation', () => {
    const prepared = feeder()
      .pipe('K', 'S', 'H')
      .valve('W', 'K', 'H', { isSwitch: true, isClosed: true })
      .prepare();
    const out = { links: [0], nodes: [] };
    expect(marked(prepared.network.nodes.ids, findLost(prepared, out, noChanges).nodes)).toBe(
      'T H',
    );
    const bridged = findLost(prepared, out, { ...noChanges, openedValves: ['W'] });
    expect(marked(prepared.network.nodes.ids, bridged.nodes)).toBe('');
  });

  it('of a node takes what stands at it, too', () => {
    const prepared = feeder().node('P', { host: 'T', customers: 2 }).prepare();
    const lost = findLost(prepared, { links: [], nodes: [1] }, noChanges);
    expect(marked(prepared.network.nodes.ids, lost.nodes)).toBe('T H P');
  });
});
