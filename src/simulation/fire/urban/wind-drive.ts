// How much faster fire grows through a building and across a short gap with the wind than without it, by direction.
// Factors of 1 at no wind. Source: Hamada's 1 + 0.1 V + 0.007 V² downwind; to the side and back by the ratio of his
// speeds as corrected by HAZUS, so that no wind is isotropic and 10 m/s and more have his ellipse.

import { hamadaSpeedTowards, hazusSpeeds } from './hamada.ts';

export interface WindSpell {
  readonly fromS: number;
  readonly speedMs: number;
  /** Where it blows to, anticlockwise from east. */
  readonly towardsRad: number;
}

export interface WindDrive extends WindSpell {
  readonly towardsX: number;
  readonly towardsY: number;
  /** By cosine to the wind, −1 … 1 in even steps. */
  readonly byCosine: Float64Array;
  /** No direction has more, rounding included. */
  readonly most: number;
}

const steps = 512;

export function createWindDrive(spell: WindSpell, sideM: number, gapM: number): WindDrive {
  const { speedMs, towardsRad } = spell;
  if (!(speedMs >= 0 && Number.isFinite(speedMs) && Number.isFinite(towardsRad))) {
    throw new RangeError(
      `The wind is ${speedMs} m/s towards ${towardsRad} rad; 0 m/s or more and a direction are expected.`,
    );
  }
  const quarter = { sideM, separationM: gapM, fireResistantFraction: 0 };
  const speeds = hazusSpeeds(quarter, speedMs);
  const ahead = 1 + 0.1 * speedMs + 0.007 * speedMs ** 2;
  const byCosine = new Float64Array(steps + 2);
  for (let step = 0; step <= steps; step++) {
    const cosine = (2 * step) / steps - 1;
    byCosine[step] = (ahead * hamadaSpeedTowards(speeds, cosine)) / speeds.downwindMs;
  }
  byCosine[steps + 1] = byCosine[steps]!;
  return {
    ...{ ...spell, towardsX: Math.cos(towardsRad), towardsY: Math.sin(towardsRad), byCosine },
    most: Math.max(...byCosine) * (1 + 1e-9),
  };
}

export function driveTowards(drive: WindDrive, x: number, y: number): number {
  const cosine = drive.towardsX * x + drive.towardsY * y;
  const at = Math.max(0, Math.min(steps, ((cosine + 1) * steps) / 2));
  const step = Math.floor(at);
  const before = drive.byCosine[step]!;
  return before + (at - step) * (drive.byCosine[step + 1]! - before);
}

/** How far a gap still feels the flame: whole up to 5 m, none from 15 m; beyond it is radiation alone. */
export const flameShare = (gapM: number): number =>
  gapM <= 5 ? 1 : gapM >= 15 ? 0 : (15 - gapM) / 10;
