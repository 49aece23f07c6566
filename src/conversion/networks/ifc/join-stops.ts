// Stops that are joined become one node. Two things that each stand for themselves (a tap and a meter) never do:
// between them lies a joint.

import { distanceM } from './axis.ts';
import type { Stop } from './stops.ts';

export interface Joined {
  /** Group of each stop, by its row. */
  readonly groupOf: (stop: number) => number;
  /** Pairs of groups that are joined without becoming one, by stops. */
  readonly joints: readonly (readonly [number, number])[];
  /** Pairs that only their nearness joins. */
  readonly met: number;
}

export interface JoinRules {
  /** Rows of stops that are one thing: all ports of a tee, a tank, a manhole. */
  readonly hubs: readonly (readonly number[])[];
  /** Whether a hub stands for itself; a fitting does not. */
  readonly hasName: (hub: number) => boolean;
  /** Rows of stops that the file joins. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Stops that nothing joins meet within this, m. */
  readonly meetM: number;
}

export function joinStops(stops: readonly Stop[], rules: JoinRules): Joined {
  const parent = stops.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    for (let low = at; low !== top; ) {
      const next = parent[low] ?? top;
      parent[low] = top;
      low = next;
    }
    return top;
  };
  const named = new Set<number>();
  for (const [hub, rows] of rules.hubs.entries()) {
    const [first, ...rest] = rows;
    if (first === undefined) continue;
    for (const row of rest) parent[find(row)] = find(first);
    if (rules.hasName(hub)) named.add(find(first));
  }
  const joints: (readonly [number, number])[] = [];
  const join = (one: number, other: number) => {
    const [a, b] = [find(one), find(other)];
    if (a === b) return;
    if (named.has(a) && named.has(b)) {
      joints.push([one, other]);
      return;
    }
    parent[b] = a;
    if (named.delete(b)) named.add(a);
  };
  const isJoined = new Set<number>();
  for (const [one, other] of rules.pairs) {
    join(one, other);
    isJoined.add(one).add(other);
  }
  const open = stops.flatMap((_, at) => (isJoined.has(at) ? [] : [at]));
  const near = meetings(stops, open, rules.meetM).filter(([a, b]) => find(a) !== find(b));
  const met = new Set<number>();
  let count = 0;
  for (const [one, other] of near) {
    if (met.has(one) && met.has(other)) continue;
    met.add(one).add(other);
    join(one, other);
    count++;
  }
  return { groupOf: find, joints, met: count };
}

/** Pairs of open stops of different elements, the nearest first. */
function meetings(stops: readonly Stop[], open: readonly number[], meetM: number) {
  const cells = new Map<string, number[]>();
  const size = Math.max(meetM, 1e-3);
  const cellOf = (at: number) =>
    (stops[at]?.point ?? [0, 0, 0]).map((part) => Math.floor(part / size));
  for (const at of open) {
    const key = cellOf(at).join(' ');
    cells.set(key, [...(cells.get(key) ?? []), at]);
  }
  const pairs: (readonly [number, number, number])[] = [];
  for (const one of open) {
    const [x = 0, y = 0, z = 0] = cellOf(one);
    for (let cell = 0; cell < 27; cell++) {
      const key = [
        x - 1 + (cell % 3),
        y - 1 + (Math.floor(cell / 3) % 3),
        z - 1 + Math.floor(cell / 9),
      ];
      for (const other of cells.get(key.join(' ')) ?? []) {
        const [a, b] = [stops[one], stops[other]];
        if (other <= one || !a || !b || a.owner === b.owner) continue;
        const away = distanceM(a.point, b.point);
        if (away <= meetM) pairs.push([one, other, away]);
      }
    }
  }
  return pairs
    .sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1])
    .map(([one, other]) => [one, other] as const);
}
