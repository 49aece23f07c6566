// How far a firebrand flies and still lights a fire, on the level and over mountains: Albini 1979 (INT-56), 1981
// (INT-309), 1983 (INT-343), Chase 1984 (INT-158). SI; fitted in ft, mi, mi/h, in.

import { M_PER_FT, M_PER_MI, MS_PER_MPH } from './units.ts';

export interface Downwind {
  /** At 20 ft above vegetation. */
  readonly wind20FtMs: number;
  /** Of the trees over which the brand flies. */
  readonly coverHeightM: number;
  readonly isOpen: boolean;
  /** Left out: the land is level. */
  readonly mountains?: Mountains;
}

export interface Mountains {
  /** Where the fire is. */
  readonly location: 'windward' | 'valley' | 'leeward' | 'ridge';
  readonly ridgeToValleyM: number;
  readonly elevationM: number;
}

export interface Spotting {
  readonly brandHeightM: number;
  readonly levelM: number;
  /** The same on the level. */
  readonly mountainM: number;
}

export const treeSpecies = {
  // Flame height: factor and power of the diameter; flame duration: the same (Albini 1979, figures 4 and 5).
  'engelmann-spruce': [15.7, 0.451, 12.6, -0.256],
  'douglas-fir': [15.7, 0.451, 10.7, -0.278],
  'subalpine-fir': [15.7, 0.451, 10.7, -0.278],
  'western-hemlock': [15.7, 0.451, 6.3, -0.249],
  'ponderosa-pine': [12.9, 0.453, 12.6, -0.256],
  'lodgepole-pine': [12.9, 0.453, 12.6, -0.256],
  'western-white-pine': [12.9, 0.453, 10.7, -0.278],
  'grand-fir': [16.5, 0.515, 10.7, -0.278],
  'balsam-fir': [16.5, 0.515, 10.7, -0.278],
  'slash-pine': [2.71, 1, 11.9, -0.389],
  'longleaf-pine': [2.71, 1, 11.9, -0.389],
  'pond-pine': [2.71, 1, 7.91, -0.344],
  'shortleaf-pine': [2.71, 1, 7.91, -0.344],
  'loblolly-pine': [2.71, 1, 13.5, -0.544],
} as const;

export interface TorchingTrees {
  readonly species: keyof typeof treeSpecies;
  /** That burn at once. */
  readonly count: number;
  readonly diameterM: number;
  readonly heightM: number;
}

export function spottingFromPile(flameM: number, downwind: Downwind): Spotting {
  check('flame', flameM, downwind);
  return fly((12.2 * flameM) / M_PER_FT, 0, downwind);
}

/** Of a surface fire that the wind drives. */
export function spottingFromSurface(flameM: number, downwind: Downwind): Spotting {
  check('flame', flameM, downwind);
  const mph = downwind.wind20FtMs / MS_PER_MPH;
  if (mph === 0 || flameM === 0) return fly(0, 0, downwind);
  const energy = 322 * (0.474 * mph) ** -1.01;
  const intensity = (flameM / M_PER_FT / 0.45) ** (1 / 0.46);
  const brandFt = 1.055 * Math.sqrt(energy * intensity);
  return fly(brandFt, 0.000278 * mph * brandFt ** 0.643, downwind);
}

export function spottingFromTrees(trees: TorchingTrees, downwind: Downwind): Spotting {
  const { count, diameterM, heightM } = trees;
  check('tree', heightM, downwind);
  if (!(count >= 1)) throw new RangeError(`${count} trees torch; 1 or more are expected.`);
  if (!(diameterM > 0))
    throw new RangeError(`The trunk is ${diameterM} m thick; more than 0 is expected.`);
  const [height, heightPower, duration, durationPower] = treeSpecies[trees.species];
  const diameterIn = diameterM / 0.0254;
  const flameFt = height * diameterIn ** heightPower * count ** 0.4;
  const steady = duration * diameterIn ** durationPower * count ** -0.2;
  const treeFt = heightM / M_PER_FT;
  const [factor, power] = loftOf(treeFt / flameFt, steady);
  return fly(factor * steady ** power * flameFt + treeFt / 2, 0, downwind);
}

/** Albini 1979, by tree to flame height. */
function loftOf(ratio: number, steady: number): readonly [number, number] {
  if (ratio >= 1) return [4.24, 0.332];
  if (ratio >= 0.5) return [3.64, 0.391];
  return steady < 3.5 ? [2.78, 0.418] : [4.7, 0];
}

/** Byram 1959 in metres, which Albini's crown model takes: I = (L / 0.0775)^(1 / 0.46). */
export const intensityOfFlameKWM = (flameM: number): number => (flameM / 0.0775) ** (1 / 0.46);

function fly(brandFt: number, driftMi: number, downwind: Downwind): Spotting {
  const mph = downwind.wind20FtMs / MS_PER_MPH;
  const coverFt = (downwind.coverHeightM / M_PER_FT) * (downwind.isOpen ? 0.5 : 1);
  // Over lower cover the logarithmic profile would give no longer flights.
  const least = brandFt > 0 ? 2.2 * brandFt ** 0.337 - 4 : 0;
  const used = Math.max(coverFt, least);
  const ratio = brandFt / used;
  const levelMi =
    mph > 0 && brandFt > 0 && used > 0
      ? 0.000718 * mph * Math.sqrt(used) * (0.362 + (Math.sqrt(ratio) / 2) * Math.log(ratio)) +
        driftMi
      : 0;
  const levelM = Math.max(0, levelMi) * M_PER_MI;
  return {
    ...{ brandHeightM: brandFt * M_PER_FT, levelM },
    mountainM: overMountains(levelM, downwind.mountains),
  };
}

const turns = { windward: 0, valley: 1, leeward: 2, ridge: 3 } as const;

/** Where a brand that falls as on the level meets cosine-shaped ground (Chase 1981), by six steps to the fixed point. */
export function overMountains(levelM: number, mountains?: Mountains): number {
  if (!mountains || !(mountains.elevationM > 0 && mountains.ridgeToValleyM > 0)) return levelM;
  const { location, ridgeToValleyM, elevationM } = mountains;
  const phase = (turns[location] * Math.PI) / 2;
  const level = levelM / ridgeToValleyM;
  const fall = elevationM / M_PER_FT / (10 * Math.PI) / 1000;
  let at = level;
  for (let step = 0; step < 6; step++)
    at = level - fall * (Math.cos(Math.PI * at - phase) - Math.cos(phase));
  return at * ridgeToValleyM;
}

function check(what: string, height: number, { wind20FtMs, coverHeightM }: Downwind): void {
  if (!(height >= 0))
    throw new RangeError(`The ${what} is ${height} m high; 0 or more is expected.`);
  if (!(wind20FtMs >= 0))
    throw new RangeError(`The wind is ${wind20FtMs} m/s; 0 or more is expected.`);
  if (!(coverHeightM >= 0))
    throw new RangeError(`The cover is ${coverHeightM} m high; 0 or more is expected.`);
}
