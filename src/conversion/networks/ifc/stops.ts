// Where elements of a system can be joined: their ports, and ends that have none. Positions that the file leaves out
// come from the element's axis, else from what the port is joined to.

import { distanceM, type ElementAxis, lengthOf } from './axis.ts';
import type { PointM } from './ifc-source.ts';
import type { IfcPort } from './ports.ts';

export interface Stop {
  readonly owner: number;
  /** Undefined for an end, or an element, without a port. */
  readonly port: IfcPort | undefined;
  readonly flow: IfcPort['flow'];
  /** Along the axis of a segment, m. */
  readonly alongM: number;
  readonly point: PointM;
}

/** Places that a port without one may have, by what it is joined to. */
export type Hints = (port: IfcPort) => readonly PointM[];

const SAME_M = 1e-3;
const ZERO: PointM = [0, 0, 0];

/** Stops of a segment in the order of its axis, both ends among them; empty where nothing says where it lies. */
export function segmentStops(
  owner: number,
  axis: ElementAxis,
  ports: readonly IfcPort[],
  hints: Hints,
): Stop[] {
  const total = lengthOf(axis.points);
  const toStop = (port: IfcPort | undefined, alongM: number): Stop => ({
    ...{ owner, port, alongM },
    flow: port?.flow ?? '',
    point: pointAlong(axis.points, alongM),
  });
  const stops = ports.flatMap((port) =>
    port.point ? [toStop(port, alongOf(axis.points, port.point))] : [],
  );
  const isTaken = (alongM: number) =>
    stops.some((stop) => Math.abs(stop.alongM - alongM) < Math.max(SAME_M, 0.05 * total));
  const free = [0, total].filter((alongM) => !isTaken(alongM));
  const unplaced = ports.filter(({ point }) => !point).slice(0, free.length);
  for (const [at, alongM] of bestEnds(unplaced, free, axis, hints).entries()) {
    stops.push(toStop(unplaced[at], alongM));
  }
  for (const alongM of [0, total]) if (!isTaken(alongM)) stops.push(toStop(undefined, alongM));
  return stops.sort((a, b) => a.alongM - b.alongM);
}

/** What is joined lies near; where that says nothing, a solid is drawn the way it flows. */
function bestEnds(
  ports: readonly IfcPort[],
  free: readonly number[],
  axis: ElementAxis,
  hints: Hints,
): readonly number[] {
  const [one, other] = ports;
  const cost = (port: IfcPort, alongM: number) => {
    const point = pointAlong(axis.points, alongM);
    const near = hints(port);
    const isDown = port.flow !== '' && (port.flow === 'SINK') !== (alongM === 0);
    const away = near.length > 0 ? Math.min(...near.map((hint) => distanceM(hint, point))) : 0;
    return away + (isDown ? SAME_M : 0);
  };
  if (!one || free.length === 0) return [];
  const [first = 0, second] = free;
  if (second === undefined) return [first];
  if (!other) return [cost(one, first) <= cost(one, second) ? first : second];
  const straight = cost(one, first) + cost(other, second);
  const crossed = cost(one, second) + cost(other, first);
  return straight <= crossed ? [first, second] : [second, first];
}

function alongOf(points: readonly PointM[], [x, y, z]: PointM): number {
  let best = { away: Number.POSITIVE_INFINITY, alongM: 0 };
  let before = 0;
  for (let at = 0; at + 1 < points.length; at++) {
    const [a, b]: [PointM, PointM] = [points[at] ?? ZERO, points[at + 1] ?? ZERO];
    const way = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
    const length = Math.hypot(...way);
    const dot = way[0] * (x - a[0]) + way[1] * (y - a[1]) + way[2] * (z - a[2]);
    const share = length > 0 ? Math.min(1, Math.max(0, dot / length ** 2)) : 0;
    const on: PointM = [a[0] + way[0] * share, a[1] + way[1] * share, a[2] + way[2] * share];
    const away = distanceM(on, [x, y, z]);
    if (away < best.away) best = { away, alongM: before + share * length };
    before += length;
  }
  return best.alongM;
}

export function pointAlong(points: readonly PointM[], alongM: number): PointM {
  let before = 0;
  for (let at = 0; at + 1 < points.length; at++) {
    const [a, b]: [PointM, PointM] = [points[at] ?? ZERO, points[at + 1] ?? ZERO];
    const length = distanceM(a, b);
    if (alongM <= before + length || at + 2 === points.length) {
      const share = length > 0 ? Math.min(1, Math.max(0, (alongM - before) / length)) : 0;
      return [
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
      ];
    }
    before += length;
  }
  return points[0] ?? [0, 0, 0];
}

/** The part of an axis between two lengths along it, its bends among the points. */
export function pieceOf(points: readonly PointM[], fromM: number, toM: number): PointM[] {
  const bends: PointM[] = [];
  let before = 0;
  for (const [at, point] of points.entries()) {
    if (at > 0) before += distanceM(points[at - 1] ?? point, point);
    if (before > fromM + SAME_M && before < toM - SAME_M) bends.push(point);
  }
  return [pointAlong(points, fromM), ...bends, pointAlong(points, toM)];
}
