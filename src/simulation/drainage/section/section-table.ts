// Area, width, hydraulic radius, section factor A·R^⅔ and critical flow √(A³/W) of a cross section by depth, as
// shares of full depth and full values, at equal steps. m. Reading them linearly (a parabola in the two lowest
// steps) costs the same for every shape: SWMM reference manual vol. II (EPA/600/R-17/111), section 5.1.

import { criticalCurve, type DepthCurve, type Form, LID, uniformCurves } from './depth-curves.ts';
import { type Outline, outlineOf } from './outline.ts';
import { nearlyRound } from './search-critical.ts';
import type { Section } from './section.ts';
import { standardTables } from './standard-tables.ts';
import { tabulateTransect } from './transect.ts';

export interface SectionTable {
  readonly isOpen: boolean;
  /** Surveyed: its depth of uniform flow is searched for, see `search-area.ts`. */
  readonly isSurveyed: boolean;
  /** Its depth of critical flow, too, see `search-critical.ts`. */
  readonly isSearched: boolean;
  readonly heightM: number;
  readonly areaM2: number;
  readonly radiusM: number;
  readonly widthM: number;
  /** Depth of the widest level, lowest where there are several, by the full one. */
  readonly widestShare: number;
  /** `values` holds area, width and radius of each step in turn, from 0 to full; one more than there are steps. */
  readonly steps: number;
  readonly values: Float64Array;
  /** Widths summed up from the bottom to each step, a closed section's as wide above 96 % as there; m². */
  readonly heldM2: Float64Array;
  /** Depth of uniform flow by section factor (A·R^⅔) by the full one, and where it carries more than when full. */
  readonly uniform: DepthCurve;
  readonly overfull: DepthCurve;
  /** Depth of critical flow by flow / √g, m^2.5. */
  readonly critical: DepthCurve;
}

/** Round pipes and surveyed channels are read as coarsely as SWMM does; formulas finely. */
const COARSE = 50;
const FINE = 400;
const OPEN = new Set(['rect-open', 'trapezoid', 'power', 'irregular']);

export function tabulateSection(section: Section): SectionTable {
  const points = pointsOf(section);
  const steps = points.area.length - 1;
  const areaM2 = points.area[steps] ?? 0;
  const radiusM = points.radius[steps] ?? 0;
  const widthM = points.width.reduce((most, width) => Math.max(most, width), 0);
  const values = toShares(points);
  const isOpen = OPEN.has(section.shape);
  const heightM = section.shape === 'irregular' ? points.heightM : section.heightM;
  const isSurveyed = section.shape === 'irregular';
  const round = areaM2 / ((Math.PI / 4) * heightM ** 2);
  const full = { area: areaM2, width: widthM, radius: radiusM };
  const levels = {
    section,
    heightM,
    full,
    ...depthValues(section, values, steps),
    at: levelOf(section),
  };
  return {
    isSurveyed,
    isSearched: isSurveyed && (round < nearlyRound.least || round > nearlyRound.most),
    ...{ isOpen, heightM, areaM2, radiusM, widthM, steps, values },
    heldM2: heldOf(points, isOpen),
    widestShare: points.width.indexOf(widthM) / steps,
    ...{ ...uniformCurves(levels), critical: criticalCurve(levels) },
  };
}

function toShares({ area, width, radius }: Points): Float64Array {
  const steps = area.length - 1;
  const widest = width.reduce((most, one) => Math.max(most, one), 0);
  const values = new Float64Array(3 * (steps + 1));
  for (let i = 0; i <= steps; i++) {
    values[3 * i] = (area[i] ?? 0) / (area[steps] ?? 1);
    values[3 * i + 1] = (width[i] ?? 0) / widest;
    values[3 * i + 2] = (radius[i] ?? 0) / (radius[steps] ?? 1);
  }
  return values;
}

interface Points {
  readonly heightM: number;
  readonly area: Float64Array;
  readonly width: Float64Array;
  readonly radius: Float64Array;
}

function pointsOf(section: Section): Points {
  if (section.shape === 'irregular') return tabulateTransect(section.transect, COARSE);
  if (section.shape === 'standard') return standardPoints(section);
  const outline = outlineOf(section);
  if (outline) return integrate(section, outline);
  const points = emptyPoints(section.heightM, FINE);
  for (let i = 0; i <= FINE; i++) {
    const at = formula(section, (section.heightM * i) / FINE);
    points.area[i] = at.area;
    points.width[i] = at.width;
    points.radius[i] = at.perimeter > 0 ? at.area / at.perimeter : 0;
  }
  return points;
}

function standardPoints(section: Extract<Section, { shape: 'standard' }>): Points {
  const { area, radius, width } = standardTables[section.form];
  return {
    heightM: section.heightM,
    area: Float64Array.from(area, (share) => share * section.areaM2),
    width: Float64Array.from(width, (share) => share * section.widthM),
    radius: Float64Array.from(radius, (share) => share * section.radiusM),
  };
}

/** Depths of outlines are found of finer steps than their flow. */
function depthValues(section: Section, values: Float64Array, steps: number) {
  const outline = section.shape === 'irregular' ? undefined : outlineOf(section);
  if (!outline || section.shape === 'irregular') return { values, steps };
  return { values: toShares(integrate(section, outline, FINE)), steps: FINE };
}

function levelOf(section: Section): ((share: number) => Form) | undefined {
  switch (section.shape) {
    case 'rect-closed':
    case 'rect-open':
    case 'trapezoid':
      return (share) => {
        const { area, width, perimeter } = formula(section, share * section.heightM);
        return { area, width, radius: perimeter > 0 ? area / perimeter : 0 };
      };
    default:
      return undefined;
  }
}

const emptyPoints = (heightM: number, steps: number) => ({
  heightM,
  area: new Float64Array(steps + 1),
  width: new Float64Array(steps + 1),
  radius: new Float64Array(steps + 1),
});

function formula(section: Section, depth: number) {
  switch (section.shape) {
    case 'rect-closed': {
      const { heightM, widthM } = section;
      const lid = Math.max(0, (depth / heightM - LID) / (1 - LID)) * widthM;
      return { area: depth * widthM, width: widthM, perimeter: widthM + 2 * depth + lid };
    }
    case 'rect-open': {
      const { widthM, missingSides } = section;
      return {
        area: depth * widthM,
        width: widthM,
        perimeter: widthM + (2 - missingSides) * depth,
      };
    }
    case 'trapezoid': {
      const { bottomM, leftSlope, rightSlope } = section;
      const width = bottomM + (leftSlope + rightSlope) * depth;
      const sides = Math.hypot(1, leftSlope) + Math.hypot(1, rightSlope);
      return { area: (depth * (bottomM + width)) / 2, width, perimeter: bottomM + depth * sides };
    }
    default:
      throw new RangeError(`Section ${section.shape} has no formula.`);
  }
}

const CROWN = 0.96;

function heldOf({ heightM, width }: Points, isOpen: boolean): Float64Array {
  const steps = width.length - 1;
  const held = new Float64Array(steps + 1);
  const at = (i: number) => {
    const x = isOpen ? i : Math.min(i, CROWN * steps);
    const k = Math.min(Math.floor(x), steps - 1);
    return (width[k] ?? 0) + (x - k) * ((width[k + 1] ?? 0) - (width[k] ?? 0));
  };
  for (let i = 1; i <= steps; i++) {
    held[i] = (held[i - 1] ?? 0) + (((at(i - 1) + at(i)) / 2) * heightM) / steps;
  }
  return held;
}

/** Area and wetted perimeter by small steps of height; the catalogue's full values win where it has them. */
function integrate(
  section: Exclude<Section, { shape: 'irregular' }>,
  outline: Outline,
  steps = COARSE,
): Points {
  const { heightM } = section;
  const points = emptyPoints(heightM, steps);
  const fine = 4000;
  let area = 0;
  let perimeter = outline(0);
  for (let k = 1; k <= fine; k++) {
    const lower = outline((k - 1) / fine);
    const upper = outline(k / fine);
    area += (4 * outline((k - 0.5) / fine) + lower + upper) / 6 / fine;
    perimeter += 2 * Math.hypot((upper - lower) / 2, 1 / fine);
    if (k === fine) perimeter += OPEN.has(section.shape) ? 0 : upper;
    if (k % (fine / steps) !== 0) continue;
    const i = (k * steps) / fine;
    points.area[i] = area * heightM ** 2;
    points.width[i] = upper * heightM;
    points.radius[i] = (area / perimeter) * heightM;
  }
  points.width[0] = outline(0) * heightM;
  const known = section.shape === 'ellipse' || section.shape === 'arch' ? section : undefined;
  scale(points.area, known?.areaM2);
  scale(points.radius, known?.radiusM);
  return points;
}

function scale(values: Float64Array, full: number | undefined): void {
  if (full === undefined) return;
  const factor = full / (values[values.length - 1] ?? 1);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * factor;
}
