// Where streets meet: junctions closer together than a carriageway is wide are one crossing.

import { distance, type Point } from './plane.ts';
import { toMap } from './site.ts';
import { type Street, toPieces } from './streets.ts';

export interface Crossing {
  /** Place in the plan: that of the member on the widest streets. */
  readonly plan: Point;
}

export interface Crossings {
  readonly crossings: readonly Crossing[];
  /** Index of the crossing at a junction of `toPieces`; throws for a point that is none. */
  readonly find: (junction: Point) => number;
}

/** Junctions nearer to each other than this along a street are one crossing, m. */
const oneCrossingM = 8;

const nameOf = ({ x, y }: Point): string => `${Math.round(x * 10)},${Math.round(y * 10)}`;

export function findCrossings(streets: readonly Street[]): Crossings {
  const places: { at: Point; widthM: number; parent: number }[] = [];
  const known = new Map<string, number>();
  const rootOf = (index: number): number => {
    let root = index;
    while (places[root]!.parent !== root) root = places[root]!.parent;
    return root;
  };
  for (const street of streets) {
    const pieces = toPieces(street).map((at) => {
      const index = known.get(nameOf(at)) ?? places.length;
      if (index === places.length) {
        known.set(nameOf(at), index);
        places.push({ at, widthM: 0, parent: index });
      }
      places[index]!.widthM += street.widthM;
      return index;
    });
    for (const [index, to] of pieces.slice(1).entries()) {
      const from = pieces[index]!;
      const isOne = distance(toMap(places[from]!.at), toMap(places[to]!.at)) < oneCrossingM;
      if (isOne) places[rootOf(to)]!.parent = rootOf(from);
    }
  }
  const widest = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    const root = rootOf(index);
    const best = widest.get(root);
    if (best === undefined || place.widthM > places[best]!.widthM) widest.set(root, index);
  }
  const roots = [...widest.keys()];
  const order = new Map(roots.map((root, index) => [root, index]));
  return {
    crossings: roots.map((root) => ({ plan: places[widest.get(root)!]!.at })),
    find: (junction) => {
      const place = known.get(nameOf(junction));
      const crossing = place === undefined ? undefined : order.get(rootOf(place));
      if (crossing === undefined)
        throw new Error(`No street has a junction at ${nameOf(junction)} dm of the plan.`);
      return crossing;
    },
  };
}
