// What a flood is looked at for: buildings, sites, underground entrances and streets, each as the cells of the grid that
// it touches. Depths in m, times in s since the start of the run; row-major cells as in `parts.ts`.

/** Below this depth (m) nothing counts as wet: the mask of the maps. */
export const WET_M = 0.05;

/** Things in this order: all buildings, then sites, then underground entrances, then streets. */
export interface WatchedThings {
  readonly buildings: number;
  readonly sites: number;
  readonly undergrounds: number;
  readonly roads: number;
  /** Cells of thing i: `cells` from `offsets[i]` up to `offsets[i + 1]`; of a street in the order of its line. */
  readonly offsets: Uint32Array;
  readonly cells: Int32Array;
  /** Depth (m) above which the thing is flooded; of a street the depth that closes it to cars. */
  readonly sillM: Float32Array;
}

export const countThings = (things: WatchedThings): number =>
  things.buildings + things.sites + things.undergrounds + things.roads;

/** Index of the first site, underground entrance, street. */
export const firstSite = (things: WatchedThings): number => things.buildings;
export const firstUnderground = (things: WatchedThings): number => things.buildings + things.sites;
export const firstRoad = (things: WatchedThings): number =>
  things.buildings + things.sites + things.undergrounds;

/** Above its sill now; a street: closed to cars. */
export const AFFECTED = 1;
/** A street that is closed to fire engines. */
export const CLOSED_TO_ENGINES = 2;
/** Dry, with no road that cars can pass to the main part of the network or to a fire station. */
export const CUT_OFF = 4;
/** No dry fire station reaches it, by roads that engines can pass. */
export const BEYOND_ENGINES = 8;
/** Has been above its sill, if only between two looks. */
export const EVER_AFFECTED = 16;

/** What each thing is at one time. */
export interface ThingStates {
  readonly depthMm: Uint16Array;
  readonly mostMm: Uint16Array;
  /** Largest hazard rating so far, in hundredths. */
  readonly hazardCenti: Uint16Array;
  readonly flags: Uint8Array;
  /** When the water first exceeded the sill (s); NaN: never. */
  readonly firstS: Float32Array;
}

export function createThingStates(count: number): ThingStates {
  return {
    depthMm: new Uint16Array(count),
    mostMm: new Uint16Array(count),
    hazardCenti: new Uint16Array(count),
    flags: new Uint8Array(count),
    firstS: new Float32Array(count).fill(Number.NaN),
  };
}

export function copyThingStates(from: ThingStates, to: ThingStates): void {
  to.depthMm.set(from.depthMm);
  to.mostMm.set(from.mostMm);
  to.hazardCenti.set(from.hazardCenti);
  to.flags.set(from.flags);
  to.firstS.set(from.firstS);
}

export function clearThingStates(states: ThingStates): void {
  states.depthMm.fill(0);
  states.mostMm.fill(0);
  states.hazardCenti.fill(0);
  states.flags.fill(0);
  states.firstS.fill(Number.NaN);
}
