// A cloud of flammable gas as the TNT that would blow as hard. kg, J/kg, m.
// Source: EPA Risk Management Program guidance (2009), appendix C: D = 17 (0.1 Wf Hc/Htnt)^(1/3) to 1 psi.

import { aboveZero, within } from '../smoke/in-range.ts';

const TNT_J_KG = 4.68e6;
const ONE_PSI_SCALED = 17;

/** TNT of the same blast, kg; RMP takes a yield of 0.1. @throws RangeError for a yield outside 0 to 1. */
export function tntEquivalent(fuelKg: number, combustionJKg: number, yieldShare = 0.1): number {
  aboveZero('fuel', fuelKg, 'kg');
  aboveZero('heat of combustion', combustionJKg, 'J/kg');
  within('yield', yieldShare, 0, 1, 'of the heat');
  return (yieldShare * fuelKg * combustionJKg) / TNT_J_KG;
}

/** Distance to 1 psi by the RMP formula, m: to compare with Kingery and Bulmash. */
export function rmpDistance(fuelKg: number, combustionJKg: number): number {
  return ONE_PSI_SCALED * Math.cbrt(tntEquivalent(fuelKg, combustionJKg));
}

/** Pressures that ALOHA draws: 1 psi breaks windows, 3.5 hurts badly, 8 destroys buildings. kPa; as recalled. */
export const pressureTiersKpa = [6.894757, 24.13165, 55.158058] as const;
