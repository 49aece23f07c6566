// A placed network in metres around its middle, with its graph: what joining and the report look at.

import { fromDegrees } from '#model/units.ts';
import type {
  ImportedDevice,
  ImportedNode,
  ImportedPipe,
  PlanePoint,
} from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';

/** m. */
export type PlanPoint = readonly [x: number, y: number];

const METRES_A_DEGREE = 111_320;

export interface NetworkPlan {
  readonly toPlan: (point: PlanePoint) => PlanPoint;
  readonly toDegrees: (point: PlanPoint) => readonly [number, number];
  readonly nodes: ReadonlyMap<string, ImportedNode>;
  readonly nodeAt: (id: string) => PlanPoint | undefined;
  readonly lines: ReadonlyMap<string, readonly PlanPoint[]>;
  /** Links that end at a node. */
  readonly linksAt: (id: string) => readonly (ImportedPipe | ImportedDevice)[];
}

export function createPlan({ network, toEarth, boundsDeg }: PlacedNetwork): NetworkPlan {
  const { toPlan, toDegrees } = createMetres(boundsDeg, toEarth);
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const places = new Map(network.nodes.map(({ id, point }) => [id, toPlan(point)]));
  const links = new Map<string, (ImportedPipe | ImportedDevice)[]>();
  for (const link of [...network.pipes, ...network.devices]) {
    for (const end of new Set([link.from, link.to])) {
      const list = links.get(end);
      if (list) list.push(link);
      else links.set(end, [link]);
    }
  }
  return {
    toPlan,
    toDegrees,
    nodes,
    nodeAt: (id) => places.get(id),
    lines: new Map(network.pipes.map(({ id, line }) => [id, line.map(toPlan)])),
    linksAt: (id) => links.get(id) ?? [],
  };
}

export function createMetres(
  [west, south, east, north]: PlacedNetwork['boundsDeg'],
  toEarth: PlacedNetwork['toEarth'],
): Pick<NetworkPlan, 'toPlan' | 'toDegrees'> {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const eastM = METRES_A_DEGREE * Math.cos(fromDegrees(latitude));
  return {
    toPlan: (point) => {
      const [x, y] = toEarth(point);
      return [(x - longitude) * eastM, (y - latitude) * METRES_A_DEGREE];
    },
    toDegrees: ([x, y]) => [
      Math.round((longitude + x / eastM) * 1e7) / 1e7,
      Math.round((latitude + y / METRES_A_DEGREE) * 1e7) / 1e7,
    ],
  };
}

export interface NearestPoint {
  readonly distanceM: number;
  readonly point: PlanPoint;
  /** Segment of the line, and how far along it, 0 … 1. */
  readonly segment: number;
  readonly share: number;
}

/** The point of a line that is nearest to a place. */
export function nearestOn(line: readonly PlanPoint[], [x, y]: PlanPoint): NearestPoint {
  let best: NearestPoint = {
    distanceM: Number.POSITIVE_INFINITY,
    point: line[0] ?? [x, y],
    segment: 0,
    share: 0,
  };
  for (let segment = 0; segment + 1 < line.length; segment++) {
    const [a, b] = [line[segment]!, line[segment + 1]!];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const squared = dx * dx + dy * dy;
    const along = squared > 0 ? ((x - a[0]) * dx + (y - a[1]) * dy) / squared : 0;
    const share = Math.min(1, Math.max(0, along));
    const point: PlanPoint = [a[0] + dx * share, a[1] + dy * share];
    const distanceM = Math.hypot(x - point[0], y - point[1]);
    if (distanceM < best.distanceM) best = { distanceM, point, segment, share };
  }
  return best;
}

export const lengthOf = (line: readonly PlanPoint[]): number =>
  line
    .slice(1)
    .reduce((sum, [x, y], at) => sum + Math.hypot(x - line[at]![0], y - line[at]![1]), 0);
