// A solved instant → values by row of the network's tables, as the painter takes them.

import { type NetworkValues, pipeFlags } from '#features/pipes/contract.ts';
import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { SUPPLY_LOW, SUPPLY_NONE } from '#simulation/hydraulics/judge-supply.ts';
import type { WaterModel, WaterSnapshot } from '#simulation/hydraulics/parts.ts';
import type { Rows } from './rows.ts';

/** Pa of a metre of water at 10 °C. */
export const PASCALS_PER_METRE = 999.7 * 9.80665;

/** Less than this is rounding. */
const STILL_M3S = 1e-6;

export interface Solved {
  readonly network: PipeNetwork;
  readonly rows: Rows;
  readonly model: WaterModel;
  readonly snapshot: WaterSnapshot;
  /** `judgeSupply` of both. */
  readonly supply: Uint8Array;
  readonly changes: NetworkChanges;
}

export function toValues(
  solved: Solved,
  about: Pick<NetworkValues, 'atMs' | 'model'>,
): NetworkValues {
  return {
    network: solved.network.id,
    ...about,
    staleSinceMs: undefined,
    ...nodeValues(solved),
    ...linkValues(solved),
  };
}

/** Head and pressure of nodes without supply mean nothing: NaN. */
function nodeValues(solved: Solved) {
  const { rows, snapshot, supply } = solved;
  const count = rows.node.length;
  const pressurePa = new Float32Array(count).fill(Number.NaN);
  const headM = new Float32Array(count).fill(Number.NaN);
  const demand = new Float32Array(count).fill(Number.NaN);
  const deliveredShare = new Float32Array(count).fill(Number.NaN);
  const nodeFlags = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const node = rows.node[row]!;
    if (node < 0) continue;
    demand[row] = snapshot.demandM3s[node]!;
    deliveredShare[row] = snapshot.deliveredShare[node]!;
    if (supply[node] === SUPPLY_NONE) {
      deliveredShare[row] = 0;
      nodeFlags[row] = pipeFlags.noSupply;
      continue;
    }
    if (isLowFor(solved, node)) nodeFlags[row] = pipeFlags.lowPressure;
    headM[row] = snapshot.headM[node]!;
    pressurePa[row] = snapshot.pressureM[node]! * PASCALS_PER_METRE;
  }
  return { nodes: { pressurePa, headM, demand, deliveredShare }, nodeFlags };
}

function linkValues(solved: Solved) {
  const { network, rows, model, snapshot, supply, changes } = solved;
  const count = rows.link.length;
  const flow = new Float32Array(count).fill(Number.NaN);
  const velocityMps = new Float32Array(count).fill(Number.NaN);
  const headLossMPerM = new Float32Array(count).fill(Number.NaN);
  const leakM3s = new Float32Array(count);
  const linkFlags = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const link = rows.link[row]!;
    if (link < 0) continue;
    const sign = rows.isReversed[row] === 1 ? -1 : 1;
    const from = model.linkFrom[link]! - 1;
    const to = model.linkTo[link]! - 1;
    flow[row] = sign * snapshot.flowM3s[link]!;
    velocityMps[row] = sign * snapshot.velocityMps[link]!;
    leakM3s[row] = snapshot.leakM3s[link]!;
    const length = model.lengthM[link]!;
    if (length > 0) {
      headLossMPerM[row] = Math.abs(snapshot.headM[from]! - snapshot.headM[to]!) / length;
    }
    // Wells are sucked at no pressure, and their pipes are anything but dry.
    const isStill = Math.abs(snapshot.flowM3s[link]!) < STILL_M3S;
    const isDry = isStill && supply[from] === SUPPLY_NONE && supply[to] === SUPPLY_NONE;
    const isLow = isLowFor(solved, from) || isLowFor(solved, to);
    linkFlags[row] =
      (snapshot.isOpen[link] === 0 ? pipeFlags.closed : 0) |
      (isDry ? pipeFlags.noSupply : 0) |
      (isLow && !isDry ? pipeFlags.lowPressure : 0);
    if (isDry) headLossMPerM[row] = Number.NaN;
  }
  const rowOf = rowsById(network);
  for (const { link } of changes.bursts) {
    const row = rowOf.get(link);
    if (row === undefined) continue;
    linkFlags[row]! |= pipeFlags.burst;
    const split = model.splits.get(link);
    if (split) leakM3s[row]! += snapshot.emitterM3s[split.node - 1]!;
  }
  return { links: { flow, velocityMps, headLossMPerM, leakM3s }, linkFlags };
}

/** Low pressure is one for who draws water there: before a pump it is nobody's. */
function isLowFor({ supply, snapshot }: Solved, node: number): boolean {
  const isAsking = snapshot.demandM3s[node]! > 0 || snapshot.deliveredShare[node]! < 1;
  return isAsking && supply[node] === SUPPLY_LOW;
}

const known = new WeakMap<PipeNetwork, ReadonlyMap<string, number>>();

export function rowsById(network: PipeNetwork): ReadonlyMap<string, number> {
  const before = known.get(network);
  if (before) return before;
  const made = new Map(network.links.ids.map((id, row) => [id, row]));
  known.set(network, made);
  return made;
}
