// Opens an EPANET `.inp` once, for many solves. The project is set to litres a second and metres whatever the file's
// units. Source: Rossman et al. 2020, EPANET 2.2 User Manual; OWA-EPANET 2.3.

import {
  CountType,
  FlowUnits,
  LinkProperty,
  LinkType,
  NodeProperty,
  Option,
  PumpType,
  QualityType,
  TimeParameter,
} from 'epanet-js';
import { describeModel } from './describe-model.ts';
import {
  clearScratchFiles,
  createEngine,
  type Engine,
  EpanetError,
  OPTION_EMITTER_BACKFLOW,
  OPTION_PRESSURE_UNITS,
  PRESSURE_METRES,
} from './epanet.ts';
import type { ValvePlace, WaterModel } from './parts.ts';
import { spreadOverWeek } from './week-patterns.ts';

export interface OpenOptions {
  /** Isolation valves of the register; without them `closedValves` of a solve is an error. */
  readonly valves?: ReadonlyMap<string, ValvePlace> | undefined;
}

const MODEL = 'network.inp';
const REPORT = 'report.txt';

/** Pattern of a demand that is the same at any time. */
export const STEADY_PATTERN = '~steady';

/** Rejects with an `EpanetError` that says what is wrong with the file, with the section and line where it is known. */
export async function openWaterModel(inp: string, options: OpenOptions = {}): Promise<WaterModel> {
  const engine = await openProject(inp);
  const { workspace, project } = engine;
  const warnings = engine.takeWarnings().map((code) => workspace.getError(code));
  if (!hasEmitters(engine)) project.setOption(Option.Emitexpon, 0.5);
  // A node that the file traces stands in the way of pipes that are cut and joined; who wants quality asks for it.
  project.setQualityType(QualityType.None, '', '', '');
  project.addPattern(STEADY_PATTERN);
  spreadOverWeek(project);
  const durationS = project.getTimeParameter(TimeParameter.Duration);
  const valves = options.valves ?? new Map<string, ValvePlace>();
  const described = describeModel(project);
  project.openH();
  return {
    workspace,
    project,
    ...described,
    durationS,
    valves,
    splits: new Map(),
    warmth: { isWarm: false, coldIterations: 0 },
    warnings,
    takeWarnings: engine.takeWarnings,
    close() {
      project.closeH();
      project.close();
      clearScratchFiles(engine);
    },
  };
}

/** A file as EPANET has it, but in litres a second and metres, silent, and without emitters that drink. */
export async function openProject(inp: string): Promise<Engine> {
  const engine = await createEngine();
  const { workspace, project } = engine;
  workspace.writeFile(MODEL, inp);
  try {
    project.open(MODEL, REPORT, '');
  } catch (error) {
    throw withLines(error, engine);
  }
  toLitresASecond(engine);
  project.setOption(OPTION_PRESSURE_UNITS, PRESSURE_METRES);
  // Emitters of EPANET drink where pressure is negative unless told not to.
  project.setOption(OPTION_EMITTER_BACKFLOW, 0);
  project.setStatusReport(0);
  project.setReport('MESSAGES NO');
  return engine;
}

/** kW of a horsepower, as EPANET has it. */
const KILOWATTS_PER_HORSEPOWER = 0.7457;

/** EPANET converts all of a file but the power of pumps that are given by it: horsepower would go on as kilowatts. */
function toLitresASecond({ project }: Engine): void {
  const isMetric = project.getFlowUnits() >= FlowUnits.LPS;
  project.setFlowUnits(FlowUnits.LPS);
  if (isMetric) return;
  for (let link = 1; link <= project.getCount(CountType.LinkCount); link += 1) {
    if (project.getLinkType(link) !== LinkType.Pump) continue;
    if (project.getPumpType(link) !== PumpType.ConstHP) continue;
    const power = project.getLinkValue(link, LinkProperty.PumpPower);
    project.setLinkValue(link, LinkProperty.PumpPower, power * KILOWATTS_PER_HORSEPOWER);
  }
}

const hasEmitters = ({ project }: Engine): boolean =>
  project.getNodeValues(NodeProperty.Emitter).some((coefficient) => coefficient > 0);

/** EPANET tells the lines that are wrong only in its report. */
function withLines(error: unknown, { workspace, project }: Engine): unknown {
  if (!(error instanceof EpanetError)) return error;
  project.close();
  const lines = workspace
    .readFile(REPORT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /error \d+/i.test(line) || /\[\w+\]|undefined|illegal/i.test(line));
  const [first] = lines;
  return first === undefined ? error : new EpanetError(error.code, `${error.message} ${first}`);
}
