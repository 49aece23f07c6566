// What an ensemble of runs is made of and gives: how uncertain its inputs are, what each member was drawn as, how likely
// the water is. SI; spreads are coefficients of variation (–), errors standard deviations (m).

export interface EnsembleWish {
  readonly members: number;
  /** Same seed, same members. */
  readonly seed: string;
  /** Of flows, rains and burst mains. */
  readonly inflowSpread: number;
  /** Of water levels that are held: tide, surge, gauges. */
  readonly levelErrorM: number;
  /** Of the widths of breaches; never wider than their line. */
  readonly breachSpread: number;
  readonly roughnessSpread: number;
  /** Of the ground, correlated over `demReachM`. */
  readonly demErrorM: number;
  readonly demReachM: number;
  /** Depths (m) whose probability of being exceeded is asked for. */
  readonly thresholdsM: readonly number[];
}

/** One draw: factors with median 1, a shift of levels (m), and the seed of its ground. */
export interface EnsembleMember {
  readonly inflow: number;
  readonly levelM: number;
  readonly breach: number;
  readonly roughness: number;
  readonly groundSeed: string;
}

export interface EnsembleOutcome {
  readonly members: readonly MemberOutcome[];
  readonly thresholdsM: readonly number[];
  /** Of each threshold: share of members whose greatest depth exceeds it, row-major. */
  readonly probability: readonly Float32Array[];
  /**
   * When the depth first exceeds the lowest threshold (s): earliest tenth, half, nine tenths of the members; NaN where
   * so many stay dry.
   */
  readonly arrivalS: readonly [early: Float32Array, middle: Float32Array, late: Float32Array];
}

export interface MemberOutcome extends EnsembleMember {
  /** Cells whose greatest depth exceeds the lowest threshold. */
  readonly wetCells: number;
  readonly massError: number;
}

export const arrivalShares = [0.1, 0.5, 0.9] as const;
