// Fire between buildings and the ground around them: flames out of openings light the ground at the walls, flames on the
// ground touch walls. m, s, kW/m². Chosen: 84 kW/m² (BR 187) for 5 min where flames touch, as litter, mulch and fences at
// the foot of a wall burn; past a wall gets what gets past a party wall, so that of itself it lights bare wood alone.

import type { Exposure } from './exposure.ts';
import { createGroundFire, type GroundFire } from './ground-fire.ts';
import type { RunArrays } from './run-state.ts';
import type { UrbanTown } from './town.ts';
import type { Water } from './water.ts';
import type { WindHistory } from './wind-history.ts';

export interface VegetationParts {
  readonly arrays: Pick<RunArrays, 'ignitionS' | 'endS'>;
  readonly exposure: Exposure;
  readonly wind: WindHistory;
  readonly schedule: (building: number) => void;
}

export interface Vegetation {
  readonly fire: GroundFire;
  burnNext(nowS: number): void;
  ignite(cell: number, nowS: number): void;
  /** A building that burns lights what lies at its walls once flames leave the openings. */
  lightAround(building: number, water: Water, nowS: number): void;
  /** After doses were closed: flames that still touch walls do so anew. */
  touchAnew(nowS: number): void;
  /** Finds again whose walls were touched, after `fire.restore`. */
  restore(): void;
  clear(): void;
}

/** Who sends most to a building that stands in flames of the ground, in `Exposure.strongest`. */
export const GROUND = -2;

const FLAME_KWM2 = 84;
const TOUCHES_S = 300;

/** Undefined for a town without ground. */
export function createVegetation(
  { ground, graph, flashoverS, partyWallShare }: UrbanTown,
  { arrays, exposure, wind, schedule }: VegetationParts,
): Vegetation | undefined {
  if (!ground) return undefined;
  const { ignitionS, endS } = arrays;
  const fire = createGroundFire(ground, wind);
  const { firstCell, cells, firstWall, walls } = ground;
  /** The first flame at each building: its other walls are other places. */
  const touchedS = new Float64Array(graph.count).fill(Infinity);
  const touched: number[] = [];

  function find(cell: number, timeS: number): void {
    for (let at = firstWall[cell]!; at < firstWall[cell + 1]!; at++) {
      const building = walls[at]!;
      if (touchedS[building]! < Infinity) continue;
      touchedS[building] = timeS;
      touched.push(building);
    }
  }

  function touch(building: number, nowS: number): void {
    const past = partyWallShare[building]!;
    const untilS = touchedS[building]! + TOUCHES_S;
    if (ignitionS[building]! < Infinity || past <= 0 || untilS <= nowS) return;
    exposure.add(building, GROUND, nowS, untilS, FLAME_KWM2 * past);
    schedule(building);
  }

  function ignite(cell: number, nowS: number): void {
    if (!fire.ignite(cell, nowS)) return;
    const before = touched.length;
    find(cell, nowS);
    for (let at = before; at < touched.length; at++) touch(touched[at]!, nowS);
  }

  return {
    ...{ fire, ignite },
    burnNext: (nowS) => ignite(fire.first(), nowS),
    lightAround(building, water, nowS) {
      const timeS = Math.max(nowS, ignitionS[building]! + flashoverS[building]!);
      if (water.output[building]! <= 0 || timeS >= endS[building]!) return;
      for (let at = firstCell[building]!; at < firstCell[building + 1]!; at++)
        fire.light(cells[at]!, timeS);
    },
    touchAnew(nowS) {
      for (const building of touched) touch(building, nowS);
    },
    restore() {
      const { cells: burnt, timeS } = fire.snapshot();
      for (const [at, cell] of burnt.entries()) find(cell, timeS[at]!);
    },
    clear() {
      fire.clear();
      for (const building of touched) touchedS[building] = Infinity;
      touched.length = 0;
    },
  };
}
