// HLLC flux of the shallow water equations through one face, per metre of it (m²/s; m³/s²). Toro 2001, ch. 10: normal
// mass and momentum of HLLC equal HLL's; the tangential momentum goes with the mass.
import { GRAVITY } from './physics.ts';

/** Mass, normal momentum (pressure in it), tangential momentum. */
export type Flux = [mass: number, normal: number, tangential: number];

/** Left and right depth (m), normal and tangential velocity (m/s) → flux along the normal, into `out`. */
export function hllc(
  out: Flux,
  hL: number,
  uL: number,
  vL: number,
  hR: number,
  uR: number,
  vR: number,
): Flux {
  out[0] = out[1] = out[2] = 0;
  if (hL <= 0 && hR <= 0) return out;
  const cL = Math.sqrt(GRAVITY * hL);
  const cR = Math.sqrt(GRAVITY * hR);
  const uStar = 0.5 * (uL + uR) + cL - cR;
  const cStar = Math.abs(0.5 * (cL + cR) + 0.25 * (uL - uR));
  const left = hL <= 0 ? uR - 2 * cR : hR <= 0 ? uL - cL : Math.min(uL - cL, uStar - cStar);
  const right = hR <= 0 ? uL + 2 * cL : hL <= 0 ? uR + cR : Math.max(uR + cR, uStar + cStar);
  const massL = hL * uL;
  const massR = hR * uR;
  const momentumL = massL * uL + 0.5 * GRAVITY * hL * hL;
  const momentumR = massR * uR + 0.5 * GRAVITY * hR * hR;
  if (left >= 0) {
    out[0] = massL;
    out[1] = momentumL;
  } else if (right <= 0) {
    out[0] = massR;
    out[1] = momentumR;
  } else {
    const width = right - left;
    out[0] = (right * massL - left * massR + left * right * (hR - hL)) / width;
    out[1] = (right * momentumL - left * momentumR + left * right * (massR - massL)) / width;
  }
  out[2] = out[0] * (out[0] > 0 ? vL : vR);
  return out;
}
