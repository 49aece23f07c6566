// How well rates foretold the fires that came: ranking (AUC) and reliability slope; and slopes fitted to a record.
// AUC: Mann–Whitney with ties halved. Slope: weighted least squares over bins of equal count.
// Fit: Poisson regression with ln link by Newton steps (McCullagh & Nelder 1989, 2.5), a small ridge against collinearity.

/** Chance that a building with a fire was rated above one without. NaN where all or none burned. */
export function rankAuc(rate: Float64Array, fires: Float64Array): number {
  const order = Uint32Array.from(rate.keys()).sort((a, b) => rate[a]! - rate[b]!);
  let positives = 0;
  let rankSum = 0;
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end < order.length && rate[order[end]!] === rate[order[at]!]) end++;
    const middle = (at + 1 + end) / 2;
    for (; at < end; at++) {
      if (fires[order[at]!]! <= 0) continue;
      positives++;
      rankSum += middle;
    }
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Slope of observed on expected fires, over `bins` groups by rate, each weighted by 1 / expected (Poisson). */
export function reliabilitySlope(
  expected: Float64Array,
  fires: Float64Array,
  bins = 20,
): { readonly slope: number; readonly bins: readonly { expected: number; observed: number }[] } {
  const order = Uint32Array.from(expected.keys()).sort((a, b) => expected[a]! - expected[b]!);
  const groups = Array.from({ length: bins }, () => ({ expected: 0, observed: 0 }));
  order.forEach((building, at) => {
    const group = groups[Math.floor((at * bins) / order.length)]!;
    group.expected += expected[building]!;
    group.observed += fires[building]!;
  });
  // With an intercept: without one the slope would be little more than the ratio of totals.
  const weights = groups.map((group) => 1 / Math.max(group.expected, 1e-12));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (pick: 'expected' | 'observed') =>
    groups.reduce((sum, group, at) => sum + weights[at]! * group[pick], 0) / total;
  const [x, y] = [mean('expected'), mean('observed')];
  let over = 0;
  let under = 0;
  groups.forEach((group, at) => {
    over += weights[at]! * (group.expected - x) * (group.observed - y);
    under += weights[at]! * (group.expected - x) ** 2;
  });
  return { slope: over / under, bins: groups };
}

/**
 * Slopes β of ln(rate) = offset + β₀ + Σ β x from fires counted over `years`. `columns`: one array a factor, one entry a
 * building. Returns β₀ first. Throws `RangeError` where lengths differ or nothing burned.
 */
export function fitSlopes(
  columns: readonly Float32Array[],
  lnOffset: Float64Array,
  fires: Float64Array,
  years: number,
): Float64Array {
  const wrong = columns.find((column) => column.length !== fires.length);
  if (wrong)
    throw new RangeError(`A factor has ${wrong.length} entries; ${fires.length} expected.`);
  if (!fires.some((count) => count > 0))
    throw new RangeError('There are 0 fires on record; at least 1 is expected.');
  const size = columns.length + 1;
  const beta = new Float64Array(size);
  const x = new Float64Array(size).fill(1);
  const reach = [
    1,
    ...columns.map((column) => column.reduce((most, x) => Math.max(most, Math.abs(x) || 0), 0)),
  ];
  const foretold = lnOffset.reduce((sum, ln) => sum + Math.exp(ln), 0) * years;
  beta[0] = Math.log(fires.reduce((sum, count) => sum + count, 0) / foretold);
  for (let turn = 0; turn < 25; turn++) {
    const gradient = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size));
    for (let at = 0; at < fires.length; at++) {
      let ln = lnOffset[at]! + beta[0]!;
      for (let k = 1; k < size; k++) {
        x[k] = columns[k - 1]![at]! || 0;
        ln += beta[k]! * x[k]!;
      }
      const expected = years * Math.exp(Math.min(ln, 10));
      for (let k = 0; k < size; k++) {
        gradient[k]! += x[k]! * (fires[at]! - expected);
        for (let l = 0; l <= k; l++) curve[k]![l]! += x[k]! * x[l]! * expected;
      }
    }
    const step = solve(curve, gradient);
    // No building's rate moves by more than e² a turn: full steps overshoot where fires are rare.
    const furthest = step.reduce(
      (most, change, k) => Math.max(most, Math.abs(change) * reach[k]!),
      0,
    );
    const share = Math.min(1, 2 / furthest);
    step.forEach((change, k) => {
      beta[k]! += share * change;
    });
    if (furthest < 1e-8) break;
  }
  return beta;
}

/** Cholesky; only the lower half is read. */
function solve(lower: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const answer = right.slice();
  for (let row = 0; row < size; row++) {
    lower[row]![row]! += 1e-6;
    for (let column = 0; column <= row; column++) {
      let sum = lower[row]![column]!;
      for (let k = 0; k < column; k++) sum -= lower[row]![k]! * lower[column]![k]!;
      lower[row]![column] = row === column ? Math.sqrt(sum) : sum / lower[column]![column]!;
    }
  }
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) answer[row]! -= lower[row]![k]! * answer[k]!;
    answer[row]! /= lower[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) answer[row]! -= lower[k]![row]! * answer[k]!;
    answer[row]! /= lower[row]![row]!;
  }
  return answer;
}
