// [TIMESERIES], [CURVES], [PATTERNS] and [TRANSECTS] of a SWMM file, in the file's units.

import type { Curve, Pattern } from '../model.ts';
import type { Transect } from '../section/transect.ts';
import { parseClock, parseDate } from './read-time.ts';
import { numberAt, type Row, type SwmmFile, wordAt } from './sections.ts';

export interface NamedCurve extends Curve {
  /** SWMM's word for its kind: STORAGE, PUMP3, RATING … */
  readonly kind: string;
}

/** Time series by id: seconds since the start of the simulation. */
export function readTimeSeries(file: SwmmFile, startMs: number): ReadonlyMap<string, Curve> {
  const series = new Map<string, { x: number[]; y: number[] }>();
  const days = new Map<string, number>();
  for (const row of file.rows('TIMESERIES')) {
    const [id = '', ...rest] = row.tokens;
    if (wordAt(row, 1) === 'FILE') {
      throw file.error(
        row,
        `Time series ${id} lies in a file of its own (${row.tokens[2] ?? ''}), which is not handed over.`,
      );
    }
    const points = series.get(id) ?? { x: [], y: [] };
    series.set(id, points);
    let k = 0;
    while (k < rest.length) {
      const date = parseDate(rest[k] ?? '');
      if (date !== undefined) {
        days.set(id, (date - startMs) / 1000);
        k++;
      }
      const clock = parseClock(rest[k] ?? '');
      const value = Number(rest[k + 1] ?? 'none');
      if (clock === undefined || Number.isNaN(value)) {
        throw file.error(
          row,
          `Time series ${id} has ${rest.slice(k, k + 2).join(' ')}, expected a time and a value.`,
        );
      }
      // Times without a date count from the start of the simulation.
      const time = (days.get(id) ?? 0) + clock;
      if (time < (points.x.at(-1) ?? Number.NEGATIVE_INFINITY)) {
        throw file.error(row, `Time series ${id} goes back in time at ${rest[k] ?? ''}.`);
      }
      points.x.push(time);
      points.y.push(value);
      k += 2;
    }
  }
  return series;
}

export function readCurves(file: SwmmFile): ReadonlyMap<string, NamedCurve> {
  const curves = new Map<string, { kind: string; x: number[]; y: number[] }>();
  for (const row of file.rows('CURVES')) {
    const [id = ''] = row.tokens;
    const hasKind = Number.isNaN(Number(row.tokens[1]));
    const curve = curves.get(id) ?? { kind: wordAt(row, 1), x: [], y: [] };
    curves.set(id, curve);
    for (let k = hasKind ? 2 : 1; k < row.tokens.length; k += 2) {
      const x = numberAt(file, row, k, 'x');
      if (x < (curve.x.at(-1) ?? Number.NEGATIVE_INFINITY)) {
        throw file.error(row, `Curve ${id} goes back from ${curve.x.at(-1)} to ${x}.`);
      }
      curve.x.push(x);
      curve.y.push(numberAt(file, row, k + 1, 'y'));
    }
  }
  return curves;
}

const patternKinds = {
  MONTHLY: 'monthly',
  DAILY: 'daily',
  HOURLY: 'hourly',
  WEEKEND: 'weekend',
} as const;

export function readPatterns(file: SwmmFile): ReadonlyMap<string, Pattern> {
  const patterns = new Map<string, { kind: Pattern['kind']; multipliers: number[] }>();
  for (const row of file.rows('PATTERNS')) {
    const [id = ''] = row.tokens;
    const word = wordAt(row, 1);
    const kind = Object.entries(patternKinds).find(([name]) => name === word)?.[1];
    const pattern = patterns.get(id) ?? { kind: kind ?? 'hourly', multipliers: [] };
    patterns.set(id, pattern);
    for (let k = kind ? 2 : 1; k < row.tokens.length; k++) {
      pattern.multipliers.push(numberAt(file, row, k, 'multiplier'));
    }
  }
  return patterns;
}

/** HEC-2 cards NC (roughness), X1 (heading), GR (levels and stations). */
export function readTransects(file: SwmmFile, lengthM: number): ReadonlyMap<string, Transect> {
  const transects = new Map<string, Transect>();
  let manning: [number, number, number] = [0, 0, 0];
  let heading: Row | undefined;
  let stations: number[] = [];
  let levels: number[] = [];
  const finish = () => {
    if (!heading) return;
    const at = (k: number) => numberAt(file, heading ?? { line: 0, tokens: [] }, k, 'value', 0);
    const [left, right, channel] = manning;
    if (channel <= 0)
      throw file.error(heading, `Transect ${heading.tokens[1] ?? ''} has no roughness.`);
    if (stations.length < 3)
      throw file.error(
        heading,
        `Transect ${heading.tokens[1] ?? ''} has ${stations.length} points, expected 3 or more.`,
      );
    const factor = at(8) || 1;
    const hasBanks = at(3) < at(4) || at(4) > 0;
    transects.set(heading.tokens[1] ?? '', {
      id: heading.tokens[1] ?? '',
      unitM: lengthM,
      station: stations.map((station) => station * factor),
      level: levels.map((level) => level + at(9)),
      leftBank: hasBanks ? at(3) * factor : Number.NEGATIVE_INFINITY,
      rightBank: hasBanks ? at(4) * factor : Number.POSITIVE_INFINITY,
      manningLeft: left > 0 ? left : channel,
      manningRight: right > 0 ? right : channel,
      manningChannel: channel,
      meander: at(7) || 1,
    });
  };
  for (const row of file.rows('TRANSECTS')) {
    switch (wordAt(row, 0)) {
      case 'NC': {
        finish();
        heading = undefined;
        const next = [1, 2, 3].map((k) => numberAt(file, row, k, 'roughness', 0));
        manning = [next[0] || manning[0], next[1] || manning[1], next[2] || manning[2]];
        break;
      }
      case 'X1':
        finish();
        heading = row;
        stations = [];
        levels = [];
        break;
      case 'GR':
        for (let k = 1; k < row.tokens.length; k += 2) {
          levels.push(numberAt(file, row, k, 'level'));
          stations.push(numberAt(file, row, k + 1, 'station'));
        }
        break;
      default:
        throw file.error(row, `${row.tokens[0] ?? ''} is no card of a transect: NC, X1 or GR.`);
    }
  }
  finish();
  return transects;
}
