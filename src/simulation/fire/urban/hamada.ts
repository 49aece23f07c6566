// Hamada's empirical speed of a fire through wooden quarters, three directions and the ellipse between them. m, m/s, s.
// Source: Hamada 1951/1975 as in HAZUS-MH (fire following earthquake) and as run by ELMFIRE and FireBench.

/** Published leading constants of the downwind direction: the two reference programs differ by 6.67 %. */
export const hamadaDownwindConstants = { fireBench: 1.5, elmfire: 1.6 } as const;

export interface HamadaQuarter {
  /** Mean side of a building. */
  readonly sideM: number;
  /** Mean gap between buildings. */
  readonly separationM: number;
  /** 0 … 1, of buildings. */
  readonly fireResistantFraction: number;
}

export interface HamadaSpeeds {
  readonly downwindMs: number;
  readonly sidewindMs: number;
  readonly upwindMs: number;
}

interface Coefficients {
  readonly constant: number;
  readonly linear: number;
  readonly quadratic: number;
  readonly gap: number;
  readonly gapWind: number;
}

const side: Coefficients = { constant: 1, linear: 0, quadratic: 0.005, gap: 5, gapWind: 0.25 };
const up: Coefficients = { constant: 1, linear: 0, quadratic: 0.002, gap: 5, gapWind: 0.2 };
const down = (constant: number): Coefficients => ({
  ...{ constant, linear: 0.1, quadratic: 0.007, gap: 25, gapWind: 2.5 },
});

/** Steady speeds for a wind (m/s, 0 or more). Throws `RangeError` on what no quarter has. */
export function hamadaSpeeds(
  quarter: HamadaQuarter,
  windMs: number,
  downwindConstant: number = hamadaDownwindConstants.elmfire,
): HamadaSpeeds {
  checkQuarter(quarter, windMs);
  const pitchM = quarter.sideM + quarter.separationM;
  const speed = (of: Coefficients) => pitchM / (60 * crossingMin(quarter, windMs, of));
  return {
    downwindMs: speed(down(downwindConstant)),
    sidewindMs: speed(side),
    upwindMs: speed(up),
  };
}

/**
 * Speeds with the HAZUS correction: below 10 m/s the three directions approach the circle of the ellipse's area, which
 * at no wind they are. `elapsedS` is the fire's age, on which the correction depends a little; ELMFIRE takes 2 h.
 */
export function hazusSpeeds(
  quarter: HamadaQuarter,
  windMs: number,
  downwindConstant: number = hamadaDownwindConstants.elmfire,
  elapsedS = 7200,
): HamadaSpeeds {
  const speeds = hamadaSpeeds(quarter, windMs, downwindConstant);
  if (windMs >= 10) return speeds;
  const { downwindMs, sidewindMs, upwindMs } = speeds;
  // HAZUS has side and rear reach a/2 + d + V (t − t₁); with t₁ = (a + d)/V that is V t − a/2.
  const reachM = (speedMs: number) => Math.max(speedMs * elapsedS - quarter.sideM / 2, 1e-10);
  const alongM = (downwindMs * elapsedS + reachM(upwindMs)) / 2;
  const acrossM = reachM(sidewindMs);
  const circle =
    (((downwindMs + upwindMs) / 2) * acrossM + alongM * sidewindMs) /
    (2 * Math.sqrt(alongM * acrossM));
  const share = windMs / 10;
  const blend = (speedMs: number) => share * speedMs + (1 - share) * circle;
  return {
    downwindMs: blend(downwindMs),
    sidewindMs: blend(sidewindMs),
    upwindMs: blend(upwindMs),
  };
}

/** Speed in a direction whose cosine to the wind is given: half an ellipse from its focus ahead, one from its centre behind. */
export function hamadaSpeedTowards(speeds: HamadaSpeeds, cosine: number): number {
  const { downwindMs, sidewindMs, upwindMs } = speeds;
  if (cosine >= 0) return aheadMs(downwindMs, sidewindMs, cosine);
  const sineSquared = 1 - cosine * cosine;
  return (
    (sidewindMs * upwindMs) /
    Math.sqrt(upwindMs ** 2 * sineSquared + sidewindMs ** 2 * cosine * cosine)
  );
}

export interface WoodenQuarter extends HamadaQuarter {
  readonly bareWoodFraction: number;
  readonly mortarWoodFraction: number;
  /** How much faster the wind carries fire across a gap than it goes to the side. */
  readonly beta: number;
}

/** The second form, by kinds of wooden wall, in a direction whose cosine to the wind is given. */
export function hamadaByWallsMs(quarter: WoodenQuarter, windMs: number, cosine: number): number {
  checkQuarter(quarter, windMs);
  const { sideM, separationM, fireResistantFraction, bareWoodFraction, mortarWoodFraction } =
    quarter;
  const walls =
    ((bareWoodFraction + mortarWoodFraction) * (1 - fireResistantFraction)) /
    (bareWoodFraction + (5 * mortarWoodFraction) / 3);
  const speed = (wind: number, gapFactor: number) => {
    const gapMin = (8 * separationM) / (1.15 * gapFactor * (5 + 0.5 * windMs));
    return (walls * (sideM + separationM) * wind) / (60 * (3 + (3 * sideM) / 8 + gapMin));
  };
  const ahead = speed(1 + 0.1 * windMs + 0.007 * windMs ** 2, quarter.beta);
  return aheadMs(ahead, speed(1 + 0.002 * windMs ** 2, 1), cosine);
}

function aheadMs(downwindMs: number, sidewindMs: number, cosine: number): number {
  const eccentricity = (downwindMs - sidewindMs) / downwindMs;
  const halfAxis = downwindMs ** 2 / (2 * downwindMs - sidewindMs);
  return (halfAxis * (1 - eccentricity ** 2)) / (1 - eccentricity * cosine);
}

function crossingMin(quarter: HamadaQuarter, windMs: number, of: Coefficients): number {
  const { sideM, separationM, fireResistantFraction } = quarter;
  const gap = separationM / (of.gap + of.gapWind * windMs);
  const wooden = 3 + 0.375 * sideM + 8 * gap;
  const resistant = 5 + 0.625 * sideM + 16 * gap;
  const wind = of.constant * (1 + of.linear * windMs + of.quadratic * windMs ** 2);
  return ((1 - fireResistantFraction) * wooden + fireResistantFraction * resistant) / wind;
}

function checkQuarter(
  { sideM, separationM, fireResistantFraction }: HamadaQuarter,
  windMs: number,
) {
  const fail = (what: string, value: number, expected: string) => {
    throw new RangeError(`The ${what} is ${value}; ${expected} is expected.`);
  };
  if (!(sideM > 0)) fail('side of a building', sideM, 'more than 0 m');
  if (!(separationM >= 0)) fail('separation', separationM, '0 m or more');
  if (!(fireResistantFraction >= 0 && fireResistantFraction <= 1))
    fail('fire-resistant fraction', fireResistantFraction, '0 to 1');
  if (!(windMs >= 0)) fail('wind', windMs, '0 m/s or more');
}
