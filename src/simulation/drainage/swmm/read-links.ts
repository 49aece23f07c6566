// Links of a SWMM file. SI.

import type { Conduit, Curve, DrainageLink, DrainageNode, Outlet, Pump, Weir } from '../model.ts';
import type { NodeParts } from './read-nodes.ts';
import type { LinkSection } from './read-sections.ts';
import { numberAt, type Row, rowOf, wordAt } from './sections.ts';

export interface LinkParts extends NodeParts {
  readonly nodes: readonly DrainageNode[];
  readonly nodeRows: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, LinkSection>;
  readonly losses: ReadonlyMap<string, Row>;
  readonly offsetsAreLevels: boolean;
}

export function readLinks(parts: LinkParts, notes: string[]): DrainageLink[] {
  const { file } = parts;
  return [
    ...file.rows('CONDUITS').map((row) => conduit(parts, row, notes)),
    ...file.rows('PUMPS').map((row) => pump(parts, row)),
    ...file.rows('ORIFICES').map((row) => orifice(parts, row)),
    ...file.rows('WEIRS').map((row) => weir(parts, row)),
    ...file.rows('OUTLETS').map((row) => outlet(parts, row)),
  ];
}

function ends({ file, nodeRows }: LinkParts, row: Row) {
  return {
    id: row.tokens[0] ?? '',
    from: rowOf(file, row, nodeRows, row.tokens[1], 'node'),
    to: rowOf(file, row, nodeRows, row.tokens[2], 'node'),
  };
}

/** Height above the node's invert; a level where the file gives levels; negative ones count as none. */
function offset(parts: LinkParts, row: Row, at: number, node: number, notes?: string[]): number {
  const token = row.tokens[at];
  if (token === undefined || token === '*') return 0;
  const value = numberAt(parts.file, row, at, 'offset') * parts.units.lengthM;
  const height = parts.offsetsAreLevels ? value - (parts.nodes[node]?.invertM ?? 0) : value;
  if (height < -1e-4)
    notes?.push(`Link ${row.tokens[0] ?? ''}: negative offset ${height.toFixed(3)} m taken as 0.`);
  // The smallest offset counts: flow may fall freely over it.
  return Math.max(0, height);
}

function sectionOf({ file, sections }: LinkParts, row: Row): LinkSection {
  const section = sections.get(row.tokens[0] ?? '');
  if (!section) throw file.error(row, `${row.tokens[0] ?? ''} has no cross section.`);
  return section;
}

function conduit(parts: LinkParts, row: Row, notes: string[]): Conduit {
  const { file, units } = parts;
  const { id, from, to } = ends(parts, row);
  const { section, barrels, forceMain } = sectionOf(parts, row);
  const lengthM = numberAt(file, row, 3, 'length') * units.lengthM;
  const manning = numberAt(file, row, 4, 'roughness');
  if (lengthM <= 0)
    throw file.error(row, `Conduit ${id} is ${lengthM} m long, expected more than 0.`);
  if (manning <= 0 && section.shape !== 'irregular')
    throw file.error(row, `Conduit ${id} has the roughness ${manning}, expected more than 0.`);
  const losses = parts.losses.get(id);
  const loss = (at: number) => (losses ? numberAt(file, losses, at, 'loss', 0) : 0);
  // A C factor has no unit; a roughness height is in inches or millimetres.
  const isHeight = forceMain > 0 && forceMain < 10;
  return {
    ...{ kind: 'conduit', id, from, to, lengthM, manning, section, barrels },
    fromOffsetM: offset(parts, row, 5, from, notes),
    toOffsetM: offset(parts, row, 6, to, notes),
    initialFlowM3s: numberAt(file, row, 7, 'initial flow', 0) * units.flowM3s,
    maximumFlowM3s: numberAt(file, row, 8, 'maximum flow', 0) * units.flowM3s,
    ...{ entryLoss: loss(1), exitLoss: loss(2), averageLoss: loss(3) },
    hasFlapGate: losses ? wordAt(losses, 4) === 'YES' : false,
    seepageMps: (loss(5) * units.rainM) / 3600,
    forceMainRoughness: isHeight ? forceMain * units.rainM : forceMain,
  };
}

const pumpKinds = {
  PUMP1: 'volume',
  PUMP2: 'stepped-depth',
  PUMP3: 'head',
  PUMP4: 'depth',
  PUMP5: 'head',
} as const;

function pump(parts: LinkParts, row: Row): Pump {
  const { file, units, curves } = parts;
  const id = row.tokens[3] ?? '*';
  const curve = curves.get(id);
  if (id !== '*' && !curve)
    throw file.error(
      row,
      `Pump ${row.tokens[0] ?? ''} names the curve ${id}, which does not exist.`,
    );
  const by = Object.entries(pumpKinds).find(([kind]) => kind === curve?.kind)?.[1];
  if (curve && !by)
    throw file.error(
      row,
      `Pump ${row.tokens[0] ?? ''} names ${id}, which is a curve of kind ${curve.kind}.`,
    );
  const unit = by === 'volume' ? units.volumeM3 : units.lengthM;
  return {
    ...{ kind: 'pump', ...ends(parts, row), hasFlapGate: true, by: by ?? 'ideal' },
    curve: scaled(curve, unit, units.flowM3s),
    isOnAtStart: wordAt(row, 4) !== 'OFF',
    startDepthM: numberAt(file, row, 5, 'startup depth', 0) * units.lengthM,
    stopDepthM: numberAt(file, row, 6, 'shutoff depth', 0) * units.lengthM,
  };
}

const scaled = (curve: Curve | undefined, x: number, y: number): Curve => ({
  x: curve?.x.map((value) => value * x) ?? [],
  y: curve?.y.map((value) => value * y) ?? [],
});

function orifice(parts: LinkParts, row: Row): DrainageLink {
  const { file } = parts;
  const link = ends(parts, row);
  return {
    ...{ kind: 'orifice', ...link, section: sectionOf(parts, row).section },
    isBottom: wordAt(row, 3) === 'BOTTOM',
    offsetM: offset(parts, row, 4, link.from),
    coefficient: numberAt(file, row, 5, 'discharge coefficient'),
    hasFlapGate: wordAt(row, 6) === 'YES',
    strokeS: numberAt(file, row, 7, 'time to open', 0) * 3600,
  };
}

const weirForms = {
  TRANSVERSE: 'transverse',
  SIDEFLOW: 'sideflow',
  'V-NOTCH': 'v-notch',
  TRAPEZOIDAL: 'trapezoidal',
} as const;

function weir(parts: LinkParts, row: Row): Weir {
  const { file, units } = parts;
  const word = wordAt(row, 3);
  const form = Object.entries(weirForms).find(([name]) => name === word)?.[1];
  if (!form)
    throw file.error(
      row,
      `Weir ${row.tokens[0] ?? ''} is ${word}, expected one of ${Object.keys(weirForms).join(', ')}.`,
    );
  const link = ends(parts, row);
  const { section } = sectionOf(parts, row);
  const sides = section.shape === 'trapezoid' ? section : undefined;
  return {
    ...{ kind: 'weir', ...link, form },
    offsetM: offset(parts, row, 4, link.from),
    coefficient: numberAt(file, row, 5, 'discharge coefficient') * units.weir,
    hasFlapGate: wordAt(row, 6) === 'YES',
    endContractions: numberAt(file, row, 7, 'end contractions', 0),
    endCoefficient: numberAt(file, row, 8, 'end coefficient', 0) * units.weir,
    heightM: section.shape === 'irregular' ? 0 : section.heightM,
    lengthM: section.shape === 'rect-open' ? section.widthM : (sides?.bottomM ?? 0),
    sideSlope: sides?.leftSlope ?? 0,
    canSurcharge: wordAt(row, 9) !== 'NO',
  };
}

function outlet(parts: LinkParts, row: Row): Outlet {
  const { file, units, curves } = parts;
  const link = ends(parts, row);
  const kind = wordAt(row, 4);
  const isTable = kind.startsWith('TABULAR');
  const curve = curves.get(row.tokens[5] ?? '');
  if (isTable && !curve)
    throw file.error(
      row,
      `Outlet ${link.id} names the curve ${row.tokens[5] ?? ''}, which does not exist.`,
    );
  const exponent = isTable ? 1 : numberAt(file, row, 6, 'exponent');
  const factor = isTable ? 0 : numberAt(file, row, 5, 'coefficient');
  return {
    ...{ kind: 'outlet', ...link, offsetM: offset(parts, row, 3, link.from) },
    isByHead: kind.endsWith('HEAD'),
    hasFlapGate: wordAt(row, isTable ? 6 : 7) === 'YES',
    rating: isTable
      ? scaled(curve, units.lengthM, units.flowM3s)
      : { factor: (factor * units.flowM3s) / units.lengthM ** exponent, exponent },
  };
}
