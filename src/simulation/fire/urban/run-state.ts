// What a run knows of every building, and what is kept of it to go on from. s; `Infinity` for not yet.

import type { GroundState } from './ground-fire.ts';
import type { WaterState } from './water.ts';
import type { WindSpell } from './wind-drive.ts';

export const causes = { none: 0, given: 1, exposure: 2, firebrand: 3, vegetation: 4 } as const;

/** One entry a building; the arrays of a run at work. */
export interface RunArrays {
  readonly ignitionS: Float64Array;
  /** Of `causes`. */
  readonly cause: Uint8Array;
  /** Whom it caught fire from, −1 for nobody. */
  readonly source: Int32Array;
  /** When it stops to radiate, burnt out or extinguished; `Infinity` where it doesn't burn. */
  readonly endS: Float64Array;
  /** When what smoulders there of a firebrand will burn. */
  readonly pendingS: Float64Array;
  readonly pendingSource: Int32Array;
  /** Firebrands it has thrown. */
  readonly brands: Int32Array;
  /** Those that have caught fire, in that order. */
  readonly order: Int32Array;
}

/** A run at a time; enough to go on from, with the same or other wind, water and defences. */
export interface UrbanFireState extends RunArrays {
  readonly timeS: number;
  readonly dose: Float64Array;
  readonly strongest: Int32Array;
  /** Those that have received heat or firebrands, in that order. */
  readonly touched: Int32Array;
  readonly nextBrandS: Float64Array;
  readonly water: WaterState;
  readonly ground: GroundState | undefined;
  readonly windPast: readonly WindSpell[];
}

export function createRunArrays(count: number): RunArrays {
  return {
    ignitionS: new Float64Array(count).fill(Infinity),
    cause: new Uint8Array(count),
    source: new Int32Array(count).fill(-1),
    endS: new Float64Array(count).fill(Infinity),
    pendingS: new Float64Array(count).fill(Infinity),
    pendingSource: new Int32Array(count).fill(-1),
    brands: new Int32Array(count),
    order: new Int32Array(count),
  };
}

/**
 * What `ignited` buildings and those that firebrands may have hit left; the others are as they were made. Most of a town is
 * cleared in a row, since one by one costs more.
 */
export function clearRunArrays(arrays: RunArrays, ignited: number, touched: Int32Array): void {
  const { ignitionS, endS, cause, source, pendingS, pendingSource, brands, order } = arrays;
  if (4 * (ignited + touched.length) > order.length) {
    for (const array of [ignitionS, endS, pendingS]) array.fill(Infinity);
    for (const array of [source, pendingSource]) array.fill(-1);
    cause.fill(causes.none);
    brands.fill(0);
    return;
  }
  const clear = (building: number) => {
    ignitionS[building] = Infinity;
    endS[building] = Infinity;
    cause[building] = causes.none;
    source[building] = -1;
    pendingS[building] = Infinity;
    pendingSource[building] = -1;
    brands[building] = 0;
  };
  for (let at = 0; at < ignited; at++) clear(order[at]!);
  for (let at = 0; at < touched.length; at++) clear(touched[at]!);
}

/** `order` has as many entries as have caught fire. */
export const copyRunArrays = (arrays: RunArrays, ignited: number): RunArrays => ({
  ignitionS: arrays.ignitionS.slice(),
  cause: arrays.cause.slice(),
  source: arrays.source.slice(),
  endS: arrays.endS.slice(),
  pendingS: arrays.pendingS.slice(),
  pendingSource: arrays.pendingSource.slice(),
  brands: arrays.brands.slice(),
  order: arrays.order.slice(0, ignited),
});

export function restoreRunArrays(arrays: RunArrays, from: RunArrays): void {
  arrays.ignitionS.set(from.ignitionS);
  arrays.cause.set(from.cause);
  arrays.source.set(from.source);
  arrays.endS.set(from.endS);
  arrays.pendingS.set(from.pendingS);
  arrays.pendingSource.set(from.pendingSource);
  arrays.brands.set(from.brands);
  arrays.order.set(from.order);
}
