// How far smoke matters, and how fine its raster can be. m, kg/m³ of fuel.

import type { Box } from '../air-grid.ts';
import type { FireCluster } from './clusters.ts';
import { FARTHEST_M, type SmokeSegment } from './segments.ts';

/** Of those who breathe it. */
export const RECEPTOR_M = 1.5;

/** One fire with the pieces of its plume, the newest first. */
export interface Smoking {
  readonly cluster: FireCluster;
  readonly segments: readonly SmokeSegment[];
}

/** Fewer cells where many plumes are added: what a picture costs stays the same. */
export function cellsFor(smoking: readonly Smoking[]): number {
  const plumes = smoking.reduce((sum, { segments }) => sum + segments.length, 0);
  return plumes <= 4 ? 512 : plumes <= 10 ? 384 : 256;
}

/** Around every plume out to where it is thinner than `leastFuel`. */
export function boxOf(smoking: readonly Smoking[], leastFuel: number): Box {
  let box = { westM: Infinity, southM: Infinity, eastM: -Infinity, northM: -Infinity };
  const add = (xM: number, yM: number, marginM: number) => {
    box = {
      westM: Math.min(box.westM, xM - marginM),
      southM: Math.min(box.southM, yM - marginM),
      eastM: Math.max(box.eastM, xM + marginM),
      northM: Math.max(box.northM, yM + marginM),
    };
  };
  for (const { cluster, segments } of smoking) {
    for (const segment of segments) {
      const reachM = reachOf(segment, cluster.burntKgS, leastFuel);
      const { plume, xM, yM, windFromRad } = segment;
      add(xM, yM, 150 + 2 * plume.sigmaYAt(1));
      const marginM = 2.5 * plume.sigmaYAt(reachM);
      add(xM - Math.sin(windFromRad) * reachM, yM - Math.cos(windFromRad) * reachM, marginM);
    }
  }
  return box;
}

const REACH_STEPS = 80;

/** Last place on the axis near the ground with `leastFuel`, at least some hundred metres. */
function reachOf(
  { plume, frontM, driftM }: SmokeSegment,
  burntKgS: number,
  leastFuel: number,
): number {
  const farM = Math.min(FARTHEST_M - driftM, frontM + 2 * plume.sigmaYAt(frontM));
  let reachM = Math.min(farM, 400);
  for (let step = 0; step <= REACH_STEPS; step++) {
    const xM = 20 * Math.max(1, farM / 20) ** (step / REACH_STEPS);
    if (burntKgS * plume.unitConcentration(xM, 0, RECEPTOR_M) >= leastFuel) reachM = xM;
  }
  return Math.max(100, Math.min(reachM * 1.1, FARTHEST_M));
}
