// A section along pipes: their axes one behind the other, nodes between them, what was solved for these.

import { heightSources } from '#model/pipe-network.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import type {
  LongSection,
  PlanPlace,
  SectionSpan,
  SectionStation,
} from '../../contract/section.ts';
import type { NetworkValues } from '../../contract.ts';
import { type PlacedNetwork, toIndex, toKey } from '../index-space.ts';
import { planeAround } from './plane.ts';

/** Rows one behind the other: one node more than links. */
export interface SectionWay {
  readonly nodes: readonly number[];
  readonly links: readonly number[];
}

/** Heights above the ellipsoid; covers and ground are filled in by `addGround`. */
export type BareLongSection = Omit<LongSection, 'ground'>;

const drains: ReadonlySet<UtilityNetwork> = new Set(['storm', 'sanitary', 'combined']);
const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];

export function sectionAlong(
  { network, base }: PlacedNetwork,
  way: SectionWay,
  values: NetworkValues | undefined,
  offsetM: number,
): BareLongSection {
  const { links, nodes } = network;
  const places: PlanPlace[] = [];
  const placesAlongM: number[] = [];
  const spans: SectionSpan[] = [];
  const starts: number[] = [0];
  let station = 0;
  for (const [step, row] of way.links.entries()) {
    const isForward = links.from[row] === way.nodes[step];
    const first = links.lineStart[row]!;
    const count = links.lineStart[row + 1]! - first;
    const alongM = new Float32Array(count);
    const axisM = new Float32Array(count);
    const plane = planeAround(links.line[3 * first]!, links.line[3 * first + 1]!);
    for (let at = 0; at < count; at++) {
      const point = 3 * (isForward ? first + at : first + count - 1 - at);
      if (at > 0) {
        const before = point + (isForward ? -3 : 3);
        const dx = plane.toX(links.line[point]!) - plane.toX(links.line[before]!);
        const dy = plane.toY(links.line[point + 1]!) - plane.toY(links.line[before + 1]!);
        station += Math.hypot(dx, dy);
      }
      alongM[at] = station;
      axisM[at] = links.line[point + 2]!;
      places.push([links.line[point]!, links.line[point + 1]!]);
      placesAlongM.push(station);
    }
    starts.push(station);
    const length = station - alongM[0]!;
    const wall = links.wallM[row]!;
    const id = links.ids[row]!;
    spans.push({
      key: toKey(network.id, 'link', id),
      id,
      utility: utilities[links.utility[row]!] ?? network.utility,
      innerM: links.innerM[row]!,
      wallM: Math.max(wall || 0, 0),
      material: links.materials[links.material[row]!] ?? '',
      alongM,
      axisM,
      slope: length > 0 ? (axisM[0]! - axisM[count - 1]!) / length : Number.NaN,
      leastCoverM: Number.NaN,
      heightSource: heightSources[links.heightSource[row]!] ?? 'default',
    });
  }
  const isDrain = drains.has(network.utility);
  const line = isDrain ? values?.nodes.depthM : values?.nodes.headM;
  const stations = way.nodes.map((row, step): SectionStation => {
    const id = nodes.ids[row]!;
    const floor = nodes.invertLevelM[row]!;
    const solved = line?.[row] ?? Number.NaN;
    return {
      key: toKey(network.id, 'node', id),
      id,
      alongM: starts[step]!,
      groundM: nodes.groundLevelM[row]! + offsetM,
      hydraulicM: (isDrain ? floor + solved : solved) + offsetM,
    };
  });
  return {
    network: network.id,
    utility: network.utility,
    lengthM: station,
    indices: Uint32Array.from([
      ...way.links.map((row) => toIndex(base, { kind: 'link', row })),
      ...way.nodes.map((row) => toIndex(base, { kind: 'node', row })),
    ]),
    stations,
    spans,
    hydraulic: line ? (isDrain ? 'level' : 'head') : undefined,
    model: values?.model,
    staleSinceMs: values?.staleSinceMs,
    places,
    placesAlongM,
  };
}

/** Puts pipes that hang together in a row; undefined where they branch or there is a gap. */
export function wayOf({ network }: PlacedNetwork, rows: readonly number[]): SectionWay | undefined {
  const { from, to } = network.links;
  const around = new Map<number, number[]>();
  for (const row of new Set(rows)) {
    for (const node of [from[row]!, to[row]!]) {
      around.set(node, [...(around.get(node) ?? []), row]);
    }
  }
  const ends = [...around].filter(([, list]) => list.length === 1).map(([node]) => node);
  if (ends.length !== 2 || [...around.values()].some((list) => list.length > 2)) return undefined;
  const first = rows[0]!;
  const start = ends.includes(from[first]!) ? from[first]! : ends[0]!;
  const [nodes, links] = [[start], [] as number[]];
  for (let node = start; ; ) {
    const next = (around.get(node) ?? []).find((row) => row !== links.at(-1));
    if (next === undefined || links.includes(next)) break;
    node = from[next] === node ? to[next]! : from[next]!;
    links.push(next);
    nodes.push(node);
  }
  return links.length === new Set(rows).size ? { nodes, links } : undefined;
}
