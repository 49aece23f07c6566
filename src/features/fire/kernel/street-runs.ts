// Streets cut into runs of one class of arrival, so that each is one line of one colour.

import type { CoverFrame } from '../contract/response.ts';
import type { PlaceDeg } from '../contract.ts';
import { firstEngineBreaksS } from './colours/scales.ts';

export interface StreetRun {
  readonly places: readonly PlaceDeg[];
  /** Of the colours of the first engine: the last where none comes. */
  readonly kind: number;
}

/** A piece has the class of its later end, so that no street looks reached sooner than it is. */
export function streetRuns(
  { offsets, longitudeDeg, latitudeDeg, arriveS }: CoverFrame['streets'],
  from: number,
  to: number,
): StreetRun[] {
  const runs: StreetRun[] = [];
  for (let street = from; street < to; street++) {
    const first = offsets[street] ?? 0;
    const end = offsets[street + 1] ?? 0;
    let places: PlaceDeg[] = [];
    let kind = -1;
    for (let at = first; at < end; at++) {
      const place: PlaceDeg = [longitudeDeg[at] ?? 0, latitudeDeg[at] ?? 0];
      const before = places.at(-1);
      places.push(place);
      if (!before) continue;
      const next = classOf(Math.max(arriveS[at - 1] ?? Infinity, arriveS[at] ?? Infinity));
      if (kind >= 0 && next !== kind) {
        runs.push({ places: places.slice(0, -1), kind });
        places = [before, place];
      }
      kind = next;
    }
    if (kind >= 0) runs.push({ places, kind });
  }
  return runs;
}

const classOf = (seconds: number): number =>
  Number.isFinite(seconds)
    ? firstEngineBreaksS.filter((limit) => limit <= seconds).length
    : firstEngineBreaksS.length + 1;
