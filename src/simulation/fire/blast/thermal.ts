// Heat that a fire radiates to who stands beside it. W, W/m², m.
// Source: point source (Modak 1977); solid flame of Shokri & Beyler 1989 with Heskestad's height 1984 and the view of an
// upright cylinder from the ground, as in the SFPE Handbook and NUREG-1805.

import { aboveZero, atLeast, within } from '../smoke/in-range.ts';

/** Danger to life, second-degree burns, pain, within 60 s: tiers that ALOHA draws, W/m²; as recalled. */
export const heatTiersWm2 = [10_000, 5000, 2000] as const;

export interface PointFlame {
  readonly heatW: number;
  /** Share of the heat that is radiated, 0.2 to 0.4 for most fires. */
  readonly radiantShare: number;
}

/** W/m² at `distanceM` from a flame that is a point: for distances beyond about five flame widths. */
export function pointRadiation({ heatW, radiantShare }: PointFlame, distanceM: number): number {
  check(heatW, radiantShare);
  aboveZero('distance', distanceM, 'm');
  return (radiantShare * heatW) / (4 * Math.PI * distanceM ** 2);
}

/** Where a point flame has `fluxWm2`, m. */
export function pointDistance({ heatW, radiantShare }: PointFlame, fluxWm2: number): number {
  check(heatW, radiantShare);
  aboveZero('heat flux', fluxWm2, 'W/m²');
  return Math.sqrt((radiantShare * heatW) / (4 * Math.PI * fluxWm2));
}

export interface SolidFlame {
  readonly diameterM: number;
  readonly heightM: number;
  /** Of its surface, W/m². */
  readonly emittedWm2: number;
}

/** The flame over a burning area of `diameterM`: Heskestad's height, Shokri and Beyler's emissive power. */
export function solidFlame(heatW: number, diameterM: number): SolidFlame {
  atLeast('heat release', heatW, 0, 'W');
  aboveZero('diameter', diameterM, 'm');
  const heightM = Math.max(0, 0.235 * (heatW / 1000) ** 0.4 - 1.02 * diameterM);
  return { diameterM, heightM, emittedWm2: 58_000 * 10 ** (-0.00823 * diameterM) };
}

/** W/m² on the ground at `distanceM` from the middle of the flame, for the surface that faces it most. */
export function solidRadiation(flame: SolidFlame, distanceM: number): number {
  aboveZero('distance', distanceM, 'm');
  return flame.emittedWm2 * cylinderView(flame, distanceM).most;
}

/** Farthest place with `fluxWm2` from the middle of the flame, m; undefined where it is nowhere outside the flame. */
export function solidDistance(flame: SolidFlame, fluxWm2: number): number | undefined {
  aboveZero('heat flux', fluxWm2, 'W/m²');
  let near = (flame.diameterM / 2) * 1.001;
  if (solidRadiation(flame, near) < fluxWm2) return undefined;
  let far = near * 2;
  while (solidRadiation(flame, far) >= fluxWm2) far *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (near + far) / 2;
    if (solidRadiation(flame, middle) >= fluxWm2) near = middle;
    else far = middle;
  }
  return near;
}

/** Share of the view from the ground that an upright cylinder fills, for a level, an upright and the best surface. */
export function cylinderView(
  { diameterM, heightM }: Pick<SolidFlame, 'diameterM' | 'heightM'>,
  distanceM: number,
): Readonly<Record<'level' | 'upright' | 'most', number>> {
  const s = (2 * distanceM) / diameterM;
  const h = (2 * heightM) / diameterM;
  if (!(s > 1)) {
    throw new RangeError(
      `The distance is ${distanceM}; more than half the diameter, ${diameterM / 2} m, is expected.`,
    );
  }
  const a = (h ** 2 + s ** 2 + 1) / (2 * s);
  const b = (1 + s ** 2) / (2 * s);
  const rootA = Math.sqrt(a ** 2 - 1);
  const rootB = Math.sqrt(b ** 2 - 1);
  const angle = (value: number) =>
    Math.atan(Math.sqrt(((value + 1) * (s - 1)) / ((value - 1) * (s + 1))));
  const level = (((b - 1 / s) / rootB) * angle(b) - ((a - 1 / s) / rootA) * angle(a)) / Math.PI;
  const upright =
    (Math.atan(h / Math.sqrt(s ** 2 - 1)) -
      h * Math.atan(Math.sqrt((s - 1) / (s + 1))) +
      ((a * h) / rootA) * angle(a)) /
    (Math.PI * s);
  return { level, upright, most: Math.hypot(level, upright) };
}

function check(heatW: number, radiantShare: number): void {
  atLeast('heat release', heatW, 0, 'W');
  within('radiant share', radiantShare, 0, 1, 'of the heat');
}
