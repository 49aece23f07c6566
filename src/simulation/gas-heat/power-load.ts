// How loaded transformers and cables are: loads (W) summed up from the ends of the grid to its sources over closed
// switches. Radial as grids are run: where rings are closed each node hangs on its nearest source (breadth first).

import type { NetworkChanges } from '#model/network-changes.ts';
import { linkKinds, type PipeNetwork } from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';
import { closedLinks, numberOf, type PropertiesOf } from './network-facts.ts';

export interface PowerLoad {
  /** Through each link, W; 0 where it is open or spare. */
  readonly linkW: Float64Array;
  /** Share of what it may carry; NaN where that is not known or nothing behind it is. */
  readonly loadShare: Float64Array;
  readonly isSupplied: Uint8Array;
  /** Sum of the loads that are not supplied, W. */
  readonly lostW: number;
  readonly totalW: number;
  /** Links that close a ring: their share is not known. */
  readonly spare: number;
}

export interface PowerModel {
  readonly network: PipeNetwork;
  /** Design load of nodes, W. */
  readonly loadW: Float64Array;
  /** What each link may carry, W; NaN where unknown. */
  readonly ratedW: Float64Array;
  readonly assumptions: readonly Text[];
}

const powerFactor = 0.95;
/** Cables in the ground, A: order of DIN VDE 0276-603 and -620; to be confirmed by the operator. */
const ampere: readonly (readonly [RegExp, number])[] = [
  [/NAYY 4x150/, 275],
  [/NA2XS2Y 3x240/, 417],
  [/A2XS\(FL\)2Y 3x1000/, 1000],
];

export function toPowerModel(network: PipeNetwork, propertiesOf: PropertiesOf): PowerModel {
  const { nodes, links } = network;
  const loadW = Float64Array.from(nodes.ids, (_, row) => {
    const own = nodes.demand[row]!;
    return own > 0 ? own : (numberOf(propertiesOf('node', row), 'load_kW') || 0) * 1000;
  });
  const ratedW = Float64Array.from(links.ids, (_, row) => {
    const properties = propertiesOf('link', row);
    if (linkKinds[links.kind[row]!] === 'transformer') {
      const units = numberOf(properties, 'units') || 1;
      return numberOf(properties, 'rated_kVA') * 1000 * units * powerFactor;
    }
    const volts = numberOf(properties, 'voltage_kV') * 1000;
    const material = links.materials[links.material[row]!] ?? '';
    const amps = ampere.find(([pattern]) => pattern.test(material))?.[1] ?? Number.NaN;
    return Math.sqrt(3) * volts * amps * powerFactor;
  });
  return {
    network,
    loadW,
    ratedW,
    assumptions: [
      {
        en: 'Loads at transformers as the register names them; power factor 0.95.',
        zh: '变压器负荷取自台账；功率因数按 0.95。',
      },
      {
        en: 'Cables may carry 275 A (4x150), 417 A (3x240), 1000 A (3x1000): to be confirmed by the operator.',
        zh: '电缆载流量按 275 A（4x150）、417 A（3x240）、1000 A（3x1000），需运营单位确认。',
      },
    ],
  };
}

/** `measuredW`: load by row of the node as it is measured, in place of the design load. */
export function loadPower(
  { network, loadW, ratedW }: PowerModel,
  changes: NetworkChanges,
  measuredW: ReadonlyMap<number, number>,
): PowerLoad {
  const { nodes, links } = network;
  const count = nodes.ids.length;
  const isClosed = closedLinks(network, changes);
  const around: number[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row < links.ids.length; row++) {
    if (isClosed[row] === 1) continue;
    around[links.from[row]!]!.push(row);
    around[links.to[row]!]!.push(row);
  }
  const feeder = new Int32Array(count).fill(-1);
  const isSupplied = new Uint8Array(count);
  const order: number[] = [];
  for (let row = 0; row < count; row++) {
    if (nodes.isSource[row] !== 1) continue;
    isSupplied[row] = 1;
    order.push(row);
  }
  for (const node of order) {
    for (const link of around[node]!) {
      const other = links.from[link] === node ? links.to[link]! : links.from[link]!;
      const isAgainst = links.isOneWay[link] === 1 && links.from[link] !== node;
      if (isSupplied[other] === 1 || isAgainst) continue;
      isSupplied[other] = 1;
      feeder[other] = link;
      order.push(other);
    }
  }
  const behind = loadW.map((load, row) => measuredW.get(row) ?? load);
  let [totalW, lostW] = [0, 0];
  for (let row = 0; row < count; row++) {
    totalW += behind[row]!;
    if (isSupplied[row] !== 1) lostW += behind[row]!;
  }
  const linkW = new Float64Array(links.ids.length);
  const isTree = new Uint8Array(links.ids.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at]!;
    const link = feeder[node]!;
    if (link < 0) continue;
    isTree[link] = 1;
    linkW[link] = behind[node]!;
    const up = links.from[link] === node ? links.to[link]! : links.from[link]!;
    behind[up]! += behind[node]!;
  }
  let spare = 0;
  const loadShare = linkW.map((watts, row) => {
    if (isTree[row] === 1) return watts > 0 ? watts / ratedW[row]! : Number.NaN;
    const isLive = isClosed[row] !== 1 && isSupplied[links.from[row]!] === 1;
    if (isLive) spare++;
    return isLive ? Number.NaN : 0;
  });
  return { linkW, loadShare, isSupplied, lostW, totalW, spare };
}
