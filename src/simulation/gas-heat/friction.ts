// Darcy friction factor of a full pipe and how the loss follows the mass flow, as pandapipes publishes it
// (Lohmeier et al. 2020, "pandapipes", section 3). SI.

export const frictionModels = ['nikuradse', 'nikuradseLiquid', 'colebrook'] as const;
/**
 * `nikuradse`: 64/Re + 1/(2 lg(d/k) + 1.14)², of gases; the one for liquids has 1/(2 lg(k/(3.71 d)))².
 * `colebrook`: Prandtl and Colebrook, not below the laminar 64/Re.
 */
export type FrictionModel = (typeof frictionModels)[number];

/** The fully rough part of the friction factor, λ at an endless Reynolds number. */
export function roughFactor(model: FrictionModel, diameterM: number, roughnessM: number): number {
  const root =
    model === 'nikuradse'
      ? 2 * Math.log10(diameterM / roughnessM) + 1.14
      : -2 * Math.log10(roughnessM / (3.71 * diameterM));
  return 1 / (root * root);
}

const ln10 = Math.log(10);
/** Newton's steps stop at this change of 1/√λ; four steps reach it. */
const accuracy = 1e-12;

/**
 * 1/√λ after Colebrook at a Reynolds number above 0, from a first guess.
 */
export function colebrookRoot(reynolds: number, relativeRoughness: number, guess: number): number {
  const viscous = 2.51 / reynolds;
  const rough = relativeRoughness / 3.71;
  let root = guess;
  for (let step = 0; step < 20; step++) {
    const inner = viscous * root + rough;
    const change = (root + 2 * Math.log10(inner)) / (1 + (2 * viscous) / (ln10 * inner));
    root -= change;
    if (Math.abs(change) < accuracy * root) break;
  }
  return root;
}

/** Quadratic resistance of pipes: what multiplies m|m| without the constant of the fluid. */
export class PipeFriction {
  readonly #model: FrictionModel;
  readonly #rough: Float64Array;
  readonly #lengthByDiameter: Float64Array;
  readonly #loss: Float64Array;
  readonly #relativeRoughness: Float64Array;
  /** Re = |m| · this. */
  readonly #reynoldsPerFlow: Float64Array;
  readonly #root: Float64Array;

  constructor(
    model: FrictionModel,
    pipes: {
      readonly lengthM: ArrayLike<number>;
      readonly innerM: ArrayLike<number>;
      readonly roughnessM: ArrayLike<number>;
      readonly lossCoefficient: ArrayLike<number>;
      readonly viscosityPas: ArrayLike<number>;
    },
  ) {
    const count = pipes.lengthM.length;
    this.#model = model;
    this.#rough = new Float64Array(count);
    this.#lengthByDiameter = new Float64Array(count);
    this.#loss = Float64Array.from(pipes.lossCoefficient);
    this.#relativeRoughness = new Float64Array(count);
    this.#reynoldsPerFlow = new Float64Array(count);
    this.#root = new Float64Array(count);
    for (let pipe = 0; pipe < count; pipe++) {
      const inner = pipes.innerM[pipe]!;
      if (!(inner > 0)) continue;
      this.#rough[pipe] = roughFactor(model, inner, pipes.roughnessM[pipe]!);
      this.#lengthByDiameter[pipe] = pipes.lengthM[pipe]! / inner;
      this.#relativeRoughness[pipe] = pipes.roughnessM[pipe]! / inner;
      this.#reynoldsPerFlow[pipe] = 4 / (Math.PI * inner * pipes.viscosityPas[pipe]!);
      this.#root[pipe] = 1 / Math.sqrt(this.#rough[pipe]!);
    }
  }

  reynolds(pipe: number, flowKgs: number): number {
    return Math.abs(flowKgs) * this.#reynoldsPerFlow[pipe]!;
  }

  /** Friction factor λ; at rest its laminar value is endless, so Re is taken as at least 1. */
  factor(pipe: number, flowKgs: number): number {
    const reynolds = Math.max(1, this.reynolds(pipe, flowKgs));
    const laminar = 64 / reynolds;
    if (this.#model !== 'colebrook') return laminar + this.#rough[pipe]!;
    const root = colebrookRoot(reynolds, this.#relativeRoughness[pipe]!, this.#root[pipe]!);
    return Math.max(laminar, 1 / (root * root));
  }

  /**
   * Writes (λ L/d + ζ) m|m| and its derivative by m into `out`; the laminar part makes the derivative positive
   * at rest, so flows near zero need no damping.
   */
  loss(pipe: number, flowKgs: number, out: Float64Array): void {
    const size = Math.abs(flowKgs);
    const slender = this.#lengthByDiameter[pipe]!;
    const perFlow = this.#reynoldsPerFlow[pipe]!;
    const laminarSlope = (64 / perFlow) * slender;
    const zeta = this.#loss[pipe]!;
    if (this.#model !== 'colebrook') {
      const square = this.#rough[pipe]! * slender + zeta;
      out[0] = (laminarSlope + square * size) * flowKgs;
      out[1] = laminarSlope + 2 * square * size;
      return;
    }
    const reynolds = size * perFlow;
    let lossByFlow = laminarSlope;
    let slope = laminarSlope;
    if (reynolds > 1) {
      const relative = this.#relativeRoughness[pipe]!;
      const root = colebrookRoot(reynolds, relative, this.#root[pipe]!);
      this.#root[pipe] = root;
      const turbulent = 1 / (root * root);
      if (turbulent * reynolds > 64) {
        const inner = (2.51 * root) / reynolds + relative / 3.71;
        const part = (2 * 2.51) / (ln10 * inner * reynolds);
        // d(1/√λ)/dm · m = part · root / (1 + part); λ m² has the slope 2 λ m (1 − part / (1 + part)).
        lossByFlow = turbulent * slender * size;
        slope = 2 * lossByFlow * (1 - part / (1 + part));
      }
    }
    out[0] = (lossByFlow + zeta * size) * flowKgs;
    out[1] = slope + 2 * zeta * size;
  }
}
