// The neighbours of a cell that no nearer one hides, by direction, and which cells the straight way to each crosses:
// 8 within one cell, 32 within three, 176 within eight. In cells.

export interface Crossed {
  readonly east: number;
  readonly north: number;
  /** Of the way's length. */
  readonly share: number;
}

export interface Neighbour {
  readonly east: number;
  readonly north: number;
  readonly lengthCells: number;
  readonly crossed: readonly Crossed[];
}

/** Those within `reach` columns and rows. */
export function createNeighbours(reach: number): readonly Neighbour[] {
  const found: Neighbour[] = [];
  for (let north = -reach; north <= reach; north++)
    for (let east = -reach; east <= reach; east++) {
      if (divisor(Math.abs(east), Math.abs(north)) !== 1) continue;
      const lengthCells = Math.hypot(east, north);
      found.push({ east, north, lengthCells, crossed: cross(east, north) });
    }
  return found.sort((a, b) => Math.atan2(a.north, a.east) - Math.atan2(b.north, b.east));
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** Cut where the way leaves a cell; through a corner it touches no third cell. */
function cross(east: number, north: number): Crossed[] {
  const cuts = [0, 1];
  for (const whole of [Math.abs(east), Math.abs(north)])
    for (let at = 0.5; at < whole; at++) cuts.push(at / whole);
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, at) => {
    const begin = cuts[at] ?? 0;
    const share = end - begin;
    if (share < 1e-12) return [];
    const middle = (begin + end) / 2;
    return [{ east: Math.round(middle * east) + 0, north: Math.round(middle * north) + 0, share }];
  });
}
