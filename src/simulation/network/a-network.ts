// Networks for tests: said in a few words, or drawn at random.

import fc from 'fast-check';
import { buildNetwork, type LinkRow, type NodeRow, type ValveRow } from '#model/build-network.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { buildGraph } from './graph.ts';
import type { PreparedNetwork } from './isolate.ts';
import { findSegments } from './segments.ts';

type NodeWords = Partial<Omit<NodeRow, 'id' | 'host'>> & { readonly host?: string };
type LinkWords = Partial<Omit<LinkRow, 'id' | 'from' | 'to'>>;
type ValveWords = Partial<Omit<ValveRow, 'id' | 'link' | 'node'>>;

/** `aNetwork().source('R').pipe('P', 'R', 'A').valve('V', 'P', 'R').build()`; nodes come with their pipes. */
export class NetworkWords {
  readonly #nodes = new Map<string, NodeWords>();
  readonly #links: [string, string, string, LinkWords][] = [];
  readonly #valves: [string, string, string, ValveWords][] = [];

  node(id: string, words: NodeWords = {}): this {
    this.#nodes.set(id, { ...this.#nodes.get(id), ...words });
    return this;
  }

  source(id: string): this {
    return this.node(id, { kind: 'reservoir', isSource: true });
  }

  pipe(id: string, from: string, to: string, words: LinkWords = {}): this {
    this.node(from).node(to);
    this.#links.push([id, from, to, { lengthM: 100, innerM: 0.1, ...words }]);
    return this;
  }

  valve(id: string, link: string, node: string, words: ValveWords = {}): this {
    this.#valves.push([id, link, node, words]);
    return this;
  }

  build(): PipeNetwork {
    const rowOf = new Map([...this.#nodes.keys()].map((id, row) => [id, row]));
    const row = (id: string) => rowOf.get(id) ?? 0;
    const linkRow = new Map(this.#links.map(([id], at) => [id, at]));
    return buildNetwork({
      ...{ id: 'water', utility: 'water' },
      nodes: [...this.#nodes].map(([id, { host, ...words }], at) => ({
        ...{ id, kind: 'junction', place: [10 + at * 1e-3, 54, 0], ...words },
        host: host === undefined ? undefined : row(host),
      })),
      links: this.#links.map(([id, from, to, words]) => ({
        ...{ id, from: row(from), to: row(to), ...words },
      })),
      valves: this.#valves.map(([id, link, node, words]) => ({
        ...{ id, link: linkRow.get(link) ?? 0, node: row(node), ...words },
      })),
    });
  }

  prepare(): PreparedNetwork {
    return prepare(this.build());
  }
}

export const aNetwork = () => new NetworkWords();

export function prepare(network: PipeNetwork): PreparedNetwork {
  const graph = buildGraph(network);
  return { network, graph, segments: findSegments(network, graph) };
}

export const rowOfLink = ({ network }: PreparedNetwork, id: string) =>
  network.links.ids.indexOf(id);

/** Up to 12 nodes with parallel pipes, self loops, one-way, closed and abandoned links, hosted nodes, any valves. */
export const randomNetwork: fc.Arbitrary<PipeNetwork> = fc
  .integer({ min: 2, max: 12 })
  .chain((count) =>
    fc.record({
      nodes: fc.array(
        fc.record({
          isSource: fc.boolean(),
          isRare: fc.boolean(),
          customers: fc.integer({ min: 0, max: 9 }),
          isHosted: fc.integer({ min: 0, max: 9 }),
        }),
        { minLength: count, maxLength: count },
      ),
      links: fc.array(
        fc.record({
          from: fc.nat(count - 1),
          to: fc.nat(count - 1),
          kind: fc.integer({ min: 0, max: 11 }),
          lengthM: fc.integer({ min: 1, max: 99 }),
        }),
        { minLength: 1, maxLength: 2 * count },
      ),
      valves: fc.array(
        fc.record({
          link: fc.nat(),
          isAtFrom: fc.boolean(),
          isClosed: fc.integer({ min: 0, max: 5 }),
          isOperable: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 3 * count },
      ),
    }),
  )
  .map(({ nodes, links, valves }) =>
    buildNetwork({
      ...{ id: 'random', utility: 'water' },
      nodes: nodes.map(({ isSource, isRare, customers, isHosted }, row) => ({
        ...{ id: `N${row}`, kind: 'junction', place: [10 + row * 1e-3, 54, 0], customers },
        isSource: isSource && isRare,
        host: isHosted === 0 && row > 0 ? row - 1 : undefined,
      })),
      links: links.map(({ from, to, kind, lengthM }, row) => ({
        ...{ id: `L${row}`, from, to, lengthM, innerM: 0.1 },
        isOneWay: kind < 2,
        isClosed: kind === 2,
        status: kind === 3 ? 'abandoned' : 'inService',
      })),
      valves: valves.map(({ link, isAtFrom, isClosed, isOperable }, row) => {
        const on = link % links.length;
        const node = isAtFrom ? links[on]!.from : links[on]!.to;
        return {
          ...{ id: `V${row}`, link: on, node },
          ...{ isClosed: isClosed === 0, isOperable: isOperable > 0 },
        };
      }),
    }),
  );
