// An EPANET model → a network. EPANET knows one elevation a node, which is that of the ground or of the pipe as
// its author liked: it is taken for the ground's, and pipes lie the assumed cover below.

import { InputError } from '#model/input-error.ts';
import type { LinkKind } from '#model/pipe-network.ts';
import { AssumptionList } from '../assumptions.ts';
import type {
  ImportedDevice,
  ImportedNetwork,
  ImportedNode,
  ImportedPipe,
  PlanePoint,
} from '../imported-network.ts';
import { readInp } from '../read-inp.ts';
import { readEpanetNodes } from './epanet-nodes.ts';
import { type EpanetUnits, epanetFlowUnits, epanetUnits } from './epanet-units.ts';
import { between, type InpPlan, readPlan, toLine } from './plane-points.ts';
import { type InpRow, InpSections } from './sections.ts';

export interface InpOptions {
  /** Assumed between ground and the top of a pipe, m. */
  readonly coverM: number;
}

/** Throws `InputError` with line, value and what was expected. */
export function readEpanet(text: string, file: string, { coverM }: InpOptions): ImportedNetwork {
  const { title } = readInp(text, file);
  const sections = new InpSections(text, file);
  const assumptions = new AssumptionList();
  const units = unitsOf(sections, assumptions);
  const plan = readPlan(sections);
  const nodes = readEpanetNodes(sections, units, plan, coverM);
  const ends = new Map(nodes.map((node) => [node.id, node]));
  assumptions.add(
    'epanet-ground',
    `The elevations of # nodes are taken for the ground’s; pipes lie ${coverM} m below it (--cover).`,
    `# 个节点的标高按地面标高处理；管道按覆土 ${coverM} m 敷设（--cover）。`,
    nodes.length,
  );
  const context = { sections, units, plan, ends, coverM, tags: tagsOf(sections, 'LINK') };
  const pipes = sections.rows('PIPES').map((row) => toPipe(row, context));
  const closed = statusOf(sections);
  return {
    id: 'water',
    name: title ?? 'Drinking water model',
    utility: 'water',
    source: { file, format: 'epanet-inp' },
    plane: { kind: 'unknown' },
    nodes,
    pipes: pipes.map((pipe) => {
      const isClosed = closed.get(pipe.id);
      return isClosed === undefined ? pipe : { ...pipe, isClosed };
    }),
    valves: [],
    devices: [
      ...sections.rows('PUMPS').map((row) => toPump(row, context, closed)),
      ...sections.rows('VALVES').map((row) => toControl(row, context, closed)),
    ],
    assumptions: assumptions.all,
  };
}

interface Context {
  readonly sections: InpSections;
  readonly units: EpanetUnits;
  readonly plan: InpPlan;
  readonly ends: ReadonlyMap<string, ImportedNode>;
  readonly coverM: number;
  readonly tags: ReadonlyMap<string, string>;
}

function unitsOf(sections: InpSections, assumptions: AssumptionList): EpanetUnits {
  const written = sections.option('OPTIONS', 'UNITS');
  const units = epanetUnits(written ?? 'GPM');
  if (!units) {
    throw new InputError(
      { file: sections.file, at: '[OPTIONS]' },
      `its units are “${written}”; expected one of ${epanetFlowUnits.join(', ')}.`,
    );
  }
  if (written === undefined) {
    assumptions.add(
      'epanet-units',
      'It names no units: gallons a minute, feet and inches, as EPANET has it.',
      '文件未注明单位：按 EPANET 默认的加仑/分、英尺和英寸处理。',
    );
  }
  return units;
}

const ROUGHNESS: Readonly<Record<string, string>> = {
  'H-W': 'hazen-williams',
  'D-W': 'colebrook',
  'C-M': 'manning',
};

function toPipe(row: InpRow, context: Context): ImportedPipe {
  const { sections, units, plan, coverM, tags } = context;
  const [id = '', from = '', to = ''] = row.words;
  const innerM = sections.number(row, 4, 'diameter') * units.diameterM;
  if (innerM <= 0) {
    sections.fail(row, `the diameter of ${id} is ${row.words[4]}; expected more than 0.`);
  }
  const formula = (sections.option('OPTIONS', 'HEADLOSS') ?? 'H-W').toUpperCase();
  const rough = sections.number(row, 5, 'roughness');
  // Darcy–Weisbach's is a height, in 1e-3 ft or mm.
  const value = formula === 'D-W' ? rough * 1e-3 * units.lengthM : rough;
  const isWord = Number.isNaN(Number(row.words[6] ?? '0'));
  const state = (row.words[isWord ? 6 : 7] ?? 'OPEN').toUpperCase();
  const minorLoss = isWord ? 0 : Number(row.words[6] ?? 0);
  return {
    id,
    at: `line ${row.line}`,
    network: 'water',
    status: 'inService',
    from,
    to,
    line: toLine(axisAt(context, from), plan.bends(id), axisAt(context, to)),
    shape: 'circle',
    innerM,
    coverM,
    zSource: 'default',
    lengthM: sections.number(row, 3, 'length') * units.lengthM,
    roughness: { model: ROUGHNESS[formula] ?? formula.toLowerCase(), value },
    isClosed: state === 'CLOSED',
    isOneWay: state === 'CV',
    ...(minorLoss === 0 ? {} : { more: { minorLoss } }),
    raw: rawOf(row, tags.get(id)),
  };
}

const PUMP_WORDS = ['HEAD', 'POWER', 'SPEED', 'PATTERN'];

function toPump(
  row: InpRow,
  context: Context,
  closed: ReadonlyMap<string, boolean>,
): ImportedDevice {
  const { sections, units, tags } = context;
  const [id = '', from = '', to = '', ...words] = row.words;
  const more: Record<string, unknown> = {};
  for (let at = 0; at + 1 < words.length; at += 2) {
    const key = words[at]?.toUpperCase() ?? '';
    if (!PUMP_WORDS.includes(key)) {
      sections.fail(row, `pump ${id} has “${words[at]}”; expected ${PUMP_WORDS.join(', ')}.`);
    }
    if (key === 'HEAD') more.curve = words[at + 1];
    else if (key === 'PATTERN') more.pattern = words[at + 1];
    else {
      const value = sections.number(row, at + 4, key.toLowerCase());
      if (key === 'POWER') more.power_kW = round(units.isUs ? value * 0.745699872 : value);
      else more.speed = value;
    }
  }
  return {
    ...deviceBase(id, row, context, closed.get(id) ?? false, tags.get(id)),
    kind: 'pump',
    from,
    to,
    more,
  };
}

const CONTROLS: Readonly<Record<string, LinkKind>> = {
  PRV: 'regulator',
  PSV: 'controlValve',
  PBV: 'controlValve',
  FCV: 'controlValve',
  TCV: 'throttle',
  GPV: 'controlValve',
  PCV: 'throttle',
};

function toControl(
  row: InpRow,
  context: Context,
  closed: ReadonlyMap<string, boolean>,
): ImportedDevice {
  const { sections, units, tags } = context;
  const [id = '', from = '', to = '', , type = '', setting = ''] = row.words;
  const kind = CONTROLS[type.toUpperCase()];
  if (!kind) {
    return sections.fail(
      row,
      `valve ${id} is of type “${type}”; expected ${Object.keys(CONTROLS).join(', ')}.`,
    );
  }
  return {
    ...deviceBase(id, row, context, closed.get(id) ?? false, tags.get(id)),
    kind,
    from,
    to,
    diameterM: sections.number(row, 3, 'diameter') * units.diameterM,
    more: {
      valveType: type.toUpperCase(),
      setting: Number.isNaN(Number(setting)) ? setting : Number(setting),
    },
  };
}

function deviceBase(
  id: string,
  row: InpRow,
  context: Context,
  isClosed: boolean,
  tag: string | undefined,
) {
  const [, from = '', to = ''] = row.words;
  const point = between(axisAt(context, from), axisAt(context, to));
  return { id, at: `line ${row.line}`, isClosed, point, raw: rawOf(row, tag) };
}

function axisAt({ ends, sections }: Context, id: string): PlanePoint {
  const node = ends.get(id);
  if (!node) throw new InputError({ file: sections.file }, `node ${id} does not exist.`);
  return node.point;
}

/** [STATUS] overrules what pipes, pumps and valves say; a pump of speed 0 is shut. */
function statusOf(sections: InpSections): ReadonlyMap<string, boolean> {
  const closed = new Map<string, boolean>();
  for (const { words } of sections.rows('STATUS')) {
    const [id = '', state = ''] = words;
    const word = state.toUpperCase();
    if (word === 'CLOSED' || (word !== 'OPEN' && Number(state) === 0)) closed.set(id, true);
    else closed.set(id, false);
  }
  return closed;
}

export function tagsOf(sections: InpSections, kind: 'NODE' | 'LINK'): ReadonlyMap<string, string> {
  const rows = sections.rows('TAGS').filter(({ words }) => words[0]?.toUpperCase() === kind);
  return new Map(rows.map(({ words }) => [words[1] ?? '', words.slice(2).join(' ')]));
}

export const rawOf = ({ comment }: InpRow, tag: string | undefined) => ({
  ...(comment === '' ? {} : { comment }),
  ...(tag === undefined ? {} : { tag }),
});

const round = (value: number) => Math.round(value * 1e6) / 1e6;
