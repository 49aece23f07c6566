import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork, type LinkRow, type NodeRow } from '#model/build-network.ts';
import type { NodeKind } from '#model/pipe-network.ts';
import { findDistricts, netInflow } from './districts.ts';

const node = (id: string, kind: NodeKind = 'junction', customers = 10): NodeRow => ({
  ...{ id, kind, place: [0, 0, 0], customers: kind === 'junction' ? customers : 0 },
  isSource: kind === 'reservoir',
});

/** A source, then a: fed by the metered link 0; b behind the metered link 2; c beside a, its link shut. */
const town = (more: { readonly links?: readonly LinkRow[] } = {}) =>
  buildNetwork({
    ...{ id: 'water', utility: 'water' },
    nodes: [node('lake', 'reservoir'), node('a1'), node('a2'), node('b'), node('c')],
    links: [
      { id: 'in-a', from: 0, to: 1, lengthM: 5, zone: 'A' },
      { id: 'a', from: 1, to: 2, lengthM: 100, zone: 'A' },
      { id: 'a-b', from: 3, to: 2, lengthM: 5, zone: 'B' },
      { id: 'b', from: 3, to: 3, lengthM: 40, zone: 'B' },
      { id: 'shut', from: 2, to: 4, lengthM: 7, isClosed: true },
      ...(more.links ?? []),
    ],
  });

describe('districts between meters', () => {
  it('are named after their zones, with what runs in and out told apart', () => {
    const found = findDistricts(town(), new Set([0, 2]));
    expect(found).toEqual([
      {
        ...{ zone: 'A', customers: 20, lengthM: 100, hasSource: false, links: [1] },
        // The second meter counts from b to a: it runs in here and out there.
        meters: [
          { link: 0, sign: 1 },
          { link: 2, sign: 1 },
        ],
      },
      {
        ...{ zone: 'B', customers: 10, lengthM: 40, hasSource: false, links: [3] },
        meters: [{ link: 2, sign: -1 }],
      },
    ]);
  });

  it('say where they feed themselves, and leave out what has no meter or nobody in it', () => {
    const [only, ...others] = findDistricts(town(), new Set([2]));
    expect(others.map(({ zone }) => zone)).toEqual(['B']);
    expect(only).toMatchObject({ zone: 'A', hasSource: true });
    expect(findDistricts(town(), new Set())).toEqual([]);
  });

  it('are one where an unmetered pipe joins them', () => {
    const joined = town({ links: [{ id: 'x', from: 3, to: 2, lengthM: 3 }] });
    const found = findDistricts(joined, new Set([0, 2]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ customers: 30, meters: [{ link: 0, sign: 1 }] });
  });

  it('end at a closed valve', () => {
    const base = town();
    const network = buildNetwork({
      ...{ id: 'water', utility: 'water' },
      nodes: base.nodes.ids.map((id, row) => node(id, row === 0 ? 'reservoir' : 'junction')),
      links: [
        { id: 'in-a', from: 0, to: 1 },
        { id: 'a', from: 1, to: 2 },
      ],
      valves: [{ id: 'v', link: 1, node: 2, isClosed: true }],
    });
    expect(findDistricts(network, new Set([0]))).toMatchObject([{ customers: 10 }]);
  });
});

describe('the net flow into a district', () => {
  const series = (sign: 1 | -1, ...pairs: readonly (readonly [number, number])[]) => ({
    sign,
    timesMs: Float64Array.from(pairs, ([time]) => time),
    flowM3s: Float64Array.from(pairs, ([, flow]) => flow),
  });

  it('is the sum of what its meters said last', () => {
    const net = netInflow([
      series(1, [0, 5], [10, 6], [20, 7]),
      series(-1, [0, 1], [12, 2], [24, 3]),
    ]);
    expect([...net.timesMs]).toEqual([0, 10, 12, 20, 24]);
    expect([...net.flowM3s]).toEqual([4, 5, 4, 5, 4]);
  });

  it('is not known before all have spoken, nor while one is silent', () => {
    const net = netInflow([
      series(1, [0, 5], [10, 5], [20, 5], [30, 5], [40, 5], [60, 5]),
      series(1, [10, 1], [20, 1]),
    ]);
    expect([...net.flowM3s]).toEqual([Number.NaN, 6, 6, 6, 6, Number.NaN]);
  });

  it('of one meter is the meter itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900, max: 900 }).map((flow) => flow / 100)),
        (flows) => {
          const one = series(1, ...flows.map((flow, at) => [at * 60, flow] as const));
          expect(netInflow([one])).toEqual({ timesMs: one.timesMs, flowM3s: one.flowM3s });
        },
      ),
    );
  });
});
