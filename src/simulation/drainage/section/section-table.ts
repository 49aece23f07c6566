// Area, width, hydraulic radius, section factor A·R^⅔ and critical flow √(A³/W) of a cross section by depth, as
// shares of full depth and full values, at equal steps. m. Reading them linearly (a parabola in the two lowest
// steps) costs the same for every shape: SWMM reference manual vol. II (EPA/600/R-17/111), section 5.1.

import { type Outline, outlineOf } from './outline.ts';
import { readShares } from './read-section.ts';
import type { Section } from './section.ts';
import { standardTables } from './standard-tables.ts';
import { tabulateTransect } from './transect.ts';

export interface SectionTable {
  readonly isOpen: boolean;
  readonly heightM: number;
  readonly areaM2: number;
  readonly radiusM: number;
  readonly widthM: number;
  /** Depth of the widest level, lowest where there are several, by the full one. */
  readonly widestShare: number;
  /** Largest section factor A·R^⅔ by the full one (a pipe carries most a little below full), and the depth there. */
  readonly largestFactor: number;
  readonly largestShare: number;
  /** Depth of a uniform flow above the full section's: full, or falling from there to that of the largest factor. */
  readonly aboveFull: 'full' | 'falling' | 'largest';
  /** `values` holds area, width and radius of each step in turn, from 0 to full; one more than there are steps. */
  readonly steps: number;
  readonly values: Float64Array;
  /** Widths summed up from the bottom to each step, a closed section's as wide above 96 % as there; m². */
  readonly heldM2: Float64Array;
  /** Section factor by the full one (rising part only, then constant) and critical flow / √g, m^2.5, by step. */
  readonly factor: Float64Array;
  readonly critical: Float64Array;
}

/** Round pipes and surveyed channels are read as coarsely as SWMM does; formulas finely. */
const COARSE = 50;
const FINE = 400;
const COARSE_CRITICAL = 25;
const OPEN = new Set(['rect-open', 'trapezoid', 'power', 'irregular']);

export function tabulateSection(section: Section): SectionTable {
  const points = pointsOf(section);
  const steps = points.area.length - 1;
  const areaM2 = points.area[steps] ?? 0;
  const radiusM = points.radius[steps] ?? 0;
  const widthM = points.width.reduce((most, width) => Math.max(most, width), 0);
  const values = new Float64Array(3 * (steps + 1));
  const fine = finePoints(section, points);
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
    ...{ isOpen, heightM, areaM2, radiusM, widthM, steps, values },
    heldM2: heldOf(points, isOpen),
    widestShare: points.width.indexOf(widthM) / steps,
    ...{ ...normalOf(section, fine), critical: criticalOf(section, fine) },
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

/** Finer than the values where they are coarse: errors in normal and critical depth are depths. */
function finePoints(section: Section, points: Points): Points {
  if (section.shape === 'standard') return refine(points);
  const outline = section.shape === 'irregular' ? undefined : outlineOf(section);
  return outline && section.shape !== 'irregular' ? integrate(section, outline, FINE) : points;
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

/** Points between those of a table, as the table is read. */
function refine({ heightM, area, width, radius }: Points): Points {
  const steps = area.length - 1;
  const points = emptyPoints(heightM, FINE);
  const values = new Float64Array(3 * (steps + 1));
  for (let i = 0; i <= steps; i++) {
    values.set([area[i] ?? 0, width[i] ?? 0, radius[i] ?? 0], 3 * i);
  }
  const into = new Float64Array(3);
  for (let i = 0; i <= FINE; i++) {
    readShares({ values, steps }, i / FINE, into);
    points.area[i] = into[0] ?? 0;
    points.width[i] = into[1] ?? 0;
    points.radius[i] = into[2] ?? 0;
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

/** Rising section factor by the full one. */
function normalOf(section: Section, points: Points) {
  const byArea = section.shape === 'standard' ? standardTables[section.form].byArea : undefined;
  if (byArea) return normalByArea(section, byArea.depth, byArea.factor);
  const { area, radius } = points;
  const steps = area.length - 1;
  const full = (area[steps] ?? 0) * (radius[steps] ?? 0) ** (2 / 3);
  const factor = new Float64Array(steps + 1);
  let largestFactor = 0;
  let largestShare = 1;
  for (let i = 0; i <= steps; i++) {
    const value = ((area[i] ?? 0) * (radius[i] ?? 0) ** (2 / 3)) / full;
    if (value > largestFactor) {
      largestFactor = value;
      largestShare = i / steps;
    }
    factor[i] = largestFactor;
  }
  return { factor, largestFactor, largestShare, aboveFull: aboveFullOf(section) };
}

/** Below 4 % of its area a circle is what geometry says. */
function normalByArea(section: Section, depth: readonly number[], byArea: readonly number[]) {
  const steps = depth.length - 1;
  const factor = new Float64Array(FINE + 1);
  let k = 0;
  for (let i = 1; i <= FINE; i++) {
    const share = i / FINE;
    while (k < steps - 1 && (depth[k + 1] ?? 1) <= share) k++;
    const [y0 = 0, y1 = 1, s0 = 0, s1 = 1] = [depth[k], depth[k + 1], byArea[k], byArea[k + 1]];
    const isShallow = section.shape === 'standard' && section.form === 'circle' && k < 2;
    const value = isShallow ? circleFactor(share) : s0 + ((s1 - s0) * (share - y0)) / (y1 - y0);
    factor[i] = Math.max(factor[i - 1] ?? 0, value);
  }
  const largestFactor = Math.max(...byArea);
  const largestShare = depth[byArea.indexOf(largestFactor)] ?? 1;
  return { factor, largestFactor, largestShare, aboveFull: aboveFullOf(section) };
}

function circleFactor(share: number): number {
  const angle = 2 * Math.acos(1 - 2 * share);
  const area = (angle - Math.sin(angle)) / (2 * Math.PI);
  return area * ((angle - Math.sin(angle)) / angle) ** (2 / 3);
}

function aboveFullOf(section: Section): SectionTable['aboveFull'] {
  const shape = section.shape === 'standard' ? section.form : section.shape;
  if (shape === 'circular' || shape === 'circle') return 'full';
  return OPEN.has(shape) || /ellipse|arch/.test(shape) ? 'largest' : 'falling';
}

/** Critical flow / √g; read at 25 steps where the section's full area is within twice a circle's. */
function criticalOf(section: Section, points: Points): Float64Array {
  const fine = points.area.length - 1;
  const ratio = (points.area[fine] ?? 0) / ((Math.PI / 4) * points.heightM ** 2);
  const isCoarse = !hasCriticalFormula(section) && ratio >= 0.5 && ratio <= 2;
  const steps = isCoarse ? COARSE_CRITICAL : fine;
  const critical = new Float64Array(steps + 1);
  for (let i = 1; i <= steps; i++) {
    const at = (i * fine) / steps;
    const width = points.width[at] ?? 0;
    const flow = width > 1e-9 ? Math.sqrt((points.area[at] ?? 0) ** 3 / width) : 0;
    critical[i] = Math.max(critical[i - 1] ?? 0, flow);
  }
  return critical;
}

function hasCriticalFormula(section: Section): boolean {
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
