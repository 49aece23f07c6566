// Segments by what closing them off costs, and valves by what turning them is worth.

import type { NetworkChanges } from '#model/network-changes.ts';
import { findCosts } from '#simulation/network/criticality.ts';
import { rankValves } from '#simulation/network/exercise.ts';
import type { Criticality, ExerciseRow, SegmentCost } from '../../contract/answers.ts';
import { nameElement, toIndex, toKey } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';

export function rankSegments(
  known: KnownNetwork,
  changes: NetworkChanges | undefined,
  limit: number,
): Criticality {
  const { network, segments, base } = known;
  const costs = changes ? findCosts(known, changes) : known.costs;
  const out = (segment: number) =>
    costs.isolatedCustomers[segment]! + costs.strandedCustomers[segment]!;
  const longest = longestLinks(known);
  const ranked = [...longest.keys()]
    .sort((a, b) => out(b) - out(a) || costs.lengthM[b]! - costs.lengthM[a]!)
    .slice(0, limit);
  const members = new Map(ranked.map((segment) => [segment, [] as number[]]));
  for (const [row, segment] of segments.ofLink.entries()) {
    members.get(segment)?.push(toIndex(base, { kind: 'link', row }));
  }
  for (const [row, segment] of segments.ofNode.entries()) {
    members.get(segment)?.push(toIndex(base, { kind: 'node', row }));
  }
  return {
    network: network.id,
    count: longest.size,
    segments: ranked.map(
      (segment): SegmentCost => ({
        segment,
        link: toKey(network.id, 'link', network.links.ids[longest.get(segment) ?? 0] ?? ''),
        indices: Uint32Array.from(members.get(segment) ?? []),
        valves: segments.valveStart[segment + 1]! - segments.valveStart[segment]!,
        lengthM: costs.lengthM[segment]!,
        isolatedCustomers: costs.isolatedCustomers[segment]!,
        strandedCustomers: costs.strandedCustomers[segment]!,
        criticalCustomers: costs.criticalNodes[segment]!,
        hasSource: costs.hasSource[segment] === 1,
      }),
    ),
  };
}

/** The longest link of each segment that has one. */
function longestLinks({ network, segments }: KnownNetwork): Map<number, number> {
  const longest = new Map<number, number>();
  for (const [link, segment] of segments.ofLink.entries()) {
    const known = longest.get(segment);
    const { lengthM } = network.links;
    if (known === undefined || lengthM[link]! > lengthM[known]!) longest.set(segment, link);
  }
  return longest;
}

export function listExercises(known: KnownNetwork, limit: number): readonly ExerciseRow[] {
  const { valves } = known.network;
  return rankValves(known, limit).map(({ valve, customers, customersIfStuck }) => ({
    ...nameElement(known, { kind: 'valve', row: valve }),
    longitudeDeg: valves.places[3 * valve]!,
    latitudeDeg: valves.places[3 * valve + 1]!,
    isOperable: valves.isOperable[valve] === 1,
    isClosed: valves.isClosed[valve] === 1,
    exercisedYear: valves.exercisedYear[valve]!,
    access: valves.access[valve] ?? '',
    customers,
    customersIfStuck,
  }));
}
