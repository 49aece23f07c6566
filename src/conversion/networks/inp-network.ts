// An EPANET model alone → the tables of a network, with no valves of its own and wherever its plane lies: for traces
// and solvers that need no place on the Earth. Models without coordinates are read, too.

import {
  buildNetwork,
  type LinkRow,
  type NetworkPlace,
  type NodeRow,
  type ValveRow,
} from '#model/build-network.ts';
import { InputError } from '#model/input-error.ts';
import type { NodeKind, PipeNetwork } from '#model/pipe-network.ts';
import { type EpanetUnits, epanetUnits } from './inp/epanet-units.ts';
import { type InpRow, InpSections } from './inp/sections.ts';

/** Isolation valves that the model doesn't know, by the ids of link and node. */
export interface NamedValve {
  readonly id: string;
  readonly link: string;
  readonly node: string;
}

/** Throws `InputError` with line, value and what was expected. */
export function readInpNetwork(
  text: string,
  file: string,
  valves: readonly NamedValve[] = [],
): PipeNetwork {
  const sections = new InpSections(text, file);
  const units = epanetUnits(sections.option('OPTIONS', 'UNITS') ?? 'GPM');
  if (!units) throw new InputError({ file }, 'its units of flow are none of EPANET’s.');
  const places = readPlaces(sections);
  const demands = readDemands(sections, units);
  const nodes = [
    ...readNodes(sections, 'JUNCTIONS', 'junction', places, demands),
    ...readNodes(sections, 'RESERVOIRS', 'reservoir', places, demands),
    ...readNodes(sections, 'TANKS', 'tank', places, demands),
  ];
  const rowOf = new Map(nodes.map(({ id }, row) => [id, row]));
  const links = readLinks(sections, units, rowOf);
  const linkOf = new Map(links.map(({ id }, row) => [id, row]));
  return buildNetwork({
    ...{ id: 'water', name: file, utility: 'water', isFictional: true, nodes, links },
    valves: valves.map(({ id, link, node }): ValveRow => {
      const [at, end] = [linkOf.get(link), rowOf.get(node)];
      if (at === undefined || end === undefined) {
        throw new InputError({ file }, `valve ${id} sits on ${link} at ${node}; one is missing.`);
      }
      return { id, link: at, node: end };
    }),
  });
}

/** Coordinates of the plane as if they were ten-thousandths of a degree: near each other, nowhere in particular. */
const STEP_DEG = 1e-4;

function readPlaces(sections: InpSections): ReadonlyMap<string, NetworkPlace> {
  const places = new Map<string, NetworkPlace>();
  for (const row of sections.rows('COORDINATES')) {
    const x = sections.number(row, 1, 'x') * STEP_DEG;
    const y = sections.number(row, 2, 'y') * STEP_DEG;
    places.set(row.words[0] ?? '', [x, y, Number.NaN]);
  }
  return places;
}

/** Means over their patterns; those of [DEMANDS] take the place of a junction's own. */
function readDemands(sections: InpSections, { flowM3s }: EpanetUnits): ReadonlyMap<string, number> {
  const factor = Number(sections.option('OPTIONS', 'DEMAND MULTIPLIER') ?? 1) * flowM3s;
  const means = meansOfPatterns(sections);
  const usual = sections.option('OPTIONS', 'PATTERN') ?? '1';
  const read = (row: InpRow, at: number) =>
    sections.number(row, at, 'demand', 0) * factor * (means.get(row.words[at + 1] ?? usual) ?? 1);
  const demands = new Map<string, number>();
  for (const row of sections.rows('JUNCTIONS')) demands.set(row.words[0] ?? '', read(row, 2));
  const listed = new Map<string, number>();
  for (const row of sections.rows('DEMANDS')) {
    const id = row.words[0] ?? '';
    listed.set(id, (listed.get(id) ?? 0) + read(row, 1));
  }
  for (const [id, demand] of listed) demands.set(id, demand);
  return demands;
}

function meansOfPatterns(sections: InpSections): ReadonlyMap<string, number> {
  const factors = new Map<string, number[]>();
  for (const { words } of sections.rows('PATTERNS')) {
    const [id = '', ...values] = words;
    factors.set(id, [...(factors.get(id) ?? []), ...values.map(Number)]);
  }
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return new Map([...factors].map(([id, values]) => [id, mean(values)]));
}

const readNodes = (
  sections: InpSections,
  section: string,
  kind: NodeKind,
  places: ReadonlyMap<string, NetworkPlace>,
  demands: ReadonlyMap<string, number>,
): NodeRow[] =>
  sections.rows(section).map(({ words: [id = ''] }) => ({
    id,
    kind,
    place: places.get(id) ?? [0, 0, Number.NaN],
    demand: kind === 'junction' ? demands.get(id) : 0,
    isSource: kind !== 'junction',
  }));

function readLinks(
  sections: InpSections,
  units: EpanetUnits,
  rowOf: ReadonlyMap<string, number>,
): LinkRow[] {
  const status = new Map(
    sections.rows('STATUS').map(({ words: [id = '', word = ''] }) => [id, word.toUpperCase()]),
  );
  const isShut = (id: string) => status.get(id) === 'CLOSED' || status.get(id) === '0';
  const ends = (row: InpRow) => {
    const [id = '', from = '', to = ''] = row.words;
    const [a, b] = [rowOf.get(from), rowOf.get(to)];
    const missing = a === undefined ? from : to;
    if (a === undefined || b === undefined) {
      return sections.fail(row, `link ${id} ends at ${missing}, which does not exist.`);
    }
    return { id, from: a, to: b };
  };
  const pipes = sections.rows('PIPES').map((row): LinkRow => {
    const state = row.words
      .slice(6)
      .find((word) => Number.isNaN(Number(word)))
      ?.toUpperCase();
    const { id, ...joins } = ends(row);
    return {
      ...{ id, ...joins },
      lengthM: sections.number(row, 3, 'length') * units.lengthM,
      innerM: sections.number(row, 4, 'diameter') * units.diameterM,
      isClosed: isShut(id) || (state === 'CLOSED' && status.get(id) !== 'OPEN'),
      isOneWay: state === 'CV',
    };
  });
  const pumps = sections.rows('PUMPS').map((row): LinkRow => {
    const joined = ends(row);
    return { ...joined, kind: 'pump', isOneWay: true, isClosed: isShut(joined.id) };
  });
  const controls = sections.rows('VALVES').map((row): LinkRow => {
    const joined = ends(row);
    const type = row.words[4]?.toUpperCase();
    return {
      ...joined,
      kind: type === 'PRV' ? 'regulator' : type === 'TCV' ? 'throttle' : 'controlValve',
      innerM: sections.number(row, 3, 'diameter') * units.diameterM,
      // Pressure-reducing and -sustaining valves shut against flow from behind.
      isOneWay: type === 'PRV' || type === 'PSV',
      isClosed: isShut(joined.id),
    };
  });
  return [...pipes, ...pumps, ...controls];
}
