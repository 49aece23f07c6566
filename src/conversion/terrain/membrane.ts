// A smooth surface through scattered values on a grid: the membrane Δh = 0 between the values, pulled to each
// with its weight; coarse grids first, then over-relaxation (Press et al., Numerical Recipes, 19.5). No
// value it makes lies outside the range of those given.

export interface MembraneGrid {
  readonly width: number;
  readonly height: number;
  /** Row-major; where the weight is 0 what stands here is only a start. */
  readonly values: Float64Array;
  /** 0 unknown, Infinity fixed, else how many neighbours the value is worth. */
  readonly weights: Float64Array;
}

const SMALLEST = 8;
const OVER_RELAXATION = 1.6;
/** A sweep that changes less has nothing left to do, m. */
const SETTLED_M = 1e-4;

/** Solves the grid; returns the heights, row-major. `sweeps` a level: 40 leave less than 1 % of a step. */
export function solveMembrane(grid: MembraneGrid, sweeps = 40): Float64Array {
  const { width, height } = grid;
  let solution: Float64Array;
  if (Math.min(width, height) > SMALLEST) {
    const coarse = coarsen(grid);
    solution = refine(solveMembrane(coarse, sweeps), coarse, grid);
  } else {
    solution = new Float64Array(width * height).fill(weightedMean(grid));
  }
  relax(grid, solution, sweeps);
  return solution;
}

/** Goes on from a solution after values changed a little. */
export function relax(
  { width, height, values, weights }: MembraneGrid,
  solution: Float64Array,
  sweeps: number,
): void {
  for (let at = 0; at < solution.length; at++) {
    if (weights[at] === Number.POSITIVE_INFINITY) solution[at] = values[at]!;
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // The last sweeps settle what over-relaxation left rough.
    const omega = sweep < sweeps - 4 ? OVER_RELAXATION : 1;
    let greatest = 0;
    for (let colour = 0; colour < 2; colour++) {
      for (let row = 0; row < height; row++) {
        for (let column = (row + colour) % 2; column < width; column += 2) {
          const at = row * width + column;
          const weight = weights[at]!;
          if (weight === Number.POSITIVE_INFINITY) continue;
          let sum = weight * values[at]!;
          let count = weight;
          if (column > 0) {
            sum += solution[at - 1]!;
            count++;
          }
          if (column < width - 1) {
            sum += solution[at + 1]!;
            count++;
          }
          if (row > 0) {
            sum += solution[at - width]!;
            count++;
          }
          if (row < height - 1) {
            sum += solution[at + width]!;
            count++;
          }
          const change = sum / count - solution[at]!;
          solution[at] = solution[at]! + omega * change;
          greatest = Math.max(greatest, Math.abs(change));
        }
      }
    }
    if (greatest < SETTLED_M) return;
  }
}

function weightedMean({ values, weights }: MembraneGrid): number {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = Math.min(weights[at]!, 1e3);
    if (weight === 0) continue;
    sum += weight * values[at]!;
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

// Each coarse node takes the weighted mean of the up to nine fine nodes around it.
function coarsen({ width, height, values, weights }: MembraneGrid): MembraneGrid {
  const coarseWidth = (width + 1) >> 1;
  const coarseHeight = (height + 1) >> 1;
  const coarseValues = new Float64Array(coarseWidth * coarseHeight);
  const coarseWeights = new Float64Array(coarseWidth * coarseHeight);
  for (let row = 0; row < coarseHeight; row++) {
    for (let column = 0; column < coarseWidth; column++) {
      let sum = 0;
      let total = 0;
      let greatest = 0;
      for (let y = Math.max(0, 2 * row - 1); y <= Math.min(height - 1, 2 * row + 1); y++) {
        for (let x = Math.max(0, 2 * column - 1); x <= Math.min(width - 1, 2 * column + 1); x++) {
          const weight = weights[y * width + x]!;
          if (weight === 0) continue;
          const finite = Math.min(weight, 1e3) * (x === 2 * column && y === 2 * row ? 4 : 1);
          sum += finite * values[y * width + x]!;
          total += finite;
          greatest = Math.max(greatest, weight);
        }
      }
      const at = row * coarseWidth + column;
      coarseValues[at] = total > 0 ? sum / total : 0;
      coarseWeights[at] = greatest;
    }
  }
  return { width: coarseWidth, height: coarseHeight, values: coarseValues, weights: coarseWeights };
}

function refine(solution: Float64Array, from: MembraneGrid, to: MembraneGrid): Float64Array {
  const fine = new Float64Array(to.width * to.height);
  for (let row = 0; row < to.height; row++) {
    const y = Math.min(row / 2, from.height - 1);
    const top = Math.floor(y);
    const bottom = Math.min(top + 1, from.height - 1);
    for (let column = 0; column < to.width; column++) {
      const x = Math.min(column / 2, from.width - 1);
      const left = Math.floor(x);
      const right = Math.min(left + 1, from.width - 1);
      const s = x - left;
      const t = y - top;
      fine[row * to.width + column] =
        (1 - t) *
          ((1 - s) * solution[top * from.width + left]! + s * solution[top * from.width + right]!) +
        t *
          ((1 - s) * solution[bottom * from.width + left]! +
            s * solution[bottom * from.width + right]!);
    }
  }
  return fine;
}
