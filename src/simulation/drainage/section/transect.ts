// Natural channel cross section as surveyed points, reduced to area, width and hydraulic radius by depth. m.
// Conveyance of banks and channel is summed and expressed as one radius for the channel's roughness: SWMM
// reference manual vol. II (EPA/600/R-17/111), section 5.2.

export interface Transect {
  readonly id: string;
  readonly stationM: readonly number[];
  readonly levelM: readonly number[];
  readonly leftBankM: number;
  readonly rightBankM: number;
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

export function tabulateTransect(transect: Transect, intervals: number): TransectTable {
  const bottom = Math.min(...transect.levelM);
  const top = Math.max(...transect.levelM);
  const heightM = top - bottom;
  const walled = withWall(transect, top);
  const area = new Float64Array(intervals + 1);
  const width = new Float64Array(intervals + 1);
  const radius = new Float64Array(intervals + 1);
  for (let i = 1; i <= intervals; i++) {
    const wet = wetPart(walled, bottom + (heightM * i) / intervals);
    area[i] = wet.area;
    width[i] = wet.width;
    radius[i] = wet.area > 0 ? ((wet.conveyance * transect.manningChannel) / wet.area) ** 1.5 : 0;
  }
  // A bed is taken as wide at its bottom as one step above it.
  width[0] = width[1] ?? 0;
  return { heightM, area, width, radius };
}

/** A survey that ends below its highest point stands between walls; SWMM counts the friction of the left one. */
function withWall(transect: Transect, topM: number): Transect {
  return {
    ...transect,
    stationM: [transect.stationM[0] ?? 0, ...transect.stationM],
    levelM: [topM, ...transect.levelM],
  };
}

/** Sums runs of wet ground of one roughness: a run ends where ground stands out of the water. */
function wetPart({ stationM, levelM, ...transect }: Transect, surfaceM: number) {
  const sum = { area: 0, width: 0, conveyance: 0 };
  let area = 0;
  let perimeter = 0;
  for (let k = 1; k < stationM.length; k++) {
    const [left, right] = [stationM[k - 1] ?? 0, stationM[k] ?? 0];
    const above = (levelM[k] ?? 0) - surfaceM;
    const slice = wetSlice(right - left, (levelM[k - 1] ?? 0) - surfaceM, above);
    area += slice.area;
    perimeter += slice.perimeter;
    sum.area += slice.area;
    sum.width += slice.width;
    const next = stationM[k + 1];
    if (above < 0 && next !== undefined && !changesRoughness(transect, left, right, next)) continue;
    if (area > 0 && perimeter > 0) {
      const manning = manningOf(transect, left, right);
      sum.conveyance += (area * (area / perimeter) ** (2 / 3)) / manning;
    }
    area = 0;
    perimeter = 0;
  }
  return sum;
}

type Roughness = Omit<Transect, 'stationM' | 'levelM'>;

function changesRoughness(transect: Roughness, left: number, right: number, next: number): boolean {
  const { leftBankM, rightBankM, manningLeft, manningChannel, manningRight } = transect;
  if (right === leftBankM) return manningLeft !== manningChannel && right !== left;
  return right === rightBankM && manningRight !== manningChannel && right !== next;
}

function manningOf(transect: Roughness, left: number, right: number): number {
  if (right > transect.rightBankM) return transect.manningRight;
  return left < transect.leftBankM ? transect.manningLeft : transect.manningChannel;
}

/** A slice between two points whose levels are given above the water surface; dry where both are positive. */
function wetSlice(lengthM: number, aboveLeft: number, aboveRight: number) {
  if (aboveLeft >= 0 && aboveRight >= 0) return { area: 0, perimeter: 0, width: 0 };
  const deep = Math.max(-aboveLeft, -aboveRight);
  const shallow = Math.min(-aboveLeft, -aboveRight);
  if (shallow >= 0) {
    const perimeter = Math.hypot(lengthM, deep - shallow);
    return { area: (lengthM * (deep + shallow)) / 2, perimeter, width: lengthM };
  }
  const share = deep / (deep - shallow);
  const width = lengthM * share;
  return { area: (width * deep) / 2, perimeter: Math.hypot(width, deep), width };
}
