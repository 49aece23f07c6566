// Area, width, hydraulic radius, section factor A·R^⅔ and critical flow √(A³/W) of a cross section by depth, as
// shares of full depth and full values, at equal steps. m. Reading them linearly (a parabola in the two lowest
// steps) costs the same for every shape: SWMM reference manual vol. II (EPA/600/R-17/111), section 5.1.

import { type Outline, outlineOf } from './outline.ts';
import type { Section } from './section.ts';
import { tabulateTransect } from './transect.ts';

export interface SectionTable {
  readonly isOpen: boolean;
  readonly heightM: number;
  readonly areaM2: number;
  readonly radiusM: number;
  readonly widthM: number;
  /** Largest section factor A·R^⅔, m^(8/3): a pipe carries most a little below full. */
  readonly largestFactor: number;
  /** `values` holds area, width and radius of each step in turn, from 0 to full; one more than there are steps. */
  readonly steps: number;
  readonly values: Float64Array;
  /** Section factor by the full one (rising part only, then constant) and critical flow / √g, m^2.5, by step. */
  readonly factor: Float64Array;
  readonly critical: Float64Array;
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
  const values = new Float64Array(3 * (steps + 1));
  const { factor, critical, largest } = inverses(section, points);
  for (let i = 0; i <= steps; i++) {
    const area = points.area[i] ?? 0;
    const width = points.width[i] ?? 0;
    values[3 * i] = area / areaM2;
    values[3 * i + 1] = width / widthM;
    values[3 * i + 2] = (points.radius[i] ?? 0) / radiusM;
  }
  const isOpen = OPEN.has(section.shape);
  const heightM = section.shape === 'irregular' ? points.heightM : section.heightM;
  return {
    ...{ isOpen, heightM, areaM2, radiusM, widthM, largestFactor: largest },
    ...{ steps, values, factor, critical },
  };
}

interface Points {
  readonly heightM: number;
  readonly area: Float64Array;
  readonly width: Float64Array;
  readonly radius: Float64Array;
}

function pointsOf(section: Section): Points {
  if (section.shape === 'irregular') return tabulateTransect(section.transect, COARSE);
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

const emptyPoints = (heightM: number, steps: number) => ({
  heightM,
  area: new Float64Array(steps + 1),
  width: new Float64Array(steps + 1),
  radius: new Float64Array(steps + 1),
});

/** Share of a closed rectangle's area from which its lid counts as wet, growing to all of it when full. */
const LID = 0.97;

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

/** Rising section factor (by the full one) and critical flow, finer than the values: errors here are depths. */
function inverses(section: Section, coarse: Points) {
  const outline = section.shape === 'irregular' ? undefined : outlineOf(section);
  const isOutlined = outline !== undefined && section.shape !== 'irregular';
  const points = isOutlined ? integrate(section, outline, FINE) : coarse;
  const steps = points.area.length - 1;
  const factor = new Float64Array(steps + 1);
  const critical = new Float64Array(steps + 1);
  const full = (points.area[steps] ?? 0) * (points.radius[steps] ?? 0) ** (2 / 3);
  let largest = 0;
  for (let i = 0; i <= steps; i++) {
    const area = points.area[i] ?? 0;
    const width = points.width[i] ?? 0;
    largest = Math.max(largest, area * (points.radius[i] ?? 0) ** (2 / 3));
    factor[i] = largest / full;
    critical[i] = Math.max(critical[i - 1] ?? 0, width > 0 ? Math.sqrt(area ** 3 / width) : 0);
  }
  return { factor, critical, largest };
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
