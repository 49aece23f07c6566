import { pipeFlags } from '#features/pipes/contract.ts';
import { noChanges } from '#model/network-changes.ts';
import { linkKinds } from '#model/pipe-network.ts';
import { solveGas } from '#simulation/gas-heat/gas.ts';
import { toGasModel, toGasProblemNow } from '#simulation/gas-heat/gas-from-network.ts';
import type { LoadedNetwork } from '../pipes/open-networks.ts';
import { createDesk, type Desk, freshReadings, keyOf, leastRows } from './desk.ts';

/** Share of the pressure behind its regulator below which a node is told to be low. */
const lowShare = 0.5;
const lowNetworkPa = 1800;

export function createGasDesk({ network, records }: LoadedNetwork): Desk {
  const propertiesOf = records.properties.bind(records);
  const model = toGasModel(network, propertiesOf);
  const { nodes, links } = network;
  const nodeRow = new Map(nodes.ids.map((id, row) => [id, row]));
  let lastFlow: Float64Array | undefined;
  const settings = [...model.design.links.setting];
  const regulators = [...links.kind.keys()].filter(
    (row) => linkKinds[links.kind[row]!] === 'regulator',
  );
  const zoneSetting = zonePressures(network, model.design.nodes.fixedPa, model.airPa, settings);
  return createDesk({
    kind: 'gas',
    networks: [network.id],
    model: 'p² global gradient, Colebrook, steady',
    assumptions: model.assumptions,
    keysOf: (error) => [
      ...error.nodes.map((row) => keyOf(network.id, 'node', nodes.ids[row])),
      ...error.links.map((row) => keyOf(network.id, 'link', links.ids[row])),
    ],
    solve: (moment) => {
      const { atMs, loadShare, changes } = moment;
      const read = freshReadings(
        moment,
        (one) => one.network === 'gas' && one.property === 'gasPressure',
      );
      const outletPa = new Map(read.map(({ element, value }) => [element, value]));
      const problem = toGasProblemNow(model, propertiesOf, {
        changes: changes[network.id] ?? noChanges,
        loadShare,
        outletPa,
      });
      const state = solveGas(problem, lastFlow);
      lastFlow = state.flowKgs;
      const pressurePa = Float32Array.from(
        state.pressurePa,
        (pressure, row) => pressure - model.airPa[row]!,
      );
      const nodeFlags = new Uint8Array(nodes.ids.length);
      let [without, low] = [0, 0];
      for (let row = 0; row < nodes.ids.length; row++) {
        const usual = zoneSetting[row]!;
        const limit = usual < 10_000 ? Math.min(lowNetworkPa, usual * 0.8) : usual * lowShare;
        if (state.isSupplied[row] !== 1) {
          nodeFlags[row] = pipeFlags.noSupply;
          without += nodes.customers[row]!;
        } else if (pressurePa[row]! < limit) {
          nodeFlags[row] = pipeFlags.lowPressure;
          low += nodes.customers[row]!;
        }
      }
      const linkFlags = Uint8Array.from(links.ids, (_, row) => {
        const isOut =
          state.isSupplied[links.from[row]!] !== 1 || state.isSupplied[links.to[row]!] !== 1;
        const closed = problem.links.isClosed[row] === 1 ? pipeFlags.closed : 0;
        return closed | (isOut ? pipeFlags.noSupply : 0);
      });
      const headLossMPerM = Float32Array.from(links.ids, (_, row) =>
        links.lengthM[row]! > 0
          ? Math.abs(pressurePa[links.from[row]!]! - pressurePa[links.to[row]!]!) /
            (9806.65 * links.lengthM[row]!)
          : Number.NaN,
      );
      const share = Float64Array.from(pressurePa, (pressure, row) => pressure / zoneSetting[row]!);
      const demand = problem.nodes.demandKgs;
      return {
        values: [
          {
            network: network.id,
            atMs,
            model: 'Gas, steady state',
            staleSinceMs: undefined,
            links: {
              flow: Float32Array.from(state.flowKgs),
              velocityMps: Float32Array.from(state.velocityMps),
              headLossMPerM,
            },
            nodes: { pressurePa, demand: Float32Array.from(demand) },
            linkFlags,
            nodeFlags,
          },
        ],
        figures: [
          {
            name: { en: 'Demand', zh: '用气量' },
            value: demand.reduce(
              (sum, one, row) => sum + (state.isSupplied[row] === 1 ? one : 0),
              0,
            ),
            unit: 'kg/s',
          },
          {
            name: { en: 'Fastest gas', zh: '最大流速' },
            value: state.velocityMps.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
            unit: 'm/s',
          },
          { name: { en: 'Customers without gas', zh: '停气用户' }, value: without, unit: 'count' },
          {
            name: { en: 'Customers with low pressure', zh: '低压用户' },
            value: low,
            unit: 'count',
          },
        ],
        notable: [
          ...leastRows(share, 6).map((row) => ({
            key: keyOf(network.id, 'node', nodes.ids[row]),
            id: nodes.ids[row]!,
            name: { en: 'Lowest pressure', zh: '最低压力' },
            value: pressurePa[row]!,
            unit: 'Pa' as const,
            isBad: nodeFlags[row] !== 0,
          })),
          ...leastRows(
            regulators.map((row) => -Math.abs(state.flowKgs[row]!)),
            4,
          ).map((at) => ({
            key: keyOf(network.id, 'link', links.ids[regulators[at]!]),
            id: links.ids[regulators[at]!]!,
            name: { en: 'Busiest regulator', zh: '最大流量调压器' },
            value: state.flowKgs[regulators[at]!]!,
            unit: 'kg/s' as const,
            isBad: false,
          })),
        ],
        residuals: read.flatMap((reading) => {
          const row = nodeRow.get(reading.element);
          if (row === undefined) return [];
          // The sensor stands at a regulator: what it says is the pressure behind it.
          const behind = regulators.filter(
            (link) => propertiesOf('link', link).node === reading.element,
          );
          const solved = behind.map((link) => pressurePa[links.to[link]!]!);
          const at = solved.length > 0 ? Math.min(...solved) : pressurePa[row]!;
          return [
            {
              key: keyOf(network.id, 'node', reading.element),
              ...{ sensor: reading.sensor, name: reading.name },
              ...{ measured: reading.value, solved: at, unit: 'Pa' as const },
            },
          ];
        }),
      };
    },
  });
}

/** Pressure over the air that each node's zone is fed with, Pa. */
function zonePressures(
  { nodes, links }: LoadedNetwork['network'],
  fixedPa: Float64Array,
  airPa: Float64Array,
  setting: readonly number[],
): Float64Array {
  const usual = new Float64Array(nodes.ids.length).fill(Number.NaN);
  const queue: number[] = [];
  const put = (row: number, pressure: number) => {
    if (!Number.isNaN(usual[row]!)) return;
    usual[row] = pressure;
    queue.push(row);
  };
  for (let row = 0; row < fixedPa.length; row++) {
    if (!Number.isNaN(fixedPa[row]!)) put(row, fixedPa[row]! - airPa[row]!);
  }
  for (const [row, pressure] of setting.entries()) {
    const to = links.to[row]!;
    if (linkKinds[links.kind[row]!] === 'regulator') put(to, pressure - airPa[to]!);
  }
  const around: number[][] = Array.from(nodes.ids, () => []);
  for (let row = 0; row < links.ids.length; row++) {
    if (linkKinds[links.kind[row]!] === 'regulator') continue;
    around[links.from[row]!]!.push(links.to[row]!);
    around[links.to[row]!]!.push(links.from[row]!);
  }
  for (const row of queue) for (const other of around[row]!) put(other, usual[row]!);
  return usual;
}
