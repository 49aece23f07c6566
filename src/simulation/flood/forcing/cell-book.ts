// The few cells that parts read and feed: depth, level and velocity as last probed, flow (m³/s) and momentum (m²/s²)
// for the coming step. A part asks for a slot once and works on it; what is taken never exceeds half of what is there.

import type { FloodFluxes, FloodGrid } from '../parts.ts';

export interface CellBook {
  readonly grid: FloodGrid;
  readonly areaM2: number;
  slotOf(cell: number): number;
  cells(): Int32Array;
  /** From `FloodSolver.probe` of `cells()`. */
  fill(probed: Float32Array): void;
  depthM(slot: number): number;
  levelM(slot: number): number;
  /** Velocity east and north. */
  uMs(slot: number): number;
  vMs(slot: number): number;
  clear(): void;
  add(slot: number, flowM3s: number, momentumX?: number, momentumY?: number): void;
  /** Takes at most `flowM3s` (positive) for `seconds`; gives back how much. */
  take(slot: number, flowM3s: number, seconds: number): number;
  fluxes(): FloodFluxes;
}

/** Share of a cell's water that may be taken in one step, so that it is still there when the solver takes it. */
const MOST_TAKEN = 0.5;

export function createCellBook(grid: FloodGrid): CellBook {
  const slots = new Map<number, number>();
  const areaM2 = grid.cellM * grid.cellM;
  let cells = new Int32Array(0);
  let probed = new Float32Array(0);
  let flow = new Float64Array(0);
  let momentumX = new Float64Array(0);
  let momentumY = new Float64Array(0);
  let taken = new Float64Array(0);

  function grow(): void {
    if (cells.length === slots.size) return;
    cells = Int32Array.from(slots.keys());
    const longer = new Float32Array(cells.length * 4);
    longer.set(probed);
    probed = longer;
    flow = new Float64Array(cells.length);
    momentumX = new Float64Array(cells.length);
    momentumY = new Float64Array(cells.length);
    taken = new Float64Array(cells.length);
  }

  return {
    grid,
    areaM2,
    slotOf(cell) {
      const known = slots.get(cell);
      if (known !== undefined) return known;
      slots.set(cell, slots.size);
      return slots.size - 1;
    },
    cells() {
      grow();
      return cells;
    },
    fill(values) {
      grow();
      probed.set(values.subarray(0, probed.length));
    },
    depthM: (slot) => probed[4 * slot] ?? 0,
    levelM: (slot) => probed[4 * slot + 1] ?? Number.NaN,
    uMs: (slot) => probed[4 * slot + 2] ?? 0,
    vMs: (slot) => probed[4 * slot + 3] ?? 0,
    clear() {
      grow();
      for (const values of [flow, momentumX, momentumY, taken]) values.fill(0);
    },
    add(slot, flowM3s, x = 0, y = 0) {
      flow[slot]! += flowM3s;
      momentumX[slot]! += x;
      momentumY[slot]! += y;
    },
    take(slot, flowM3s, seconds) {
      const most = (MOST_TAKEN * (probed[4 * slot] ?? 0) * areaM2) / seconds - taken[slot]!;
      const got = Math.max(0, Math.min(flowM3s, most));
      taken[slot]! += got;
      flow[slot]! -= got;
      return got;
    },
    fluxes() {
      grow();
      return { cells, flowM3s: flow, momentumX, momentumY };
    },
  };
}
