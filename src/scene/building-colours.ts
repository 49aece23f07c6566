// Colours that one feature lends to the buildings another one draws: features don't know each other, both know this
// channel of `frames.ts`.

/** Channel with `BuildingColours`, or undefined to give every building its own look back. */
export const BUILDING_COLOURS = 'building-colours';

export interface BuildingColours {
  /** Build of the city that the indices belong to. */
  readonly build: string;
  /** sRGB and a fourth byte for each building in city-wide index order; fourth byte 0: as it was. */
  readonly rgba: Uint8Array;
}
