// A drainage model out of a city's network of pipes, its catchments and a rain, without a model file. What the
// network doesn't say is assumed, and each assumption is a note with the number of elements it holds for. SI.

import {
  linkKinds,
  nodeKinds,
  type PipeNetwork,
  pipeShapes,
  pipeStatuses,
} from '#model/pipe-network.ts';
import type { DrainageLink, DrainageModel, DrainageNode, RainGage, Subcatchment } from './model.ts';
import { type DeviceFacts, toDevice } from './network-devices.ts';
import type { Section } from './section/section.ts';

/** What a city's register says beside the tables; levels in its vertical datum. */
export interface DrainageFacts {
  readonly devices: ReadonlyMap<string, DeviceFacts>;
  readonly storages: ReadonlyMap<string, { readonly areaM2: number; readonly depthM: number }>;
  readonly catchments: readonly CatchmentFacts[];
  /** Foul water by node id, m³/s. */
  readonly dryWeatherM3s: ReadonlyMap<string, number>;
}

export interface CatchmentFacts extends Omit<Subcatchment, 'gage' | 'outlet'> {
  readonly outletNode: string;
}

export interface NetworkRun {
  readonly startMs: number;
  readonly durationS: number;
  readonly gage: RainGage;
}

export interface NetworkModel {
  readonly model: DrainageModel;
  /** By row of the model's links and nodes: row of the network's tables. */
  readonly linkRows: Uint32Array;
  readonly assumptions: readonly Assumption[];
}

export interface Assumption {
  readonly what:
    | 'manning'
    | 'invert'
    | 'ground'
    | 'diameter'
    | 'length'
    | 'outfalls-free'
    | 'station-area'
    | 'pump'
    | 'throttle'
    | 'lone-devices'
    | 'catchments-without-node';
  readonly count: number;
}

const MANNING = 0.013;
const ASSUMED_DEPTH_M = 2;
const ASSUMED_DIAMETER_M = 0.3;
const SUMP_M2 = 4;

export function drainageOf(
  network: PipeNetwork,
  facts: DrainageFacts,
  run: NetworkRun,
): NetworkModel {
  const counts = new Map<Assumption['what'], number>();
  const assume = (what: Assumption['what']) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const nodes = network.nodes.ids.map((_, row) => toNode(network, row, facts, assume));
  const links: DrainageLink[] = [];
  const linkRows: number[] = [];
  const gated = gatedPipes(network);
  for (let row = 0; row < network.links.ids.length; row++) {
    const link = toLink(network, row, nodes, facts, gated, assume);
    if (!link) continue;
    links.push(link);
    linkRows.push(row);
  }
  const nodeRows = new Map(nodes.map(({ id }, row) => [id, row]));
  const subcatchments = facts.catchments.flatMap(({ outletNode, ...catchment }): Subcatchment[] => {
    const row = nodeRows.get(outletNode);
    if (row === undefined) {
      assume('catchments-without-node');
      return [];
    }
    return [{ ...catchment, gage: 0, outlet: { kind: 'node', row } }];
  });
  return {
    model: {
      ...{
        title: network.name,
        nodes,
        links,
        gages: [run.gage],
        subcatchments,
        rules: [],
        notes: [],
      },
      evaporationMps: Array.from({ length: 12 }, () => 0),
      options: {
        ...{ startMs: run.startMs, durationS: run.durationS, routingStepS: 10, courantShare: 0.75 },
        ...{ minimumStepS: 1, lengtheningStepS: 4, wetStepS: 60, dryStepS: 300 },
        ...{ inertialDamping: 'partial', normalFlowLimit: 'both', surcharge: 'extran' },
        ...{ forceMain: 'hazen-williams', minimumAreaM2: 1.167, minimumSlope: 0 },
        ...{ maximumTrials: 8, headToleranceM: 0.0015, allowPonding: false },
      },
    },
    linkRows: Uint32Array.from(linkRows),
    assumptions: [...counts].map(([what, count]) => ({ what, count })),
  };
}

type Assume = (what: Assumption['what']) => void;

function toNode(
  { nodes, links }: PipeNetwork,
  row: number,
  facts: DrainageFacts,
  assume: Assume,
): DrainageNode {
  const id = nodes.ids[row] ?? '';
  const kind = nodeKinds[nodes.kind[row] ?? 0];
  let invertM = nodes.invertLevelM[row] ?? Number.NaN;
  if (Number.isNaN(invertM)) {
    invertM = lowestEnd(links, row);
    assume('invert');
  }
  let ground = nodes.groundLevelM[row] ?? Number.NaN;
  if (Number.isNaN(ground)) {
    ground = invertM + ASSUMED_DEPTH_M;
    assume('ground');
  }
  const flow = facts.dryWeatherM3s.get(id) ?? 0;
  const storage = facts.storages.get(id);
  const isSump = kind === 'station' && storage === undefined;
  if (isSump) assume('station-area');
  const isOutfall = kind === 'outfall' || kind === 'plant';
  if (isOutfall) assume('outfalls-free');
  const area = storage?.areaM2 ?? SUMP_M2;
  return {
    ...{ id, invertM, maximumDepthM: Math.max(0.1, ground - invertM), initialDepthM: 0 },
    ...{ surchargeDepthM: 0, pondedAreaM2: 0 },
    inflows:
      flow > 0
        ? [{ baselineM3s: flow, patterns: [], series: undefined, factor: 0, isDryWeather: true }]
        : [],
    form: isOutfall
      ? { kind: 'outfall', stage: { kind: 'free' }, hasFlapGate: false }
      : storage || isSump
        ? {
            ...{ kind: 'storage', evaporationShare: 0, seepageMps: 0 },
            shape: { kind: 'functional', constant: area, factor: 0, exponent: 0 },
          }
        : { kind: 'junction' },
  };
}

function lowestEnd(links: PipeNetwork['links'], node: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < links.ids.length; row++) {
    const level =
      links.from[row] === node
        ? links.fromInvertLevelM[row]
        : links.to[row] === node
          ? links.toInvertLevelM[row]
          : undefined;
    if (level !== undefined && level < lowest) lowest = level;
  }
  return Number.isFinite(lowest) ? lowest : 0;
}

/** Flap gates stand in the register as devices beside the pipe that they close. */
function gatedPipes({ links }: PipeNetwork): ReadonlySet<string> {
  const ends = new Set<string>();
  for (let row = 0; row < links.ids.length; row++) {
    if (linkKinds[links.kind[row] ?? 0] === 'flapGate')
      ends.add(`${links.from[row]} ${links.to[row]}`);
  }
  return ends;
}

function toLink(
  network: PipeNetwork,
  row: number,
  nodes: readonly DrainageNode[],
  facts: DrainageFacts,
  gated: ReadonlySet<string>,
  assume: Assume,
): DrainageLink | undefined {
  const { links } = network;
  if (pipeStatuses[links.status[row] ?? 0] !== 'inService') return undefined;
  const kind = linkKinds[links.kind[row] ?? 0] ?? 'pipe';
  const base = { id: links.ids[row] ?? '', from: links.from[row] ?? 0, to: links.to[row] ?? 0 };
  if (base.from === base.to) return undefined;
  if (kind !== 'pipe') return toDevice(kind, base, nodes, facts.devices.get(base.id), assume);
  const offset = (level: number | undefined, node: number) => {
    const invert = nodes[node]?.invertM ?? 0;
    return level === undefined || Number.isNaN(level) ? 0 : Math.max(0, level - invert);
  };
  let lengthM = links.lengthM[row] ?? Number.NaN;
  if (!(lengthM > 0)) {
    lengthM = 1;
    assume('length');
  }
  assume('manning');
  return {
    ...{ kind: 'conduit', ...base, lengthM, manning: MANNING, barrels: 1 },
    section: sectionOf(network, row, assume),
    fromOffsetM: offset(links.fromInvertLevelM[row], base.from),
    toOffsetM: offset(links.toInvertLevelM[row], base.to),
    ...{ initialFlowM3s: 0, maximumFlowM3s: 0, entryLoss: 0, exitLoss: 0, averageLoss: 0 },
    ...{ seepageMps: 0, forceMainRoughness: 0 },
    hasFlapGate: gated.has(`${base.from} ${base.to}`),
  };
}

function sectionOf({ links }: PipeNetwork, row: number, assume: Assume): Section {
  let heightM = links.innerM[row] ?? Number.NaN;
  if (!(heightM > 0)) {
    heightM = ASSUMED_DIAMETER_M;
    assume('diameter');
  }
  const given = links.widthM[row] ?? Number.NaN;
  const widthM = given > 0 ? given : heightM;
  // Registers round to millimetres; then pipes of one size share a table.
  const round = (metres: number) => Math.round(metres * 1000) / 1000;
  switch (pipeShapes[links.shape[row] ?? 0]) {
    case 'box':
      return { shape: 'rect-closed', heightM: round(heightM), widthM: round(widthM) };
    case 'egg':
      return { shape: 'egg', heightM: round(heightM) };
    case 'arch':
      return {
        ...{ shape: 'arch', heightM: round(heightM), widthM: round(widthM) },
        ...{ areaM2: undefined, radiusM: undefined },
      };
    default:
      return { shape: 'circular', heightM: round(heightM) };
  }
}
