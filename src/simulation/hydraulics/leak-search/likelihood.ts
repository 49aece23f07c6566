// How well a leak at one place explains what the sensors see: Gaussian noise, an error in proportion to what the leak
// does, and demands that may have drifted (integrated out by Woodbury's identity). m and m³/s.

export interface Evidence {
  /** Measured less expected of all instants and sensors, m; NaN is left out. */
  readonly changeM: Float64Array;
  readonly noiseM: Float64Array;
  /** Effects of drifts on all sensors, each already times its standard deviation, m. */
  readonly drifts: readonly Float64Array[];
  readonly modelError: number;
}

export interface Fit {
  readonly flowM3s: number;
  readonly logLikelihood: number;
  readonly cosine: number;
}

/** Two rounds: the error in proportion needs a flow first. */
const ROUNDS = 3;

/** The flow, at least 0, that fits best, for `effect` in m a m³/s by sensor. */
export function fitLeak(evidence: Evidence, effect: Float64Array): Fit {
  let flowM3s = 0;
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const variance = variancesAt(evidence, effect, flowM3s);
    const weigh = createWeigher(evidence, variance);
    const { inner, logDeterminant } = weigh;
    const strength = inner(effect, effect);
    const along = inner(effect, evidence.changeM);
    flowM3s = strength > 0 ? Math.max(0, along / strength) : 0;
    const misfit = inner(evidence.changeM, evidence.changeM) - 2 * flowM3s * along;
    logLikelihood = -0.5 * (misfit + flowM3s * flowM3s * strength + logDeterminant);
  }
  return { flowM3s, logLikelihood, cosine: cosineOf(evidence, effect) };
}

/** How well "there is no leak" explains it. */
export function withoutLeak(evidence: Evidence): number {
  const none = new Float64Array(evidence.changeM.length);
  const { inner, logDeterminant } = createWeigher(evidence, variancesAt(evidence, none, 0));
  return -0.5 * (inner(evidence.changeM, evidence.changeM) + logDeterminant);
}

function variancesAt({ noiseM, modelError }: Evidence, effect: Float64Array, flowM3s: number) {
  return noiseM.map((noise, at) => noise ** 2 + (modelError * flowM3s * effect[at]!) ** 2);
}

/** x ᵀ C⁻¹ y with C = diag(variance) + Σ d dᵀ. */
function createWeigher({ changeM, drifts }: Evidence, variance: Float64Array) {
  const isSeen = (at: number) => !Number.isNaN(changeM[at]!);
  const plain = (x: Float64Array, y: Float64Array): number => {
    let sum = 0;
    for (let at = 0; at < x.length; at += 1)
      if (isSeen(at)) sum += (x[at]! * y[at]!) / variance[at]!;
    return sum;
  };
  const factor = cholesky(
    drifts.map((one, row) =>
      drifts.map((other, column) => plain(one, other) + Number(row === column)),
    ),
  );
  let logDeterminant = 0;
  for (let at = 0; at < variance.length; at += 1) {
    if (isSeen(at)) logDeterminant += Math.log(variance[at]!);
  }
  for (let row = 0; row < factor.length; row += 1) {
    logDeterminant += 2 * Math.log(factor[row]![row]!);
  }
  const onto = (x: Float64Array) =>
    forward(
      factor,
      drifts.map((drift) => plain(drift, x)),
    );
  return {
    logDeterminant,
    inner(x: Float64Array, y: Float64Array): number {
      const [u, v] = [onto(x), onto(y)];
      return plain(x, y) - u.reduce((sum, value, at) => sum + value * v[at]!, 0);
    },
  };
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < matrix.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]![column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row]![k]! * lower[column]![k]!;
      lower[row]![column] = row === column ? Math.sqrt(sum) : sum / lower[column]![column]!;
    }
  }
  return lower;
}

function forward(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution: number[] = [];
  for (let row = 0; row < right.length; row += 1) {
    let sum = right[row]!;
    for (let k = 0; k < row; k += 1) sum -= lower[row]![k]! * solution[k]!;
    solution.push(sum / lower[row]![row]!);
  }
  return solution;
}

function cosineOf({ changeM }: Evidence, effect: Float64Array): number {
  let [dot, seen, done] = [0, 0, 0];
  for (let at = 0; at < effect.length; at += 1) {
    const change = changeM[at]!;
    if (Number.isNaN(change)) continue;
    dot += change * effect[at]!;
    seen += change * change;
    done += effect[at]! * effect[at]!;
  }
  return dot / Math.sqrt(seen * done) || 0;
}
