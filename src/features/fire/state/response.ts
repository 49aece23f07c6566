import type { BuildingRef, PlaceDeg } from '../contract.ts';

export interface ResponseState {
  /** The building that engines and water are found for; undefined: where the shown fire began. */
  readonly target: BuildingRef | undefined;
  /** Stand-by places that a person tries. */
  readonly added: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: PlaceDeg;
    readonly engines: number;
  }[];
  /** Ids of stations and streets that are taken as closed by hand. */
  readonly closedStations: readonly string[];
  readonly closedStreets: readonly string[];
  /** Which sources' closures count. */
  readonly takesFlood: boolean;
  readonly takesFire: boolean;
  readonly takesWorks: boolean;
}

export const initialResponse: ResponseState = {
  target: undefined,
  added: [],
  closedStations: [],
  closedStreets: [],
  takesFlood: true,
  takesFire: true,
  takesWorks: true,
};
