// Closing off a broken link: which valves to close, what falls dry with it and who loses supply beyond. A valve that
// can't be turned and is open joins the segment behind it to the one that has to be closed off; one that is closed
// already is a rim that needs nobody. Lost beside the segment is what was reached from a source in normal operation
// and isn't any more (unintended isolation, Jun & Loganathan 2007). Tanks count as sources as long as they last.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { NetworkGraph } from './graph.ts';
import { toOperation } from './operation.ts';
import { pipeVolumeM3 } from './pipe-volume.ts';
import { findSources, type Reached, reach } from './reach.ts';
import type { Segments } from './segments.ts';

export interface PreparedNetwork {
  readonly network: PipeNetwork;
  readonly graph: NetworkGraph;
  readonly segments: Segments;
}

export interface Closure {
  /** Valves to close, those that the incident has closed already among them; ascending. */
  readonly valves: readonly number[];
  /** At the rim or inside, but nothing to turn: can't be turned, or closed in normal operation. */
  readonly passed: readonly {
    readonly valve: number;
    readonly why: 'inoperable' | 'alreadyClosed';
  }[];
  /** Segments that are closed off. */
  readonly segments: readonly number[];
  /** 1: in these segments, by row; `Reached` of what is closed off. */
  readonly isolated: Reached;
  /** 1: outside, and without supply now. */
  readonly stranded: Reached;
  readonly isolatedCustomers: number;
  readonly strandedCustomers: number;
  readonly drainedM: number;
  readonly drainedM3: number;
  /** A source lies in the segment: no set of valves ends the loss. */
  readonly hasSource: boolean;
  /** Ids of the changes that the network doesn't have. */
  readonly unknownIds: readonly string[];
}

export function isolateLink(
  prepared: PreparedNetwork,
  link: number,
  changes: NetworkChanges,
): Closure {
  const { network, graph, segments } = prepared;
  const opened = { ...changes, closedValves: [], closedLinks: [], stoppedPumps: [] };
  const usual = toOperation(network, graph, opened);
  const now = toOperation(network, graph, changes);
  const rim = findRim(prepared, segments.ofLink[link]!, {
    isUsuallyClosed: usual.isValveClosed,
    isClosed: now.isValveClosed,
    stuck: new Set(changes.stuckValves),
  });
  const isolated = membersOf(prepared, rim.isInside);
  const sources = { nodes: findSources(network) };
  const before = reach(network, graph, usual, sources);
  const after = reach(network, graph, now, sources, { barred: isolated });
  const stranded = lost(before, after, isolated);
  return {
    valves: rim.toClose,
    passed: rim.passed,
    segments: rim.inside,
    isolated,
    stranded,
    isolatedCustomers: countCustomers(network, isolated.nodes),
    strandedCustomers: countCustomers(network, stranded.nodes),
    ...drained(network, isolated.links),
    hasSource: sources.nodes.some((node) => isolated.nodes[node] === 1),
    unknownIds: now.unknownIds,
  };
}

interface Rim {
  readonly inside: readonly number[];
  readonly isInside: Uint8Array;
  readonly toClose: readonly number[];
  readonly passed: Closure['passed'];
}

interface ValveStates {
  /** 1: lets nothing through, by row. */
  readonly isUsuallyClosed: Uint8Array;
  readonly isClosed: Uint8Array;
  /** Ids of those that somebody could not turn. */
  readonly stuck: ReadonlySet<string>;
}

function findRim(
  { network: { valves }, segments }: PreparedNetwork,
  first: number,
  { isUsuallyClosed, isClosed, stuck: found }: ValveStates,
): Rim {
  const { ofLink, ofNode, valveStart } = segments;
  const canTurn = (valve: number) =>
    valves.isOperable[valve] === 1 && !found.has(valves.ids[valve]!);
  const isInside = new Uint8Array(segments.count);
  const inside = [first];
  isInside[first] = 1;
  for (let next = 0; next < inside.length; next++) {
    const segment = inside[next]!;
    for (let at = valveStart[segment]!; at < valveStart[segment + 1]!; at++) {
      const valve = segments.valves[at]!;
      if (isClosed[valve] === 1 || canTurn(valve)) continue;
      const [a, b] = [ofLink[valves.link[valve]!]!, ofNode[valves.node[valve]!]!];
      const far = a === segment ? b : a;
      if (isInside[far] === 1) continue;
      isInside[far] = 1;
      inside.push(far);
    }
  }
  const rim = new Set<number>();
  const stuck = new Set<number>();
  for (const segment of inside) {
    for (let at = valveStart[segment]!; at < valveStart[segment + 1]!; at++) {
      const valve = segments.valves[at]!;
      const far = isInside[ofLink[valves.link[valve]!]!]! + isInside[ofNode[valves.node[valve]!]!]!;
      if (far === 1) rim.add(valve);
      else if (isClosed[valve] === 0 && !canTurn(valve)) stuck.add(valve);
    }
  }
  const all = [...rim].sort((a, b) => a - b);
  const needsNobody = (valve: number) => isUsuallyClosed[valve] === 1 && isClosed[valve] === 1;
  return {
    inside,
    isInside,
    toClose: all.filter((valve) => !needsNobody(valve)),
    passed: [
      ...[...stuck].sort((a, b) => a - b).map((valve) => ({ valve, why: 'inoperable' as const })),
      ...all.filter(needsNobody).map((valve) => ({ valve, why: 'alreadyClosed' as const })),
    ],
  };
}

function membersOf(
  { segments: { ofLink, ofNode } }: PreparedNetwork,
  isInside: Uint8Array,
): Reached {
  const members = (of: Uint32Array) => {
    const marks = new Uint8Array(of.length);
    for (let row = 0; row < of.length; row++) marks[row] = isInside[of[row]!]!;
    return marks;
  };
  return { nodes: members(ofNode), links: members(ofLink) };
}

/** What was reached before, isn't after, and is not among `apart`. */
export function lost(before: Reached, after: Reached, apart?: Reached): Reached {
  const missing = (was: Uint8Array, is: Uint8Array, other: Uint8Array | undefined) =>
    was.map((reached, row) => Number(reached === 1 && is[row] === 0 && other?.[row] !== 1));
  return {
    nodes: missing(before.nodes, after.nodes, apart?.nodes),
    links: missing(before.links, after.links, apart?.links),
  };
}

export function countCustomers({ nodes }: PipeNetwork, marks: Uint8Array): number {
  let count = 0;
  for (let node = 0; node < marks.length; node++)
    if (marks[node] === 1) count += nodes.customers[node]!;
  return count;
}

function drained(network: PipeNetwork, marks: Uint8Array): Pick<Closure, 'drainedM' | 'drainedM3'> {
  let [drainedM, drainedM3] = [0, 0];
  for (let link = 0; link < marks.length; link++) {
    if (marks[link] === 0) continue;
    drainedM += network.links.lengthM[link]!;
    drainedM3 += pipeVolumeM3(network, link);
  }
  return { drainedM, drainedM3 };
}
