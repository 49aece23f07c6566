// Rain on roofs runs off beside the house: where buildings are walls it would fill them instead. Each block of joined
// houses hands its cells' share to the cells around it. Weights (–): 1 where it just rains.

import type { FloodGrid } from '../parts.ts';
import { hasData } from './lines.ts';

/** `roofs`: 1 where a building stands, row-major. A block without ground around it keeps its rain. */
export function rainWeights(grid: FloodGrid, roofs: Uint8Array): Float32Array {
  const weights = new Float32Array(grid.zM.length).fill(1);
  const seen = new Uint8Array(grid.zM.length);
  for (let cell = 0; cell < roofs.length; cell++) {
    if (roofs[cell] === 1 && seen[cell] === 0) drainBlock(grid, roofs, cell, seen, weights);
  }
  return weights;
}

function drainBlock(
  grid: FloodGrid,
  roofs: Uint8Array,
  start: number,
  seen: Uint8Array,
  weights: Float32Array,
): void {
  const block = [start];
  const around = new Set<number>();
  seen[start] = 1;
  for (let at = 0; at < block.length; at++) {
    for (const next of beside(grid, block[at]!)) {
      if (roofs[next] !== 1) around.add(next);
      else if (seen[next] === 0) {
        seen[next] = 1;
        block.push(next);
      }
    }
  }
  if (around.size === 0) return;
  for (const cell of block) weights[cell] = 0;
  const share = block.length / around.size;
  for (const cell of around) weights[cell]! += share;
}

function beside(grid: FloodGrid, cell: number): number[] {
  const x = cell % grid.width;
  const found = [cell - grid.width, cell + grid.width];
  if (x > 0) found.push(cell - 1);
  if (x < grid.width - 1) found.push(cell + 1);
  return found.filter((next) => hasData(grid, next));
}
