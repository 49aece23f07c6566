// Parts of a network between flow meters, closed links and closed valves (DMA): what meters say runs into a part, less
// what runs out, is what is drawn and lost there. m³/s. Source: Farley and Trow 2003, Losses in Water Distribution
// Networks, district meter areas.

import { NO_ZONE } from '#model/build-network.ts';
import { type PipeNetwork, pipeStatuses } from '#model/pipe-network.ts';
import type { FlowSeries } from './night-flow.ts';

export interface DistrictMeter {
  /** Row of the metered link. */
  readonly link: number;
  /** 1 where what the meter counts (from the link's first node to its last) runs in, −1 where it runs out. */
  readonly sign: 1 | -1;
}

export interface District {
  /** The zone that most of its links are in; '' where none says. */
  readonly zone: string;
  readonly meters: readonly DistrictMeter[];
  /** Rows of its links, those of its meters left out. */
  readonly links: readonly number[];
  readonly customers: number;
  readonly lengthM: number;
  /** Feeds itself, too: how much is not known. */
  readonly hasSource: boolean;
}

/** Only parts with a meter and customers; by zone, then by their first link. */
export function findDistricts(
  network: PipeNetwork,
  meteredLinks: ReadonlySet<number>,
): readonly District[] {
  const { nodes, links } = network;
  const rootOf = partition(network, meteredLinks);
  const parts = new Map<number, Part>();
  const partOf = (node: number): Part => {
    const root = rootOf(node);
    const known = parts.get(root);
    if (known) return known;
    const made: Part = {
      ...{ meters: [], links: [], customers: 0, lengthM: 0, hasSource: false },
      zones: new Map(),
    };
    parts.set(root, made);
    return made;
  };
  for (let node = 0; node < nodes.ids.length; node++) {
    const part = partOf(node);
    part.customers += nodes.customers[node]!;
    if (nodes.isSource[node] === 1) part.hasSource = true;
  }
  for (let link = 0; link < links.ids.length; link++) {
    const [from, to] = [partOf(links.from[link]!), partOf(links.to[link]!)];
    if (meteredLinks.has(link)) {
      if (from === to) continue;
      from.meters.push({ link, sign: -1 });
      to.meters.push({ link, sign: 1 });
    } else if (from === to) {
      from.links.push(link);
      from.lengthM += links.lengthM[link]!;
      const zone = links.zone[link]!;
      if (zone !== NO_ZONE) from.zones.set(zone, (from.zones.get(zone) ?? 0) + 1);
    }
  }
  return [...parts.values()]
    .filter(({ meters, customers }) => meters.length > 0 && customers > 0)
    .map(({ zones, ...part }) => ({ ...part, zone: links.zones[mostOf(zones)] ?? '' }))
    .sort((a, b) => (a.zone < b.zone ? -1 : a.zone > b.zone ? 1 : a.links[0]! - b.links[0]!));
}

interface Part {
  readonly meters: DistrictMeter[];
  readonly links: number[];
  readonly zones: Map<number, number>;
  customers: number;
  lengthM: number;
  hasSource: boolean;
}

const mostOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;

const IN_SERVICE = pipeStatuses.indexOf('inService');

/** Joined by every link that lets something through and has no meter. */
function partition(
  { nodes, links, valves }: PipeNetwork,
  metered: ReadonlySet<number>,
): (node: number) => number {
  const parent = Uint32Array.from(nodes.host);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const isShut = Uint8Array.from(links.isClosed);
  for (let valve = 0; valve < valves.ids.length; valve++) {
    if (valves.isClosed[valve] === 1) isShut[valves.link[valve]!] = 1;
  }
  for (let link = 0; link < links.ids.length; link++) {
    if (metered.has(link) || isShut[link] === 1 || links.status[link] !== IN_SERVICE) continue;
    const [from, to] = [rootOf(links.from[link]!), rootOf(links.to[link]!)];
    if (from !== to) parent[Math.max(from, to)] = Math.min(from, to);
  }
  return rootOf;
}

export interface SignedSeries extends FlowSeries {
  readonly sign: 1 | -1;
}

/** A meter that has been silent for so many of its intervals says nothing any more. */
const STALE_INTERVALS = 3;

/** Net flow into a part at every instant at which one of its meters reports; NaN where another is silent. */
export function netInflow(meters: readonly SignedSeries[]): FlowSeries {
  const times = new Set<number>();
  for (const { timesMs } of meters) for (const time of timesMs) times.add(time);
  const timesMs = Float64Array.from(times).sort();
  const flowM3s = new Float64Array(timesMs.length);
  for (const meter of meters) {
    const staleMs = STALE_INTERVALS * intervalOf(meter.timesMs);
    let at = -1;
    for (const [row, time] of timesMs.entries()) {
      while (at + 1 < meter.timesMs.length && meter.timesMs[at + 1]! <= time) at++;
      const isSilent = at < 0 || time - meter.timesMs[at]! > staleMs;
      flowM3s[row] = isSilent ? Number.NaN : flowM3s[row]! + meter.sign * meter.flowM3s[at]!;
    }
  }
  return { timesMs, flowM3s };
}

function intervalOf(timesMs: Float64Array): number {
  const gaps = Float64Array.from({ length: Math.max(0, timesMs.length - 1) }, (_, at) => {
    return timesMs[at + 1]! - timesMs[at]!;
  }).sort();
  return gaps[gaps.length >> 1] ?? 0;
}
