// A small reader of EPANET input files (EPANET 2.3 user manual, appendix C): sections, nodes, ends of links
// and coordinates, so that what can't be used is told before a solver is asked.

import { InputError } from '#model/input-error.ts';

export interface InpFacts {
  /** First line of the title. */
  readonly title: string | undefined;
  readonly nodes: number;
  readonly links: number;
  readonly coordinates: readonly InpCoordinate[];
}

export interface InpCoordinate {
  readonly node: string;
  readonly x: number;
  readonly y: number;
  readonly line: number;
}

/** EPANET knows a section by its first letters. */
const NODE_SECTIONS = ['JUNC', 'RESE', 'TANK'];
const LINK_SECTIONS = ['PIPE', 'PUMP', 'VALV'];
const OTHER_SECTIONS = (
  'TITL CONT RULE DEMA SOUR EMIT PATT CURV QUAL STAT ROUG ENER REAC MIXI REPO TIME OPTI VERT LABE BACK ' +
  'TAGS END LEAK COOR'
).split(' ');
const OF_SWMM = /^\s*\[(SUBCATCHMENTS|CONDUITS|OUTFALLS|XSECTIONS)\]/im;

type Fail = (sentence: string, line: number) => never;

/** Throws `InputError` with line, value and what was expected; extra coordinates are left out, as EPANET does. */
export function readInp(text: string, file: string): InpFacts {
  const [, swmm] = OF_SWMM.exec(text) ?? [];
  if (swmm !== undefined) {
    throw new InputError({ file }, `section [${swmm}] is one of SWMM; expected an EPANET model.`);
  }
  const fail: Fail = (sentence, line) => {
    throw new InputError({ file, at: `line ${line}` }, sentence);
  };
  const model: Model = { nodes: new Map(), links: new Map(), coordinates: new Map(), titles: [] };
  for (const row of rowsOf(text, fail)) addRow(model, row, fail);
  const { nodes, links, coordinates, titles } = model;
  if (nodes.size === 0) throw new InputError({ file }, 'it has no junction, reservoir or tank.');
  if (![...nodes.values()].some(({ section }) => section !== 'JUNC')) {
    throw new InputError({ file }, 'it has no reservoir or tank, so no water could flow in it.');
  }
  for (const { id, values, line } of links.values()) {
    const lost = values.slice(0, 2).find((end) => !nodes.has(end));
    if (lost !== undefined) fail(`link ${id} ends at ${lost}, which does not exist.`, line);
  }
  return {
    title: titles[0],
    nodes: nodes.size,
    links: links.size,
    coordinates: [...nodes.values()].map(
      ({ id, line }) =>
        coordinates.get(id) ?? fail(`node ${id} has no line in [COORDINATES].`, line),
    ),
  };
}

interface Row {
  /** As EPANET's first letters have it. */
  readonly section: string;
  readonly id: string;
  readonly values: readonly string[];
  readonly words: string;
  readonly line: number;
}

interface Model {
  readonly nodes: Map<string, Row>;
  readonly links: Map<string, Row>;
  readonly coordinates: Map<string, InpCoordinate>;
  readonly titles: string[];
}

/** Lines with data, comments taken off, up to [END]. */
function* rowsOf(text: string, fail: Fail): Generator<Row> {
  let section = '';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const words = raw.replace(/;.*/, '').trim();
    if (words === '') continue;
    if (words.startsWith('[')) {
      section = toSection(words, line, fail);
      if (section === 'END') return;
      continue;
    }
    if (section === '') {
      fail(`found “${clip(words)}” before any section; expected [TITLE] or another.`, line);
    }
    const [id = '', ...values] = words.split(/\s+/);
    yield { section, id, values, words, line };
  }
}

function addRow({ nodes, links, coordinates, titles }: Model, row: Row, fail: Fail): void {
  const { section, id, values, words, line } = row;
  const refuseTwice = (kind: string, earlier: Row | undefined) => {
    if (earlier)
      fail(`${kind} ${id} stands in line ${earlier.line} too; expected one id each.`, line);
  };
  if (section === 'TITL') titles.push(words);
  else if (NODE_SECTIONS.includes(section)) {
    refuseTwice('node', nodes.get(id));
    nodes.set(id, row);
  } else if (LINK_SECTIONS.includes(section)) {
    refuseTwice('link', links.get(id));
    if (values.length < 2) {
      fail(`link ${id} has fewer than two ends; expected the ids of two nodes.`, line);
    }
    links.set(id, row);
  } else if (section === 'COOR') {
    const [x = Number.NaN, y = Number.NaN] = values.map(Number);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      fail(`the coordinates of ${id} are “${clip(values.join(' '))}”; expected two numbers.`, line);
    }
    coordinates.set(id, { node: id, x, y, line });
  }
}

function toSection(words: string, line: number, fail: Fail): string {
  const name = words.slice(1).replace(/\].*/, '').toUpperCase();
  const known = [...NODE_SECTIONS, ...LINK_SECTIONS, ...OTHER_SECTIONS].find((start) =>
    name.startsWith(start),
  );
  return known ?? fail(`there is no section [${clip(name)}] in EPANET 2.3.`, line);
}

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 37)}…` : text);
