// What every file says of the run that it is of: simulated, by what, on which ground, how exactly.

import type { FloodStatus } from '../../contract.ts';
import type { FloodRun } from '../../state/initial.ts';
import { shareBeyond } from '../status-words.ts';

export function describeRun(
  { scenario }: FloodRun,
  status: FloodStatus,
  city: string,
): Readonly<Record<string, string>> {
  return {
    CITY: city,
    SCENARIO: scenario.name,
    NATURE: 'simulated',
    MODEL: `${status.scheme}, ${status.backend}`,
    CELL_M: String(status.cellM),
    GROUND: status.terrain,
    GROUND_SURVEYED: status.surveyed ?? 'not given',
    MASS_ERROR: status.massError.toExponential(1),
    SHARE_BEYOND_VALIDITY: shareBeyond(status).toFixed(4),
    START_UTC: new Date(scenario.startMs).toISOString(),
  };
}

/** `breach-at-the-east-levee-t0120-depth.tif` */
export function fileName(run: FloodRun, what: string, ending: string, timeS?: number): string {
  const minutes = Math.round((timeS ?? 0) / 60);
  const time =
    timeS === undefined
      ? ''
      : `-t${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
  const name = run.scenario.name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `${name || 'flood'}${time}-${what}.${ending}`;
}
