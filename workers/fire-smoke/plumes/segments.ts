// Smoke of one source in a wind that turns: one piece of plume a wind, each carried on by the winds after it. m, s.
// A piece is the steady plume of its wind up to where its front has come (Palazzi et al. 1982) and goes on to spread by
// the whole way it has drifted; what the source gives off is taken as it is now, all along.

import { shareOfDuration } from '#simulation/fire/smoke/gaussian.ts';
import type { Plume } from '#simulation/fire/smoke/plume.ts';

export interface Wind {
  readonly fromS: number;
  readonly speedMs: number;
  readonly fromRad: number;
}

export interface SmokeSegment {
  /** As `addPlume` takes it. */
  readonly plume: Plume;
  /** Where it begins now: the source, or where the wind has carried its end; east and north, m. */
  readonly xM: number;
  readonly yM: number;
  readonly windFromRad: number;
  /** How far its front has come from there. */
  readonly frontM: number;
  /** How far its end has drifted. */
  readonly driftM: number;
}

/** What has drifted farther than this is forgotten: the formulas end here. */
export const FARTHEST_M = 10_000;
/** σx of the front as a share of its way; less, and rasters would show a wall. */
const LEAST_FRONT_M = 5;

/** Newest first; `plumeIn` gives the steady plume of the source in a wind. */
export function segmentsOf(
  source: { readonly xM: number; readonly yM: number; readonly sinceS: number },
  winds: readonly Wind[],
  nowS: number,
  plumeIn: (wind: Wind) => Plume,
): SmokeSegment[] {
  const segments: SmokeSegment[] = [];
  let { xM, yM } = source;
  let driftM = 0;
  for (let at = winds.length - 1; at >= 0; at--) {
    const wind = winds[at];
    const startS = at === 0 ? Number.NEGATIVE_INFINITY : (wind?.fromS ?? 0);
    const endS = Math.min(nowS, winds[at + 1]?.fromS ?? nowS);
    if (!wind || endS <= startS) continue;
    const lastsS = endS - Math.max(startS, source.sinceS);
    const plume = plumeIn(wind);
    if (lastsS > 0) {
      const frontM = Math.min(FARTHEST_M - driftM, plume.windMs * lastsS);
      const carried = carry(plume, lastsS, driftM);
      segments.push({ plume: carried, xM, yM, windFromRad: wind.fromRad, frontM, driftM });
    }
    // What was given off before this wind has been carried by it for as long as it lasted.
    const blownM = plume.windMs * (endS - Math.max(startS, source.sinceS));
    if (startS <= source.sinceS || !(blownM >= 0)) break;
    xM -= Math.sin(wind.fromRad) * blownM;
    yM -= Math.cos(wind.fromRad) * blownM;
    driftM += blownM;
    if (driftM >= FARTHEST_M) break;
  }
  return segments;
}

/** The plume `lastsS` after its source began, its end `driftM` from there. */
function carry(plume: Plume, lastsS: number, driftM: number): Plume {
  const release = { durationS: Number.POSITIVE_INFINITY, windMs: plume.windMs };
  const sigmaYAt = (xM: number) => plume.sigmaYAt(xM + driftM);
  const share = (xM: number) =>
    shareOfDuration(
      release,
      { xM, timeS: lastsS },
      {
        tailM: 0,
        frontM: Math.max(LEAST_FRONT_M, sigmaYAt(xM)),
      },
    );
  return {
    ...plume,
    sigmaYAt,
    sigmaZAt: (xM) => plume.sigmaZAt(xM + driftM),
    heightAt: (xM) => plume.heightAt(xM + driftM),
    unitConcentration: (xM, yM, zM) =>
      xM <= 0 ? 0 : plume.unitConcentration(xM + driftM, yM, zM) * share(xM),
  };
}
