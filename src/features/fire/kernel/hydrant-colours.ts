// Colours of hydrants by what they give, after the caps of NFPA 291 (at 20 psi, as fire services quote it): light blue from 95 L/s (1,500 gpm),
// green from 63 (1,000), orange from 32 (500), red below. Lighter the more, so that they are told apart without hue.

export const hydrantClassesLs = [32, 63, 95] as const;

/** sRGB, of the classes below, between and above; the last: not known. */
export const hydrantColours = ['#a3162e', '#f08a24', '#5bbf72', '#9fdcff', '#8b949e'] as const;

export function flowColour(flowLs: number): string {
  if (!Number.isFinite(flowLs)) return hydrantColours[4];
  return hydrantColours[hydrantClassesLs.filter((limit) => flowLs >= limit).length] ?? '#8b949e';
}
