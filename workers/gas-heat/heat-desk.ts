import { type NetworkValues, pipeFlags } from '#features/pipes/contract.ts';
import { noChanges } from '#model/network-changes.ts';
import { solveHeat } from '#simulation/gas-heat/heat.ts';
import {
  type HeatJoint,
  toHeatModel,
  toHeatProblemNow,
} from '#simulation/gas-heat/heat-from-networks.ts';
import type { HeatState } from '#simulation/gas-heat/heat-problem.ts';
import { NetworkDataError } from '#simulation/gas-heat/network-facts.ts';
import type { LoadedNetwork } from '../pipes/open-networks.ts';
import { createDesk, type Desk, freshReadings, keyOf, leastRows } from './desk.ts';

/** A station needs this much between supply and return, Pa (0.5 bar: usual in connection rules). */
const leastDifferencePa = 50_000;

/** Drinking water is heated to 60 °C (DVGW W 551), and a station loses 5 K: colder supply is too little, °C. */
const leastSupplyC = 65;
/** Networks whose plants send no hotter than this are cool by design, °C. */
const coolPlantC = 70;

export function createHeatDesk(supply: LoadedNetwork, back: LoadedNetwork): Desk {
  const model = toHeatModel(
    { network: supply.network, propertiesOf: supply.records.properties.bind(supply.records) },
    { network: back.network, propertiesOf: back.records.properties.bind(back.records) },
    jointsOf(supply, back),
  );
  const sides = [supply.network, back.network] as const;
  const nodeOffset = supply.network.nodes.ids.length;
  const linkOffset = supply.network.links.ids.length;
  const pipeCount = linkOffset + back.network.links.ids.length;
  const nodeKey = (row: number) =>
    row < nodeOffset
      ? keyOf(supply.network.id, 'node', supply.network.nodes.ids[row])
      : keyOf(back.network.id, 'node', back.network.nodes.ids[row - nodeOffset]);
  const linkKey = (row: number) => {
    if (row < linkOffset) return keyOf(supply.network.id, 'link', supply.network.links.ids[row]);
    if (row < pipeCount) {
      return keyOf(back.network.id, 'link', back.network.links.ids[row - linkOffset]);
    }
    return nodeKey(model.design.plants.to[row - pipeCount]!);
  };
  const consumerAt = new Map([...model.design.consumers.from].map((node, row) => [node, row]));
  const nodeRow = new Map(supply.network.nodes.ids.map((id, row) => [id, row]));
  return createDesk({
    kind: 'heat',
    networks: sides.map(({ id }) => id),
    model: 'closed loop, global gradient, Colebrook, steady',
    assumptions: model.assumptions,
    keysOf: (error) => [...error.nodes.map(nodeKey), ...error.links.map(linkKey)],
    solve: (moment) => {
      const { changes, loadShare } = moment;
      const problem = toHeatProblemNow(model, {
        supplyChanges: changes[supply.network.id] ?? noChanges,
        returnChanges: changes[back.network.id] ?? noChanges,
        loadShare,
      });
      const state = solveHeat(problem);
      const { consumers, plants } = state;
      const customersAt = (row: number) =>
        supply.network.nodes.customers[problem.consumers.from[row]!] ?? 0;
      const isHot = problem.plants.supplyC.some((supplyC) => supplyC > coolPlantC);
      const isCold = (row: number) => isHot && consumers.supplyC[row]! < leastSupplyC;
      let [without, weak, cold, delivered] = [0, 0, 0, 0];
      for (let row = 0; row < consumers.flowKgs.length; row++) {
        delivered += consumers.deliveredShare[row]! * problem.consumers.heatW[row]!;
        if (consumers.flowKgs[row] === 0) without += customersAt(row);
        else if (isWeak(state, row)) weak += customersAt(row);
        if (consumers.flowKgs[row]! > 0 && isCold(row)) cold += customersAt(row);
      }
      const read = freshReadings(
        moment,
        (one) => one.network === 'heatSupply' && one.property === 'supplyTemperature',
      );
      return {
        values: sides.map((network, side): NetworkValues => {
          const firstNode = side * nodeOffset;
          const firstLink = side * linkOffset;
          const [nodes, links] = [network.nodes.ids.length, network.links.ids.length];
          const ofNodes = (values: Float64Array) =>
            Float32Array.from(values.subarray(firstNode, firstNode + nodes));
          const ofLinks = (values: Float64Array) =>
            Float32Array.from(values.subarray(firstLink, firstLink + links));
          return {
            network: network.id,
            atMs: moment.atMs,
            model: 'District heat, steady state',
            staleSinceMs: undefined,
            links: {
              flow: ofLinks(state.pipes.flowKgs),
              velocityMps: ofLinks(state.pipes.velocityMps),
              temperatureC: ofLinks(
                state.pipes.inC.map((inC, row) => (inC + state.pipes.outC[row]!) / 2),
              ),
            },
            nodes: { pressurePa: ofNodes(state.pressurePa), temperatureC: ofNodes(state.nodeC) },
            linkFlags: Uint8Array.from(
              problem.pipes.isClosed.subarray(firstLink, firstLink + links),
              (closed) => (closed === 1 ? pipeFlags.closed : 0),
            ),
            nodeFlags: Uint8Array.from({ length: nodes }, (_, row) => {
              if (state.isSupplied[firstNode + row] !== 1) return pipeFlags.noSupply;
              const consumer = side === 0 ? consumerAt.get(row) : undefined;
              return consumer !== undefined && isWeak(state, consumer) ? pipeFlags.lowPressure : 0;
            }),
          };
        }),
        figures: [
          { name: { en: 'Heat delivered', zh: '供热量' }, value: delivered, unit: 'W' },
          { name: { en: 'Lost on the way', zh: '管网热损失' }, value: state.lossW, unit: 'W' },
          { name: { en: 'Customers without heat', zh: '停热用户' }, value: without, unit: 'count' },
          {
            name: { en: 'Customers with little pressure', zh: '压差不足用户' },
            value: weak,
            unit: 'count',
          },
          ...(isHot
            ? [
                {
                  name: {
                    en: `Customers supplied below ${leastSupplyC} °C`,
                    zh: `供水低于 ${leastSupplyC} °C 的用户`,
                  },
                  value: cold,
                  unit: 'count' as const,
                },
              ]
            : []),
        ],
        notable: [
          ...model.plantIds.map((id, row) => ({
            key: nodeKey(problem.plants.to[row]!),
            id,
            name: { en: 'Heat of the plant', zh: '热源供热量' },
            value: plants.heatW[row]!,
            unit: 'W' as const,
            isBad: problem.plants.isStopped[row] === 1,
          })),
          ...leastRows(consumers.differencePa, 4).map((row) => ({
            key: nodeKey(problem.consumers.from[row]!),
            id: model.consumerIds[row]!,
            name: { en: 'Least pressure difference', zh: '最小资用压差' },
            value: consumers.differencePa[row]!,
            unit: 'Pa' as const,
            isBad: consumers.differencePa[row]! < leastDifferencePa,
          })),
          ...leastRows(consumers.supplyC, 4).map((row) => ({
            key: nodeKey(problem.consumers.from[row]!),
            id: model.consumerIds[row]!,
            name: { en: 'Coldest supply', zh: '最低供水温度' },
            value: consumers.supplyC[row]!,
            unit: '°C' as const,
            isBad: consumers.deliveredShare[row]! < 0.99 || isCold(row),
          })),
        ],
        residuals: read.flatMap((reading) => {
          const row = nodeRow.get(reading.element);
          if (row === undefined) return [];
          return [
            {
              key: keyOf(supply.network.id, 'node', reading.element),
              ...{ sensor: reading.sensor, name: reading.name },
              ...{ measured: reading.value, solved: state.nodeC[row]!, unit: '°C' as const },
            },
          ];
        }),
      };
    },
  });
}

const isWeak = ({ consumers }: HeatState, row: number): boolean =>
  consumers.flowKgs[row]! > 0 &&
  (consumers.differencePa[row]! < leastDifferencePa || consumers.deliveredShare[row]! < 0.99);

function jointsOf(supply: LoadedNetwork, back: LoadedNetwork): HeatJoint[] {
  const backRow = new Map(back.network.nodes.ids.map((id, row) => [id, row]));
  const supplyRow = new Map(supply.network.nodes.ids.map((id, row) => [id, row]));
  return [supply, back].flatMap((side) =>
    side.joints.flatMap((joint): HeatJoint[] => {
      if (joint.kind !== 'heatExchanger' && joint.kind !== 'pump') return [];
      const other = (side === supply ? backRow : supplyRow).get(joint.other);
      if (other === undefined) {
        throw new NetworkDataError(joint.id, {
          en: `${joint.id} joins node ${joint.other}, which does not exist.`,
          zh: `${joint.id} 连接的节点 ${joint.other} 不存在。`,
        });
      }
      const [own, far] = [joint.node, other];
      const ends = side === supply ? { supply: own, back: far } : { supply: far, back: own };
      return [{ id: joint.id, kind: joint.kind, ...ends, properties: joint.properties }];
    }),
  );
}
