// The railway on its embankment, the underpasses below it and the ditch beside it; heights in m above the
// vertical datum, places in the plan.

import { alongProfile } from './land-forms.ts';
import { railY } from './plan.ts';
import { site } from './site.ts';
import { designCrest, normalLevel } from './water-levels.ts';

/** Roads that dive below the railway; water collects in them. */
export const underpasses = [
  { x: 2750, street: 'Lindenallee', clearanceM: 4.2, halfWidthM: 10 },
  { x: 3190, street: 'Werftstraße', clearanceM: 4, halfWidthM: 6.5 },
] as const;

const topHalfWidthM = 4;
const sideSlope = 1.5;
/** Deck and ballast over an underpass, m. */
export const structureM = 0.9;
/** How far the ground rises to a bridge over the river, m. */
export const bridgeRiseM = 0.9;

const bridgeLevel = designCrest(railY) + bridgeRiseM;
const railProfile = [
  [69, bridgeLevel],
  [560, 4.5],
  [1070, 4.5],
  [1400, 2.5],
] as const;

/** Top of the rail bed; where the land is higher the line runs at grade. East of the river alone it is a dam. */
export function railLevel(x: number): number {
  const off = x - site.river.x;
  if (off >= 0) return alongProfile(railProfile, off);
  return bridgeLevel - 0.006 * Math.max(0, -off - 69);
}

/** The embankment's surface at a point; below the land where there is none. */
export const embankmentLevel = (x: number, y: number): number =>
  railLevel(x) - Math.max(0, Math.abs(y - railY) - topHalfWidthM) / sideSlope;

const rampSlope = 0.06;
const bottom = { south: railY - 10, north: railY + 10 } as const;
/** The station road dips to meet the road below. */
const stationRoad = { y: 1660, halfWidthM: 10 } as const;

/** Road surface in an underpass and on its ramps; infinite outside them. */
export function trenchLevel(x: number, y: number): number {
  for (const underpass of underpasses) {
    const off = Math.abs(x - underpass.x);
    if (off > 120) continue;
    const deepest = underpassLevel(underpass);
    const rise = (station: number) =>
      rampSlope * Math.max(0, bottom.south - station, station - bottom.north);
    if (off <= underpass.halfWidthM) return deepest + rise(y);
    if (Math.abs(y - stationRoad.y) <= stationRoad.halfWidthM) {
      return deepest + rise(stationRoad.y) + rampSlope * (off - underpass.halfWidthM);
    }
  }
  return Number.POSITIVE_INFINITY;
}

export const underpassLevel = ({ x, clearanceM }: (typeof underpasses)[number]): number =>
  railLevel(x) - structureM - clearanceM;

/** The ditch along the railway's south side, one on each bank, dug towards the river. */
export const ditch = {
  y: railY - 11,
  halfBedM: 0.8,
  sideSlope: 1.5,
  /** From the river's middle: mouth in the river, toe of the levee, far end. */
  mouthM: 43,
  toeM: 84,
  endM: { west: 980, east: 1380 },
} as const;

const mouthLevel = normalLevel(ditch.y) + 0.06;
const beds = {
  west: [
    [ditch.mouthM, mouthLevel],
    [ditch.toeM, mouthLevel + 0.03],
    [130, 1.7],
    [300, 2.9],
    [540, 5],
    [ditch.endM.west, 7.8],
  ],
  east: [
    [ditch.mouthM, mouthLevel],
    [1270, 1.25],
    [ditch.endM.east, 2.7],
  ],
} as const;

/** Bed of the ditch, m; `off` is the distance from the river's middle. */
export const ditchBed = (side: keyof typeof beds, off: number): number =>
  alongProfile(beds[side], off);
