// A SWMM model (SWMM 5.2 user manual, appendix D) → a network: nodes with invert and rim, conduits with their
// cross-sections and inverts, pumps, weirs, orifices and outlets as devices.

import { InputError } from '#model/input-error.ts';
import type { LinkKind } from '#model/pipe-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import { AssumptionList } from '../assumptions.ts';
import type {
  ImportedDevice,
  ImportedNetwork,
  ImportedNode,
  ImportedPipe,
} from '../imported-network.ts';
import { swmmFlows } from './epanet-units.ts';
import { placeLost } from './place-lost.ts';
import { between, type InpPlan, readPlan, toLine } from './plane-points.ts';
import { type InpRow, InpSections } from './sections.ts';
import { readSwmmNodes } from './swmm-nodes.ts';
import { readSections, type SwmmSection } from './swmm-sections.ts';

export interface SwmmOptions {
  readonly utility: Extract<UtilityNetwork, 'storm' | 'sanitary' | 'combined'> | undefined;
}

/** Throws `InputError` with line, value and what was expected. */
export function readSwmm(text: string, file: string, options: SwmmOptions): ImportedNetwork {
  const sections = new InpSections(text, file);
  const assumptions = new AssumptionList();
  const written = sections.option('OPTIONS', 'FLOW_UNITS') ?? 'CFS';
  const units = swmmFlows[written.toUpperCase()];
  if (!units) {
    throw new InputError(
      { file, at: '[OPTIONS]' },
      `its flow units are “${written}”; expected one of ${Object.keys(swmmFlows).join(', ')}.`,
    );
  }
  const utility = options.utility ?? 'storm';
  if (!options.utility) {
    assumptions.add(
      'swmm-utility',
      'It does not say what it drains: storm water (--utility storm, sanitary or combined).',
      '文件未说明排水类型：按雨水处理（--utility storm、sanitary 或 combined）。',
    );
  }
  const plan = readPlan(sections);
  const nodes = placeLost(
    readSwmmNodes(sections, units.lengthM, plan),
    linksOf(sections),
    assumptions,
  );
  if (nodes.length === 0) {
    throw new InputError({ file }, 'it has no junction, outfall, storage or divider.');
  }
  for (const { id, at, point } of nodes) {
    if (Number.isFinite(point[0])) continue;
    throw new InputError(
      { file, at },
      `node ${id} has no line in [COORDINATES], and no link leads to it from one that has.`,
    );
  }
  const ends = new Map(nodes.map((node) => [node.id, node]));
  refuseTwice('node', nodes, file);
  const context: Context = {
    ...{ sections, plan, ends, utility, lengthM: units.lengthM },
    shapes: readSections(sections, units.lengthM, assumptions),
    isElevation: sections.option('OPTIONS', 'LINK_OFFSETS')?.toUpperCase() === 'ELEVATION',
    losses: new Map(sections.rows('LOSSES').map((row) => [row.words[0] ?? '', row])),
  };
  const pipes = sections.rows('CONDUITS').map((row) => toPipe(row, context));
  const devices = DEVICES.flatMap(([section, kind]) =>
    sections.rows(section).map((row) => toDevice(row, kind, context)),
  );
  refuseTwice('link', [...pipes, ...devices], file);
  return {
    id: utility === 'storm' ? 'storm' : 'sanitary',
    name: sections.rows('TITLE')[0]?.words.join(' ') ?? 'Drainage model',
    utility,
    source: { file, format: 'swmm-inp' },
    plane: { kind: 'unknown' },
    nodes,
    pipes,
    valves: [],
    devices,
    assumptions: assumptions.all,
  };
}

const DEVICES: readonly (readonly [section: string, kind: LinkKind])[] = [
  ['PUMPS', 'pump'],
  ['WEIRS', 'weir'],
  ['ORIFICES', 'orifice'],
  ['OUTLETS', 'throttle'],
];

const linksOf = (sections: InpSections) =>
  ['CONDUITS', ...DEVICES.map(([section]) => section)].flatMap((section) =>
    sections.rows(section).map((row) => ({
      from: row.words[1] ?? '',
      to: row.words[2] ?? '',
      length: section === 'CONDUITS' ? sections.number(row, 3, 'length') : 1,
    })),
  );

interface Context {
  readonly sections: InpSections;
  readonly plan: InpPlan;
  readonly ends: ReadonlyMap<string, ImportedNode>;
  readonly utility: UtilityNetwork;
  readonly lengthM: number;
  readonly shapes: ReadonlyMap<string, SwmmSection>;
  readonly isElevation: boolean;
  readonly losses: ReadonlyMap<string, InpRow>;
}

function toPipe(row: InpRow, context: Context): ImportedPipe {
  const { sections, plan, utility, lengthM, shapes, losses } = context;
  const [id = '', from = '', to = ''] = row.words;
  const [start, end] = [endOf(row, from, context), endOf(row, to, context)];
  const section = shapes.get(id);
  if (!section) return sections.fail(row, `conduit ${id} has no line in [XSECTIONS].`);
  const fromInvertM = levelOf(row, 5, start, context);
  const toInvertM = levelOf(row, 6, end, context);
  const half = (section.heightM ?? section.innerM ?? 0) / 2;
  const loss = losses.get(id);
  const [entry = 0, exit = 0, average = 0] = [1, 2, 3].map((at) =>
    loss ? sections.number(loss, at, 'loss', 0) : 0,
  );
  return {
    id,
    at: `line ${row.line}`,
    network: utility,
    status: 'inService',
    from,
    to,
    line: toLine([start.point[0], start.point[1], fromInvertM + half], plan.bends(id), [
      end.point[0],
      end.point[1],
      toInvertM + half,
    ]),
    ...section,
    fromInvertM,
    toInvertM,
    zSource: 'invert',
    lengthM: sections.number(row, 3, 'length') * lengthM,
    roughness: { model: 'manning', value: sections.number(row, 4, 'roughness') },
    isOneWay: /^YES$/i.test(loss?.words[4] ?? ''),
    ...(entry + exit + average > 0 ? { more: { minorLoss: entry + exit + average } } : {}),
    ...(row.comment === '' ? {} : { raw: { comment: row.comment } }),
  };
}

function toDevice(row: InpRow, kind: LinkKind, context: Context): ImportedDevice {
  const [id = '', from = '', to = '', ...rest] = row.words;
  const [start, end] = [endOf(row, from, context), endOf(row, to, context)];
  const section = context.shapes.get(id);
  return {
    id,
    at: `line ${row.line}`,
    kind,
    from,
    to,
    isClosed: kind === 'pump' && /^OFF$/i.test(row.words[4] ?? ''),
    point: between(start.point, end.point),
    diameterM: section?.innerM,
    more: {
      ...(kind === 'pump' ? { curve: rest[0] } : { type: rest[0] }),
      ...(section?.heightM === undefined ? {} : { height_mm: Math.round(section.heightM * 1000) }),
      ...(section?.widthM === undefined ? {} : { width_mm: Math.round(section.widthM * 1000) }),
    },
    raw: { words: rest.join(' '), ...(row.comment === '' ? {} : { comment: row.comment }) },
  };
}

function endOf(row: InpRow, id: string, { ends, sections }: Context): ImportedNode {
  const node = ends.get(id);
  if (!node) return sections.fail(row, `link ${row.words[0]} ends at ${id}, which does not exist.`);
  return node;
}

/** Of an end's invert: above the datum or above the node's, as LINK_OFFSETS says. */
function levelOf(row: InpRow, at: number, node: ImportedNode, context: Context): number {
  const { sections, lengthM, isElevation } = context;
  const invert = node.invertM ?? node.point[2];
  const word = row.words[at];
  if (word === undefined || word === '*') return invert;
  const value = sections.number(row, at, 'offset') * lengthM;
  return isElevation ? value : invert + value;
}

function refuseTwice(
  kind: 'node' | 'link',
  elements: readonly { readonly id: string; readonly at: string }[],
  file: string,
): void {
  const seen = new Map<string, string>();
  for (const { id, at } of elements) {
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      throw new InputError(
        { file, at },
        `${kind} ${id} stands in ${earlier} too; expected one id each.`,
      );
    }
    seen.set(id, at);
  }
}
