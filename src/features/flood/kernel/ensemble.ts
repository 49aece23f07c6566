// What is read off the maps of an ensemble: at points, as areas, as a file of its runs.

import type { EnsembleMaps, MemberOutcome } from '../contract/ensemble.ts';
import type { FloodPlace, PlaceDeg } from '../contract.ts';
import { findCell } from './lattice.ts';

export interface EnsemblePoint {
  readonly id: string;
  readonly name: string;
  readonly probability: number;
  /** Arrival in one, five, nine of ten runs (s); undefined: so many stay dry. */
  readonly early: number | undefined;
  readonly middle: number | undefined;
  readonly late: number | undefined;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly line: readonly PlaceDeg[];
}

/** Points outside the grid are left out; of a line, its first point counts. */
export function pointsOf(
  maps: EnsembleMaps,
  threshold: number,
  place: FloodPlace,
  gauges: readonly Named[],
): EnsemblePoint[] {
  return gauges.flatMap(({ id, name, line: [at] }) => {
    const cell = at && findCell(place, at);
    if (cell === undefined) return [];
    const arrival = (band: number) => {
      const time = maps.arrivalS[band]?.[cell] ?? Number.NaN;
      return Number.isNaN(time) ? undefined : time;
    };
    const probability = maps.probability[threshold]?.[cell] ?? 0;
    return [{ id, name, probability, early: arrival(0), middle: arrival(1), late: arrival(2) }];
  });
}

/** Area where the probability is `share` or more. */
export function wetAreaM2(
  probability: Float32Array | undefined,
  share: number,
  cellM: number,
): number {
  let cells = 0;
  for (const value of probability ?? []) if (value >= share - 1e-6) cells++;
  return cells * cellM * cellM;
}

export function toCsv(members: readonly MemberOutcome[]): string {
  const head =
    'member,inflow_factor,level_shift_m,breach_factor,roughness_factor,wet_cells,mass_error';
  const rows = members.map(({ inflow, levelM, breach, roughness, wetCells, massError }, k) =>
    [k + 1, inflow, levelM, breach, roughness, wetCells, massError].join(','),
  );
  return `${[head, ...rows].join('\n')}\n`;
}
