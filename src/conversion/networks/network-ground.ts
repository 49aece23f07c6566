// What a network tells of the ground above it, and the box of a city that consists of networks.

import { fromDegrees } from '#model/units.ts';
import type { ImportedNode, PlanePoint } from './imported-network.ts';
import type { PlacedNetwork } from './place-network.ts';

export interface NetworkGround {
  /** rad. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** Above the ellipsoid, m. */
  readonly groundM: Float32Array;
}

/** Nodes with a known rim, else (nodes of drains) their invert and a usual depth; empty where none has either. */
export function groundOf(networks: readonly PlacedNetwork[]): NetworkGround {
  const known = gather(networks, (node) => node.rimM);
  if (known.length > 0) return toGround(known);
  return toGround(
    gather(networks, ({ invertM }) =>
      invertM === undefined ? undefined : invertM + USUAL_DEPTH_M,
    ),
  );
}

export const USUAL_DEPTH_M = 2.5;

function gather(
  networks: readonly PlacedNetwork[],
  levelOf: (node: ImportedNode) => number | undefined,
): (readonly [number, number, number])[] {
  return networks.flatMap(({ network, toEarth }) =>
    network.nodes.flatMap((node) => {
      const levelM = levelOf(node);
      if (levelM === undefined) return [];
      const point: PlanePoint = [node.point[0], node.point[1], levelM];
      const [longitude, latitude, heightM] = toEarth(point);
      return heightM === undefined ? [] : [[longitude, latitude, heightM] as const];
    }),
  );
}

const toGround = (points: readonly (readonly [number, number, number])[]): NetworkGround => ({
  longitude: Float64Array.from(points, ([longitude]) => fromDegrees(longitude)),
  latitude: Float64Array.from(points, ([, latitude]) => fromDegrees(latitude)),
  groundM: Float32Array.from(points, ([, , heightM]) => heightM),
});

const LEAST_MARGIN_DEG = 0.002;

/** Around all of them, with a margin of a twentieth of their size and no less than about 200 m. */
export function boundsOf(
  networks: readonly PlacedNetwork[],
): readonly [number, number, number, number] | undefined {
  if (networks.length === 0) return undefined;
  const edge = (at: 0 | 1 | 2 | 3) => networks.map(({ boundsDeg }) => boundsDeg[at]);
  const [west, south] = [Math.min(...edge(0)), Math.min(...edge(1))];
  const [east, north] = [Math.max(...edge(2)), Math.max(...edge(3))];
  const margin = Math.max(LEAST_MARGIN_DEG, Math.max(east - west, north - south) / 20);
  return [west - margin, south - margin, east + margin, north + margin];
}
