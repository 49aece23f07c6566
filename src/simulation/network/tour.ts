// A short way past several places, begun at a given one: nearest next, then improved by turning parts of it round
// (2-opt, Croes 1958). Streets are not known here, so ways are as the crow flies. For tens of places.

import { planDistanceM } from '#model/network-line.ts';

export interface TourStop {
  /** Position in the list of places. */
  readonly stop: number;
  readonly fromPreviousM: number;
}

type LongitudeLatitude = readonly [number, number];

/** Beyond so many stops parts are not turned round: it takes the cube of their number. */
const MOST_TURNED = 200;

/** Places in degrees. */
export function planTour(
  start: LongitudeLatitude,
  places: readonly LongitudeLatitude[],
): readonly TourStop[] {
  const left = new Set(places.keys());
  const order: number[] = [];
  for (let at = start; left.size > 0; ) {
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
    for (const stop of left) {
      const way = distance(at, places[stop]!);
      if (way < least || nearest < 0) [nearest, least] = [stop, way];
    }
    left.delete(nearest);
    order.push(nearest);
    at = places[nearest]!;
  }
  if (order.length <= MOST_TURNED) turnParts(start, places, order);
  return order.map((stop, position) => ({
    stop,
    fromPreviousM: distance(position === 0 ? start : places[order[position - 1]!]!, places[stop]!),
  }));
}

const distance = (a: LongitudeLatitude, b: LongitudeLatitude) =>
  planDistanceM(a[0], a[1], b[0], b[1]);

/** The tour is open: what follows the last stop costs nothing. */
function turnParts(
  start: LongitudeLatitude,
  places: readonly LongitudeLatitude[],
  order: number[],
): void {
  const at = (position: number) => (position < 0 ? start : places[order[position]!]!);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let first = 0; first < order.length - 1; first++) {
      for (let last = first + 1; last < order.length; last++) {
        const after = (one: number) =>
          last + 1 < order.length ? distance(at(one), at(last + 1)) : 0;
        const now = distance(at(first - 1), at(first)) + after(last);
        const turned = distance(at(first - 1), at(last)) + after(first);
        if (turned >= now - 1e-6) continue;
        order.splice(first, last - first + 1, ...order.slice(first, last + 1).reverse());
        isBetter = true;
      }
    }
  }
}
