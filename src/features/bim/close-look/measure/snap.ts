// What the pointer means when it is near something exact: a corner, the middle of an edge, a place on an edge, and
// only then the face below it.

import { cornerAt, dot, minus, mix, type Vector } from '../vector.ts';

export type SnapKind = 'corner' | 'middle' | 'edge' | 'face';

export interface Snap {
  readonly kind: SnapKind;
  readonly point: Vector;
  /** Outward normal of the face below the pointer. */
  readonly normal: Vector;
  /** Direction of the edge, from one end to the other; undefined on a face. */
  readonly edge: readonly [Vector, Vector] | undefined;
  /** Index of the element. */
  readonly element: number;
  /** Number of the triangle below the pointer. */
  readonly triangle: number;
}

export interface Hit {
  readonly point: Vector;
  readonly normal: Vector;
  readonly element: number;
  readonly triangle: number;
}

export interface Screen {
  /** Pixels from the pointer to where a point is seen; infinite behind the eye. */
  readonly pixelsTo: (point: Vector) => number;
  /** Whether a point can be seen: not behind other things. */
  readonly isSeen: (point: Vector) => boolean;
}

/** How near the pointer has to be, in pixels: corners are worth a longer way than edges. */
export const REACH_PX = { corner: 14, middle: 12, edge: 9 } as const;

/** `edges`: pairs of corners of `positions` among which to look. */
export function snapTo(
  hit: Hit,
  positions: ArrayLike<number>,
  edges: ArrayLike<number>,
  screen: Screen,
): Snap {
  let best: (Candidate & { readonly pixels: number }) | undefined;
  const offer = (candidate: Candidate) => {
    const pixels = screen.pixelsTo(candidate.point);
    if (pixels > REACH_PX[candidate.kind]) return;
    const isBetter =
      !best ||
      RANK[candidate.kind] < RANK[best.kind] ||
      (RANK[candidate.kind] === RANK[best.kind] && pixels < best.pixels);
    if (isBetter && screen.isSeen(candidate.point)) best = { ...candidate, pixels };
  };
  for (let at = 0; at < edges.length; at += 2) {
    const edge = [cornerAt(positions, edges[at]!), cornerAt(positions, edges[at + 1]!)] as const;
    const nearest = nearestOnEdge(hit.point, edge);
    // An edge that runs past the pointer far off has no end within its reach either.
    if (screen.pixelsTo(nearest) > 2 * REACH_PX.corner) continue;
    offer({ kind: 'corner', point: edge[0], edge });
    offer({ kind: 'corner', point: edge[1], edge });
    offer({ kind: 'middle', point: mix(edge[0], edge[1], 0.5), edge });
    offer({ kind: 'edge', point: nearest, edge });
  }
  if (!best) return { ...hit, kind: 'face', edge: undefined };
  return { ...hit, kind: best.kind, point: best.point, edge: best.edge };
}

interface Candidate {
  readonly kind: keyof typeof REACH_PX;
  readonly point: Vector;
  readonly edge: readonly [Vector, Vector];
}

const RANK: Readonly<Record<SnapKind, number>> = { corner: 0, middle: 1, edge: 2, face: 3 };

export function nearestOnEdge(point: Vector, [from, to]: readonly [Vector, Vector]): Vector {
  const way = minus(to, from);
  const square = dot(way, way);
  if (square === 0) return from;
  return mix(from, to, Math.min(1, Math.max(0, dot(minus(point, from), way) / square)));
}
