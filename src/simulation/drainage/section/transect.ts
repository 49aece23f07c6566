// Natural channel cross section as surveyed points, reduced to area, width and hydraulic radius by depth.
// Conveyance of banks and channel is summed and expressed as one radius for the channel's roughness: SWMM
// reference manual vol. II (EPA/600/R-17/111), section 5.2. Worked out in feet, level by level from the bottom, as
// SWMM does: whether a level just covers a surveyed point is a matter of the last digit, and its radius hangs on it.

const FOOT_M = 0.3048;

export interface Transect {
  readonly id: string;
  /** Metres of the unit that stations and levels are given in. */
  readonly unitM: number;
  readonly station: readonly number[];
  readonly level: readonly number[];
  readonly leftBank: number;
  readonly rightBank: number;
  readonly manningLeft: number;
  readonly manningRight: number;
  readonly manningChannel: number;
  /** Length of the channel by length of the flood plain. */
  readonly meander: number;
}

/** By equal steps of depth from 0 to `heightM`, absolute: m², m, m. */
export interface TransectTable {
  readonly heightM: number;
  readonly area: Float64Array;
  readonly width: Float64Array;
  readonly radius: Float64Array;
}

/** SWMM multiplies by 1.486 and divides by 1.49 on the way from conveyance to radius. */
const ROUNDED = 1.486 / 1.49;

export function tabulateTransect(transect: Transect, intervals: number): TransectTable {
  const feet = inFeet(transect);
  const bottom = Math.min(...feet.level);
  const top = Math.max(...feet.level);
  const walled = withWall(feet, top);
  const area = new Float64Array(intervals + 1);
  const width = new Float64Array(intervals + 1);
  const radius = new Float64Array(intervals + 1);
  const step = (top - bottom) / intervals;
  let surface = bottom;
  for (let i = 1; i <= intervals; i++) {
    surface += step;
    const wet = wetPart(walled, surface);
    area[i] = wet.area * FOOT_M ** 2;
    width[i] = wet.width * FOOT_M;
    radius[i] =
      wet.area > 0
        ? ((wet.conveyance * transect.manningChannel * ROUNDED) / wet.area) ** 1.5 * FOOT_M
        : 0;
  }
  // A bed is taken as wide at its bottom as one step above it.
  width[0] = width[1] ?? 0;
  return { heightM: (top - bottom) * FOOT_M, area, width, radius };
}

function inFeet(transect: Transect): Transect {
  const perFoot = FOOT_M / transect.unitM;
  const feet = (value: number) => value / perFoot;
  return {
    ...transect,
    ...{ station: transect.station.map(feet), level: transect.level.map(feet), unitM: FOOT_M },
    ...{ leftBank: feet(transect.leftBank), rightBank: feet(transect.rightBank) },
  };
}

/** A survey that ends below its highest point stands between walls; SWMM counts the friction of the left one. */
function withWall(transect: Transect, top: number): Transect {
  return {
    ...transect,
    station: [transect.station[0] ?? 0, ...transect.station],
    level: [top, ...transect.level],
  };
}

/** Sums runs of wet ground of one roughness: a run ends where ground stands out of the water. */
function wetPart(transect: Transect, surface: number) {
  const { station, level } = transect;
  const sum = { area: 0, width: 0, conveyance: 0 };
  let area = 0;
  let perimeter = 0;
  for (let k = 1; k < station.length; k++) {
    const [left = 0, right = 0] = [station[k - 1], station[k]];
    const [before = 0, after = 0] = [level[k - 1], level[k]];
    if (Math.min(before, after) >= surface) continue;
    const slice = wetSlice(right - left, before, after, surface);
    area += slice.area;
    perimeter += slice.perimeter;
    sum.area += slice.area;
    sum.width += slice.width;
    const next = station[k + 1];
    const goesOn =
      after < surface && next !== undefined && !changesRoughness(transect, left, right, next);
    if (goesOn) continue;
    const flow =
      perimeter > 0 ? (area * (area / perimeter) ** (2 / 3)) / manningOf(transect, left, right) : 0;
    if (flow <= 0) continue;
    sum.conveyance += flow;
    area = 0;
    perimeter = 0;
  }
  return sum;
}

function changesRoughness(transect: Transect, left: number, right: number, next: number): boolean {
  const { leftBank, rightBank, manningLeft, manningChannel, manningRight } = transect;
  if (right === leftBank) return manningLeft !== manningChannel && right !== left;
  return right === rightBank && manningRight !== manningChannel && right !== next;
}

function manningOf(transect: Transect, left: number, right: number): number {
  if (right > transect.rightBank) return transect.manningRight;
  return left < transect.leftBank ? transect.manningLeft : transect.manningChannel;
}

/** A slice between two points of which one at least lies under the surface. */
function wetSlice(length: number, before: number, after: number, surface: number) {
  const high = Math.max(before, after);
  const low = Math.min(before, after);
  const perimeter = Math.hypot(length, high - low);
  if (surface > high) {
    return { area: (length * (surface - high + (surface - low))) / 2, perimeter, width: length };
  }
  const ratio = (surface - low) / (high - low);
  return {
    area: ((length * (high - low)) / 2) * ratio * ratio,
    perimeter: perimeter * ratio,
    width: length * ratio,
  };
}
