// Area of uniform flow in a surveyed channel as SWMM finds it: by Newton steps, or halves of what is left where these
// don't shrink, until a step is shorter than 1/10,000 of the full area. Shallow flow so has a depth a little beside the
// true one, which leaps as the flow changes, and a free fall swings by it as SWMM's does. As shares of full values.
// Source: SWMM reference manual vol. II (EPA/600/R-17/111), section 5.1; Press et al. 2007, Numerical Recipes, 9.4.

import { readShares } from './read-section.ts';
import type { SectionTable } from './section-table.ts';

type Table = Pick<SectionTable, 'values' | 'steps'>;

const SHORTEST = 1e-4;
/** Half of the span that the slope of the section factor is taken over. */
const SPAN = 1e-3;
const MOST_STEPS = 60;

const shares = new Float64Array(3);

/** Level at which the section factor A·R^⅔ is about `target`; both as shares of the full ones. */
export function searchLevel(table: Table, target: number): number {
  let low = 0;
  let high = 1;
  let area = 0.5;
  let before = 1;
  let step = 1;
  for (let k = 0; k < MOST_STEPS; k++) {
    const over = factorAt(table, area) - target;
    const slope = slopeAt(table, area);
    if (k > 0) {
      if (over < 0) low = area;
      else high = area;
    }
    const leaves = ((area - high) * slope - over) * ((area - low) * slope - over) >= 0;
    const isSlow = Math.abs(2 * over) > Math.abs(before * slope);
    before = step;
    if (leaves || isSlow) {
      step = (high - low) / 2;
      area = low + step;
    } else {
      step = over / slope;
      area -= step;
    }
    if (Math.abs(step) < SHORTEST) break;
  }
  return levelOf(table, area);
}

function factorAt(table: Table, area: number): number {
  readShares(table, levelOf(table, area), shares);
  return area * shares[2]! ** (2 / 3);
}

function slopeAt(table: Table, area: number): number {
  const low = Math.max(0, area - SPAN);
  const high = area + SPAN;
  return (factorAt(table, high) - factorAt(table, low)) / (high - low);
}

/** Depth goes linearly with area between the steps of a table. */
function levelOf({ values, steps }: Table, area: number): number {
  if (area <= 0) return 0;
  if (area >= 1) return 1;
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[3 * middle]! <= area) low = middle;
    else high = middle;
  }
  const below = values[3 * low]!;
  return (low + (area - below) / (values[3 * high]! - below)) / steps;
}
