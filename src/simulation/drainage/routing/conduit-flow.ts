// Flow of each conduit from the momentum equation of Saint-Venant between its end nodes, friction implicit, the
// rest by the last trial: EXTRAN's link–node scheme, SWMM reference manual vol. II (EPA/600/R-17/111), section
// 3.3, with its flow classes (surface to which node, table 3-2), inertial damping and normal flow limit. SI.

import type { DrainageOptions } from '../model.ts';
import { depthOfCritical, depthOfFactor } from '../section/flow-depths.ts';
import { readShares } from '../section/read-section.ts';
import { areaAt, blockage, localLoss, lossRate, surfaceShare } from './conduit-terms.ts';
import {
  type ConduitArrays,
  DRY_M,
  DRY_M2,
  DRY_M3S,
  type Drains,
  FRICTION_POWER,
  GRAVITY,
  type NodeArrays,
  TURNED_M3S,
} from './drains.ts';

/** Share of a closed section's height above which its surface is taken as wide as there. */
export const crownShare = { extran: 0.96, slot: 0.985257 } as const;
const FASTEST_MPS = 15.24;
const ROOT_G = Math.sqrt(GRAVITY);

const first = new Float64Array(3);
const last = new Float64Array(3);
const middle = new Float64Array(3);

export interface Trial {
  readonly stepS: number;
  readonly number: number;
  /** Share of the new value in under-relaxation. */
  readonly relaxation: number;
  readonly evaporationMps: number;
}

/** Recomputes every conduit; from the third trial on, only those with an end that has not settled. */
export function routeConduits({ model, nodes, conduits }: Drains, trial: Trial): void {
  const { inertialDamping, normalFlowLimit, surcharge } = model.options;
  const crown = crownShare[surcharge];
  const hasSlot = surcharge === 'slot';
  const how = { inertialDamping, normalFlowLimit, crown, hasSlot };
  for (let k = 0; k < conduits.count; k++) {
    const from = conduits.from[k]!;
    const to = conduits.to[k]!;
    if (trial.number > 1 && nodes.isConverged[from] === 1 && nodes.isConverged[to] === 1) continue;
    routeConduit(nodes, conduits, k, from, to, trial, how);
  }
}

interface Manner {
  readonly inertialDamping: DrainageOptions['inertialDamping'];
  readonly normalFlowLimit: DrainageOptions['normalFlowLimit'];
  readonly crown: number;
  readonly hasSlot: boolean;
}

function routeConduit(
  nodes: NodeArrays,
  conduits: ConduitArrays,
  k: number,
  from: number,
  to: number,
  { stepS, number, relaxation, evaporationMps }: Trial,
  { inertialDamping, normalFlowLimit, crown, hasSlot }: Manner,
): void {
  const table = conduits.tables[k]!;
  const full = conduits.fullDepthM[k]!;
  const fullRadius = conduits.fullRadiusM[k]!;
  const width = conduits.widthM[k]!;
  const length = conduits.routedLengthM[k]!;
  const isClosed = conduits.isOpen[k] === 0;
  const z1 = nodes.invertM[from]! + conduits.fromOffsetM[k]!;
  const z2 = nodes.invertM[to]! + conduits.toOffsetM[k]!;
  const old = conduits.oldFlowM3s[k]!;
  const lastFlow = conduits.flowM3s[k]!;

  let h1 = Math.max(nodes.invertM[from]! + nodes.depthM[from]!, z1);
  let h2 = Math.max(nodes.invertM[to]! + nodes.depthM[to]!, z2);
  let y1 = Math.max(h1 - z1, DRY_M);
  let y2 = Math.max(h2 - z2, DRY_M);
  if (!hasSlot || !isClosed) {
    y1 = Math.min(y1, full);
    y2 = Math.min(y2, full);
  }

  // Flow class: which ends are wet, and whether the flow falls freely over one of them.
  let drop1 = conduits.fromOffsetM[k]!;
  let drop2 = conduits.toOffsetM[k]!;
  if (nodes.kind[from] === 1) drop1 = Math.max(0, drop1 - nodes.depthM[from]!);
  if (nodes.kind[to] === 1) drop2 = Math.max(0, drop2 - nodes.depthM[to]!);
  const isWet1 = y1 > DRY_M;
  const isWet2 = y2 > DRY_M;
  let surface1 = 0;
  let surface2 = 0;
  let toShare = 1;
  let shape: 'wet' | 'falls-to-from' | 'falls-to-to' | 'dry-from' | 'dry-to' | 'dry' = 'wet';
  const magnitude = Math.abs(lastFlow);
  if (isWet1 && isWet2) {
    if (lastFlow < 0 && drop1 > 0) {
      const least = Math.min(
        normalDepth(conduits, k, magnitude),
        depthOfCritical(table, magnitude / ROOT_G),
      );
      if (y1 < least) {
        shape = 'falls-to-from';
        y1 = Math.max(least, DRY_M);
      }
    } else if (lastFlow >= 0 && drop2 > 0) {
      const normal = normalDepth(conduits, k, magnitude);
      const critical = depthOfCritical(table, magnitude / ROOT_G);
      const least = Math.min(normal, critical);
      const most = Math.max(normal, critical);
      if (y2 < least) {
        shape = 'falls-to-to';
        y2 = Math.max(least, DRY_M);
      } else if (y2 < most) toShare = most - least < DRY_M ? 0 : (most - y2) / (most - least);
    }
  } else if (!isWet1 && !isWet2) shape = 'dry';
  else if (isWet2) {
    if (h2 < z1) shape = 'dry-from';
    else if (drop1 > 0) {
      shape = 'falls-to-from';
      y1 = Math.max(
        Math.min(normalDepth(conduits, k, magnitude), depthOfCritical(table, magnitude / ROOT_G)),
        DRY_M,
      );
    }
  } else if (h1 < z2) shape = 'dry-to';
  else if (drop2 > 0) {
    shape = 'falls-to-to';
    y2 = Math.max(
      Math.min(normalDepth(conduits, k, magnitude), depthOfCritical(table, magnitude / ROOT_G)),
      DRY_M,
    );
  }
  if (shape === 'falls-to-from') h1 = z1 + y1;
  if (shape === 'falls-to-to') h2 = z2 + y2;
  if (shape === 'dry-from') y1 = DRY_M;
  if (shape === 'dry-to') y2 = DRY_M;

  const yMiddle = Math.max((y1 + y2) / 2, DRY_M);
  readShares(table, Math.min(y1 / full, 1), first);
  readShares(table, Math.min(y2 / full, 1), last);
  readShares(table, Math.min(yMiddle / full, 1), middle);
  const w1 = width * surfaceShare(table, y1 / full, first, crown, hasSlot);
  const w2 = width * surfaceShare(table, y2 / full, last, crown, hasSlot);
  const wMiddle = width * surfaceShare(table, yMiddle / full, middle, crown, hasSlot);
  switch (shape) {
    case 'wet':
      surface1 = ((w1 + wMiddle) * length) / 4;
      surface2 = ((wMiddle + w2) * length * toShare) / 4;
      break;
    case 'falls-to-from':
      surface2 = ((wMiddle + w2) * length) / 2;
      break;
    case 'falls-to-to':
      surface1 = ((w1 + wMiddle) * length) / 2;
      break;
    case 'dry-from':
      surface2 = ((wMiddle + w2) * length) / 4;
      if (conduits.fromOffsetM[k]! <= 0) surface1 = ((w1 + wMiddle) * length) / 4;
      break;
    case 'dry-to':
      surface1 = ((w1 + wMiddle) * length) / 4;
      if (conduits.toOffsetM[k]! <= 0) surface2 = ((wMiddle + w2) * length) / 4;
      break;
    case 'dry':
      surface1 = (DRY_M * length) / 2;
      surface2 = surface1;
  }
  conduits.fromSurfaceM2[k] = surface1;
  conduits.fromDepthM[k] = y1;
  conduits.toDepthM[k] = y2;
  if (y1 >= full) conduits.fromSlotM2[k] = surface1 * conduits.barrels[k]!;
  if (y2 >= full) conduits.toSlotM2[k] = surface2 * conduits.barrels[k]!;
  conduits.toSurfaceM2[k] = surface2;

  const a1 = areaAt(table, y1, first, crown, hasSlot);
  const a2 = areaAt(table, y2, last, crown, hasSlot);
  const aMiddle = areaAt(table, yMiddle, middle, crown, hasSlot);
  const r1 = fullRadius * first[2]!;
  const rMiddle = fullRadius * middle[2]!;
  const volume = conduits.areaM2[k]! * conduits.lengthM[k]!;
  const depth = (conduits.oldDepthM[k]! + conduits.depthM[k]!) / 2;
  conduits.lossM3s[k] = 0;
  conduits.areaM2[k] = (a1 + a2) / 2;
  conduits.depthM[k] = Math.min(yMiddle, full);
  const opening = conduits.opening[k]!;
  if (
    shape === 'dry' ||
    shape === 'dry-from' ||
    shape === 'dry-to' ||
    aMiddle <= DRY_M2 ||
    opening <= 0
  ) {
    conduits.middleAreaM2[k] = (a1 + a2) / 2;
    conduits.flowM3s[k] = 0;
    conduits.flowByHead[k] = ((GRAVITY * stepS * aMiddle) / length) * conduits.barrels[k]!;
    conduits.velocityMps[k] = 0;
    conduits.froude[k] = 0;
    return;
  }

  let velocity = lastFlow / aMiddle;
  if (Math.abs(velocity) > FASTEST_MPS) velocity = Math.sign(velocity) * FASTEST_MPS;
  const isFull = y1 >= full && y2 >= full;
  const froude =
    yMiddle <= DRY_M || (isClosed && full - yMiddle <= DRY_M)
      ? 0
      : froudeOf(velocity, aMiddle, width * middle[1]!);
  const damping = froude <= 0.5 ? 1 : froude >= 1 ? 0 : 2 * (1 - froude);
  const upstream = !isFull && lastFlow > 0 && h1 >= h2 ? damping : 1;
  const inertia =
    (isFull && isClosed) || inertialDamping === 'full'
      ? 0
      : inertialDamping === 'none'
        ? 1
        : damping;
  const area = a1 + (aMiddle - a1) * upstream;
  const radius = r1 + (rMiddle - r1) * upstream;

  const speed = Math.abs(velocity);
  const factor = conduits.forceMain[k]!;
  const friction =
    factor > 0 && isFull
      ? stepS * GRAVITY * factor * speed ** (conduits.forceMainPower - 1)
      : (stepS * conduits.friction[k]! * speed) / radius ** FRICTION_POWER;
  const pressure = (stepS * GRAVITY * area * (h2 - h1)) / length;
  const unsteady =
    inertia > 0
      ? 2 * velocity * (aMiddle - Math.max(conduits.oldMiddleAreaM2[k]!, DRY_M2)) * inertia
      : 0;
  const advection = inertia > 0 ? (stepS * velocity * velocity * (a2 - a1) * inertia) / length : 0;
  const losses = localLoss(conduits, k, magnitude, a1, a2, aMiddle) + blockage(opening, speed);
  const resistance = 1 + friction + (stepS * losses) / 2 / length;
  let lost = 0;
  if ((evaporationMps > 0 || conduits.seepageMps[k]! > 0) && depth > DRY_M) {
    const rate = lossRate(conduits, k, depth / full, evaporationMps);
    conduits.lossM3s[k] = Math.min(rate, volume / stepS);
    lost = (2.5 * stepS * conduits.lossM3s[k]! * velocity) / conduits.lengthM[k]!;
  }
  let flow = (old - pressure + unsteady + advection + lost) / resistance;
  conduits.flowByHead[k] = ((stepS * GRAVITY * area) / length / resistance) * conduits.barrels[k]!;
  if (flow > 0 && y1 < full && shape === 'wet' && normalFlowLimit !== 'none') {
    if (isNormalLimited(conduits, k, normalFlowLimit, flow, y1, y2, a1, width * first[1]!))
      flow = Math.min(flow, conduits.normal[k]! * a1 * r1 ** (2 / 3));
  }
  if (number > 0) {
    flow = (1 - relaxation) * lastFlow + relaxation * flow;
    if (flow * lastFlow < 0) flow = Math.sign(flow) * TURNED_M3S;
  }
  const most = conduits.maximumM3s[k]!;
  if (most > 0 && Math.abs(flow) > most) flow = Math.sign(flow) * most;
  if (isHeldByFlap(nodes, conduits, k, flow)) flow = 0;
  if (flow > DRY_M3S && nodes.depthM[from]! <= DRY_M) flow = DRY_M3S;
  if (flow < -DRY_M3S && nodes.depthM[to]! <= DRY_M) flow = -DRY_M3S;
  conduits.middleAreaM2[k] = aMiddle;
  conduits.flowM3s[k] = flow;
  conduits.velocityMps[k] = velocity;
  conduits.froude[k] = froude;
}

const normalDepth = (conduits: ConduitArrays, k: number, flow: number): number =>
  depthOfFactor(conduits.tables[k]!, flow / conduits.fullNormalM3s[k]!);

/** Whether normal flow is the most: the water's surface falls less than the pipe, or its entry is supercritical. */
function isNormalLimited(
  conduits: ConduitArrays,
  k: number,
  limit: DrainageOptions['normalFlowLimit'],
  flow: number,
  y1: number,
  y2: number,
  area: number,
  width: number,
): boolean {
  const isBoth = limit === 'both';
  const hasOutfall = conduits.hasOutfall[k] === 1;
  if ((isBoth || limit === 'slope' || hasOutfall) && y1 < y2) return true;
  if (hasOutfall || !(isBoth || limit === 'froude') || y1 <= DRY_M || y2 <= DRY_M) return false;
  if (conduits.isOpen[k] === 0 && conduits.fullDepthM[k]! - y1 <= DRY_M) return false;
  return froudeOf(flow / area, area, width) >= 1;
}

function isHeldByFlap(
  nodes: NodeArrays,
  conduits: ConduitArrays,
  k: number,
  flow: number,
): boolean {
  if (conduits.hasFlapGate[k] === 1 && flow * conduits.direction[k]! < 0) return true;
  const source = flow < 0 ? conduits.to[k]! : conduits.from[k]!;
  return nodes.kind[source] === 1 && nodes.hasFlapGate[source] === 1;
}

function froudeOf(velocity: number, area: number, width: number): number {
  if (width <= 0 || area <= 0) return 0;
  return Math.abs(velocity) / Math.sqrt((GRAVITY * area) / width);
}
