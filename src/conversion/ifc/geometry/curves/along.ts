// Points along a curve by the length gone, as things are placed along roads and tracks.

import { instanceOf } from '../../step/scan.ts';
import { referenceOf } from '../../step/values.ts';
import { type CurveContext, MEASURED_CHORD_M, type Points } from './context.ts';
import { heightAt, stationsOf } from './gradient.ts';
import { distancesOf, legAt, pointAt } from './polyline.ts';
import { readCurve, readSegments } from './read-curve.ts';

type Vector = readonly [number, number, number];

export interface PlaceAlong {
  readonly point: Vector;
  /** One long, in the direction of growing lengths; rises with the curve. */
  readonly tangent: Vector;
}

export interface Along {
  /** Length along an alignment is that of its plan. Beyond the ends the curve goes on straight. */
  at(distance: number): PlaceAlong;
}

/** Measures a curve; undefined for one that can't be read. */
export function measureCurve(context: CurveContext, id: number, depth = 0): Along | undefined {
  const fine = { ...context, chordM: MEASURED_CHORD_M };
  const curve = instanceOf(context.index, id);
  const base = referenceOf(curve?.values[2]);
  if (curve?.type === 'IFCSEGMENTEDREFERENCECURVE') {
    return base === undefined || depth > 4 ? undefined : measureCurve(context, base, depth + 1);
  }
  if (curve?.type === 'IFCGRADIENTCURVE') {
    const plan =
      base === undefined || depth > 4 ? undefined : measureCurve(context, base, depth + 1);
    const profile = readSegments(fine, id);
    return plan && profile.length > 3 ? lifted(plan, profile) : undefined;
  }
  const [points] = readCurve(fine, id);
  return points && measured(points);
}

function measured(points: Points): Along {
  const distances = distancesOf(points);
  const last = distances.length - 1;
  return {
    at(distance) {
      const { row, share } = legAt(distances, distance);
      const point = pointAt(points, distances, distance);
      // From the middle of a leg to that of the next the direction turns evenly, as it does on an arc.
      const isEarly = share < 0.5;
      const beside = isEarly ? row - 1 : row + 1;
      const isEnd = beside < 0 || beside >= last;
      const weight = Math.min(Math.abs(share - 0.5), 0.5) * (isEnd ? -1 : 1);
      const one = legOf(points, row);
      const other = legOf(
        points,
        Math.min(Math.max(isEnd ? 2 * row - beside : beside, 0), last - 1),
      );
      const blend = (axis: 0 | 1 | 2) => one[axis] * (1 - weight) + other[axis] * weight;
      return { point, tangent: normalized([blend(0), blend(1), blend(2)]) };
    },
  };
}

function lifted(plan: Along, profile: Points): Along {
  const gone = stationsOf(profile);
  return {
    at(distance) {
      const { point, tangent } = plan.at(distance);
      const { row } = legAt(gone, distance);
      const run = (gone[row + 1] ?? 1) - (gone[row] ?? 0);
      const rise = (profile[row * 3 + 4] ?? 0) - (profile[row * 3 + 1] ?? 0);
      const slope = run > 0 ? rise / run : 0;
      return {
        point: [point[0], point[1], heightAt(profile, gone, distance)],
        tangent: normalized([tangent[0], tangent[1], slope]),
      };
    },
  };
}

function legOf(points: Points, row: number): Vector {
  const at = row * 3;
  return normalized([
    points[at + 3]! - points[at]!,
    points[at + 4]! - points[at + 1]!,
    points[at + 5]! - points[at + 2]!,
  ]);
}

function normalized([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
