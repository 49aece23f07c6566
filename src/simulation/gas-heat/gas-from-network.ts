// A city's gas network as a problem for the solver. Demands: the nodes' own where they have some; else `load_kW` of
// the pipes of the last pressure, and by customers elsewhere. Pa over the air in data, absolute in the problem.

import type { NetworkChanges } from '#model/network-changes.ts';
import { linkKinds, type PipeNetwork } from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';
import { type GasProblem, gasLinkKinds } from './gas.ts';
import { airPressure, type Gas, naturalGasH } from './gas-properties.ts';
import {
  closedLinks,
  heightsOf,
  NetworkDataError,
  numberOf,
  type PropertiesOf,
  partsOf,
  roughnessOf,
} from './network-facts.ts';

export interface GasModel {
  readonly network: PipeNetwork;
  readonly gas: Gas;
  /** Everything at its design load, with normal valves. */
  readonly design: GasProblem;
  readonly airPa: Float64Array;
  readonly assumptions: readonly Text[];
}

const usualRoughnessM = 1e-4;
const groundK = 283.15;

/** Throws `NetworkDataError` with the id of the element whose data are missing or contradict. */
export function toGasModel(network: PipeNetwork, propertiesOf: PropertiesOf): GasModel {
  const { nodes, links } = network;
  const gas = naturalGasH;
  const heightM = heightsOf(network);
  const airPa = heightM.map(airPressure);
  const count = links.ids.length;
  const kind = new Uint8Array(count);
  const roughnessM = new Float64Array(count).fill(Number.NaN);
  const setting = new Float64Array(count).fill(Number.NaN);
  const loadKw = new Float64Array(count);
  let guessed = 0;
  for (let row = 0; row < count; row++) {
    const properties = propertiesOf('link', row);
    const id = links.ids[row]!;
    const own = linkKinds[links.kind[row]!];
    switch (own) {
      case 'pipe': {
        roughnessM[row] = roughnessOf(properties);
        if (Number.isNaN(roughnessM[row]!)) {
          guessed++;
          roughnessM[row] = usualRoughnessM;
        }
        if (!(links.innerM[row]! > 0)) throw lacks(id, 'Pipe', '管道', 'inner diameter', '内径');
        if (!(links.lengthM[row]! > 0)) throw lacks(id, 'Pipe', '管道', 'length', '长度');
        loadKw[row] = numberOf(properties, 'load_kW') || 0;
        break;
      }
      case 'regulator': {
        kind[row] = gasLinkKinds.indexOf('regulator');
        const gauge = numberOf(properties, 'setting_Pa');
        if (!(gauge > 0)) throw lacks(id, 'Regulator', '调压器', 'setting_Pa', 'setting_Pa');
        setting[row] = gauge + airPa[links.to[row]!]!;
        break;
      }
      case 'compressor': {
        kind[row] = gasLinkKinds.indexOf('compressor');
        setting[row] = numberOf(properties, 'ratio');
        if (!(setting[row]! >= 1)) throw lacks(id, 'Compressor', '压缩机', 'ratio', 'ratio');
        break;
      }
      default:
        kind[row] = gasLinkKinds.indexOf('valve');
    }
  }
  const fixedPa = sourcePressures(network, propertiesOf, airPa);
  const { demandKgs, said } = demands(network, gas, loadKw);
  const percent = (100 * guessed) / Math.max(1, count);
  return {
    network,
    gas,
    airPa,
    design: {
      gas,
      friction: 'colebrook',
      nodes: {
        heightM,
        temperatureK: new Float64Array(nodes.ids.length).fill(groundK),
        demandKgs,
        fixedPa,
      },
      links: {
        kind,
        from: links.from,
        to: links.to,
        lengthM: Float64Array.from(links.lengthM),
        innerM: Float64Array.from(links.innerM),
        roughnessM,
        lossCoefficient: new Float64Array(count),
        isClosed: new Uint8Array(count),
        setting,
      },
      pumps: new Map(),
    },
    assumptions: [
      {
        en: 'Natural gas H: 0.732 kg/m³ and 10.4 kWh/m³ at 0 °C; 10 °C in all pipes.',
        zh: '天然气 H：0 °C 时 0.732 kg/m³、10.4 kWh/m³；管内气温按 10 °C。',
      },
      ...said,
      ...(guessed === 0
        ? []
        : [
            {
              en: `Roughness 0.1 mm for ${Math.round(percent)} % of the pipes, which name none.`,
              zh: `${Math.round(percent)} % 的管道未给出粗糙度，按 0.1 mm 计。`,
            },
          ]),
    ],
  };
}

const lacks = (id: string, en: string, zh: string, what: string, whatZh: string) =>
  new NetworkDataError(id, {
    en: `${en} ${id} has no ${what}.`,
    zh: `${zh} ${id} 缺少${whatZh}。`,
  });

function sourcePressures(
  { nodes }: PipeNetwork,
  propertiesOf: PropertiesOf,
  airPa: Float64Array,
): Float64Array {
  const fixedPa = new Float64Array(nodes.ids.length).fill(Number.NaN);
  for (const [row, id] of nodes.ids.entries()) {
    if (nodes.isSource[row] !== 1) continue;
    const gauge = numberOf(propertiesOf('node', row), 'pressure_Pa');
    if (!(gauge > 0)) throw lacks(id, 'Gate station', '门站', 'pressure_Pa', 'pressure_Pa');
    fixedPa[row] = gauge + airPa[row]!;
  }
  return fixedPa;
}

/** Zones of one pressure; the last of them lead into no other. */
function demands(
  { nodes, links }: PipeNetwork,
  gas: Gas,
  loadKw: Float64Array,
): { readonly demandKgs: Float64Array; readonly said: readonly Text[] } {
  if (nodes.demand.some((demand) => demand > 0)) {
    return { demandKgs: Float64Array.from(nodes.demand, (one) => one || 0), said: [] };
  }
  const isDevice = (row: number) =>
    linkKinds[links.kind[row]!] === 'regulator' || linkKinds[links.kind[row]!] === 'compressor';
  const zone = partsOf(nodes.ids.length, links.from, links.to, (row) => !isDevice(row));
  const leadsOn = new Set<number>();
  for (let row = 0; row < links.ids.length; row++) {
    if (isDevice(row)) leadsOn.add(zone[links.from[row]!]!);
  }
  const watts = new Float64Array(nodes.ids.length);
  let [lastKw, lastCustomers] = [0, 0];
  for (let row = 0; row < links.ids.length; row++) {
    if (loadKw[row] === 0 || leadsOn.has(zone[links.from[row]!]!)) continue;
    lastKw += loadKw[row]!;
    watts[links.from[row]!]! += loadKw[row]! * 500;
    watts[links.to[row]!]! += loadKw[row]! * 500;
  }
  for (let row = 0; row < nodes.ids.length; row++) {
    if (!leadsOn.has(zone[row]!)) lastCustomers += nodes.customers[row]!;
  }
  const eachKw = lastCustomers > 0 ? lastKw / lastCustomers : 0;
  for (let row = 0; row < nodes.ids.length; row++) {
    if (leadsOn.has(zone[row]!)) watts[row]! += eachKw * 1000 * nodes.customers[row]!;
  }
  const perWatt = gas.densityKgm3 / gas.heatingJm3;
  return {
    demandKgs: watts.map((watt) => watt * perWatt),
    said: [
      {
        en: 'Design loads: load_kW of pipes of the last pressure, half at each end.',
        zh: '设计负荷：末级压力管道的 load_kW，两端各半。',
      },
      {
        en: `Customers on higher pressures take the mean of the others, ${eachKw.toFixed(1)} kW each.`,
        zh: `较高压力级上的用户按其余用户平均值计，每户 ${eachKw.toFixed(1)} kW。`,
      },
    ],
  };
}

export interface GasMoment {
  readonly changes: NetworkChanges;
  /** Share of the design load that is asked for. */
  readonly loadShare: number;
  /** Pressure over the air behind a regulator as it is measured, Pa, by id of the node where the regulator stands. */
  readonly outletPa: ReadonlyMap<string, number>;
}

/** The design with what is so now. */
export function toGasProblemNow(
  { network, design, airPa }: GasModel,
  propertiesOf: PropertiesOf,
  { changes, loadShare, outletPa }: GasMoment,
): GasProblem {
  const { nodes, links } = design;
  const setting = links.setting.slice();
  if (outletPa.size > 0) {
    for (let row = 0; row < setting.length; row++) {
      if (gasLinkKinds[links.kind[row]!] !== 'regulator') continue;
      const place = propertiesOf('link', row).node;
      const measured = typeof place === 'string' ? outletPa.get(place) : undefined;
      // A reading near the setting is the outlet's; one of another pressure stands before the regulator.
      const usual = setting[row]! - airPa[links.to[row]!]!;
      if (measured === undefined || measured < 0.3 * usual || measured > 3 * usual) continue;
      setting[row] = measured + airPa[links.to[row]!]!;
    }
  }
  return {
    ...design,
    nodes: { ...nodes, demandKgs: nodes.demandKgs.map((demand) => demand * loadShare) },
    links: { ...links, setting, isClosed: closedLinks(network, changes) },
  };
}
