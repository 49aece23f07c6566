// Beds and crests as the parts want them: the bed of a cell is the lowest that any part cuts, the crest of a face the
// highest that any part builds, else the lowest that one cuts. What no part holds is as the grid has it. Levels m.

import type { FloodGrid, FloodSolver } from '../parts.ts';
import type { Face } from './lines.ts';
import type { LandTouched } from './parts.ts';

export type Levels = ReadonlyMap<number, number>;

export interface LandBook {
  /** What a part wants from now on, instead of what it wanted before: beds by cell, walls and cuts by face. */
  want(part: string, wish: { beds?: Levels; walls?: Levels; cuts?: Levels }): void;
  drop(part: string): void;
  bedOf(cell: number): number;
  crestOf(face: Face): number;
  /** Cells and faces that any part ever held, and again after a restore elsewhere. */
  touched(): LandTouched;
  touch(touched: LandTouched): void;
  /** Cells whose bed differs from the grid's. */
  changed(): { readonly cells: Int32Array; readonly zM: Float32Array };
  /** Sets on the solver what changed since the last call; `everything` that was ever touched, after a restore. */
  apply(solver: FloodSolver, everything?: boolean): void;
}

export function createLandBook(grid: FloodGrid): LandBook {
  const wishes = new Map<string, { beds?: Levels; walls?: Levels; cuts?: Levels }>();
  const beds = new Map<number, number>();
  const crests = new Map<Face, number>();
  const newCells = new Set<number>();
  const newFaces = new Set<Face>();

  const gridBed = (cell: number) => grid.zM[cell] ?? Number.NaN;
  const gridCrest = (face: Face) =>
    (face & 1 ? grid.crestNorthM : grid.crestWestM)?.[face >> 1] ?? Number.NEGATIVE_INFINITY;
  const bedOf = (cell: number) => beds.get(cell) ?? gridBed(cell);
  const crestOf = (face: Face) => crests.get(face) ?? gridCrest(face);

  function note(part: string): void {
    const wish = wishes.get(part);
    for (const cell of wish?.beds?.keys() ?? []) newCells.add(cell);
    for (const face of wish?.walls?.keys() ?? []) newFaces.add(face);
    for (const face of wish?.cuts?.keys() ?? []) newFaces.add(face);
    for (const cell of newCells) beds.set(cell, wantedBed(cell));
    for (const face of newFaces) crests.set(face, wantedCrest(face));
  }

  function wantedBed(cell: number): number {
    let level = gridBed(cell);
    for (const wish of wishes.values()) level = Math.min(level, wish.beds?.get(cell) ?? level);
    return Math.fround(level);
  }

  function wantedCrest(face: Face): number {
    let crest = gridCrest(face);
    for (const wish of wishes.values()) crest = Math.min(crest, wish.cuts?.get(face) ?? crest);
    for (const wish of wishes.values()) crest = Math.max(crest, wish.walls?.get(face) ?? crest);
    return Math.fround(crest);
  }

  return {
    bedOf,
    crestOf,
    want(part, wish) {
      note(part);
      wishes.set(part, wish);
      note(part);
    },
    drop(part) {
      note(part);
      const wish = wishes.get(part) ?? {};
      wishes.delete(part);
      for (const cell of wish.beds?.keys() ?? []) beds.set(cell, wantedBed(cell));
      for (const face of [...(wish.walls?.keys() ?? []), ...(wish.cuts?.keys() ?? [])])
        crests.set(face, wantedCrest(face));
    },
    touched: () => ({
      cells: Int32Array.from(beds.keys()),
      faces: Int32Array.from(crests.keys()),
    }),
    touch({ cells, faces }) {
      for (const cell of cells) beds.set(cell, wantedBed(cell));
      for (const face of faces) crests.set(face, wantedCrest(face));
    },
    changed() {
      const cells = [...beds.keys()].filter((cell) => bedOf(cell) !== gridBed(cell));
      return { cells: Int32Array.from(cells), zM: Float32Array.from(cells, bedOf) };
    },
    apply(solver, everything = false) {
      const cells = Int32Array.from(everything ? beds.keys() : newCells);
      const faces = everything ? [...crests.keys()] : [...newFaces];
      newCells.clear();
      newFaces.clear();
      if (cells.length > 0) solver.setBed(cells, Float32Array.from(cells, bedOf));
      if (faces.length === 0) return;
      const owners = Int32Array.from(new Set(faces.map((face) => face >> 1)));
      solver.setCrests(
        owners,
        Float32Array.from(owners, (cell) => crestOf(2 * cell)),
        Float32Array.from(owners, (cell) => crestOf(2 * cell + 1)),
      );
    },
  };
}
