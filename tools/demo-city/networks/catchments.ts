// What the rain falls on: each block with its half of the streets around it drains to one crossing. SI.

import Flatbush from 'flatbush';
import { groundLevel } from '../landscape.ts';
import {
  area,
  between,
  centroid,
  cross,
  direction,
  distance,
  type Point,
  subtract,
} from '../plane.ts';
import { toMap } from '../site.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { TownBlock } from '../streets.ts';
import type { BlockUse, Town } from '../town.ts';

export interface Catchment {
  readonly id: string;
  readonly district: string;
  /** In the map; its corners only where the town's streets bend little. */
  readonly ring: readonly Point[];
  readonly areaM2: number;
  /** Share of it that lets no water in. */
  readonly imperviousness: number;
  /** Mean slope of the ground. */
  readonly slope: number;
  /** How wide the flow over it is, as SWMM takes it, m. */
  readonly widthM: number;
  /** Crossing that it drains to. */
  readonly crossing: number;
}

const sealed: Readonly<Record<TownBlock['manner']['pattern'], number>> = {
  perimeter: 0.72,
  detached: 0.38,
  slabs: 0.46,
  towers: 0.85,
  sheds: 0.78,
  green: 0.04,
};
const sealedByUse: Readonly<Record<Exclude<BlockUse, 'built'>, number>> = {
  park: 0.16,
  square: 0.9,
  landmark: 0.55,
};

/** Catchments of the blocks that `isDrained` takes; `drained` are the crossings with a sewer. */
export function findCatchments(
  town: Town,
  graph: StreetGraph,
  drained: ReadonlySet<number>,
  isDrained: (block: TownBlock) => boolean,
): Catchment[] {
  const nodes = [...drained].sort((a, b) => a - b);
  if (nodes.length === 0) return [];
  const index = new Flatbush(nodes.length);
  for (const node of nodes) {
    const { x, y } = graph.nodes[node]!.plan;
    index.add(x, y, x, y);
  }
  index.finish();
  const uses = new Map(town.blocks.map(({ corners, use }) => [corners, use]));
  return town.layout.blocks.flatMap((block, number): Catchment[] => {
    if (!isDrained(block)) return [];
    const crossing = outletOf(block, graph, nodes, index);
    if (crossing === undefined) return [];
    const ring = block.corners.flatMap((corner, at) =>
      bend(corner, block.corners[(at + 1) % block.corners.length]!),
    );
    const areaM2 = area(ring);
    const use = uses.get(block.corners) ?? 'built';
    const levels = block.corners.map(groundLevel);
    const longest = Math.max(...ring.map((point) => distance(point, ring[0]!)));
    return [
      {
        id: `CA-${String(number + 1).padStart(5, '0')}`,
        district: block.district,
        ring,
        areaM2,
        imperviousness: use === 'built' ? sealed[block.manner.pattern] : sealedByUse[use],
        slope: Math.max(0.003, (Math.max(...levels) - Math.min(...levels)) / longest),
        widthM: Math.sqrt(areaM2) * 1.4,
        crossing,
      },
    ];
  });
}

function bend(from: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.ceil(distance(from, to) / 40));
  return Array.from({ length: steps }, (_, step) => toMap(between(from, to, step / steps)));
}

const atEdgeM = 16;

/** The lowest drained crossing at the block's edge, else the nearest one within reach. */
function outletOf(
  { corners }: TownBlock,
  graph: StreetGraph,
  nodes: readonly number[],
  index: Flatbush,
): number | undefined {
  const x = corners.map((corner) => corner.x);
  const y = corners.map((corner) => corner.y);
  const around = index
    .search(
      Math.min(...x) - atEdgeM,
      Math.min(...y) - atEdgeM,
      Math.max(...x) + atEdgeM,
      Math.max(...y) + atEdgeM,
    )
    .map((found) => nodes[found]!)
    .filter((node) => isAtEdge(corners, graph.nodes[node]!.plan));
  if (around.length > 0) {
    return around.reduce((best, node) =>
      graph.nodes[node]!.at.z < graph.nodes[best]!.at.z ? node : best,
    );
  }
  const middle = centroid(corners);
  const [nearest] = index.neighbors(middle.x, middle.y, 1, 160);
  return nearest === undefined ? undefined : nodes[nearest];
}

const isAtEdge = (corners: readonly Point[], point: Point): boolean => {
  const offs = corners.map((corner, at) =>
    cross(direction(corner, corners[(at + 1) % corners.length]!), subtract(point, corner)),
  );
  const least = Math.min(...offs);
  return least > -atEdgeM && least < atEdgeM;
};
