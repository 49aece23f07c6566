// A dam that goes at once, from what was drawn: a place, the line of the dam, or the pond itself. m, m³.

import { moved, offsetBetween } from '#model/near-plane.ts';
import type { CityWaters, RiverStation } from '../contract/city-waters.ts';
import type { FloodSource, PlaceDeg } from '../contract.ts';
import { lengthM, nearest } from '../kernel/plane.ts';

type DamBreak = Extract<FloodSource, { readonly kind: 'dam-break' }>;
interface Base {
  readonly id: string;
  readonly name: string;
}

/** Side of the pond where a place alone is given, and how far up from its dam one reaches. */
const SIDE_M = 200;
const REACH_M = 300;
/** Mean depth of a pond that nothing is said about. */
const DEPTH_M = 5;
/** Farther than this no river is meant. */
const RIVER_M = 1000;

export function makeDamBreak(
  base: Base,
  points: readonly PlaceDeg[],
  atS: number,
  waters: CityWaters | undefined,
): DamBreak {
  const area = pondOf(points, waters);
  const volumeM3 = rounded(areaM2(area) * DEPTH_M);
  return { ...base, kind: 'dam-break', area, levelM: DEPTH_M, volumeM3, atS };
}

function pondOf(points: readonly PlaceDeg[], waters: CityWaters | undefined): readonly PlaceDeg[] {
  const [first, second] = points;
  if (!first || points.length > 2) return points;
  return second ? pondBehind(first, second, waters) : squareAround(first, SIDE_M / 2);
}

const squareAround = (place: PlaceDeg, half: number): readonly PlaceDeg[] =>
  (
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ] as const
  ).map((by) => moved(place, by));

/** Up the river from the dam; where no river is known, to the left of the line as it was drawn. */
function pondBehind(
  from: PlaceDeg,
  to: PlaceDeg,
  waters: CityWaters | undefined,
  reachM = REACH_M,
): readonly PlaceDeg[] {
  const [east, north] = offsetBetween(from, to);
  const long = Math.hypot(east, north) || 1;
  const left = [(-north / long) * reachM, (east / long) * reachM] as const;
  const middle = moved(from, [east / 2, north / 2]);
  const up = upstreamAt(middle, waters);
  const isLeft = !up || left[0] * up[0] + left[1] * up[1] >= 0;
  const by = isLeft ? left : ([-left[0], -left[1]] as const);
  return [from, to, moved(to, by), moved(from, by)];
}

/** Mirrors a pond at its dam, the first two corners. */
export function turnedOver(area: readonly PlaceDeg[]): readonly PlaceDeg[] {
  const [from, to, ...others] = area;
  if (!from || !to) return area;
  const [east, north] = offsetBetween(from, to);
  const long2 = east * east + north * north || 1;
  const mirrored = others.map((place) => {
    const [x, y] = offsetBetween(from, place);
    const along = (x * east + y * north) / long2;
    return moved(from, [2 * along * east - x, 2 * along * north - y]);
  });
  return [from, to, ...mirrored];
}

function upstreamAt(place: PlaceDeg, waters: CityWaters | undefined) {
  const stations = waters?.stations ?? [];
  const found = nearest(
    stations.map((station) => station.place),
    place,
  );
  if (!found || found.distanceM > RIVER_M) return undefined;
  const [below, above] = [
    stations[found.at - 1] ?? stations[found.at],
    stations[found.at + 1] ?? stations[found.at],
  ];
  return below && above && offsetBetween(below.place, above.place);
}

/** Stations from the uppermost down to where the preset's dam stands, and up to where its pond ends. */
const DAM_AT = 9;
const POND_TO = 5;
/** Each way from the middle of the river. */
const HALF_DAM_M = 120;
const PRESET_M3 = 500_000;

/** A dam across the upper river; undefined where the city knows too little of its river. */
export function damUpRiver(
  base: Base,
  stations: readonly RiverStation[],
): { readonly part: DamBreak; readonly station: RiverStation } | undefined {
  const [station, end] = [stations.at(-DAM_AT), stations.at(-POND_TO)];
  if (!station || !end) return undefined;
  const up = offsetBetween(station.place, end.place);
  const long = Math.hypot(...up);
  if (long === 0) return undefined;
  const across = [(up[1] / long) * HALF_DAM_M, (-up[0] / long) * HALF_DAM_M] as const;
  const back = [-across[0], -across[1]] as const;
  const dam = [moved(station.place, across), moved(station.place, back)] as const;
  const area = [...dam, moved(dam[1], up), moved(dam[0], up)];
  return {
    station,
    part: { ...base, kind: 'dam-break', area, levelM: DEPTH_M, volumeM3: PRESET_M3, atS: 0 },
  };
}

/** Area of a polygon (m²). */
export function areaM2(area: readonly PlaceDeg[]): number {
  const [first] = area;
  if (!first || area.length < 3) return 0;
  const corners = area.map((place) => offsetBetween(first, place));
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const rounded = (value: number): number => Number(value.toPrecision(2));

/** So long is the dam of a pond that was made of one. */
export const damLengthM = (area: readonly PlaceDeg[]): number => lengthM(area.slice(0, 2));
