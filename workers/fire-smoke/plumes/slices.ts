// The body of a plume as ellipses that stand across the wind, for the eye. m, rad; optical depth across the wind through
// the middle, by Km 8700 m²/kg of soot (Mulholland & Croarkin 2000, as recalled).

import type { PlumeSlice } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { moved } from '#model/near-plane.ts';
import { verticalShare } from '#simulation/fire/smoke/gaussian.ts';
import type { SmokeSegment } from './segments.ts';

const EXTINCTION_M2_KG = 8700;
const SLICES = 14;
const NEAREST_M = 8;
/** Thinner smoke is not seen. */
const LEAST_DEPTH = 0.02;

/** From the source on; none where the smoke is too thin to be seen. */
export function slicesOf(
  segment: SmokeSegment,
  sootKgS: number,
  middle: PlaceDeg,
  farM: number,
): PlumeSlice[] {
  const { plume, xM, yM, windFromRad, frontM } = segment;
  const lastM = Math.min(frontM, farM);
  if (!(lastM > NEAREST_M)) return [];
  const growth = (lastM / NEAREST_M) ** (1 / (SLICES - 1));
  return Array.from({ length: SLICES }, (_, at): PlumeSlice => {
    const alongM = NEAREST_M * growth ** at;
    const heightM = plume.heightAt(alongM);
    const sigmaZM = Math.max(1, plume.sigmaZAt(alongM));
    const share = verticalShare(heightM, heightM, sigmaZM, plume.mixingHeightM);
    return {
      at: moved(middle, [xM - Math.sin(windFromRad) * alongM, yM - Math.cos(windFromRad) * alongM]),
      heightM,
      halfWidthM: 2 * Math.max(1, plume.sigmaYAt(alongM)),
      halfHeightM: 2 * sigmaZM,
      towardsRad: (windFromRad + Math.PI) % (2 * Math.PI),
      opticalDepth: ((EXTINCTION_M2_KG * sootKgS) / plume.windMs) * share,
    };
  }).filter(({ opticalDepth }) => opticalDepth >= LEAST_DEPTH);
}
