// Rain and what the ground takes of it, set on the solver as a rate (m/s) for windows of 5 s. Cells with the same rains
// form zones, so that only Green–Ampt, whose front differs from cell to cell, keeps a value (f64) for each of them.

import type { FloodGrid, FloodSolver, FloodState } from '../parts.ts';
import { cellsInside, hasData, toPoints } from './lines.ts';
import type { ForcingSetup, RainSource, SoilState } from './parts.ts';
import { rainWeights } from './roofs.ts';
import { curveNumberRunoff, greenAmpt, MM_H } from './soil.ts';
import { type MassCurve, toMassCurve } from './storms.ts';

/** Water deeper than this at the start is a river, a pond or the sea: its bed takes nothing. */
const OPEN_WATER_M = 0.05;

export interface Rain {
  readonly part: RainSource;
  readonly curve: MassCurve;
  /** When its curve begins, s. */
  readonly startS: number;
}

export const toRain = (part: RainSource, startS: number): Rain => ({
  part,
  startS,
  curve: toMassCurve(part.storm),
});

/** Depth (m) that falls from `fromS` to `untilS`. */
export const fallen = ({ curve, startS }: Rain, fromS: number, untilS: number): number =>
  curve.until(untilS - startS) - curve.until(fromS - startS);

export interface Piece {
  readonly solver: FloodSolver;
  readonly timeS: number;
  /** The window of the rate that is set now. */
  readonly untilS: number;
  readonly state: FloodState | undefined;
  /** Also what the solver should have. */
  readonly setsAll: boolean;
}

/** Rain and loss (m/s) of each zone. */
type Rates = readonly [rainMs: readonly number[], lossMs: readonly number[]];

export interface KeptWeather {
  readonly soil: SoilState | undefined;
  readonly fromS: number;
  readonly dueS: number;
  readonly atS: number;
  readonly totals: WeatherTotals;
}

export interface WeatherTotals {
  readonly rainM3: number;
  readonly lossM3: number;
}

export interface Weather {
  /** `keepsWindow`: what is set on the solver holds on; these are the rains that it was made of. */
  setRains(rains: readonly Rain[], keepsWindow?: boolean): void;
  needsState(timeS: number): boolean;
  /** When the rate that holds has to be replaced. */
  dueS(): number;
  prepare(piece: Piece): void;
  /** Adds up what fell and went into the ground until `timeS`. */
  account(timeS: number): void;
  /** As accounted, and on until `timeS` where it is given. */
  totals(timeS?: number): WeatherTotals;
  /** Square metres that a rain falls on. */
  areaOf(rain: Rain): number;
  soil(): SoilState | undefined;
  window(): { readonly fromS: number; readonly dueS: number };
  restore(kept: KeptWeather): void;
}

type Setup = Pick<ForcingSetup, 'grid' | 'toGrid' | 'loss' | 'depthM' | 'roofs'>;

export function createWeather(setup: Setup): Weather {
  const { grid, loss, depthM, roofs } = setup;
  const cellM2 = grid.cellM * grid.cellM;
  const count = grid.zM.length;
  const soaks = soakingCells(grid, depthM, roofs);
  const hasLoss = loss.kind !== 'none';
  const infiltratedM = loss.kind === 'green-ampt' ? new Float64Array(count) : undefined;
  const takenMs = loss.kind === 'green-ampt' ? new Float32Array(count) : undefined;
  const weights = roofs?.includes(1) ? rainWeights(grid, roofs) : undefined;
  const raster = new Float32Array(count);
  let totals: WeatherTotals = { rainM3: 0, lossM3: 0 };
  let rains: readonly Rain[] = [];
  let zones = zonesOf(setup, weights, []);
  let soaking = new Float64Array(1);
  let isRaster = hasLoss || weights !== undefined;
  /** What the solver has of zones' rain and loss; '' nothing. Green–Ampt changes always. */
  let setNow = '';
  let fromS = Number.NaN;
  let dueS = Number.NEGATIVE_INFINITY;
  let accountedS = Number.NaN;
  let isStale = false;
  let areZonesNew = false;

  const rainIn = (zone: number, from: number, until: number): number => {
    let depth = 0;
    for (const row of zones.rains[zone] ?? []) {
      const rain = rains[row];
      if (rain) depth += fallen(rain, from, until);
    }
    return depth;
  };
  /** Rain until a time, for the curve number. */
  const sinceStart = (zone: number, until: number) => rainIn(zone, -1e12, until);

  function lossIn(zone: number, from: number, until: number): number {
    switch (loss.kind) {
      case 'constant':
        return loss.rateMmH * MM_H * (until - from);
      case 'curve-number': {
        const runoff =
          curveNumberRunoff(loss, sinceStart(zone, until)) -
          curveNumberRunoff(loss, sinceStart(zone, from));
        return rainIn(zone, from, until) - runoff;
      }
      default:
        return 0;
    }
  }

  /** As f32, so that what hardly differs is the same and isn't set anew. */
  function zoneRates(seconds: number): Rates {
    const perSecond = (depthM: number) => Math.fround(depthM / seconds);
    return [
      zones.rains.map((_, zone) => perSecond(rainIn(zone, fromS, dueS))),
      zones.rains.map((_, zone) => perSecond(lossIn(zone, fromS, dueS))),
    ];
  }

  function fillRaster(rates: Rates, seconds: number, state: FloodState | undefined): void {
    const [rainMs, lossMs] = rates;
    for (let cell = 0; cell < count; cell++) {
      const zone = zones.of?.[cell] ?? 0;
      const falling = weights ? rainMs[zone]! * weights[cell]! : rainMs[zone]!;
      let rate = falling;
      if (soaks[cell] === 1) {
        rate -= lossMs[zone]!;
        if (infiltratedM && takenMs && loss.kind === 'green-ampt') {
          if (state) {
            const depth = state.depthM[cell]!;
            const before = infiltratedM[cell]!;
            const front = (greenAmpt(loss, before, depth, seconds) - before) / seconds;
            takenMs[cell] = Math.min(front, falling + depth / seconds);
          }
          rate -= takenMs[cell]!;
        }
      }
      raster[cell] = rate;
    }
  }

  function sumUntil(timeS: number): WeatherTotals {
    const elapsed = timeS - accountedS;
    const seconds = dueS - fromS;
    if (!(elapsed > 0) || !(seconds > 0)) return totals;
    const share = (elapsed / seconds) * cellM2;
    let { rainM3, lossM3 } = totals;
    for (let zone = 0; zone < zones.cells.length; zone++) {
      rainM3 += rainIn(zone, fromS, dueS) * share * zones.cells[zone]!;
      lossM3 += lossIn(zone, fromS, dueS) * share * soaking[zone]!;
    }
    for (const rate of takenMs ?? []) lossM3 += rate * elapsed * cellM2;
    return { rainM3, lossM3 };
  }

  return {
    setRains(given, keepsWindow = false) {
      rains = given;
      zones = zonesOf(setup, weights, given);
      soaking = new Float64Array(zones.cells.length);
      for (let cell = 0; cell < count; cell++)
        if (soaks[cell] === 1) soaking[zones.of?.[cell] ?? 0]!++;
      isRaster ||= zones.of !== undefined;
      areZonesNew = true;
      if (!keepsWindow) isStale = true;
    },
    needsState: (timeS) => loss.kind === 'green-ampt' && (isStale || timeS >= dueS),
    dueS() {
      if (!hasLoss && rains.length === 0 && setNow === '') return Number.POSITIVE_INFINITY;
      return isStale ? Number.NEGATIVE_INFINITY : dueS;
    },
    prepare({ solver, timeS, untilS, state, setsAll }) {
      const isNew = isStale || timeS >= dueS;
      if (isNew) [fromS, dueS] = [timeS, untilS];
      isStale = false;
      accountedS = timeS;
      const seconds = dueS - fromS;
      const rates = zoneRates(seconds);
      const isDry = loss.kind !== 'green-ampt' && rates.flat().every((rate) => rate === 0);
      const wanted = isDry ? '' : rates.join();
      const isKept = wanted === setNow && loss.kind !== 'green-ampt' && !areZonesNew;
      if (isKept && !setsAll) return;
      areZonesNew = false;
      setNow = wanted;
      const [[rate = 0]] = rates;
      if (isDry || !isRaster) solver.setRain(isDry ? 0 : rate);
      else {
        fillRaster(rates, seconds, isNew ? state : undefined);
        solver.setRain(raster);
      }
    },
    totals: (timeS = accountedS) => sumUntil(timeS),
    account(timeS) {
      totals = sumUntil(timeS);
      const elapsed = timeS - accountedS;
      accountedS = timeS;
      if (!infiltratedM || !takenMs || !(elapsed > 0)) return;
      for (let cell = 0; cell < count; cell++) infiltratedM[cell]! += takenMs[cell]! * elapsed;
    },
    areaOf(rain) {
      const row = rains.findIndex((one) => one.part.id === rain.part.id);
      let cells = 0;
      zones.rains.forEach((list, zone) => {
        if (list.includes(row)) cells += zones.cells[zone]!;
      });
      return cells * cellM2;
    },
    soil: () =>
      infiltratedM && takenMs
        ? { infiltratedM: infiltratedM.slice(), rateMs: takenMs.slice() }
        : undefined,
    window: () => ({ fromS, dueS }),
    restore({ soil, ...kept }) {
      if (soil && infiltratedM && takenMs) {
        infiltratedM.set(soil.infiltratedM);
        takenMs.set(soil.rateMs);
      }
      ({ fromS, dueS, totals } = kept);
      accountedS = kept.atS;
      setNow = 'unknown';
      isStale = false;
    },
  };
}

function soakingCells(
  grid: FloodGrid,
  depthM: Float32Array | undefined,
  roofs: Uint8Array | undefined,
): Uint8Array {
  return Uint8Array.from(grid.zM, (level, cell) => {
    const isWater = (depthM?.[cell] ?? 0) > OPEN_WATER_M;
    return Number.isNaN(level) || isWater || roofs?.[cell] === 1 ? 0 : 1;
  });
}

interface Zones {
  /** Zone of each cell; absent where there is one. */
  readonly of: Uint16Array | undefined;
  /** Rows of the rains that fall in each zone. */
  readonly rains: readonly (readonly number[])[];
  /** Cells with data in each, counted by their weight. */
  readonly cells: Float64Array;
}

function zonesOf(setup: Setup, weights: Float32Array | undefined, rains: readonly Rain[]): Zones {
  const { grid } = setup;
  const everywhere = rains.flatMap(({ part }, row) => (part.area ? [] : [row]));
  const weightOf = (cell: number) => (hasData(grid, cell) ? (weights?.[cell] ?? 1) : 0);
  if (everywhere.length === rains.length)
    return { of: undefined, rains: [everywhere], cells: Float64Array.of(sumOf(grid.zM, weightOf)) };
  const of = new Uint16Array(grid.zM.length);
  const lists: number[][] = [everywhere];
  rains.forEach(({ part }, row) => {
    if (!part.area) return;
    // A zone that the area cuts splits in two: found by the zone that it was.
    const split = new Map<number, number>();
    for (const cell of cellsInside(grid, toPoints(setup, part.area))) {
      const was = of[cell]!;
      const known = split.get(was);
      if (known === undefined) {
        split.set(was, lists.length);
        lists.push([...(lists[was] ?? []), row]);
      }
      of[cell] = split.get(was)!;
    }
  });
  const cells = new Float64Array(lists.length);
  for (let cell = 0; cell < of.length; cell++) cells[of[cell]!]! += weightOf(cell);
  return { of, rains: lists, cells };
}

function sumOf(values: Float32Array, weightOf: (cell: number) => number): number {
  let sum = 0;
  for (let cell = 0; cell < values.length; cell++) sum += weightOf(cell);
  return sum;
}
