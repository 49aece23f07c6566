// Fire flow of buildings other than small dwellings, IFC table B105.1(2): 1,500 to 8,000 gpm by construction type and area.
// The table follows ISO's 18 F √A in steps of 250 gpm; its areas are met within 1 %, the table itself isn't here. m², m³/s.

import { M3S_PER_GPM } from './needed-fire-flow.ts';

const FT2_PER_M2 = 10.763910417;

/** F by type, and where the table ends (gpm). */
export const ifcTypes = {
  'IA–IB': { factor: 0.6, mostGpm: 6000 },
  'IIA–IIIA': { factor: 0.8, mostGpm: 6000 },
  'IV–VA': { factor: 1, mostGpm: 8000 },
  'IIB–IIIB': { factor: 1.18, mostGpm: 8000 },
  VB: { factor: 1.5, mostGpm: 8000 },
} as const;
export type IfcType = keyof typeof ifcTypes;

/** `areaM2`: all floors; of types IA and IB the three largest successive ones (B104.3). Throws `RangeError` below 0. */
export function ifcTableM3s(type: IfcType, areaM2: number): number {
  if (!(areaM2 >= 0)) throw new RangeError(`The area is ${areaM2} m²; 0 or more is expected.`);
  const { factor, mostGpm } = ifcTypes[type];
  const gpm = 250 * Math.round((18 * factor * Math.sqrt(areaM2 * FT2_PER_M2)) / 250);
  return Math.min(mostGpm, Math.max(1500, gpm)) * M3S_PER_GPM;
}
