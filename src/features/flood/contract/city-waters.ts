// What of a city's waters a flood can begin at: levees with their weakest place, the river from station to station.
// Levels in m of the city's vertical reference system.

import type { PlaceDeg } from '../contract.ts';

export const leveeKinds = ['levee', 'quayWall', 'seaWall'] as const;

export interface CityLevee {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof leveeKinds)[number];
  readonly bank: string;
  /** Along the crest. */
  readonly line: readonly PlaceDeg[];
  readonly crestM: readonly number[];
  /** Where it would go first: where it lies deepest below its design, else where it is lowest. */
  readonly weakest: {
    readonly at: number;
    /** Below the design, where that is known. */
    readonly sagM?: number;
    readonly cause?: string;
  };
  /** Of the flood that comes once in a hundred years, at the weakest place; absent on a coast. */
  readonly flood100M?: number;
}

export interface RiverStation {
  readonly id: string;
  readonly stationM: number;
  readonly place: PlaceDeg;
  readonly meanM: number;
  readonly flood100M: number;
}

export interface CityWaters {
  readonly levees: readonly CityLevee[];
  /** By station, up the river. */
  readonly stations: readonly RiverStation[];
}
