// Traces, ways, shares and outages in the words of the contract.

import type { NetworkChanges } from '#model/network-changes.ts';
import { nodeKinds } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { countCustomers } from '#simulation/network/isolate.ts';
import { toOperation } from '#simulation/network/operation.ts';
import { findLost } from '#simulation/network/outage.ts';
import { findShortest } from '#simulation/network/shortest.ts';
import { findSourceShares } from '#simulation/network/source-share.ts';
import {
  type Directions,
  directionsByFall,
  directionsByFlow,
  directionsBySupply,
  traceAlong,
  traceConnected,
} from '#simulation/network/trace.ts';
import type {
  ElementName,
  Outage,
  ShortestWay,
  SourceShare,
  Trace,
  TraceKind,
} from '../../contract/answers.ts';
import { type Element, nameElement, toIndex, toKey } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { criticalAmong } from './critical.ts';
import { indicesOf } from './isolation.ts';

const drains: readonly UtilityNetwork[] = ['storm', 'sanitary', 'combined'];

export function describeTrace(
  known: KnownNetwork,
  from: Element,
  kind: TraceKind,
  changes: NetworkChanges,
): Trace {
  const { network, graph } = known;
  const operation = toOperation(network, graph, changes);
  const starts = startsAt(known, from);
  const found = kind === 'connected' ? undefined : findDirections(known, changes);
  const { by, directions } = found ?? { by: 'connection' as const, directions: undefined };
  const reached = directions
    ? traceAlong(network, graph, operation, directions, starts, kind === 'downstream')
    : traceConnected(network, graph, operation, starts);
  let [links, nodes, lengthM] = [0, 0, 0];
  for (let link = 0; link < reached.links.length; link++) {
    if (reached.links[link] === 0) continue;
    links++;
    lengthM += network.links.lengthM[link]!;
  }
  for (const one of reached.nodes) nodes += one;
  return {
    ...{ from: nameElement(known, from).key, kind, by, links, nodes, lengthM },
    indices: indicesOf(known, reached),
    customers: countCustomers(network, reached.nodes),
    critical: criticalAmong(known, reached.nodes, 'stranded'),
    ends: endsAmong(known, reached.nodes),
  };
}

/** Which way things go, and what that is known by. */
export function findDirections(
  { network, graph, values }: KnownNetwork,
  changes: NetworkChanges,
): { readonly by: Trace['by']; readonly directions: Directions } {
  const flow = values?.links.flow;
  if (flow) return { by: 'flow', directions: directionsByFlow(flow) };
  if (drains.includes(network.utility))
    return { by: 'fall', directions: directionsByFall(network) };
  const operation = toOperation(network, graph, changes);
  return { by: 'supply', directions: directionsBySupply(network, graph, operation) };
}

const MOST_ENDS = 100;

/** Sources of what is fed, outfalls and plants of what drains. */
function endsAmong(known: KnownNetwork, marks: Uint8Array): readonly ElementName[] {
  const { network } = known;
  const isDrain = drains.includes(network.utility);
  const ends: ElementName[] = [];
  for (let row = 0; row < marks.length && ends.length < MOST_ENDS; row++) {
    if (marks[row] === 0) continue;
    const kind = nodeKinds[network.nodes.kind[row]!];
    const isEnd = isDrain
      ? kind === 'outfall' || kind === 'plant'
      : network.nodes.isSource[row] === 1;
    if (isEnd) ends.push(nameElement(known, { kind: 'node', row }));
  }
  return ends;
}

/** A valve stands for the link that it sits on. */
export function startsAt(
  { network }: KnownNetwork,
  { kind, row }: Element,
): { readonly nodes: readonly number[]; readonly links: readonly number[] } {
  if (kind === 'node') return { nodes: [row], links: [] };
  return { nodes: [], links: [kind === 'link' ? row : network.valves.link[row]!] };
}

/** Undefined where no way leads there. Ways begin and end at the nearer end of a link. */
export function describeWay(
  known: KnownNetwork,
  from: Element,
  to: Element,
  changes: NetworkChanges,
): ShortestWay | undefined {
  const { network, graph, base } = known;
  const nodesOf = (element: Element): readonly number[] => {
    const { nodes, links } = startsAt(known, element);
    return [
      ...nodes,
      ...links.flatMap((link) => [network.links.from[link]!, network.links.to[link]!]),
    ];
  };
  const operation = toOperation(network, graph, changes);
  const way = findShortest(network, graph, operation, nodesOf(from), nodesOf(to));
  if (!way) return undefined;
  const indices = [
    ...way.links.map((row) => toIndex(base, { kind: 'link', row })),
    ...way.nodes.map((row) => toIndex(base, { kind: 'node', row })),
    ...[from, to].map((element) => toIndex(base, element)),
  ];
  return {
    indices: Uint32Array.from(new Set(indices)).sort(),
    lengthM: way.lengthM,
    links: way.links.length,
  };
}

/** Undefined where no flow is solved; of a link at the end that it flows from. */
export function describeShares(known: KnownNetwork, element: Element): SourceShare | undefined {
  const { network, graph, values } = known;
  const flow = values?.links.flow;
  if (!flow) return undefined;
  const { nodes, links } = startsAt(known, element);
  const link = links[0] ?? 0;
  const upper = flow[link]! >= 0 ? network.links.from[link]! : network.links.to[link]!;
  const node = nodes[0] ?? upper;
  const shares = findSourceShares(network, graph, flow, node);
  return {
    node: toKey(network.id, 'node', network.nodes.ids[node] ?? ''),
    shares: [...shares]
      .sort(([, a], [, b]) => b - a)
      .map(([row, share]) => ({ source: nameElement(known, { kind: 'node', row }), share })),
  };
}

export function describeOutage(
  known: KnownNetwork,
  out: readonly Element[],
  changes: NetworkChanges,
): Outage {
  const { network } = known;
  const starts = out.map((element) => startsAt(known, element));
  const lost = findLost(
    known,
    {
      nodes: starts.flatMap(({ nodes }) => nodes),
      links: starts.flatMap(({ links }) => links),
    },
    changes,
  );
  let demand = 0;
  for (let node = 0; node < lost.nodes.length; node++) {
    if (lost.nodes[node] === 1) demand += network.nodes.demand[node]!;
  }
  return {
    out: out.map((element) => nameElement(known, element).key),
    noSupply: indicesOf(known, lost),
    customers: countCustomers(network, lost.nodes),
    critical: criticalAmong(known, lost.nodes, 'stranded'),
    demand,
  };
}
