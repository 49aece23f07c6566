import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNetwork, prepare, randomNetwork } from './a-network.ts';
import { segmentsByDefinition } from './by-definition.ts';

/** Equal numbers mean equal sets: the numbers themselves don't matter. */
function samePartition(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()];
  return Array.from(a).every((one, at) => {
    const other = b[at] ?? -1;
    const known = there.get(one) ?? other;
    const knownBack = back.get(other) ?? one;
    there.set(one, other);
    back.set(other, one);
    return known === other && knownBack === one;
  });
}

describe('segments', () => {
  it('parts a link from a node where a valve sits between them, and nowhere else', () => {
    const { segments } = aNetwork()
      .source('R')
      .pipe('P', 'R', 'A')
      .pipe('Q', 'A', 'B')
      .valve('V', 'Q', 'A')
      .prepare();
    expect(segments.count).toBe(2);
    expect([...segments.ofNode]).toEqual([0, 0, 1]);
    expect([...segments.ofLink]).toEqual([0, 1]);
    expect([...segments.valveStart]).toEqual([0, 1, 2]);
  });

  it('are one where there is no valve, and a valve beside an open way parts nothing', () => {
    expect(aNetwork().pipe('P', 'A', 'B').pipe('Q', 'B', 'C').prepare().segments.count).toBe(1);
    const ring = aNetwork()
      .pipe('P', 'A', 'B')
      .pipe('Q', 'A', 'B')
      .valve('V', 'P', 'A')
      .prepare().segments;
    expect(ring.count).toBe(1);
    expect(ring.valves.length).toBe(0);
  });

  it('close a pipe that comes back to its node off by one valve', () => {
    const { segments } = aNetwork()
      .pipe('P', 'A', 'A')
      .pipe('Q', 'A', 'B')
      .valve('V', 'P', 'A')
      .prepare();
    expect(segments.count).toBe(2);
  });

  it('leave abandoned pipes out, and take hydrants with the node they stand at', () => {
    const { segments } = aNetwork()
      .pipe('P', 'A', 'B')
      .pipe('old', 'B', 'C', { status: 'abandoned' })
      .node('H', { kind: 'hydrant', host: 'A' })
      .prepare();
    expect(segments.count).toBe(3);
    expect(segments.ofNode[3]).toBe(segments.ofNode[0]);
  });

  it('are those of the definition, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const { graph, segments } = prepare(network);
        const expected = segmentsByDefinition(network, graph);
        return samePartition(
          [...segments.ofNode, ...segments.ofLink],
          [...expected.ofNode, ...expected.ofLink],
        );
      }),
      { numRuns: 500 },
    );
  });
});
