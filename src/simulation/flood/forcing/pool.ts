// Water beside a structure: a few connected cells that it draws from or gives to, so that a strong pump or gate works
// on fine cells too. What is taken comes in proportion to what each cell holds. Levels m, flows m³/s.

import { type Face, hasData, northFace, westFace } from './lines.ts';
import type { Workshop } from './operator.ts';

export interface Pool {
  readonly areaM2: number;
  /** Mean level of the wet cells, weighted by their water; the lowest bed where all is dry. */
  levelM(): number;
  /** Gives back how much it could take. */
  take(flowM3s: number, seconds: number): number;
  /** Momentum with it (m/s east and north of the water that comes). */
  give(flowM3s: number, uMs?: number, vMs?: number): void;
}

const MOST_CELLS = 400;
/** The pool doesn't climb steps higher than this above the bed where it begins, m. */
const CLIMB_M = 0.5;

export function createPool(
  { grid, book, land }: Workshop,
  starts: readonly number[],
  wantedM2: number,
  closed: ReadonlySet<Face> = new Set(),
): Pool {
  const lowest = Math.min(...starts.map(land.bedOf));
  const highest = Math.max(...starts.map(land.bedOf)) + CLIMB_M;
  const cells = new Set(starts);
  const wanted = Math.min(MOST_CELLS, Math.max(starts.length, Math.ceil(wantedM2 / book.areaM2)));
  // A set grows while it is walked: breadth first.
  for (const cell of cells) {
    for (const [next, face] of neighbours(cell, grid.width)) {
      if (cells.size >= wanted) break;
      if (next < 0 || closed.has(face) || cells.has(next) || !hasData(grid, next)) continue;
      if (land.bedOf(next) > highest || land.crestOf(face) > highest) continue;
      cells.add(next);
    }
  }
  const slots = [...cells].map((cell) => book.slotOf(cell));
  const areaM2 = slots.length * book.areaM2;

  return {
    areaM2,
    levelM() {
      let sum = 0;
      let weight = 0;
      for (const slot of slots) {
        const depth = book.depthM(slot);
        if (depth <= 0) continue;
        sum += depth * book.levelM(slot);
        weight += depth;
      }
      return weight > 0 ? sum / weight : lowest;
    },
    take(flowM3s, seconds) {
      let weight = 0;
      for (const slot of slots) weight += book.depthM(slot);
      if (weight <= 0) return 0;
      let got = 0;
      for (const slot of slots)
        got += book.take(slot, (flowM3s * book.depthM(slot)) / weight, seconds);
      return got;
    },
    give(flowM3s, uMs = 0, vMs = 0) {
      const share = flowM3s / slots.length;
      const rate = share / book.areaM2;
      for (const slot of slots) book.add(slot, share, rate * uMs, rate * vMs);
    },
  };
}

function neighbours(cell: number, width: number): (readonly [cell: number, face: Face])[] {
  const x = cell % width;
  return [
    [x > 0 ? cell - 1 : -1, westFace(cell)],
    [x < width - 1 ? cell + 1 : -1, westFace(cell + 1)],
    [cell - width, northFace(cell)],
    [cell + width, northFace(cell + width)],
  ];
}

/** Flow from one pool to the other does at most half of levelling them out in one step. */
export function most(up: Pool, down: Pool, differenceM: number, seconds: number): number {
  const shared = (up.areaM2 * down.areaM2) / (up.areaM2 + down.areaM2);
  return (0.5 * differenceM * shared) / seconds;
}
