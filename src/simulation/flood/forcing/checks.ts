// What can't be of a drawn part, as one sentence with its name, the place and the value. Checked before a run begins
// and when a part is added to one that goes. Degrees, m, m³/s, s.

import { shapeBreach } from './breach-shape.ts';
import { findLossProblem, findStormProblem } from './check-rain.ts';
import {
  cellAt,
  cellsInside,
  cellsUnder,
  facesAlong,
  hasData,
  lengthOf,
  sidesOf,
  toPoints,
} from './lines.ts';
import type { ForcingPart, ForcingSetup, Place, Series, Site } from './parts.ts';
import { stageCells } from './stage.ts';

export interface ForcingProblem {
  readonly part: string;
  readonly message: string;
}

export function findProblems(setup: ForcingSetup): ForcingProblem[] {
  const parts = [...setup.sources, ...setup.structures];
  const problems: ForcingProblem[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    if (seen.has(part.id))
      problems.push({
        part: part.id,
        message: `${nameOf(part)}: two parts have the id ${part.id}.`,
      });
    seen.add(part.id);
    const message = findPartProblem(part, setup);
    if (message) problems.push({ part: part.id, message });
  }
  const loss = findLossProblem(setup.loss);
  if (loss) problems.push({ part: 'ground', message: loss });
  return problems;
}

/** Undefined where nothing is wrong. */
export function findPartProblem(part: ForcingPart, site: Site): string | undefined {
  const wrong = wrongWith(part, site);
  return wrong && `${nameOf(part)}: ${wrong}`;
}

const nameOf = ({ kind, name, id }: ForcingPart) => `${kindNames[kind]} “${name || id}”`;

const kindNames: Readonly<Record<ForcingPart['kind'], string>> = {
  ...{ rain: 'Rain', inflow: 'Inflow', stage: 'Water level', breach: 'Breach', gate: 'Gate' },
  ...{ 'dam-break': 'Dam break', burst: 'Burst main', barrier: 'Barrier', pump: 'Pump' },
  culvert: 'Culvert',
};

function wrongWith(part: ForcingPart, site: Site): string | undefined {
  switch (part.kind) {
    case 'rain':
      return findStormProblem(part.storm) ?? (part.area && areaProblem(part.area, site));
    case 'inflow':
      return lineProblem(part.line, site) ?? flowProblem(part.flow);
    case 'stage':
      return (
        shortLine(part.line) ??
        seriesProblem(part.level, 'level') ??
        (stageCells(site, part).length > 0 ? undefined : outside('its line', part.line[0]))
      );
    case 'dam-break':
      return areaProblem(part.area, site) ?? damProblem(part, site);
    case 'burst':
      return pointProblem('it', part.at, site) ?? flowProblem(part.flow);
    case 'breach':
      return lineProblem(part.line, site) ?? breachProblem(part, site);
    case 'barrier':
      return lineProblem(part.line, site) ?? barrierProblem(part);
    case 'gate':
      return lineProblem(part.line, site) ?? gateProblem(part, site);
    case 'pump':
      return (
        pointProblem('its inlet', part.from, site) ??
        (part.to && pointProblem('its outlet', part.to, site)) ??
        pumpProblem(part)
      );
    case 'culvert':
      return (
        pointProblem('its inlet', part.from, site) ??
        pointProblem('its outlet', part.to, site) ??
        culvertProblem(part, site)
      );
  }
}

type Of<Kind extends ForcingPart['kind']> = Extract<ForcingPart, { kind: Kind }>;

const at = (place: Place | undefined) =>
  place ? `${place[1].toFixed(5)}°, ${place[0].toFixed(5)}°` : 'nowhere';
const outside = (what: string, place: Place | undefined) =>
  `${what} at ${at(place)} lies outside the simulated ground.`;

const shortLine = (line: readonly Place[]) =>
  line.length >= 2
    ? undefined
    : `its line has ${line.length === 1 ? '1 point' : `${line.length} points`}, at least 2 are needed.`;

function lineProblem(line: readonly Place[], site: Site): string | undefined {
  const short = shortLine(line);
  if (short) return short;
  const points = toPoints(site, line);
  if (!(lengthOf(points) > 0)) return `its line at ${at(line[0])} has a length of 0 m.`;
  return cellsUnder(site.grid, points).cells.length > 0 ? undefined : outside('its line', line[0]);
}

function areaProblem(area: readonly Place[], site: Site): string | undefined {
  if (area.length < 3) return `its area has ${area.length} corners, at least 3 are needed.`;
  const isThere = cellsInside(site.grid, toPoints(site, area)).length > 0;
  return isThere ? undefined : outside('its area', area[0]);
}

function pointProblem(what: string, place: Place, { grid, toGrid }: Site): string | undefined {
  return hasData(grid, cellAt(grid, toGrid(place))) ? undefined : outside(what, place);
}

export function seriesProblem(series: Series, what: string): string | undefined {
  if (series.length === 0) return `its ${what} has no values.`;
  let before = Number.NEGATIVE_INFINITY;
  for (const [time, value] of series) {
    if (!Number.isFinite(time) || !Number.isFinite(value))
      return `its ${what} at ${time} s is ${value}, not a number.`;
    if (time < before) return `its ${what} goes back in time from ${before} s to ${time} s.`;
    before = time;
  }
  return undefined;
}

function flowProblem(flow: Series): string | undefined {
  const wrong = seriesProblem(flow, 'flow');
  if (wrong) return wrong;
  const negative = flow.find(([, value]) => value < 0);
  return negative && `its flow at ${negative[0]} s is ${negative[1]} m³/s, 0 or more is needed.`;
}

const notPositive = (what: string, value: number, unit: string) =>
  value > 0 ? undefined : `its ${what} is ${value} ${unit}, more than 0 is needed.`;
const negative = (what: string, value: number, unit: string) =>
  value >= 0 ? undefined : `its ${what} is ${value} ${unit}, 0 or more is needed.`;

function damProblem({ area, levelM }: Of<'dam-break'>, site: Site): string | undefined {
  if (!Number.isFinite(levelM)) return `its level is ${levelM} m, not a number.`;
  const cells = cellsInside(site.grid, toPoints(site, area));
  const lowest = cells.reduce((low, cell) => Math.min(low, site.grid.zM[cell] ?? low), Infinity);
  return levelM > lowest
    ? undefined
    : `its level of ${levelM} m at ${at(area[0])} is not above the ground of ${lowest.toFixed(2)} m.`;
}

function breachProblem(
  { line, widthM, growthS, invertM }: Of<'breach'>,
  site: Site,
): string | undefined {
  const wrong = notPositive('width', widthM, 'm') ?? negative('growth', growthS, 's');
  if (wrong) return wrong;
  const points = toPoints(site, line);
  const lengthM = lengthOf(points) * site.grid.cellM;
  // Room for what a projection and the rounding of a drawing make of one length.
  if (widthM > lengthM * 1.01 + 0.1)
    return `its width of ${widthM} m is more than its line at ${at(line[0])} is long (${lengthM.toFixed(1)} m).`;
  const shape = shapeBreach(site.grid, points, widthM, invertM);
  if (!shape) return outside('its middle', line[line.length >> 1]);
  return shape.crestM > shape.invertM
    ? undefined
    : `its invert of ${shape.invertM.toFixed(2)} m at ${at(line[0])} is not below the crest of ${shape.crestM.toFixed(2)} m.`;
}

function barrierProblem(part: Of<'barrier'>): string | undefined {
  const { heightM, crestM, fromS, untilS } = part;
  if (heightM !== undefined) {
    const wrong = notPositive('height', heightM, 'm');
    if (wrong) return wrong;
  }
  if (crestM !== undefined && !Number.isFinite(crestM))
    return `its crest is ${crestM} m, not a number.`;
  return untilS === undefined || untilS > fromS
    ? undefined
    : `it stands until ${untilS} s, which is not after ${fromS} s.`;
}

function gateProblem({ line, sillM, opening }: Of<'gate'>, site: Site): string | undefined {
  const wrong = seriesProblem(opening, 'opening');
  if (wrong) return wrong;
  const shut = opening.find(([, value]) => value < 0);
  if (shut) return `its opening at ${shut[0]} s is ${shut[1]} m, 0 or more is needed.`;
  const { grid } = site;
  const faces = facesAlong(grid, toPoints(site, line));
  if (faces.length === 0)
    return `its line at ${at(line[0])} is shorter than a cell of ${grid.cellM} m.`;
  const grounds = faces.map((face) => {
    const [owner, other] = sidesOf(grid, face);
    return Math.max(grid.zM[owner] ?? 0, grid.zM[other] ?? 0);
  });
  const ground = Math.min(...grounds);
  // Half a metre: levels of grounds and of drawings differ by as much.
  return sillM >= ground - 0.5
    ? undefined
    : `its sill of ${sillM} m at ${at(line[0])} lies below the ground of ${ground.toFixed(2)} m.`;
}

function pumpProblem(part: Of<'pump'>): string | undefined {
  const wrong =
    notPositive('flow', part.flowM3s, 'm³/s') ?? negative('stop depth', part.stopDepthM, 'm');
  if (wrong) return wrong;
  return part.startDepthM >= part.stopDepthM
    ? undefined
    : `it starts at ${part.startDepthM} m, below the ${part.stopDepthM} m at which it stops.`;
}

function culvertProblem(part: Of<'culvert'>, { grid, toGrid }: Site): string | undefined {
  const wrong =
    notPositive('width', part.widthM, 'm') ??
    notPositive('height', part.heightM, 'm') ??
    notPositive('count', part.count, 'barrels');
  if (wrong) return wrong;
  return cellAt(grid, toGrid(part.from)) === cellAt(grid, toGrid(part.to))
    ? `its ends lie in one cell at ${at(part.from)}; cells are ${grid.cellM} m wide.`
    : undefined;
}
