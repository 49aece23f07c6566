// Curves over a curve: heights along an alignment, offsets beside it.

import { instanceOf, type StepInstance } from '../../step/scan.ts';
import { listOf, numberOf, referenceOf } from '../../step/values.ts';
import type { CurveContext, Points } from './context.ts';
import { distancesOf, legAt, pointAt } from './polyline.ts';

/**
 * Lifts a plan to the heights of a profile.
 * @param profile its x is the length gone along the plan, its y the height.
 */
export function lifted(plan: Points, profile: Points): Points {
  if (plan.length < 6 || profile.length < 3) return [];
  const distances = distancesOf(plan);
  const gone = stationsOf(profile);
  const first = gone[0] ?? 0;
  const last = gone.at(-1) ?? 0;
  const points: Points = [];
  const stations = [...distances, ...gone].filter((one) => one >= first && one <= last);
  for (const station of sorted(stations)) {
    const [x, y] = pointAt(plan, distances, station);
    points.push(x, y, heightAt(profile, gone, station));
  }
  return points;
}

/** Stations of a profile's points. */
export function stationsOf(profile: Points): readonly number[] {
  const gone: number[] = [];
  for (let at = 0; at < profile.length; at += 3) gone.push(profile[at]!);
  return gone;
}

/** Height of a profile at a station. @param gone the stations of its points. */
export function heightAt(profile: Points, gone: readonly number[], station: number): number {
  const { row, share } = legAt(gone, station);
  const start = profile[row * 3 + 1]!;
  const end = profile[row * 3 + 4] ?? start;
  return start + (end - start) * share;
}

/** In order, each once. */
const sorted = (stations: readonly number[]): readonly number[] =>
  stations
    .toSorted((one, other) => one - other)
    .filter((one, row, all) => row === 0 || one - all[row - 1]! > 1e-6);

interface Offset {
  readonly along: number;
  readonly lateral: number;
  readonly vertical: number;
}

/** An IfcOffsetCurveByDistances: beside a curve, by offsets at lengths along it, straight between them. */
export function offsetByDistances(
  { index }: CurveContext,
  { values }: StepInstance,
  base: Points,
): Points {
  const offsets = listOf(values[1]).flatMap((reference): readonly Offset[] => {
    const at = instanceOf(index, referenceOf(reference));
    const [along, lateral, vertical] = [at?.values[0], at?.values[1], at?.values[2]].map(numberOf);
    return at ? [{ along: along ?? 0, lateral: lateral ?? 0, vertical: vertical ?? 0 }] : [];
  });
  if (offsets.length === 0 || base.length < 6) return [];
  const distances = distancesOf(base);
  const gone = offsets.map(({ along }) => along);
  const first = offsets.length > 1 ? (gone[0] ?? 0) : 0;
  const last = offsets.length > 1 ? (gone.at(-1) ?? 0) : (distances.at(-1) ?? 0);
  const points: Points = [];
  const stations = [...distances, ...gone].filter((one) => one >= first && one <= last);
  for (const station of sorted(stations)) {
    const { row, share } = legAt(gone, station);
    const one = offsets[row]!;
    const other = offsets[row + 1] ?? one;
    const part = Math.min(Math.max(share, 0), 1);
    const lateral = one.lateral + (other.lateral - one.lateral) * part;
    const vertical = one.vertical + (other.vertical - one.vertical) * part;
    points.push(...beside(base, distances, station, lateral, vertical));
  }
  return points;
}

/** All of a curve by one distance, to the left where it is positive. */
export function offsetEvenly(base: Points, distance: number): Points {
  const distances = distancesOf(base);
  return distances.flatMap((station) => beside(base, distances, station, distance, 0));
}

/** A point to the left of a curve and above it. */
function beside(
  base: Points,
  distances: readonly number[],
  station: number,
  lateral: number,
  vertical: number,
): readonly number[] {
  const { row } = legAt(distances, station);
  const at = Math.min(row, distances.length - 2) * 3;
  const [dx, dy] = [base[at + 3]! - base[at]!, base[at + 4]! - base[at + 1]!];
  const length = Math.hypot(dx, dy) || 1;
  const [x, y, z] = pointAt(base, distances, station);
  return [x - (dy / length) * lateral, y + (dx / length) * lateral, z + vertical];
}
