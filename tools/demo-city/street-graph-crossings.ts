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

/** Junctions of two streets a few centimetres apart are the same, even where rounding parts them. */
function lookUp(known: ReadonlyMap<string, number>, { x, y }: Point): number | undefined {
  for (const across of [0, -0.1, 0.1]) {
    for (const along of [0, -0.1, 0.1]) {
      const found = known.get(nameOf({ x: x + across, y: y + along }));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

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
      const index = lookUp(known, at) ?? places.length;
      known.set(nameOf(at), index);
      if (index === places.length) {
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
      const place = lookUp(known, junction);
      const crossing = place === undefined ? undefined : order.get(rootOf(place));
      if (crossing === undefined)
        throw new Error(`No street has a junction at ${nameOf(junction)} dm of the plan.`);
      return crossing;
    },
  };
}
