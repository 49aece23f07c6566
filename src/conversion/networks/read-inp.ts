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

interface Link {
  readonly id: string;
  readonly ends: readonly [string, string];
  readonly line: number;
}

/** Throws `InputError` with line, value and what was expected; extra coordinates are left out, as EPANET does. */
export function readInp(text: string, file: string): InpFacts {
  const [, swmm] = OF_SWMM.exec(text) ?? [];
  if (swmm !== undefined) {
    throw new InputError({ file }, `section [${swmm}] is one of SWMM; expected an EPANET model.`);
  }
  const nodes = new Map<string, number>();
  const links = new Map<string, Link>();
  const coordinates = new Map<string, InpCoordinate>();
  let title: string | undefined;
  let section = '';
  let line = 0;
  const fail = (sentence: string, at = line): never => {
    throw new InputError({ file, at: `line ${at}` }, sentence);
  };
  for (const raw of text.split('\n')) {
    line++;
    const words = raw.replace(/;.*/, '').trim();
    if (words === '') continue;
    if (words.startsWith('[')) {
      section = toSection(words, fail);
      if (section === 'END') break;
      continue;
    }
    const [id = '', ...values] = words.split(/\s+/);
    if (section === '')
      fail(`found “${clip(words)}” before any section; expected [TITLE] or another.`);
    if (section === 'TITL') title ??= words;
    else if (NODE_SECTIONS.includes(section)) {
      if (nodes.has(id))
        fail(`node ${id} stands in line ${nodes.get(id)} too; expected one id each.`);
      nodes.set(id, line);
    } else if (LINK_SECTIONS.includes(section)) {
      const [from = '', to = ''] = values;
      const earlier = links.get(id);
      if (earlier) fail(`link ${id} stands in line ${earlier.line} too; expected one id each.`);
      if (to === '') fail(`link ${id} has fewer than two ends; expected the ids of two nodes.`);
      links.set(id, { id, ends: [from, to], line });
    } else if (section === 'COOR') {
      const [x = Number.NaN, y = Number.NaN] = values.map(Number);
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        fail(`the coordinates of ${id} are “${clip(values.join(' '))}”; expected two numbers.`);
      }
      coordinates.set(id, { node: id, x, y, line });
    }
  }
  if (nodes.size === 0) throw new InputError({ file }, 'it has no junction, reservoir or tank.');
  for (const link of links.values()) {
    const lost = link.ends.find((end) => !nodes.has(end));
    if (lost !== undefined)
      fail(`link ${link.id} ends at ${lost}, which does not exist.`, link.line);
  }
  const placed = [...nodes].map(
    ([id, at]) => coordinates.get(id) ?? fail(`node ${id} has no line in [COORDINATES].`, at),
  );
  return { title, nodes: nodes.size, links: links.size, coordinates: placed };
}

function toSection(words: string, fail: (sentence: string) => never): string {
  const name = words.slice(1).replace(/\].*/, '').toUpperCase();
  const known = [...NODE_SECTIONS, ...LINK_SECTIONS, ...OTHER_SECTIONS].find((start) =>
    name.startsWith(start),
  );
  return known ?? fail(`there is no section [${clip(name)}] in EPANET 2.3.`);
}

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 37)}…` : text);
