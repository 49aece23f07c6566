// [OPTIONS] of a SWMM file; what is missing takes SWMM 5.2's default.

import type { DrainageOptions } from '../model.ts';
import { parseClock, parseDate } from './read-time.ts';
import type { Row, SwmmFile } from './sections.ts';
import { type SwmmUnits, unitsOf } from './units.ts';

/** Surface of a node where none is given: a manhole 4 ft across. */
const MANHOLE_M2 = 12.566 * 0.3048 ** 2;

export interface SwmmOptions {
  readonly units: SwmmUnits;
  readonly solver: DrainageOptions;
  readonly offsetsAreLevels: boolean;
  readonly infiltration: string;
}

export function readOptions(file: SwmmFile): SwmmOptions {
  const rows = new Map<string, Row>(
    file.rows('OPTIONS').map((row) => [(row.tokens[0] ?? '').toUpperCase(), row]),
  );
  const word = (key: string, fallback: string) =>
    (rows.get(key)?.tokens[1] ?? fallback).toUpperCase();
  const parsed = (key: string, parse: (token: string) => number | undefined, fallback: number) => {
    const row = rows.get(key);
    if (!row) return fallback;
    const value = parse(row.tokens[1] ?? '');
    if (value === undefined)
      throw file.error(row, `${key} is ${row.tokens[1] ?? '(empty)'}, which can't be read.`);
    return value;
  };
  const number = (key: string, fallback: number) =>
    parsed(key, (token) => (Number.isNaN(Number(token)) ? undefined : Number(token)), fallback);
  const clock = (key: string, fallback: number) => parsed(key, parseClock, fallback);
  const seconds = (key: string, fallback: number) =>
    parsed(key, (token) => (token.includes(':') ? parseClock(token) : Number(token)), fallback);
  const flowUnits = word('FLOW_UNITS', 'CFS');
  const units = unitsOf(flowUnits);
  if (!units) {
    throw file.error(
      rows.get('FLOW_UNITS') ?? { line: 1, tokens: [] },
      `Flow units are ${flowUnits}, expected CFS, GPM, MGD, CMS, LPS or MLD.`,
    );
  }
  const routing = rows.get('FLOW_ROUTING');
  if (word('FLOW_ROUTING', 'DYNWAVE') === 'NONE' && routing) {
    throw file.error(routing, 'Flow routing is NONE: there is nothing to route.');
  }
  const startMs =
    parsed('START_DATE', parseDate, Date.UTC(2004, 0, 1)) + clock('START_TIME', 0) * 1000;
  const endMs =
    parsed('END_DATE', parseDate, Math.floor(startMs / 86_400_000) * 86_400_000) +
    clock('END_TIME', 86_400) * 1000;
  if (endMs <= startMs) {
    throw file.error(
      rows.get('END_DATE') ?? { line: 1, tokens: [] },
      'The end is not after the start.',
    );
  }
  const length = units.lengthM;
  const positive = (key: string, fallback: number) => number(key, 0) || fallback;
  const damping = word('INERTIAL_DAMPING', 'PARTIAL');
  const limit = word('NORMAL_FLOW_LIMITED', 'BOTH');
  return {
    units,
    offsetsAreLevels: word('LINK_OFFSETS', 'DEPTH') === 'ELEVATION',
    infiltration: word('INFILTRATION', 'HORTON'),
    solver: {
      ...{
        startMs,
        durationS: (endMs - startMs) / 1000,
        routingStepS: seconds('ROUTING_STEP', 20),
      },
      courantShare: number('VARIABLE_STEP', 0),
      minimumStepS: Math.min(positive('MINIMUM_STEP', 0.5), seconds('ROUTING_STEP', 20)),
      lengtheningStepS: number('LENGTHENING_STEP', 0),
      wetStepS: seconds('WET_STEP', 300),
      dryStepS: seconds('DRY_STEP', 3600),
      inertialDamping: damping === 'NONE' ? 'none' : damping === 'FULL' ? 'full' : 'partial',
      normalFlowLimit:
        limit === 'SLOPE' || limit === 'YES'
          ? 'slope'
          : limit === 'FROUDE'
            ? 'froude'
            : limit === 'NONE'
              ? 'none'
              : 'both',
      surcharge: word('SURCHARGE_METHOD', 'EXTRAN') === 'SLOT' ? 'slot' : 'extran',
      forceMain: word('FORCE_MAIN_EQUATION', 'H-W') === 'D-W' ? 'darcy-weisbach' : 'hazen-williams',
      minimumAreaM2: positive('MIN_SURFAREA', MANHOLE_M2 / units.surfaceM2) * units.surfaceM2,
      minimumSlope: number('MIN_SLOPE', 0) / 100,
      maximumTrials: positive('MAX_TRIALS', 8),
      headToleranceM: positive('HEAD_TOLERANCE', 0.001524 / length) * length,
      allowPonding: word('ALLOW_PONDING', 'NO') === 'YES',
    },
  };
}
