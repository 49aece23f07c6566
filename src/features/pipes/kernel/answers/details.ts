// Everything that is known of one element.

import { utilityNetworks } from '#model/utility-network.ts';
import type { ElementDetails, Neighbour } from '../../contract/answers.ts';
import { type Element, nameElement } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { columns } from './columns.ts';
import { placeOf } from './places.ts';
import { typeOf } from './type-of.ts';

const utilities = Object.keys(utilityNetworks) as (keyof typeof utilityNetworks)[];
/** A node of more links than this says the first ones. */
const MOST_NEIGHBOURS = 200;

export function describeElement(known: KnownNetwork, element: Element): ElementDetails {
  const { network, segments, properties } = known;
  const { kind, row } = element;
  const { links, valves } = network;
  const own = utilities[links.utility[kind === 'link' ? row : valves.link[row]!] ?? -1];
  return {
    ...nameElement(known, element),
    utility: kind === 'node' ? network.utility : (own ?? network.utility),
    type: typeOf(network, element),
    place: placeOf(network, element),
    values: columns[kind].flatMap(({ name, unit, read }) => {
      const value = read(known, row);
      return value === '' || Number.isNaN(value) ? [] : [{ name, value, unit }];
    }),
    properties: properties(kind, row),
    neighbours: neighboursOf(known, element),
    segment:
      kind === 'valve' ? undefined : (kind === 'link' ? segments.ofLink : segments.ofNode)[row],
  };
}

function neighboursOf(known: KnownNetwork, { kind, row }: Element): readonly Neighbour[] {
  const { network, graph } = known;
  const { links, nodes, valves } = network;
  const name = (role: Neighbour['role'], other: Element): Neighbour => ({
    ...nameElement(known, other),
    role,
    type: typeOf(network, other),
  });
  const node = (role: Neighbour['role'], at: number) => name(role, { kind: 'node', row: at });
  const valvesWhere = (test: (valve: number) => boolean) =>
    valves.ids.flatMap((_, valve) =>
      test(valve) ? [name('valve', { kind: 'valve', row: valve })] : [],
    );
  switch (kind) {
    case 'link':
      return [
        node('from', links.from[row]!),
        node('to', links.to[row]!),
        ...valvesWhere((valve) => valves.link[valve] === row),
      ];
    case 'valve':
      return [name('on', { kind: 'link', row: valves.link[row]! }), node('at', valves.node[row]!)];
    case 'node': {
      const ends = graph.ends.subarray(graph.start[row]!, graph.start[row + 1]!);
      const met = [...new Set([...ends].map((end) => end >> 1))];
      const hosted = nodes.ids.flatMap((_, at) =>
        at !== row && nodes.host[at] === row ? [node('hosted', at)] : [],
      );
      return [
        ...(nodes.host[row] === row ? [] : [node('host', nodes.host[row]!)]),
        ...met.slice(0, MOST_NEIGHBOURS).map((link) => name('link', { kind: 'link', row: link })),
        ...valvesWhere((valve) => valves.node[valve] === row),
        ...hosted,
      ];
    }
  }
}
