// One day of the network solved by EPANET 2.3 (epanet-js), step by step. SI: heads in m, flows in m³/s.

import {
  CountType,
  InitHydOption,
  LinkProperty,
  NodeProperty,
  Project,
  TimeParameter,
  Workspace,
} from 'epanet-js';

export interface HydraulicStep {
  readonly timeS: number;
  /** Until the next step; 0 at the end. */
  readonly lengthS: number;
  /** In the order of `nodeIds` and `linkIds`. */
  readonly headsM: readonly number[];
  readonly pressuresM: readonly number[];
  readonly flowsM3s: readonly number[];
}

export interface HydraulicModel {
  readonly nodeIds: readonly string[];
  readonly linkIds: readonly string[];
  /** Solves the file's whole horizon; returns EPANET's warnings, one sentence each. Throws where it fails. */
  readonly run: (visit: (step: HydraulicStep) => void) => string[];
  readonly setPipe: (id: string, innerM: number, roughnessM: number) => void;
  readonly setLevel: (tank: string, levelM: number) => void;
  /** Solves only this time of day from now on, the pumps as the day starts; undefined: the whole day again. */
  readonly holdAt: (timeS: number | undefined) => void;
  /** Acts with a constant flow drawn at a node on top of what the file says. */
  readonly drawing: <Result>(node: string, flowM3s: number, act: () => Result) => Result;
  readonly setStep: (stepS: number) => void;
  readonly close: () => void;
}

/** The least pressure of each node over the file's horizon, m, by id. */
export async function findLeastPressures(inp: string): Promise<ReadonlyMap<string, number>> {
  const model = await openHydraulics(inp);
  const least = new Map<string, number>();
  model.run(({ pressuresM }) => {
    for (const [index, id] of model.nodeIds.entries()) {
      const pressureM = pressuresM[index] ?? Number.POSITIVE_INFINITY;
      least.set(id, Math.min(pressureM, least.get(id) ?? Number.POSITIVE_INFINITY));
    }
  });
  model.close();
  return least;
}

export async function openHydraulics(inp: string): Promise<HydraulicModel> {
  const workspace = new Workspace();
  await workspace.loadModule();
  workspace.writeFile('water.inp', inp);
  const project = new Project(workspace);
  project.open('water.inp', 'water.rpt', 'water.out');
  const ids = (count: number, idOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => idOf(index + 1));
  const nodeIds = ids(project.getCount(CountType.NodeCount), (index) => project.getNodeId(index));
  const linkIds = ids(project.getCount(CountType.LinkCount), (index) => project.getLinkId(index));
  const nodeIndex = new Map(nodeIds.map((id, index) => [id, index + 1]));
  const linkIndex = new Map(linkIds.map((id, index) => [id, index + 1]));
  const indexOf = (map: ReadonlyMap<string, number>, id: string): number => {
    const index = map.get(id);
    if (index === undefined) throw new Error(`The water network has no ${id}.`);
    return index;
  };
  const toM3s = (flowLs: number) => flowLs / 1000;

  function run(visit: (step: HydraulicStep) => void): string[] {
    const warnings: string[] = [];
    project.openH();
    try {
      project.initH(InitHydOption.InitFlow);
      for (let timeS = 0; ; ) {
        warnings.push(...listen(() => project.runH()));
        const headsM = project.getNodeValues(NodeProperty.Head);
        const pressuresM = project.getNodeValues(NodeProperty.Pressure);
        const flowsM3s = project.getLinkValues(LinkProperty.Flow).map(toM3s);
        const lengthS = project.nextH();
        visit({ timeS, lengthS, headsM, pressuresM, flowsM3s });
        if (lengthS <= 0) return warnings;
        timeS += lengthS;
      }
    } finally {
      project.closeH();
    }
  }
  return {
    nodeIds,
    linkIds,
    run,
    setPipe: (id, innerM, roughnessM) => {
      const index = indexOf(linkIndex, id);
      project.setLinkValue(index, LinkProperty.Diameter, innerM * 1000);
      project.setLinkValue(index, LinkProperty.Roughness, roughnessM * 1000);
    },
    setLevel: (tank, levelM) => {
      project.setNodeValue(indexOf(nodeIndex, tank), NodeProperty.TankLevel, levelM);
    },
    holdAt: (timeS) => {
      project.setTimeParameter(TimeParameter.Duration, timeS === undefined ? 86_400 : 0);
      project.setTimeParameter(TimeParameter.PatternStart, timeS ?? 0);
      project.setTimeParameter(TimeParameter.StartTime, timeS ?? 0);
    },
    drawing: (node, flowM3s, act) => {
      const index = indexOf(nodeIndex, node);
      // A pattern of its own: with an empty name it would follow the file's default pattern.
      project.addDemand(index, flowM3s * 1000, 'loss', 'drawn');
      try {
        return act();
      } finally {
        project.deleteDemand(index, project.getNumberOfDemands(index));
      }
    },
    setStep: (stepS) => project.setTimeParameter(TimeParameter.HydStep, stepS),
    close: () => project.close(),
  };
}

/** EPANET's binding says its warnings to the console; here they are a result. */
function listen(act: () => void): string[] {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said;
}
