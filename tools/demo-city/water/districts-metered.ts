// District metered areas: neighbouring districts of the plan joined until each has 8,000–20,000 population
// equivalents; the parts of the higher zones are one each. All nodes of an area hang together.

import { districts } from '../plan.ts';
import type { StreetGraph } from '../street-graph.ts';
import { districtAt } from './district-at.ts';
import { findParts, type PressureZone, pressureZones } from './pressure-zones.ts';
import type { ServedStreets } from './served-streets.ts';

export interface MeteredAreas {
  /** Index of the area of each node. */
  readonly areaOf: readonly number[];
  readonly areas: readonly MeteredArea[];
}

export interface MeteredArea {
  /** District where most of its people live. */
  readonly name: string;
  readonly zone: PressureZone;
  readonly nodes: readonly number[];
}

const least = 8000;
const most = 20_000;
export function meterDistricts(
  graph: StreetGraph,
  served: ServedStreets,
  zones: readonly PressureZone[],
  ground: Float64Array,
  neighbours: readonly (readonly number[])[],
): MeteredAreas {
  const district = served.nodes.map(({ edge, crossing, stationM }) => {
    const { plan, lengthM } = graph.edges[edge]!;
    const at = plan[Math.round((stationM / lengthM) * (plan.length - 1))]!;
    return districtAt(crossing === undefined ? at : graph.nodes[crossing]!.plan);
  });
  const joined = joinDistricts(served, district, zones, neighbours);
  const labels = served.nodes.map((_, node) =>
    zones[node] === 'main' ? `main ${joined.get(district[node]!)}` : (zones[node] ?? 'main'),
  );
  // The parts of a higher zone are areas of their own; of a joined area only the largest part keeps its label.
  for (const part of findParts(neighbours, (node) => labels[node]!)) {
    if (zones[part[0]!] === 'main') continue;
    for (const node of part) labels[node] = `${labels[node]} ${part[0]}`;
  }
  makeWhole(labels, zones, ground, neighbours);
  return toAreas(served, labels, zones, district);
}

/** District → the district that stands for its group. */
function joinDistricts(
  { nodes, people }: ServedStreets,
  district: readonly number[],
  zones: readonly PressureZone[],
  neighbours: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const groups = new Map<number, { members: number[]; people: number; beside: Set<number> }>();
  for (const node of nodes.keys()) {
    if (zones[node] !== 'main') continue;
    const own = district[node]!;
    const group = groups.get(own) ?? { members: [own], people: 0, beside: new Set<number>() };
    groups.set(own, group);
    group.people += people[node]!;
    for (const next of neighbours[node]!) {
      if (zones[next] === 'main' && district[next] !== own) group.beside.add(district[next]!);
    }
  }
  const alone = new Set<number>();
  for (;;) {
    const small = [...groups].filter(([id, group]) => group.people < least && !alone.has(id));
    const [first] = small.sort(([, a], [, b]) => a.people - b.people);
    if (!first) break;
    const [id, group] = first;
    const partners = [...groups].filter(
      ([other, { members, people: more }]) =>
        other !== id &&
        members.some((member) => group.beside.has(member)) &&
        group.people + more <= most,
    );
    const [best] = partners.sort(([, a], [, b]) => a.people - b.people);
    if (!best) {
      alone.add(id);
      continue;
    }
    const [target, into] = best;
    into.members.push(...group.members);
    into.people += group.people;
    for (const member of group.beside) into.beside.add(member);
    for (const member of into.members) into.beside.delete(member);
    groups.delete(id);
    alone.delete(target);
  }
  return new Map([...groups].flatMap(([id, { members }]) => members.map((own) => [own, id])));
}

/** Gives every part of an area that is cut off from its largest part to the neighbour it suits. */
function makeWhole(
  labels: string[],
  zones: readonly PressureZone[],
  ground: Float64Array,
  neighbours: readonly (readonly number[])[],
): void {
  for (let round = 0; round < 20; round++) {
    const parts = findParts(neighbours, (node) => labels[node]!);
    const largest = new Map<string, number[]>();
    for (const part of parts) {
      const label = labels[part[0]!]!;
      if (part.length > (largest.get(label)?.length ?? 0)) largest.set(label, part);
    }
    const islands = parts.filter((part) => largest.get(labels[part[0]!]!) !== part);
    if (islands.length === 0) return;
    for (const island of islands) {
      const own = labels[island[0]!]!;
      const beside = island.flatMap((node) =>
        neighbours[node]!.filter((next) => labels[next] !== own && suits(zones[next]!, island)),
      );
      const ranked = countBy(beside.map((next) => labels[next]!));
      const [target] = [...ranked].sort(([, a], [, b]) => b - a)[0] ?? [];
      if (target !== undefined) for (const node of island) labels[node] = target;
    }
  }
  throw new Error('The districts of the water network could not be made whole.');

  function suits(zone: PressureZone, island: readonly number[]): boolean {
    const { lowM, highM } = pressureZones[zone];
    return island.every((node) => ground[node]! >= lowM - 4 && ground[node]! <= highM + 4);
  }
}

function countBy(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function toAreas(
  { people }: ServedStreets,
  labels: readonly string[],
  zones: readonly PressureZone[],
  district: readonly number[],
): MeteredAreas {
  const names = [...new Set(labels)];
  const areaOf = labels.map((label) => names.indexOf(label));
  const areas = names.map((_, area): MeteredArea => {
    const nodes = areaOf.flatMap((own, node) => (own === area ? [node] : []));
    const weights = new Map<number, number>();
    for (const node of nodes) {
      weights.set(district[node]!, (weights.get(district[node]!) ?? 0) + people[node]! + 0.001);
    }
    const [greatest] = [...weights].sort(([, a], [, b]) => b - a)[0]!;
    const counts = countBy(nodes.map((node) => zones[node]!));
    const zone = (['main', 'high', 'top'] as const).reduce((best, next) =>
      (counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best,
    );
    return { name: districts[greatest]!.name, zone, nodes };
  });
  return { areaOf, areas };
}
