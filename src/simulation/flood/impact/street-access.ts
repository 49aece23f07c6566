// Which doors can still be reached: doors lie on streets, streets join nodes, and water cuts a street between its first
// and its last blocked cell. One-way rules don't hold in an emergency, so streets are passed both ways.

import { UnionFind } from '../../network/union-find.ts';

export interface StreetGraph {
  readonly nodes: number;
  /** Nodes that each street joins; −1 where unknown. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthM: Float32Array;
}

/** Doors of buildings and sites, in the order of the watched things. */
export interface Doors {
  /** Street of each; −1 where it has none. */
  readonly street: Int32Array;
  /** Cell of the street (counted along its line) in front of the door. */
  readonly cell: Uint32Array;
}

/** First and last blocked cell of each street, counted along its line; first > last where none is. */
export interface Blocked {
  readonly first: Uint32Array;
  readonly last: Int32Array;
}

export const createBlocked = (streets: number): Blocked => ({
  first: new Uint32Array(streets).fill(0xffffffff),
  last: new Int32Array(streets).fill(-1),
});

/** A part of the network for each node; equal numbers are joined by streets that no water blocks. */
export interface Parts {
  readonly of: Uint32Array;
  /** The part with the longest streets; −1 in a network without any. */
  readonly main: number;
}

export function findParts(graph: StreetGraph, blocked: Blocked): Parts {
  const sets = new UnionFind(graph.nodes);
  const streets = graph.from.length;
  const isOpen = (street: number) => graph.from[street]! >= 0 && blocked.last[street]! < 0;
  for (let street = 0; street < streets; street++) {
    if (isOpen(street) && graph.to[street]! >= 0) {
      sets.join(graph.from[street]!, graph.to[street]!);
    }
  }
  const { of, count } = sets.label();
  const lengthM = new Float64Array(count);
  for (let street = 0; street < streets; street++) {
    if (isOpen(street)) lengthM[of[graph.from[street]!]!]! += graph.lengthM[street]!;
  }
  let main = -1;
  for (let part = 0; part < count; part++) {
    if (lengthM[part]! > (main < 0 ? 0 : lengthM[main]!)) main = part;
  }
  return { of, main };
}

/** Whether one of the two ways from the door along its street ends in a part that `isReached`. */
export function reachesDoor(
  door: number,
  doors: Doors,
  graph: StreetGraph,
  blocked: Blocked,
  parts: Parts,
  isReached: Uint8Array,
): boolean {
  const street = doors.street[door]!;
  if (street < 0) return false;
  const cell = doors.cell[door]!;
  const from = graph.from[street]!;
  const to = graph.to[street]!;
  const isFromOpen = from >= 0 && cell < blocked.first[street]!;
  if (isFromOpen && isReached[parts.of[from]!] === 1) return true;
  const isToOpen = to >= 0 && cell > blocked.last[street]!;
  return isToOpen && isReached[parts.of[to]!] === 1;
}

/** Parts in which a search begins: the main one if asked for, and those that the given doors open to. */
export function reachedParts(
  parts: Parts,
  graph: StreetGraph,
  blocked: Blocked,
  doors: Doors,
  stations: readonly number[],
  withMain: boolean,
): Uint8Array {
  const reached = new Uint8Array(graph.nodes);
  if (withMain && parts.main >= 0) reached[parts.main] = 1;
  for (const station of stations) {
    const street = doors.street[station]!;
    if (street < 0) continue;
    const cell = doors.cell[station]!;
    const [from, to] = [graph.from[street]!, graph.to[street]!];
    if (from >= 0 && cell < blocked.first[street]!) reached[parts.of[from]!] = 1;
    if (to >= 0 && cell > blocked.last[street]!) reached[parts.of[to]!] = 1;
  }
  return reached;
}
