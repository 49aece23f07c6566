// How fast a flooded road can be driven, and when not at all. Depth m, speed km/h, depth × flow speed m²/s.
// Pregnolato et al. 2017 (Transportation Research D 55, 67–81); small cars: AIDR 2017 handbook, Shand et al. 2011.

/** Depth (m) from which on Pregnolato's curve lets nobody pass. */
export const IMPASSABLE_M = 0.3;
/** Depth × speed (m²/s) above which a small car is swept away. */
export const CAR_DEPTH_SPEED = 0.3;
/** Depth (m) that stops a fire engine: a usual wading depth, to be set by whoever knows the engines. */
export const ENGINE_M = 0.5;
/** A road opens again only when the water is this much (m, m²/s) below what closed it: no wave opens a road. */
export const REOPENING = 0.05;

/** Speed (km/h) that is left at a depth; never more than `limitKmh`. */
export function floodedSpeedKmh(depthM: number, limitKmh: number): number {
  if (depthM >= IMPASSABLE_M) return 0;
  const waterMm = depthM * 1000;
  return Math.min(limitKmh, 0.0009 * waterMm ** 2 - 0.5529 * waterMm + 86.9448);
}
