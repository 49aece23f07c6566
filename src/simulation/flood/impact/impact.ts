// Who and what the water reaches, look by look: depths at things (`measure-water.ts`), flags with their access
// (`street-access.ts`), everything kept as changes (`impact-log.ts`). Rules: flood.md §5 (RoFSW classes, 0.3 m sill).

import { depthClass } from './depth-class.ts';
import { ImpactLog } from './impact-log.ts';
import { type Measured, type WaterFields, WaterMeasure } from './measure-water.ts';
import type { GridSize } from './shape-cells.ts';
import {
  type Blocked,
  createBlocked,
  type Doors,
  findParts,
  reachedParts,
  reachesDoor,
  type StreetGraph,
} from './street-access.ts';
import {
  AFFECTED,
  BEYOND_ENGINES,
  CLOSED_TO_ENGINES,
  CUT_OFF,
  copyThingStates,
  countThings,
  createThingStates,
  EVER_AFFECTED,
  firstRoad,
  firstUnderground,
  type ThingStates,
  type WatchedThings,
} from './watched-things.ts';

/** A change of depth (mm) or hazard (hundredths) below this isn't kept, unless a class or a flag changes with it. */
const KEPT_MM = 10;
const KEPT_CENTI = 5;

export interface WatchedCity {
  readonly grid: GridSize;
  readonly things: WatchedThings;
  /** Streets in the order of the watched ones. */
  readonly graph: StreetGraph;
  /** Doors of buildings and sites, in the order of the watched things. */
  readonly doors: Doors;
  /** Things that are fire stations. */
  readonly stations: readonly number[];
}

export interface Look extends WaterFields {
  readonly timeS: number;
  /** When each cell's depth first exceeded 0.3 m (s; NaN: never). */
  readonly arrivalS: Float32Array;
}

/** Depth (m) of `Look.arrivalS`: things with this sill get the time of the water, others that of the look. */
const ARRIVAL_M = 0.3;

export class Impact {
  readonly #city: WatchedCity;
  readonly #measure: WaterMeasure;
  readonly #measured: Measured;
  readonly #kept: ThingStates;
  readonly #shown: ThingStates;
  readonly #replayed: ThingStates;
  readonly #sillMm: Uint16Array;
  /** Things that a road reached before the flood, and an engine of a fire station: bit 1 and 2. */
  readonly #joined: Uint8Array;
  #log: ImpactLog;
  #replayedLooks = -1;

  constructor(city: WatchedCity, from?: { readonly impact: Impact; readonly timeS: number }) {
    const { things, grid } = city;
    const count = countThings(things);
    this.#city = city;
    this.#measure = new WaterMeasure(things, grid);
    this.#measured = {
      depthMm: new Uint16Array(count),
      mostMm: new Uint16Array(count),
      hazardCenti: new Uint16Array(count),
      toCars: createBlocked(things.roads),
      toEngines: createBlocked(things.roads),
    };
    this.#kept = createThingStates(count);
    this.#shown = createThingStates(count);
    this.#replayed = createThingStates(count);
    this.#sillMm = Uint16Array.from(things.sillM, (sillM) =>
      Math.min(65_535, Math.max(0, Math.round(sillM * 1000))),
    );
    this.#joined = this.#findJoined();
    this.#log = new ImpactLog();
    if (from && from.impact.#kept.flags.length === count) {
      const looks = from.impact.#log.looksUntil(from.timeS);
      this.#log = from.impact.#log.fork(looks);
      this.#log.replay(looks, this.#kept);
    }
  }

  get log(): ImpactLog {
    return this.#log;
  }

  /** A look that lists, events and replay tell of; returns what it found, true until the next call. */
  keep(look: Look): ThingStates {
    this.#advance(look, this.#kept, this.#log);
    this.#log.close(look.timeS, this.#kept);
    return this.#kept;
  }

  /** A look between kept ones, only to be shown. */
  show(look: Look): ThingStates {
    copyThingStates(this.#kept, this.#shown);
    this.#advance(look, this.#shown, undefined);
    return this.#shown;
  }

  /** What the last kept look up to a time found; undefined before the first. True until the next call. */
  at(timeS: number): { readonly timeS: number; readonly states: ThingStates } | undefined {
    const looks = this.#log.looksUntil(timeS);
    const lookS = this.#log.times[looks - 1];
    if (lookS === undefined) return undefined;
    if (looks === this.#log.times.length) return { timeS: lookS, states: this.#kept };
    if (looks !== this.#replayedLooks) this.#log.replay(looks, this.#replayed);
    this.#replayedLooks = looks;
    return { timeS: lookS, states: this.#replayed };
  }

  #advance(look: Look, states: ThingStates, log: ImpactLog | undefined): void {
    const { things, graph, doors, stations } = this.#city;
    const found = this.#measured;
    this.#measure.measure(look, states.flags, found);
    const roads = firstRoad(things);
    for (let road = 0; road < things.roads; road++) {
      const flags =
        (found.toCars.last[road]! < 0 ? 0 : AFFECTED) |
        (found.toEngines.last[road]! < 0 ? 0 : CLOSED_TO_ENGINES);
      this.#settle(roads + road, flags, look, states, log);
    }
    const isDry = (thing: number) => found.depthMm[thing]! <= this.#sillMm[thing]!;
    const open = stations.filter(isDry);
    const parts = findParts(graph, found.toCars);
    const engineParts = findParts(graph, found.toEngines);
    const reached = reachedParts(parts, graph, found.toCars, doors, open, true);
    const engines = reachedParts(engineParts, graph, found.toEngines, doors, open, false);
    const withDoors = firstUnderground(things);
    for (let thing = 0; thing < roads; thing++) {
      let flags = isDry(thing) ? 0 : AFFECTED;
      if (thing < withDoors && flags === 0) {
        const joined = this.#joined[thing]!;
        const isOff =
          (joined & 1) !== 0 && !reachesDoor(thing, doors, graph, found.toCars, parts, reached);
        const isBeyond =
          (joined & 2) !== 0 &&
          !reachesDoor(thing, doors, graph, found.toEngines, engineParts, engines);
        flags = (isOff ? CUT_OFF : 0) | (isBeyond ? BEYOND_ENGINES : 0);
      }
      this.#settle(thing, flags, look, states, log);
    }
  }

  /** Takes over what was found of one thing, where it differs enough from what is known. */
  #settle(
    thing: number,
    now: number,
    look: Look,
    states: ThingStates,
    log: ImpactLog | undefined,
  ): void {
    const found = this.#measured;
    const depth = found.depthMm[thing]!;
    const most = Math.max(found.mostMm[thing]!, states.mostMm[thing]!);
    const hazard = Math.max(found.hazardCenti[thing]!, states.hazardCenti[thing]!);
    const before = states.flags[thing]!;
    const isEver =
      (now & AFFECTED) !== 0 || (before & EVER_AFFECTED) !== 0 || most > this.#sillMm[thing]!;
    const flags = now | (isEver ? EVER_AFFECTED : 0);
    const isSame =
      flags === before &&
      isAlike(depth, states.depthMm[thing]!) &&
      isAlike(most, states.mostMm[thing]!) &&
      hazard - states.hazardCenti[thing]! < KEPT_CENTI;
    if (isSame) return;
    if (isEver && Number.isNaN(states.firstS[thing]!)) {
      states.firstS[thing] = this.#firstTime(thing, look);
    }
    states.depthMm[thing] = depth;
    states.mostMm[thing] = most;
    states.hazardCenti[thing] = hazard;
    states.flags[thing] = flags;
    log?.add(thing, states);
  }

  #firstTime(thing: number, look: Look): number {
    const { offsets, cells, sillM } = this.#city.things;
    if (Math.abs(sillM[thing]! - ARRIVAL_M) > 1e-6) return look.timeS;
    let first = look.timeS;
    for (let at = offsets[thing]!; at < offsets[thing + 1]!; at++) {
      const arrival = look.arrivalS[cells[at]!]!;
      if (arrival < first) first = arrival;
    }
    return first;
  }

  #findJoined(): Uint8Array {
    const { things, graph, doors, stations } = this.#city;
    const dry: Blocked = createBlocked(things.roads);
    const parts = findParts(graph, dry);
    const reached = reachedParts(parts, graph, dry, doors, stations, true);
    const engines = reachedParts(parts, graph, dry, doors, stations, false);
    return Uint8Array.from({ length: firstUnderground(things) }, (_, thing) => {
      const isReached = reachesDoor(thing, doors, graph, dry, parts, reached);
      const isServed = reachesDoor(thing, doors, graph, dry, parts, engines);
      return (isReached ? 1 : 0) | (isServed ? 2 : 0);
    });
  }
}

const isAlike = (a: number, b: number): boolean =>
  Math.abs(a - b) < KEPT_MM && depthClass(a) === depthClass(b);
