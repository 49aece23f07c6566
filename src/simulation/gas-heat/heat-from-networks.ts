// A city's heat supply and return as one closed loop: nodes and pipes of the supply first, then those of the return.

import type { NetworkChanges } from '#model/network-changes.ts';
import type { PipeNetwork } from '#model/pipe-network.ts';
import type { Text } from '#model/text.ts';
import type { HeatProblem } from './heat-problem.ts';
import {
  closedLinks,
  heightsOf,
  NetworkDataError,
  numberOf,
  type PropertiesOf,
  roughnessOf,
} from './network-facts.ts';

/** A heat exchanger or a plant between the two networks. */
export interface HeatJoint {
  readonly id: string;
  readonly kind: 'heatExchanger' | 'pump';
  /** Rows of the nodes on the supply and on the return. */
  readonly supply: number;
  readonly back: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface HeatSide {
  readonly network: PipeNetwork;
  readonly propertiesOf: PropertiesOf;
}

export interface HeatModel {
  readonly supply: PipeNetwork;
  readonly back: PipeNetwork;
  readonly design: HeatProblem;
  readonly consumerIds: readonly string[];
  readonly plantIds: readonly string[];
  readonly assumptions: readonly Text[];
}

const groundC = 10;
/** Polyurethane foam (EN 253 allows 0.029) and moist soil, W/(m K). */
const foam = 0.027;
const soil = 1.6;
const usualRoughnessM = 5e-5;
const holdingPa = 3e5;
const liftDensity = 965;

/** Heat lost by one metre of preinsulated pipe for each kelvin, W/(m K): the foam and the soil above it. */
export function buriedLoss(innerM: number, wallM: number, coverM: number): number {
  const outerM = innerM + 2 * wallM;
  const depthM = coverM + outerM / 2;
  const ofFoam = Math.log(outerM / innerM) / (2 * Math.PI * foam);
  const ofSoil = Math.log((4 * depthM) / outerM) / (2 * Math.PI * soil);
  return 1 / (ofFoam + ofSoil);
}

/** Throws `NetworkDataError` with the id of the element whose data are missing or contradict. */
export function toHeatModel(
  supply: HeatSide,
  back: HeatSide,
  joints: readonly HeatJoint[],
): HeatModel {
  const sides = [supply, back];
  const offset = supply.network.nodes.ids.length;
  const join = (read: (side: HeatSide) => Float64Array) =>
    Float64Array.from(sides.flatMap((side) => [...read(side)]));
  const ends = (name: 'from' | 'to') =>
    Uint32Array.from(
      sides.flatMap(({ network }, side) =>
        [...network.links[name]].map((node) => node + side * offset),
      ),
    );
  const consumers = joints.filter(({ kind }) => kind === 'heatExchanger');
  const plants = joints.filter(({ kind }) => kind === 'pump');
  const need = ({ id, properties }: HeatJoint, name: string): number => {
    const value = numberOf(properties, name);
    if (Number.isFinite(value)) return value;
    throw new NetworkDataError(id, {
      en: `${id} has no ${name}.`,
      zh: `${id} 缺少 ${name}。`,
    });
  };
  let walls = 0;
  const design: HeatProblem = {
    friction: 'colebrook',
    nodes: { heightM: join(({ network }) => heightsOf(network)) },
    pipes: {
      from: ends('from'),
      to: ends('to'),
      lengthM: join(({ network }) => Float64Array.from(network.links.lengthM)),
      innerM: join(({ network }) => diameters(network)),
      roughnessM: join(({ network, propertiesOf }) =>
        Float64Array.from(network.links.ids, (_, row) => {
          const own = roughnessOf(propertiesOf('link', row));
          return Number.isNaN(own) ? usualRoughnessM : own;
        }),
      ),
      lossCoefficient: join(({ network }) => new Float64Array(network.links.ids.length)),
      lossWmK: join(({ network: { links } }) =>
        Float64Array.from(links.ids, (_, row) => {
          const wall = links.wallM[row]!;
          const cover = links.coverM[row]!;
          if (!(wall > 0)) walls++;
          return buriedLoss(links.innerM[row]!, wall > 0 ? wall : 0.04, cover > 0 ? cover : 1);
        }),
      ),
      aroundC: join(({ network }) => new Float64Array(network.links.ids.length).fill(groundC)),
      isClosed: new Uint8Array(
        sides.reduce((sum, { network }) => sum + network.links.ids.length, 0),
      ),
    },
    consumers: {
      from: Uint32Array.from(consumers, (one) => one.supply),
      to: Uint32Array.from(consumers, (one) => one.back + offset),
      heatW: Float64Array.from(consumers, (one) => need(one, 'design_kW') * 1000),
      returnC: Float64Array.from(consumers, (one) => need(one, 'return_C')),
      flowKgs: new Float64Array(consumers.length).fill(Number.NaN),
    },
    plants: {
      from: Uint32Array.from(plants, (one) => one.back + offset),
      to: Uint32Array.from(plants, (one) => one.supply),
      supplyC: Float64Array.from(plants, (one) => need(one, 'supply_C')),
      liftPa: Float64Array.from(plants, (one) => need(one, 'head_m') * 9.80665 * liftDensity),
      isStopped: new Uint8Array(plants.length),
    },
    holdingPa,
  };
  return {
    supply: supply.network,
    back: back.network,
    design,
    consumerIds: consumers.map(({ id }) => id),
    plantIds: plants.map(({ id }) => id),
    assumptions: [
      {
        en: 'The first plant of each part holds 3 bar at its return; pumps add their head at any flow.',
        zh: '各独立区内首个热源在回水侧定压 3 bar；水泵扬程不随流量变化。',
      },
      {
        en: 'Heat loss by the wall as foam (0.027 W/(m K)) in moist soil (1.6 W/(m K), 10 °C).',
        zh: '散热按管壁为聚氨酯保温（0.027 W/(m·K)）、湿土（1.6 W/(m·K)，10 °C）计算。',
      },
      {
        en: 'Stations cool to their return temperature; their valves let through thrice the design flow at most.',
        zh: '换热站冷却至设计回水温度；阀门最大通过 3 倍设计流量。',
      },
      ...(walls === 0
        ? []
        : [
            {
              en: `${walls} pipes name no insulation: 40 mm assumed.`,
              zh: `${walls} 根管道未给出保温层厚度，按 40 mm 计。`,
            },
          ]),
    ],
  };
}

function diameters({ links }: PipeNetwork): Float64Array {
  return Float64Array.from(links.innerM, (inner, row) => {
    if (inner > 0) return inner;
    const id = links.ids[row]!;
    throw new NetworkDataError(id, {
      en: `Pipe ${id} has no inner diameter.`,
      zh: `管道 ${id} 缺少内径。`,
    });
  });
}

export interface HeatMoment {
  readonly supplyChanges: NetworkChanges;
  readonly returnChanges: NetworkChanges;
  readonly loadShare: number;
}

export function toHeatProblemNow(model: HeatModel, moment: HeatMoment): HeatProblem {
  const { design, supply, back, plantIds, consumerIds } = model;
  const { supplyChanges, returnChanges, loadShare } = moment;
  const stopped = new Set(
    [supplyChanges, returnChanges].flatMap(({ closedLinks: closed, stoppedPumps }) => [
      ...closed,
      ...stoppedPumps,
    ]),
  );
  return {
    ...design,
    pipes: {
      ...design.pipes,
      isClosed: Uint8Array.from([
        ...closedLinks(supply, supplyChanges),
        ...closedLinks(back, returnChanges),
      ]),
    },
    consumers: {
      ...design.consumers,
      heatW: design.consumers.heatW.map((heat, row) =>
        stopped.has(consumerIds[row]!) ? 0 : heat * loadShare,
      ),
    },
    plants: {
      ...design.plants,
      isStopped: Uint8Array.from(plantIds, (id) => (stopped.has(id) ? 1 : 0)),
    },
  };
}
