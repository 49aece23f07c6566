// Flow through weirs, orifices, pumps and outlets from the heads at their ends: SWMM reference manual vol. II
// (EPA/600/R-17/111), section 6. They come after the conduits, one by one, and each adds to its nodes at once, so
// that a pump knows what is there to take. Flow by head (dQ/dH) is what surcharged nodes need. SI.

import type { DrainageLink, Outlet, Pump } from '../model.ts';
import type { Trial } from './conduit-flow.ts';
import { onCurve, slopeOf, stepped } from './curves.ts';
import { DRY_M, type Drains, GRAVITY, TURNED_M3S } from './drains.ts';
import { passFlow } from './node-depth.ts';
import { found, throughOrifice, throughWeir } from './openings.ts';

export function routeDevices(drains: Drains, trial: Trial): void {
  const { nodes, devices } = drains;
  for (let k = 0; k < devices.count; k++) {
    const from = devices.from[k]!;
    const to = devices.to[k]!;
    // As conduits do, a device between settled nodes rests from the third trial on.
    const rests = trial.number > 1 && nodes.isConverged[from] === 1 && nodes.isConverged[to] === 1;
    if (!rests) routeDevice(drains, k, from, to, trial);
    addDevice(drains, k, from, to);
  }
}

function routeDevice(drains: Drains, k: number, from: number, to: number, trial: Trial): void {
  const { model, nodes, devices } = drains;
  const link = model.links[devices.link[k]!]!;
  const h1 = nodes.invertM[from]! + nodes.depthM[from]!;
  const h2 = nodes.invertM[to]! + nodes.depthM[to]!;
  found.flow = 0;
  found.byHead = 0;
  found.depth = 0;
  found.surfaceM2 = 0;
  const direction = h1 >= h2 ? 1 : -1;
  const source = direction < 0 ? to : from;
  const isHeld =
    (direction < 0 && link.hasFlapGate) ||
    (nodes.kind[source] === 1 && nodes.hasFlapGate[source] === 1);
  if (link.kind === 'pump') throughPump(drains, k, link, h1, h2, trial.stepS);
  else if (!isHeld) passThrough(drains, k, link, h1, h2, direction);
  let flow = found.flow;
  if (link.kind !== 'pump') {
    flow *= direction;
    const last = devices.flowM3s[k]!;
    if (trial.number > 0) {
      flow = (1 - trial.relaxation) * last + trial.relaxation * flow;
      if (flow * last < 0) flow = Math.sign(flow) * TURNED_M3S;
    }
  }
  devices.flowM3s[k] = flow;
  devices.flowByHead[k] = found.byHead;
  devices.depthM[k] = found.depth;
  const isOrifice = link.kind === 'orifice';
  // A basin has its own surface, and water that falls freely over the crest stands on one side only.
  const crest = isOrifice && found.depth > 0 ? nodes.invertM[from]! + link.offsetM : 0;
  const falls = isOrifice && found.depth > 0 && crest > Math.min(h1, h2);
  const half = isOrifice ? found.surfaceM2 / 2 : 0;
  devices.fromSurfaceM2[k] = nodes.kind[from] === 2 || (falls && direction < 0) ? 0 : half;
  devices.toSurfaceM2[k] = nodes.kind[to] === 2 || (falls && direction > 0) ? 0 : half;
}

function addDevice({ model, nodes, devices }: Drains, k: number, from: number, to: number): void {
  passFlow(nodes, from, to, devices.flowM3s[k]!);
  nodes.surfaceM2[from]! += devices.fromSurfaceM2[k]!;
  nodes.surfaceM2[to]! += devices.toSurfaceM2[k]!;
  nodes.flowByHead[from]! += devices.flowByHead[k]!;
  const link = model.links[devices.link[k]!]!;
  if (link.kind !== 'pump' || link.by !== 'depth') nodes.flowByHead[to]! += devices.flowByHead[k]!;
}

function passThrough(
  drains: Drains,
  k: number,
  link: Exclude<DrainageLink, Pump>,
  h1: number,
  h2: number,
  direction: number,
): void {
  const { nodes, devices } = drains;
  const setting = devices.setting[k]!;
  const upper = Math.max(h1, h2);
  const lower = Math.min(h1, h2);
  const from = devices.from[k]!;
  const depth = nodes.depthM[direction < 0 ? devices.to[k]! : from]!;
  switch (link.kind) {
    case 'weir': {
      const crest = nodes.invertM[from]! + link.offsetM;
      if (setting > 0) throughWeir(link, setting, crest, upper, lower, direction);
      return;
    }
    case 'orifice': {
      const table = drains.orificeTables[k]!;
      const crest = nodes.invertM[from]! + link.offsetM;
      const length = lengthOf(drains, table.heightM);
      throughOrifice(link, table, setting, crest, upper, lower, depth, length);
      return;
    }
    case 'outlet':
      throughOutlet(link, setting, nodes.invertM[from]! + link.offsetM, upper, lower);
      return;
    case 'conduit':
  }
}

/** An orifice counts as a short pipe to both nodes, 200 ft or as long as a wave goes in two steps. */
const lengthOf = ({ model }: Drains, heightM: number): number =>
  Math.max(2 * model.options.routingStepS * Math.sqrt(GRAVITY * heightM), 60.96);

function throughPump(
  drains: Drains,
  k: number,
  pump: Pump,
  h1: number,
  h2: number,
  stepS: number,
): void {
  const { nodes, devices } = drains;
  const from = devices.from[k]!;
  const setting = devices.setting[k]!;
  if (setting <= 0) return;
  const depth = nodes.depthM[from]!;
  switch (pump.by) {
    case 'ideal':
      found.flow = Math.max(0, nodes.inflowM3s[from]!) * setting;
      return;
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
  if (found.flow > 0) keepWater(drains, from, stepS);
}

/** A pump takes no more than its basin holds and gets; a manhole that it would empty gives what it gets. */
function keepWater({ nodes }: Drains, from: number, stepS: number): void {
  const inflow = nodes.inflowM3s[from]!;
  if (nodes.kind[from] === 2) {
    found.flow = Math.max(0, Math.min(found.flow, inflow + nodes.oldVolumeM3[from]! / stepS));
    return;
  }
  const net = inflow - nodes.outflowM3s[from]! - found.flow;
  const gain = 0.5 * (nodes.oldNetM3s[from]! + net) * stepS;
  if (nodes.oldDepthM[from]! * nodes.surfaceM2[from]! + gain <= 0) found.flow = inflow;
}

function throughOutlet(
  { rating, isByHead }: Outlet,
  setting: number,
  crest: number,
  upper: number,
  lower: number,
): void {
  const head = upper - (isByHead ? Math.max(lower, crest) : crest);
  if (head <= DRY_M || setting <= 0) return;
  found.depth = head;
  if ('x' in rating) {
    found.flow = onCurve(rating, head) * setting;
    found.byHead = slopeOf(rating, head) * setting;
  } else {
    found.flow = rating.factor * head ** rating.exponent * setting;
    found.byHead = (rating.exponent * found.flow) / head;
  }
}
