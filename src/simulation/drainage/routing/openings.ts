// Flow through weirs and orifices from the heads at both sides: SWMM reference manual vol. II (EPA/600/R-17/111),
// section 6. Flow by head (dQ/dH) is that of free flow, also where tail water holds it back, as SWMM takes it. SI.

import type { Orifice, Weir } from '../model.ts';
import { readShares } from '../section/read-section.ts';
import type { SectionTable } from '../section/section-table.ts';
import { DRY_M, GRAVITY } from './drains.ts';

const shares = new Float64Array(3);
/** Results of the formulas: flow, dQ/dH, depth, and surface of both ends together. */
export const found = { flow: 0, byHead: 0, depth: 0, surfaceM2: 0 };
/** Flow through the middle of a weir and through its sloped ends. */
const over = { middle: 0, ends: 0 };
/** Power of the head in a side weir's flow: 5/3, rounded as SWMM takes it. */
const SIDE_POWER = 1.67;

/** Weir equations; over the crown it flows as an orifice, below tail water less after Villemonte (1947). */
export function throughWeir(
  weir: Weir,
  setting: number,
  crestM: number,
  upper: number,
  lower: number,
  direction: number,
): void {
  const raised = (1 - setting) * weir.heightM;
  const crest = crestM + raised;
  const crown = crestM + weir.heightM;
  let head = upper - crest;
  if (head <= DRY_M || crest >= crown) return;
  if (upper >= crown) {
    const height = crown - crest;
    if (weir.canSurcharge) {
      flowOver(weir, height, 1, raised);
      const capacity = (over.middle + over.ends) / Math.sqrt(height / 2);
      const middle = (crest + crown) / 2;
      head = lower < middle ? upper - middle : upper - lower;
      found.flow = capacity * Math.sqrt(head);
      found.byHead = head > 0 ? found.flow / (2 * head) : 0;
      found.depth = height;
      return;
    }
    head = height;
  }
  flowOver(weir, head, direction, raised);
  found.depth = Math.min(upper - crest, weir.heightM);
  if (lower > crest) {
    const ratio = (lower - crest) / (upper - crest);
    over.middle *= villemonte(ratio, powers[weir.form]);
    over.ends *= villemonte(ratio, powers['v-notch']);
  }
  found.flow = over.middle + over.ends;
}

const powers = { transverse: 1.5, sideflow: 5 / 3, 'v-notch': 2.5, trapezoidal: 1.5 } as const;

function flowOver(weir: Weir, head: number, direction: number, raised: number): void {
  const length = Math.max(0, weir.lengthM - 0.1 * weir.endContractions * head);
  const { coefficient, endCoefficient, sideSlope } = weir;
  over.ends = 0;
  // A raised notch has a sill.
  const form = weir.form === 'v-notch' && raised > 0 ? 'trapezoidal' : weir.form;
  switch (form) {
    case 'transverse':
      over.middle = coefficient * length * head ** 1.5;
      found.byHead = (1.5 * over.middle) / head;
      return;
    case 'sideflow': {
      const power = direction > 0 ? SIDE_POWER : 1.5;
      const span = direction > 0 ? length ** 0.83 : length;
      over.middle = coefficient * span * head ** power;
      found.byHead = (power * over.middle) / head;
      return;
    }
    case 'v-notch':
      over.middle = coefficient * sideSlope * head ** 2.5;
      found.byHead = (2.5 * over.middle) / head;
      return;
    case 'trapezoidal':
      over.middle = coefficient * (weir.lengthM + 2 * sideSlope * raised) * head ** 1.5;
      over.ends = endCoefficient * sideSlope * head ** 2.5;
      found.byHead = (1.5 * over.middle + 2.5 * over.ends) / head;
  }
}

const villemonte = (ratio: number, power: number): number =>
  ratio >= 1 ? 0 : (1 - ratio ** power) ** 0.385;

/** Orifice equation where the opening is drowned, a weir that meets it at the critical height where it is not. */
export function throughOrifice(
  orifice: Orifice,
  table: SectionTable,
  setting: number,
  crest: number,
  upper: number,
  lower: number,
  sourceDepth: number,
  lengthM: number,
): void {
  const height = table.heightM * setting;
  if (height <= 0) return;
  found.surfaceM2 = DRY_M * lengthM;
  readShares(table, setting, shares);
  const area = table.areaM2 * shares[0]!;
  const critical = orifice.isBottom ? criticalHead(orifice, table, height) : height;
  const middle = crest + height / 2;
  let head = upper - crest;
  let fill = head / critical;
  if (orifice.isBottom) {
    if (lower > crest) head = upper - lower;
    fill = head / critical;
  } else if (fill >= 1) head = upper - Math.max(lower, middle);
  if (head <= DRY_M || sourceDepth <= DRY_M) return;
  const drowned = orifice.coefficient * area * Math.sqrt(2 * GRAVITY);
  if (fill >= 1) {
    found.flow = drowned * Math.sqrt(head);
    found.byHead = found.flow / (2 * head);
  } else {
    const weir = drowned * Math.sqrt(orifice.isBottom ? critical : critical / 2);
    found.flow = weir * fill ** 1.5;
    found.byHead = (1.5 * found.flow) / (fill * critical);
    if (lower > crest) found.flow *= villemonte((lower - crest) / (upper - crest), 1.5);
  }
  found.depth = orifice.isBottom ? height : height * Math.min(fill, 1);
  found.surfaceM2 = orifice.isBottom ? area : lengthM * openWidth(table, found.depth);
}

/** Head over a bottom orifice from which it is drowned: (C / 0.414) · area / rim. */
function criticalHead({ coefficient, section }: Orifice, table: SectionTable, height: number) {
  const isRound = section.shape === 'standard' || section.shape === 'circular';
  const width = table.widthM;
  const radius = isRound ? height / 4 : (height * width) / (2 * (height + width));
  return (coefficient / 0.414) * radius;
}

function openWidth(table: SectionTable, depth: number): number {
  if (depth >= table.heightM) return 0;
  readShares(table, depth / table.heightM, shares);
  return table.widthM * shares[1]!;
}
