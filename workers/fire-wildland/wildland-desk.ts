// Computes wildland fires on one city's ground, which is read once for each size of cells.

import type {
  WildlandFrame,
  WildlandMap,
  WildlandNews,
  WildlandRequest,
  WildlandResult,
} from '#features/fire/contract/wildland.ts';
import type { PlaceDeg, WindSpell } from '#features/fire/contract.ts';
import { isDayAt } from '#features/fire/kernel/moment.ts';
import { burnProbability } from '#simulation/fire/wildland/burn-probability.ts';
import {
  burnLandscape,
  type LandFire,
  type Landscape,
} from '#simulation/fire/wildland/landscape.ts';
import { createTravelTime } from '#simulation/fire/wildland/travel-time.ts';
import { runThroughSpells } from '#simulation/fire/wildland/wind-spells.ts';
import type { TownFiles } from '../town/client.ts';
import { type Burnt, rankOf, toFrame, valuesOf } from './frames.ts';
import { exposedHouses } from './houses.ts';
import type { WildLand } from './land.ts';
import { moistureOf } from './moisture.ts';
import { windsAround } from './weathers.ts';

export interface WildlandTopics {
  readonly readLand: (city: TownFiles, cellM: number) => Promise<WildLand>;
  readonly now: () => number;
}

/** Someone points beside the grass that he means. */
const SNAP_CELLS = 3;
const SLICE_MS = 30;
const growthHours = [0.5, 1, 2, 4, 6, 12, 24] as const;

export class WildlandDesk {
  readonly #topics: WildlandTopics;
  readonly #city: TownFiles;
  readonly #lands = new Map<number, Promise<WildLand>>();
  #burnt: (Burnt & { readonly wild: WildLand }) | undefined;
  #chance: WildlandFrame | undefined;

  constructor(topics: WildlandTopics, city: TownFiles) {
    this.#topics = topics;
    this.#city = city;
  }

  async *run(
    of: string,
    request: WildlandRequest,
    signal: AbortSignal,
  ): AsyncGenerator<WildlandNews> {
    const wild = await this.#landOf(request.cellM);
    signal.throwIfAborted();
    const beganMs = this.#topics.now();
    const { moisture, month, assumptions } = moistureOf(request, wild.middle);
    const land = wild.landIn(month);
    const fires = request.wind.map((spell) => burn(land, spell, moisture));
    const [first] = fires;
    if (!first) throw new RangeError('There is no wind; 0 m/s or more is expected.');
    const arrivalS = request.ignitions.length > 0 ? spread(wild, land, request, fires) : undefined;
    this.#burnt = { of, wild, land, fire: first, arrivalS };
    const arrivals = arrivalS ?? new Float32Array(first.rateMs.length).fill(Infinity);
    const isDay = isDayAt(request.startMs, wild.middle[0]);
    const result: WildlandResult = {
      ...{ of, request, cellM: land.cellM, ...ground(land, first) },
      moisture: { h1: moisture.h1, liveHerb: moisture.liveHerb, liveWood: moisture.liveWood },
      growth: growthOf(wild, request, arrivals),
      ...mostOf(first, arrivals),
      ...exposedHouses(wild, arrivals, first.flameM, isDay),
      assumptions,
      elapsedMs: this.#topics.now() - beganMs,
    };
    yield { kind: 'result', result };
  }

  async *chance(
    of: string,
    request: WildlandRequest,
    { fires, seed }: { readonly fires: number; readonly seed: number },
    signal: AbortSignal,
  ): AsyncGenerator<WildlandNews> {
    const wild = await this.#landOf(request.cellM);
    const { moisture, month } = moistureOf(request, wild.middle);
    const land = wild.landIn(month);
    const [wind] = request.wind;
    if (!wind) throw new RangeError('There is no wind; 0 m/s or more is expected.');
    const scenarios = windsAround.map(({ speedShare, turnedRad, weight }) => ({
      field: burn(
        land,
        { ...wind, speedMs: wind.speedMs * speedShare, fromRad: wind.fromRad + turnedRad },
        moisture,
      ).field,
      ...{ weight, durationS: request.durationS },
    }));
    const members = burnProbability(scenarios, { members: fires, seed });
    let sliceMs = this.#topics.now();
    for (let step = members.next(); ; step = members.next()) {
      if (step.done) {
        const { width, height } = land;
        const values = flipped(step.value.probability, width, height).map((share, cell) =>
          land.fuel[cell] === 0 ? Number.NaN : share,
        );
        this.#chance = toFrame(wild, 'burn-probability', of, values);
        yield { kind: 'progress', done: fires, of: fires };
        return;
      }
      if (this.#topics.now() - sliceMs < SLICE_MS) continue;
      yield { kind: 'progress', done: step.value.done, of: fires };
      // Other questions, and the wish to stop, come in between.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      sliceMs = this.#topics.now();
    }
  }

  map(of: string, map: WildlandMap): WildlandFrame | undefined {
    if (map === 'burn-probability') {
      const chance = this.#chance;
      return chance?.of === of ? { ...chance, values: chance.values.slice() } : undefined;
    }
    if (this.#burnt?.of !== of) return undefined;
    const values = valuesOf(map, this.#burnt);
    return values && toFrame(this.#burnt.wild, map, of, values);
  }

  #landOf(cellM: number): Promise<WildLand> {
    const known = this.#lands.get(cellM);
    if (known) return known;
    const land = this.#topics.readLand(this.#city, cellM);
    land.catch(() => this.#lands.delete(cellM));
    this.#lands.set(cellM, land);
    return land;
  }
}

const burn = (
  land: Landscape,
  { speedMs, fromRad }: WindSpell,
  moisture: Parameters<typeof burnLandscape>[1]['moisture'],
): LandFire => burnLandscape(land, { wind10Ms: speedMs, windToRad: fromRad + Math.PI, moisture });

/** Arrival (s) with rows southwards. */
function spread(
  wild: WildLand,
  land: Landscape,
  { ignitions, wind, durationS }: WildlandRequest,
  fires: readonly LandFire[],
): Float32Array {
  const { width, height } = land;
  const cells = ignitions.map((place) => litCell(wild, land, place));
  const arrivalS = new Float64Array(width * height);
  runThroughSpells(
    fires.map(({ field }, at) => ({
      fromS: at === 0 ? 0 : (wind[at]?.fromS ?? 0),
      travel: createTravelTime(field),
    })),
    cells.map((cell) => (height - 1 - Math.floor(cell / width)) * width + (cell % width)),
    durationS,
    width,
    arrivalS,
  );
  return flipped(arrivalS, width, height);
}

/** The burnable cell nearest to a place, at most `SNAP_CELLS` away; throws one sentence where there is none. */
function litCell({ places }: WildLand, land: Landscape, place: PlaceDeg): number {
  const [x, y] = places.toGrid(place).map(Math.floor);
  let best: { cell: number; away: number } | undefined;
  for (let down = -SNAP_CELLS; down <= SNAP_CELLS; down++)
    for (let over = -SNAP_CELLS; over <= SNAP_CELLS; over++) {
      const [column, row] = [(x ?? 0) + over, (y ?? 0) + down];
      if (column < 0 || row < 0 || column >= land.width || row >= land.height) continue;
      const cell = row * land.width + column;
      const away = Math.hypot(over, down);
      if (land.fuel[cell] !== 0 && (!best || away < best.away)) best = { cell, away };
    }
  if (best) return best.cell;
  const [longitude, latitude] = place;
  throw new RangeError(
    `Nothing burns at ${latitude.toFixed(5)}, ${longitude.toFixed(5)}: grass, shrubs or trees within ${SNAP_CELLS * land.cellM} m are expected.`,
  );
}

function flipped(rows: Float64Array, width: number, height: number): Float32Array {
  const turned = new Float32Array(rows.length);
  for (let row = 0; row < height; row++)
    turned.set(rows.subarray((height - 1 - row) * width, (height - row) * width), row * width);
  return turned;
}

function ground(land: Landscape, { intensityKWM }: LandFire) {
  const cellM2 = land.cellM ** 2;
  const ranksM2 = [0, 0, 0, 0, 0, 0];
  let burnableM2 = 0;
  for (const intensity of intensityKWM) {
    if (Number.isNaN(intensity)) continue;
    burnableM2 += cellM2;
    const rank = rankOf(intensity);
    ranksM2[rank] = (ranksM2[rank] ?? 0) + cellM2;
  }
  return { burnableM2, ranksM2 };
}

function growthOf(
  { size, places }: WildLand,
  { ignitions, durationS }: WildlandRequest,
  arrivalS: Float32Array,
): WildlandResult['growth'] {
  const starts = ignitions.map((place) => places.toGrid(place));
  const times = [
    ...growthHours.map((hour) => hour * 3600).filter((time) => time < durationS),
    durationS,
  ];
  const areas = times.map(() => 0);
  const heads = times.map(() => 0);
  for (let cell = 0; cell < arrivalS.length; cell++) {
    const arrival = arrivalS[cell]!;
    if (!(arrival < Infinity)) continue;
    const [x, y] = [(cell % size.width) + 0.5, Math.floor(cell / size.width) + 0.5];
    const away = Math.min(...starts.map(([atX, atY]) => Math.hypot(x - atX, y - atY)));
    for (const [at, time] of times.entries()) {
      if (arrival > time) continue;
      areas[at]! += size.cellM ** 2;
      heads[at] = Math.max(heads[at]!, away * size.cellM);
    }
  }
  return starts.length === 0
    ? []
    : times.map((timeS, at) => ({ timeS, areaM2: areas[at]!, headM: heads[at]! }));
}

function mostOf({ flameM, rateMs }: LandFire, arrivalS: Float32Array) {
  let mostFlameM = 0;
  let mostRateMs = 0;
  for (let cell = 0; cell < arrivalS.length; cell++) {
    if (!(arrivalS[cell]! < Infinity)) continue;
    mostFlameM = Math.max(mostFlameM, flameM[cell]!);
    mostRateMs = Math.max(mostRateMs, rateMs[cell]!);
  }
  return { mostFlameM, mostRateMs };
}
