// EPANET 2.3 (epanet-js) solving one day after the other of a city's `.inp`. It runs in a thread. SI outside;
// inside the project is set to litres a second, so heads and levels are metres whatever the file's units.

import {
  CountType,
  InitHydOption,
  LinkProperty,
  LinkType,
  NodeProperty,
  NodeType,
  Option,
  type Project,
  TimeParameter,
} from 'epanet-js';
import { openProject } from '#simulation/hydraulics/open-model.ts';
import { type Breakables, findBreakable } from './breakable.ts';
import { atSecond, type DayPlan, type Outage } from './day-plan.ts';
import { beginField, type Field } from './field.ts';
import { createPatterns, STEP_S } from './patterns.ts';
import type { NetworkState, SolvedDay, Watched } from './solved-day.ts';
import { createSupplied } from './supplied.ts';

export interface NetworkModel {
  /** Those of the wanted elements that the file has, in its order of asking. */
  readonly watched: Watched;
  /** Throws one sentence where EPANET finds no solution. */
  solve(plan: DayPlan, state?: NetworkState): SolvedDay;
  close(): void;
}

/** Throws EPANET's own sentence where the file is no network. */
export async function openNetwork(inp: string, wanted: Watched): Promise<NetworkModel> {
  const { project } = await openProject(inp);
  project.setTimeParameter(TimeParameter.HydStep, STEP_S);
  project.setTimeParameter(TimeParameter.ReportStep, STEP_S);
  project.setTimeParameter(TimeParameter.StartTime, 0);
  const parts = describe(project, wanted.nodes);
  const patterns = createPatterns(project);
  const demandFactor = project.getOption(Option.DemandMult);
  const findSupplied = createSupplied(project);

  const nodes = wanted.nodes.filter((id) => parts.nodeIndex.has(id));
  const links = wanted.links.filter((id) => parts.linkIndex.has(id));
  const nodeAt = nodes.map((id) => parts.nodeIndex.get(id) ?? 0);
  const linkAt = links.map((id) => parts.linkIndex.get(id) ?? 0);

  function solve(plan: DayPlan, state?: NetworkState): SolvedDay {
    const leak = parts.leakable[plan.leakSeed % Math.max(1, parts.leakable.length)];
    const outage = plan.outage && createOutage(project, parts, plan.outage);
    patterns.setDay(plan.isDayOff);
    if (state) restore(project, parts, state);
    else restore(project, parts, parts.initial);
    project.setTimeParameter(TimeParameter.Duration, plan.lengthS);
    project.setTimeParameter(TimeParameter.PatternStart, plan.weekday * 86_400);

    const rows: Row[] = [];
    let timeS = 0;
    project.openH();
    const field = beginField(project, parts, plan);
    try {
      project.initH(InitHydOption.InitFlow);
      for (;;) {
        const isStep = field.apply(timeS);
        project.setOption(Option.DemandMult, demandFactor * atSecond(plan.demand, timeS));
        if (leak !== undefined) {
          const atFifty = atSecond(plan.leakLs, timeS);
          project.setNodeValue(leak, NodeProperty.Emitter, atFifty / Math.sqrt(50));
        }
        outage?.(timeS);
        project.runH();
        rows.push({ ...read(timeS, field), isStep });
        // A step ends where something breaks or is turned.
        project.setTimeParameter(
          TimeParameter.HydStep,
          Math.min(STEP_S, field.nextAfter(timeS) - timeS),
        );
        const stepS = project.nextH();
        if (stepS <= 0) break;
        timeS += stepS;
      }
      return toDay(rows, nodes.length, links.length, keep(project, parts));
    } finally {
      project.closeH();
      field.end();
      project.setTimeParameter(TimeParameter.HydStep, STEP_S);
      if (leak !== undefined) project.setNodeValue(leak, NodeProperty.Emitter, 0);
      project.setOption(Option.DemandMult, demandFactor);
    }
  }

  function read(timeS: number, field: Field): Omit<Row, 'isStep'> {
    const isSupplied = field.hasClosed ? findSupplied() : undefined;
    const ofLink = (link: number, property: LinkProperty) => project.getLinkValue(link, property);
    return {
      timeS,
      switches: parts.pumps.map((pump) => ofLink(pump, LinkProperty.Status)).join(''),
      depthM: nodeAt.map((node) =>
        isSupplied?.[node - 1] === 0
          ? 0
          : Math.max(
              0,
              project.getNodeValue(node, NodeProperty.Head) - (parts.elevations[node - 1] ?? 0),
            ),
      ),
      flowM3s: linkAt.map((link) => ofLink(link, LinkProperty.Flow) / 1000),
      speed: linkAt.map((link) =>
        ofLink(link, LinkProperty.Status) === 0 ? 0 : ofLink(link, LinkProperty.Setting),
      ),
      powerW: linkAt.map((link) => ofLink(link, LinkProperty.Energy) * 1000),
    };
  }
  return {
    watched: { nodes, links },
    solve,
    close: () => project.close(),
  };
}

interface Row {
  readonly timeS: number;
  /** True where something broke or was turned at this instant. */
  readonly isStep: boolean;
  /** Which pumps run. */
  readonly switches: string;
  readonly depthM: readonly number[];
  readonly flowM3s: readonly number[];
  readonly speed: readonly number[];
  readonly powerW: readonly number[];
}

function toDay(
  rows: readonly Row[],
  nodeCount: number,
  linkCount: number,
  end: NetworkState,
): SolvedDay {
  const collect = (width: number, column: 'depthM' | 'flowM3s' | 'speed' | 'powerW') => {
    const values = new Float32Array(rows.length * width);
    for (const [index, row] of rows.entries()) values.set(row[column], index * width);
    return values;
  };
  return {
    timeS: Float64Array.from(rows, ({ timeS }) => timeS),
    isSwitch: Uint8Array.from(rows, ({ switches, isStep }, index) =>
      index > 0 && (isStep || rows[index - 1]?.switches !== switches) ? 1 : 0,
    ),
    depthM: collect(nodeCount, 'depthM'),
    flowM3s: collect(linkCount, 'flowM3s'),
    speed: collect(linkCount, 'speed'),
    powerW: collect(linkCount, 'powerW'),
    end,
  };
}

interface Parts {
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly linkIndex: ReadonlyMap<string, number>;
  readonly elevations: readonly number[];
  /** Indices of EPANET, from 1. */
  readonly tanks: readonly number[];
  readonly pumps: readonly number[];
  /** Pumps on duty that another one stands beside, with those. */
  readonly pairs: readonly { readonly duty: number; readonly beside: readonly number[] }[];
  /** Junctions where somebody draws water, the low half: a small high zone would run dry. */
  readonly leakable: readonly number[];
  readonly breakable: Breakables;
  /** 1 where the file has a link open, by index − 1. */
  readonly isOpen: Uint8Array;
  readonly initial: NetworkState;
}

function describe(project: Project, wanted: readonly string[]): Parts {
  const nodeCount = project.getCount(CountType.NodeCount);
  const linkCount = project.getCount(CountType.LinkCount);
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const nodes = indices(nodeCount);
  const nodeIndex = new Map(nodes.map((node) => [project.getNodeId(node), node]));
  const links = indices(linkCount);
  const typeOfLink = links.map((link) => project.getLinkType(link));
  const tanks = nodes.filter((node) => project.getNodeType(node) === NodeType.Tank);
  const pumps = links.filter((_, at) => typeOfLink[at] === LinkType.Pump);
  const ends = new Map(pumps.map((pump) => [pump, project.getLinkNodes(pump)]));
  const isBeside = (one: number, other: number) => {
    const [a, b] = [ends.get(one), ends.get(other)];
    return one !== other && a?.node1 === b?.node1 && a?.node2 === b?.node2;
  };
  const elevations = project.getNodeValues(NodeProperty.Elevation);
  const linkStates = {
    isOpen: Uint8Array.from(links, (link) => project.getLinkValue(link, LinkProperty.InitStatus)),
    pumpSpeed: Float64Array.from(links, (link) =>
      project.getLinkValue(link, LinkProperty.InitSetting),
    ),
  };
  return {
    breakable: findBreakable(project, {
      junctions: nodes.filter(
        (node) =>
          project.getNodeType(node) === NodeType.Junction &&
          project.getNodeValue(node, NodeProperty.Emitter) === 0,
      ),
      pipes: links.filter((_, at) => isPipe(typeOfLink[at])),
      watched: wanted.flatMap((id) => nodeIndex.get(id) ?? []),
    }),
    isOpen: linkStates.isOpen,
    nodeIndex,
    linkIndex: new Map(links.map((link) => [project.getLinkId(link), link])),
    elevations,
    tanks,
    pumps,
    pairs: pumps
      .map((duty) => ({ duty, beside: pumps.filter((other) => isBeside(duty, other)) }))
      .filter(({ duty, beside }) => beside.length > 0 && linkStates.isOpen[duty - 1] === 1),
    leakable: lowerHalf(
      nodes.filter(
        (node) =>
          project.getNodeType(node) === NodeType.Junction &&
          project.getNodeValue(node, NodeProperty.BaseDemand) > 0 &&
          project.getNodeValue(node, NodeProperty.Emitter) === 0,
      ),
      (node) => elevations[node - 1] ?? 0,
    ),
    initial: {
      tankLevelM: Float64Array.from(tanks, (tank) =>
        project.getNodeValue(tank, NodeProperty.TankLevel),
      ),
      ...linkStates,
    },
  };
}

const isPipe = (type: LinkType | undefined): boolean =>
  type === LinkType.Pipe || type === LinkType.CVPipe;

/** Stops a pump while it is out, lets those beside it run instead, and gives all back what they had. */
function createOutage(project: Project, { pairs }: Parts, { seed, fromS, toS }: Outage) {
  const pair = pairs[seed % Math.max(1, pairs.length)];
  const setOpen = (pump: number, open: number) =>
    project.setLinkValue(pump, LinkProperty.Status, open);
  let before: ReadonlyMap<number, number> | undefined;
  return (timeS: number): void => {
    if (!pair || timeS < fromS) return;
    const { duty, beside } = pair;
    if (timeS < toS) {
      before ??= new Map(
        [duty, ...beside].map((pump) => [pump, project.getLinkValue(pump, LinkProperty.Status)]),
      );
      setOpen(duty, 0);
      for (const pump of beside) setOpen(pump, before.get(duty) ?? 1);
    } else if (before) {
      for (const [pump, open] of before) setOpen(pump, open);
      before = undefined;
    }
  };
}

function lowerHalf(nodes: readonly number[], levelOf: (node: number) => number): number[] {
  const levels = nodes.map(levelOf).sort((a, b) => a - b);
  const middle = levels[Math.floor(levels.length / 2)] ?? 0;
  return nodes.filter((node) => levelOf(node) <= middle);
}

/** Only tanks and pumps carry over: what else switches is set anew by the file's own controls. */
function restore(project: Project, { tanks, pumps }: Parts, state: NetworkState): void {
  for (const [index, tank] of tanks.entries()) {
    const level = state.tankLevelM[index] ?? 0;
    const least = project.getNodeValue(tank, NodeProperty.MinLevel);
    const most = project.getNodeValue(tank, NodeProperty.MaxLevel);
    const within = Math.min(most, Math.max(least, level));
    project.setNodeValue(tank, NodeProperty.TankLevel, within);
  }
  for (const pump of pumps) {
    project.setLinkValue(pump, LinkProperty.InitSetting, state.pumpSpeed[pump - 1] || 1);
    project.setLinkValue(pump, LinkProperty.InitStatus, state.isOpen[pump - 1] ?? 1);
  }
}

function keep(project: Project, { tanks, elevations }: Parts): NetworkState {
  const heads = project.getNodeValues(NodeProperty.Head);
  return {
    tankLevelM: Float64Array.from(
      tanks,
      (tank) => (heads[tank - 1] ?? 0) - (elevations[tank - 1] ?? 0),
    ),
    isOpen: Uint8Array.from(project.getLinkValues(LinkProperty.Status), (open) =>
      Math.min(1, open),
    ),
    pumpSpeed: Float64Array.from(project.getLinkValues(LinkProperty.Setting)),
  };
}
