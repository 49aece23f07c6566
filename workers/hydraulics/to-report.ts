// A solved instant → what the supply is like: inflow, demand, tanks, pumps.

import { LinkType, NodeType } from 'epanet-js';
import type {
  AreaReport,
  PumpReport,
  SupplyReport,
  TankReport,
} from '#features/pipes/contract/water.ts';
import type { Text } from '#model/text.ts';
import { SUPPLY_LOW, SUPPLY_NONE } from '#simulation/hydraulics/judge-supply.ts';
import type { DemandScale } from '#simulation/hydraulics/metered-areas.ts';
import type { WaterModel, WaterSnapshot, WaterState } from '#simulation/hydraulics/parts.ts';
import { warningCodes } from '#simulation/hydraulics/solve.ts';
import { tankShapeOf } from '#simulation/hydraulics/tank-volume.ts';
import type { Solved } from './to-values.ts';

type Balance = Pick<
  SupplyReport,
  'inflowM3s' | 'fromTanksM3s' | 'deliveredM3s' | 'askedM3s' | 'lostM3s'
>;

export function toBalance({ nodeType }: WaterModel, snapshot: WaterSnapshot): Balance {
  const { demandM3s, deliveredShare, emitterM3s, leakM3s } = snapshot;
  let inflowM3s = 0;
  let fromTanksM3s = 0;
  let deliveredM3s = 0;
  let askedM3s = 0;
  let lostM3s = leakM3s.reduce((sum, leak) => sum + leak, 0);
  for (let node = 0; node < nodeType.length; node += 1) {
    const demand = demandM3s[node]!;
    if (nodeType[node] === NodeType.Reservoir) inflowM3s -= demand;
    else if (nodeType[node] === NodeType.Tank) fromTanksM3s -= demand;
    else {
      deliveredM3s += demand;
      askedM3s += deliveredShare[node]! > 0 ? demand / deliveredShare[node]! : 0;
      lostM3s += emitterM3s[node]!;
    }
  }
  return { inflowM3s, fromTanksM3s, deliveredM3s, askedM3s, lostM3s };
}

export function toTanks(
  model: WaterModel,
  { headM, demandM3s }: WaterSnapshot,
  state: WaterState,
): TankReport[] {
  return model.nodeIds.flatMap((id, node) => {
    const shape = tankShapeOf(model, id);
    if (!shape) return [];
    const levelM = headM[node]! - model.elevationM[node]!;
    const usableM3 = shape.usableM3(levelM);
    const inflowM3s = demandM3s[node]!;
    return [
      {
        id,
        levelM,
        leastM: shape.leastM,
        mostM: shape.mostM,
        usableM3,
        inflowM3s,
        emptyInS: inflowM3s < 0 ? usableM3 / -inflowM3s : Number.POSITIVE_INFINITY,
        isMeasured: state.tankLevelM.has(id),
      },
    ];
  });
}

export function toPumps(
  { linkIds, linkType, linkFrom, linkTo }: WaterModel,
  { headM, flowM3s, isOpen }: WaterSnapshot,
  state: WaterState,
): PumpReport[] {
  return linkIds.flatMap((id, link) => {
    if (linkType[link] !== LinkType.Pump) return [];
    const isRunning = isOpen[link] === 1;
    return [
      {
        id,
        isRunning,
        speed: isRunning ? (state.pumps.get(id)?.speed ?? 1) : 0,
        flowM3s: flowM3s[link]!,
        liftM: isRunning ? headM[linkTo[link]! - 1]! - headM[linkFrom[link]! - 1]! : 0,
        isMeasured: state.pumps.has(id),
      },
    ];
  });
}

export const toAreas = (scale: DemandScale, zoneOf: (node: string) => string): AreaReport[] =>
  scale.areas.map(({ nodes, ...area }) => ({
    ...area,
    junctions: nodes.length,
    zone: mostOf(nodes.map(zoneOf)),
  }));

function mostOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])[0];
}

/** Customers of the register whose node has no supply, and of those that have too little. */
export function countCustomers({ network, rows, supply }: Solved) {
  const { customers } = network.nodes;
  let noSupplyCustomers = 0;
  let lowPressureCustomers = 0;
  for (let row = 0; row < customers.length; row += 1) {
    const node = rows.node[row]!;
    if (node < 0) continue;
    if (supply[node] === SUPPLY_NONE) noSupplyCustomers += customers[row]!;
    else if (supply[node] === SUPPLY_LOW) lowPressureCustomers += customers[row]!;
  }
  return { noSupplyCustomers, lowPressureCustomers };
}

const sentences: ReadonlyMap<number, Text> = new Map([
  [
    warningCodes.unbalanced,
    { en: 'Flows did not balance at some instants.', zh: '某些时刻流量未达到平衡。' },
  ],
  [
    warningCodes.unstable,
    {
      en: 'Valves or pumps kept switching before flows balanced.',
      zh: '流量平衡前阀门或水泵反复切换。',
    },
  ],
  [
    warningCodes.disconnected,
    { en: 'Parts of the network are cut off from every source.', zh: '部分管网与所有水源隔离。' },
  ],
  [
    warningCodes.pumpCannotDeliver,
    { en: 'A pump runs beyond what it can deliver.', zh: '有水泵超出其供水能力运行。' },
  ],
  [
    warningCodes.valveCannotDeliver,
    { en: 'A control valve can’t hold its setting.', zh: '有控制阀无法维持设定值。' },
  ],
  [warningCodes.negativePressure, { en: 'Pressure is negative somewhere.', zh: '存在负压。' }],
]);

export const sayWarnings = (codes: readonly number[]): Text[] =>
  [...new Set(codes)].flatMap((code) => sentences.get(code) ?? []);
