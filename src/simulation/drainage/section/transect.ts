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
  const heightM = Math.max(...transect.levelM) - bottom;
  const area = new Float64Array(intervals + 1);
  const width = new Float64Array(intervals + 1);
  const radius = new Float64Array(intervals + 1);
  for (let i = 1; i <= intervals; i++) {
    const wet = wetPart(transect, bottom + (heightM * i) / intervals);
    area[i] = wet.area;
    width[i] = wet.width;
    radius[i] = ((wet.conveyance * transect.manningChannel) / wet.area) ** 1.5;
  }
  width[0] = 0;
  return { heightM, area, width, radius };
}

function wetPart({ stationM, levelM, ...transect }: Transect, surfaceM: number) {
  const dry = (manning: number) => ({ area: 0, perimeter: 0, manning });
  const left = dry(transect.manningLeft);
  const channel = dry(transect.manningChannel);
  const right = dry(transect.manningRight);
  let width = 0;
  for (let k = 1; k < stationM.length; k++) {
    const slice = wetSlice(
      (stationM[k] ?? 0) - (stationM[k - 1] ?? 0),
      (levelM[k - 1] ?? 0) - surfaceM,
      (levelM[k] ?? 0) - surfaceM,
    );
    const middle = ((stationM[k] ?? 0) + (stationM[k - 1] ?? 0)) / 2;
    const zone =
      middle < transect.leftBankM ? left : middle > transect.rightBankM ? right : channel;
    zone.area += slice.area;
    zone.perimeter += slice.perimeter;
    width += slice.width;
  }
  let area = 0;
  let conveyance = 0;
  for (const zone of [left, channel, right]) {
    if (zone.area <= 0 || zone.perimeter <= 0) continue;
    area += zone.area;
    conveyance += (zone.area * (zone.area / zone.perimeter) ** (2 / 3)) / zone.manning;
  }
  return { area, width, conveyance };
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
