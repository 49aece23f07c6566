// Flow through weirs, orifices, pumps and outlets from the heads at their ends: SWMM reference manual vol. II
// (EPA/600/R-17/111), section 6. Flow by head (dQ/dH) is what surcharged nodes need. SI.

import type { Curve, DrainageLink, Orifice, Outlet, Pump, Weir } from '../model.ts';
import { readShares } from '../section/read-section.ts';
import type { SectionTable } from '../section/section-table.ts';
import type { Trial } from './conduit-flow.ts';
import { DRY_M, type Drains, GRAVITY } from './drains.ts';

const shares = new Float64Array(3);
/** Results of the formulas: flow, dQ/dH, depth. */
const found = { flow: 0, byHead: 0, depth: 0 };

export function routeDevices(drains: Drains, trial: Trial): void {
  const { model, nodes, devices } = drains;
  for (let k = 0; k < devices.count; k++) {
    const link = model.links[devices.link[k]!]!;
    const from = devices.from[k]!;
    const to = devices.to[k]!;
    const last = devices.flowM3s[k]!;
    const h1 = nodes.invertM[from]! + nodes.depthM[from]!;
    const h2 = nodes.invertM[to]! + nodes.depthM[to]!;
    found.flow = 0;
    found.byHead = 0;
    found.depth = 0;
    devices.fromSurfaceM2[k] = 0;
    devices.toSurfaceM2[k] = 0;
    const direction = h1 >= h2 ? 1 : -1;
    const isHeld = direction < 0 && (link.hasFlapGate || link.kind === 'pump');
    const source = direction < 0 ? to : from;
    const isGated = nodes.kind[source] === 1 && nodes.hasFlapGate[source] === 1;
    if ((!isHeld && !isGated) || link.kind === 'pump') {
      passThrough(
        drains,
        k,
        link,
        Math.max(h1, h2),
        Math.min(h1, h2),
        h1,
        h2,
        direction,
        trial.stepS,
      );
    }
    let flow = found.flow * (link.kind === 'pump' ? 1 : direction);
    if (trial.number > 0 && link.kind !== 'pump') {
      flow = (1 - trial.relaxation) * last + trial.relaxation * flow;
      if (flow * last < 0) flow = Math.sign(flow) * 2.8e-5;
    }
    devices.flowM3s[k] = flow;
    devices.flowByHead[k] = found.byHead;
    devices.depthM[k] = found.depth;
  }
}

function passThrough(
  drains: Drains,
  k: number,
  link: DrainageLink,
  upper: number,
  lower: number,
  h1: number,
  h2: number,
  direction: number,
  stepS: number,
): void {
  const { nodes, devices } = drains;
  const setting = devices.setting[k]!;
  const invert = nodes.invertM[devices.from[k]!]!;
  switch (link.kind) {
    case 'weir':
      throughWeir(link, setting, invert + link.offsetM, upper, lower, direction);
      return;
    case 'orifice': {
      const table = drains.orificeTables[k]!;
      throughOrifice(link, table, setting, invert + link.offsetM, upper, lower);
      if (found.depth > 0) addOrificeSurface(drains, k, table, link);
      return;
    }
    case 'pump':
      throughPump(drains, k, link, setting, h1, h2, stepS);
      return;
    case 'outlet':
      throughOutlet(link, setting, invert + link.offsetM, upper, lower);
      return;
    case 'conduit':
  }
}

/** Weir equations; over the crown it flows as an orifice, below tail water less after Villemonte (1947). */
export function throughWeir(
  weir: Weir,
  setting: number,
  crestM: number,
  upper: number,
  lower: number,
  direction: number,
): void {
  const crest = crestM + (1 - setting) * weir.heightM;
  const crown = crestM + weir.heightM;
  let head = upper - crest;
  if (head <= DRY_M || crest >= crown) return;
  if (upper > crown) {
    if (weir.canSurcharge) {
      const height = crown - crest;
      weirFlow(weir, height, direction);
      const capacity = found.flow / Math.sqrt(height / 2);
      const middle = (crest + crown) / 2;
      head = lower < middle ? upper - middle : upper - lower;
      found.flow = capacity * Math.sqrt(Math.max(head, 0));
      found.byHead = head > 0 ? found.flow / (2 * head) : 0;
      found.depth = height;
      return;
    }
    head = crown - crest;
  }
  weirFlow(weir, head, direction);
  found.depth = head;
  if (lower > crest) {
    const factor = villemonte(
      (lower - crest) / (upper - crest),
      weir.form === 'v-notch' ? 2.5 : 1.5,
    );
    found.flow *= factor;
    found.byHead *= factor;
  }
}

function weirFlow(weir: Weir, head: number, direction: number): void {
  const length = Math.max(0, weir.lengthM - 0.1 * weir.endContractions * head);
  const { coefficient, endCoefficient, sideSlope } = weir;
  switch (weir.form) {
    case 'transverse':
      found.flow = coefficient * length * head ** 1.5;
      found.byHead = (1.5 * found.flow) / head;
      return;
    case 'sideflow': {
      const power = direction > 0 ? 5 / 3 : 1.5;
      const span = direction > 0 ? length ** 0.83 : length;
      found.flow = coefficient * span * head ** power;
      found.byHead = (power * found.flow) / head;
      return;
    }
    case 'v-notch':
      found.flow = coefficient * sideSlope * head ** 2.5;
      found.byHead = (2.5 * found.flow) / head;
      return;
    case 'trapezoidal': {
      const middle = coefficient * length * head ** 1.5;
      const ends = endCoefficient * sideSlope * head ** 2.5;
      found.flow = middle + ends;
      found.byHead = (1.5 * middle + 2.5 * ends) / head;
    }
  }
}

const villemonte = (ratio: number, power: number): number =>
  ratio >= 1 ? 0 : (1 - ratio ** power) ** 0.385;

/** Orifice equation where the opening is drowned, a weir that meets it at the critical height where it is not. */
function throughOrifice(
  orifice: Orifice,
  table: SectionTable,
  setting: number,
  crest: number,
  upper: number,
  lower: number,
): void {
  if (setting <= 0) return;
  const height = table.heightM * setting;
  readShares(table, setting, shares);
  const area = table.areaM2 * shares[0]!;
  const drowned = orifice.coefficient * area * Math.sqrt(2 * GRAVITY);
  const perimeter = table.radiusM > 0 ? table.areaM2 / table.radiusM : 0;
  const critical = orifice.isBottom ? ((orifice.coefficient / 0.414) * area) / perimeter : height;
  const weir = drowned * Math.sqrt(orifice.isBottom ? critical : critical / 2);
  const middle = orifice.isBottom ? crest : crest + height / 2;
  const fill = (upper - crest) / critical;
  if (fill <= 0) return;
  found.depth = Math.min(fill, 1) * table.heightM;
  if (fill < 1) {
    found.flow = weir * fill ** 1.5;
    found.byHead = (1.5 * found.flow) / (fill * critical);
    if (lower > crest) {
      const factor = villemonte((lower - crest) / (upper - crest), 1.5);
      found.flow *= factor;
      found.byHead *= factor;
    }
    return;
  }
  const head = lower > middle ? upper - lower : upper - middle;
  if (head <= 0) return;
  found.flow = drowned * Math.sqrt(head);
  found.byHead = found.flow / (2 * head);
}

/** An orifice counts as a short pipe of its width to both nodes. */
function addOrificeSurface(drains: Drains, k: number, table: SectionTable, orifice: Orifice): void {
  const { options } = drains.model;
  const length = Math.max(2 * options.routingStepS * Math.sqrt(GRAVITY * table.heightM), 60.96);
  readShares(table, orifice.isBottom ? 1 : Math.min(found.depth / table.heightM, 0.96), shares);
  const area = orifice.isBottom ? 0 : (table.widthM * shares[1]! * length) / 2;
  drains.devices.fromSurfaceM2[k] = area;
  drains.devices.toSurfaceM2[k] = area;
}

function throughPump(
  drains: Drains,
  k: number,
  pump: Pump,
  setting: number,
  h1: number,
  h2: number,
  stepS: number,
): void {
  const { nodes, devices } = drains;
  const from = devices.from[k]!;
  if (setting <= 0) return;
  const depth = nodes.depthM[from]!;
  switch (pump.by) {
    case 'ideal':
      found.flow = Math.max(0, nodes.inflowM3s[from]!);
      break;
    case 'volume':
      found.flow = stepped(pump.curve, nodes.volumeM3[from]!);
      break;
    case 'stepped-depth':
      found.flow = stepped(pump.curve, depth);
      break;
    case 'head':
      found.flow = onCurve(pump.curve, Math.max(h2 - h1, 0));
      found.byHead = -slopeOf(pump.curve, Math.max(h2 - h1, 0));
      break;
    case 'depth':
      found.flow = onCurve(pump.curve, depth);
      found.byHead = slopeOf(pump.curve, depth);
  }
  found.flow = Math.max(0, found.flow) * setting;
  keepWater(drains, from, stepS);
}

/** A pump takes no more than its node has and gets within the step. */
function keepWater({ nodes, model }: Drains, from: number, stepS: number): void {
  const stored =
    nodes.kind[from] === 2
      ? nodes.oldVolumeM3[from]!
      : nodes.oldDepthM[from]! * Math.max(nodes.freeSurfaceM2[from]!, model.options.minimumAreaM2);
  const net = nodes.inflowM3s[from]! - nodes.outflowM3s[from]!;
  const most = (2 * stored) / stepS + nodes.oldNetM3s[from]! + net;
  if (found.flow > most) found.flow = Math.max(0, most);
}

function throughOutlet(
  { rating, isByHead }: Outlet,
  setting: number,
  crest: number,
  upper: number,
  lower: number,
): void {
  const depth = upper - crest;
  if (depth <= DRY_M || setting <= 0) return;
  const head = isByHead ? upper - Math.max(lower, crest) : depth;
  if (head <= 0) return;
  if ('x' in rating) {
    found.flow = onCurve(rating, head) * setting;
    found.byHead = slopeOf(rating, head) * setting;
  } else {
    found.flow = rating.factor * head ** rating.exponent * setting;
    found.byHead = (rating.exponent * found.flow) / head;
  }
  found.depth = depth;
}

export const flowFound = (): Readonly<typeof found> => found;

function segment({ x }: Curve, at: number): number {
  let k = 1;
  while (k < x.length - 1 && x[k]! < at) k++;
  return k;
}

/** Linear between points, level before the first and after the last. */
export function onCurve(curve: Curve, at: number): number {
  const { x, y } = curve;
  const last = x.length - 1;
  if (last < 0) return 0;
  if (at <= x[0]!) return y[0]!;
  if (at >= x[last]!) return y[last]!;
  const k = segment(curve, at);
  const span = x[k]! - x[k - 1]!;
  return span > 0 ? y[k - 1]! + ((y[k]! - y[k - 1]!) * (at - x[k - 1]!)) / span : y[k]!;
}

function slopeOf(curve: Curve, at: number): number {
  const { x, y } = curve;
  if (x.length < 2 || at < x[0]! || at > x[x.length - 1]!) return 0;
  const k = segment(curve, at);
  const span = x[k]! - x[k - 1]!;
  return span > 0 ? (y[k]! - y[k - 1]!) / span : 0;
}

/** The y of the first x above `at`; the last y beyond. */
function stepped({ x, y }: Curve, at: number): number {
  for (let k = 0; k < x.length; k++) if (at < x[k]!) return y[k]!;
  return y[x.length - 1] ?? 0;
}
