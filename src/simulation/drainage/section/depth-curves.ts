// Depth of uniform flow (by section factor A·R^⅔) and of critical flow (by √(A³/W)) of a cross section, as points
// that are read linearly. Points lie where SWMM's own tables bend, so that the depth is SWMM's: SWMM reference
// manual vol. II (EPA/600/R-17/111), section 5.1. Depths as shares of the full one.

import { readShares } from './read-section.ts';
import type { Section } from './section.ts';
import { standardTables } from './standard-tables.ts';

/** Values that rise and the depths that they belong to. */
export interface DepthCurve {
  readonly value: Float64Array;
  readonly share: Float64Array;
}

export interface Form {
  readonly area: number;
  readonly width: number;
  readonly radius: number;
}

/** What a section's depths are found of: its full values and any level of it, as shares of these. */
interface Levels {
  readonly section: Section;
  readonly heightM: number;
  readonly full: Form;
  /** Area, width and radius of each step in turn, and how many steps there are. */
  readonly values: Float64Array;
  readonly steps: number;
  /** Exact where the section has a formula. */
  readonly at: ((share: number) => Form) | undefined;
}

const FINE = 400;
const COARSE_CRITICAL = 25;
/** Share of a closed rectangle's area from which its lid counts as wet, growing to all of it when full. */
export const LID = 0.97;
const into = new Float64Array(3);

/** Uniform depth up to the full section's flow, and above it: none there is the full depth. */
export function uniformCurves(levels: Levels): {
  readonly uniform: DepthCurve;
  readonly overfull: DepthCurve;
} {
  const { section } = levels;
  const points = uniformPoints(levels);
  const uniform = rising(points);
  const shape = section.shape === 'standard' ? section.form : section.shape;
  const most = points.reduce((best, point) => (point[0] > best[0] ? point : best), [0, 1] as const);
  if (most[0] <= 1 || /circ/.test(shape)) return { uniform, overfull: rising([]) };
  if (/ellipse|arch/.test(shape)) {
    const [low = [0, 0], high = low] = bracket(points);
    const share = low[1] + ((high[1] - low[1]) * (1 - low[0])) / (high[0] - low[0]);
    return { uniform, overfull: { value: Float64Array.of(1), share: Float64Array.of(share) } };
  }
  // From full, where it carries less than a little below, down to the level that carries most.
  const byArea = section.shape === 'standard' && standardTables[section.form].byArea !== undefined;
  const falling = points.filter(([value, share]) => value >= 1 && share >= most[1]);
  return { uniform, overfull: rising(byArea ? falling.reverse() : [[1, 1], most]) };
}

type Point = readonly [value: number, share: number];

function bracket(points: readonly Point[]): readonly Point[] {
  const at = points.findIndex(([value]) => value >= 1);
  return [points[at - 1] ?? [0, 0], points[at] ?? [1, 1]];
}

function rising(points: readonly Point[]): DepthCurve {
  let most = Number.NEGATIVE_INFINITY;
  const kept = points.filter(([value]) => {
    const rises = value > most;
    most = Math.max(most, value);
    return rises;
  });
  return {
    value: Float64Array.from(kept, ([value]) => value),
    share: Float64Array.from(kept, ([, share]) => share),
  };
}

function uniformPoints({ section, full, values, steps, at }: Levels): Point[] {
  const byArea = section.shape === 'standard' ? standardTables[section.form].byArea : undefined;
  if (byArea) {
    const isCircle = section.shape === 'standard' && section.form === 'circle';
    return [
      ...(isCircle ? shallowCircle() : shallow(byArea.factor, byArea.depth)),
      ...byArea.factor.slice(2).map((value, k): Point => [value, byArea.depth[k + 2] ?? 1]),
    ];
  }
  const factor = (area: number, radius: number) => area * radius ** (2 / 3);
  if (at) {
    const whole = factor(full.area, full.radius);
    return levelsOf(section).map((share): Point => {
      const { area, radius } = at(share);
      return [factor(area, radius) / whole, share];
    });
  }
  // Depth goes linearly with area between the steps of a table.
  return shares(steps).map((share): Point => {
    readShares({ values, steps }, share, into);
    const i = Math.min(Math.floor(share * steps), steps - 1);
    const [low = 0, high = 0] = [values[3 * i], values[3 * i + 3]];
    return [factor(low + (high - low) * (share * steps - i), into[2] ?? 0), share];
  });
}

/** Below 4 % of its area a circle is what geometry says. */
function shallowCircle(): Point[] {
  const points: Point[] = [[0, 0]];
  for (let angle = 0.012; ; angle += 0.012) {
    const area = (angle - Math.sin(angle)) / (2 * Math.PI);
    if (area >= 0.04) return points;
    const factor = area * ((angle - Math.sin(angle)) / angle) ** (2 / 3);
    points.push([factor, (1 - Math.cos(angle / 2)) / 2]);
  }
}

/** The two lowest steps of a table by area, where depth follows a parabola. */
function shallow(factor: readonly number[], depth: readonly number[]): Point[] {
  const [d0 = 0, d1 = 0, d2 = 0, d3 = 0] = depth;
  return Array.from({ length: 40 }, (_, k): Point => {
    const i = k < 20 ? 0 : 1;
    const f = k / 20 - i;
    const [low, high, next] = i === 0 ? [d0, d1, d2] : [d1, d2, d3];
    const line = low + f * (high - low);
    const bent = line + ((f * (f - 1)) / 2) * (low - 2 * high + next);
    const [from = 0, to = 0] = [factor[i], factor[i + 1]];
    return [from + f * (to - from), bent > 0 ? bent : line];
  });
}

/** With the level from which a closed rectangle's lid is wet: there it carries most. */
const levelsOf = ({ shape }: Section): number[] =>
  shape === 'rect-closed' ? [...squares(), LID].sort((a, b) => a - b) : squares();

/** Levels that lie closer towards the bottom. */
const squares = (): number[] => Array.from({ length: FINE + 1 }, (_, i) => (i / FINE) ** 2);

/** Levels between the steps of a table, many in its lowest. */
function shares(steps: number): number[] {
  const parts = Math.max(1, Math.round(FINE / steps));
  const lowest = Array.from({ length: 50 }, (_, i) => (i / 50) ** 2 / steps);
  const rest = Array.from({ length: (steps - 1) * parts + 1 }, (_, i) => (1 + i / parts) / steps);
  return [...lowest, ...rest.map((share) => Math.min(share, 1))];
}

/** Critical flow / √g; read at 25 steps where the section's full area is within twice a circle's. */
export function criticalCurve({ section, heightM, full, values, steps, at }: Levels): DepthCurve {
  const ratio = full.area / ((Math.PI / 4) * heightM ** 2);
  const isCoarse = !hasFormula(section) && ratio >= 0.5 && ratio <= 2;
  const places = isCoarse
    ? Array.from({ length: COARSE_CRITICAL + 1 }, (_, i) => i / COARSE_CRITICAL)
    : at
      ? squares()
      : shares(steps);
  return rising(
    places.map((share): Point => {
      if (share <= 0) return [0, 0];
      const level = at ? at(share) : readForm(values, steps, share, full);
      const { area, width } = level;
      return [width > 1e-9 ? Math.sqrt(area ** 3 / width) : 0, share];
    }),
  );
}

function readForm(values: Float64Array, steps: number, share: number, full: Form): Form {
  readShares({ values, steps }, share, into);
  const [area = 0, width = 0, radius = 0] = into;
  return { area: area * full.area, width: width * full.width, radius: radius * full.radius };
}

function hasFormula(section: Section): boolean {
  switch (section.shape) {
    case 'rect-closed':
    case 'rect-open':
    case 'power':
      return true;
    case 'trapezoid':
      return section.bottomM === 0;
    default:
      return false;
  }
}
