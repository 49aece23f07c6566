// Finds the pipes that a long section goes along.

import type { Trace } from '#features/pipes/contract/answers.ts';
import type { LongWay } from '#features/pipes/contract/section.ts';
import type { PipeKey } from '#features/pipes/contract.ts';
import { startsAt } from '#features/pipes/kernel/answers/traces.ts';
import type { KnownNetwork } from '#features/pipes/kernel/open-network.ts';
import { type SectionWay, wayOf } from '#features/pipes/kernel/section/long-section.ts';
import { followMain } from '#features/pipes/kernel/section/main-way.ts';
import type { NetworkChanges } from '#model/network-changes.ts';
import { toOperation } from '#simulation/network/operation.ts';
import { findShortest } from '#simulation/network/shortest.ts';
import type { Found, NetworkList } from './network-list.ts';

/** More are no picture any more. */
const MOST_LINKS = 300;

interface FoundWay {
  readonly known: KnownNetwork;
  readonly way: SectionWay;
  readonly by?: Trace['by'] | undefined;
}

/** Throws one sentence where there is no such way. */
export function findLongWay(list: NetworkList, of: LongWay, changes: NetworkChanges): FoundWay {
  if ('along' in of) return wayAlong(list, of.along);
  if ('to' in of) return wayBetween(list, of, changes);
  const { known, element } = list.require(of.from);
  const isDown = of.kind === 'downstream';
  const main = followMain(known, startsAt(known, element), changes, { isDown, most: MOST_LINKS });
  return { known, ...main };
}

function wayAlong(list: NetworkList, keys: readonly PipeKey[]): FoundWay {
  const found = keys.map((key) => list.require(key));
  const [first] = found;
  if (!first) throw new Error('Nothing is chosen; expected a pipe or a node.');
  const { known } = first;
  const rows = found.flatMap(({ known: own, element }) =>
    own === known && element.kind === 'link' ? [element.row] : [],
  );
  const way = rows.length > 0 ? wayOf(known, rows) : undefined;
  if (!way) throw new Error('The pipes do not follow one another without a branch or a gap.');
  return { known, way };
}

function wayBetween(
  list: NetworkList,
  { from, to }: { readonly from: PipeKey; readonly to: PipeKey },
  changes: NetworkChanges,
): FoundWay {
  const [start, goal] = [list.require(from), list.require(to)];
  if (start.known !== goal.known) throw new Error('The two lie in different networks.');
  const { known } = start;
  const { network, graph } = known;
  const operation = toOperation(network, graph, changes);
  const found = findShortest(network, graph, operation, endsOf(start), endsOf(goal));
  if (!found) throw new Error(`No open way leads from ${from} to ${to}.`);
  return { known, way: withEnds(known, found, start, goal) };
}

function endsOf({ known, element }: Found): readonly number[] {
  const { nodes, links } = startsAt(known, element);
  const { from, to } = known.network.links;
  return [...nodes, ...links.flatMap((link) => [from[link]!, to[link]!])];
}

/** Pipes that were chosen as its ends belong to the way. */
function withEnds(known: KnownNetwork, way: SectionWay, start: Found, goal: Found): SectionWay {
  const nodes = [...way.nodes];
  const links = [...way.links];
  const { from, to } = known.network.links;
  const beyond = (link: number, node: number | undefined) =>
    from[link] === node ? to[link] : to[link] === node ? from[link] : undefined;
  for (const [end, isStart] of [
    [start, true],
    [goal, false],
  ] as const) {
    const [link] = startsAt(known, end.element).links;
    const node = link === undefined ? undefined : beyond(link, isStart ? nodes[0] : nodes.at(-1));
    if (link === undefined || node === undefined || links.includes(link)) continue;
    if (isStart) {
      links.unshift(link);
      nodes.unshift(node);
    } else {
      links.push(link);
      nodes.push(node);
    }
  }
  return { nodes, links };
}
