// Edges as the kernels read them (assembly/edges.ts): 32 bytes each, sorted by the row with which their face is found;
// and the cells outside, sorted by row.

import type { FloodEdge } from '../parts.ts';
import type { Ground } from './ground.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { offsetOf, type Shape, TILE_COLUMNS, TILE_ROWS } from './layout.ts';

const IS_STAGE = 1;
const IS_Y = 2;
/** The cell lies east or south of the face: outward is against the count. */
const CELL_BEYOND = 4;
const WORDS = 8;
/** A tile that always works, in assembly/tiles.ts. */
const IS_OPEN = 8;

interface PlacedEdge {
  readonly edge: FloodEdge;
  readonly row: number;
  readonly column: number;
  /** Of the face, and of the cell outside. */
  readonly faceRow: number;
  readonly faceColumn: number;
  readonly ringRow: number;
  readonly ringColumn: number;
  readonly isY: boolean;
  readonly isBeyond: boolean;
}

export function placeEdge(width: number, edge: FloodEdge): PlacedEdge {
  const row = Math.floor(edge.cell / width);
  const column = edge.cell % width;
  const base = { edge, row, column, faceRow: row, faceColumn: column };
  switch (edge.side) {
    case 'west':
      return { ...base, ringRow: row, ringColumn: column - 1, isY: false, isBeyond: true };
    case 'east':
      return {
        ...{ ...base, faceColumn: column + 1, ringRow: row, ringColumn: column + 1 },
        ...{ isY: false, isBeyond: false },
      };
    case 'north':
      return { ...base, ringRow: row - 1, ringColumn: column, isY: true, isBeyond: true };
    case 'south':
      return {
        ...{ ...base, faceRow: row + 1, ringRow: row + 1, ringColumn: column },
        ...{ isY: true, isBeyond: false },
      };
  }
}

/**
 * Writes the lists; with `findsSouth` faces are found with the row north of them, else south. The flow at faces that are no longer edges is to
 * be 0 before.
 */
export function writeEdges(
  kernel: KernelMemory,
  shape: Shape,
  ground: Ground,
  edges: readonly FloodEdge[],
  findsSouth: boolean,
): void {
  const { width } = ground;
  const foundWith = ({ faceRow, isY }: PlacedEdge) => faceRow - (isY && findsSouth ? 1 : 0);
  const placed = edges.map((edge) => placeEdge(width, edge));
  const byFace = [...placed].sort((a, b) => foundWith(a) - foundWith(b));
  const byRing = [...placed].sort((a, b) => a.ringRow - b.ringRow);
  kernel.reserve('EDGE_LIST', byFace.length * WORDS * 4);
  kernel.reserve('RING_LIST', byRing.length * 4);
  const { f32, i32 } = kernel.now();
  let stageMost = 0;
  byFace.forEach((one, index) => {
    const at = kernel.at('EDGE_LIST') / 4 + index * WORDS;
    const { edge, isY, isBeyond } = one;
    const z = ground.zM[edge.cell]!;
    const isStage = edge.kind === 'stage';
    const stands = Math.max(0, edge.value - z);
    if (isStage) stageMost = Math.max(stageMost, stands);
    i32[at] = (isStage ? IS_STAGE : 0) | (isY ? IS_Y : 0) | (isBeyond ? CELL_BEYOND : 0);
    i32[at + 1] = one.faceColumn;
    i32[at + 3] = offsetOf(shape, one.row, one.column);
    f32[at + 4] = isStage ? stands : edge.value;
    f32[at + 5] = ground.manning[edge.cell]!;
    i32[at + 6] = offsetOf(shape, one.faceRow, one.faceColumn);
    f32[at + 7] = Math.max(0, crestOf(ground, one) - z);
  });
  byRing.forEach(({ ringColumn }, index) => {
    i32[kernel.at('RING_LIST') / 4 + index] = ringColumn;
  });
  writeStarts(kernel, shape, 0, byFace.map(foundWith));
  writeStarts(
    kernel,
    shape,
    1,
    byRing.map(({ ringRow }) => ringRow),
  );
  keepOpen(kernel, shape, placed);
  kernel.setNumber('STAGE_MOST', stageMost);
  kernel.setFlag('EDGES', edges.length);
}

/** The crest of an edge's face: kept with the cell east or south of it, so the grid's last faces have none. */
function crestOf(ground: Ground, { edge, isY, isBeyond, row, column }: PlacedEdge): number {
  const crests = isY ? ground.crestNorthM : ground.crestWestM;
  if (!crests) return -Infinity;
  if (isBeyond) return crests[edge.cell]!;
  const isLast = isY ? row + 1 >= ground.height : column + 1 >= ground.width;
  return isLast ? -Infinity : crests[edge.cell + (isY ? ground.width : 1)]!;
}

/** Index of the first entry of each row from −1 on, and where the last row ends. */
function writeStarts(
  kernel: KernelMemory,
  shape: Shape,
  table: number,
  rows: readonly number[],
): void {
  const count = shape.tileRows * TILE_ROWS + 3;
  const start = kernel.at('ROW_EDGES') / 4 + table * count;
  const { i32 } = kernel.now();
  let next = 0;
  for (let index = 0; index < count; index++) {
    while (next < rows.length && rows[next]! < index - 1) next++;
    i32[start + index] = next;
  }
}

/** Water may come in through a stage where all is dry. */
function keepOpen(kernel: KernelMemory, shape: Shape, placed: readonly PlacedEdge[]): void {
  const { u8 } = kernel.now();
  const start = kernel.at('TILE_WET');
  const line = shape.tileColumns + 2;
  const end = start + line * (shape.tileRows + 2);
  for (let at = start; at < end; at++) u8[at] = u8[at]! & ~IS_OPEN;
  for (const { edge, row, column } of placed) {
    if (edge.kind !== 'stage') continue;
    const tile = Math.floor(row / TILE_ROWS + 1) * line + Math.floor(column / TILE_COLUMNS) + 1;
    u8[start + tile] = u8[start + tile]! | IS_OPEN;
  }
}

/** Sets the flow through the faces of edges to 0. */
export function closeEdges(
  kernel: KernelMemory,
  shape: Shape,
  width: number,
  edges: readonly FloodEdge[],
): void {
  for (const edge of edges) {
    const { isY, faceRow, faceColumn } = placeEdge(width, edge);
    const at = kernel.at(isY ? 'FLOW_Y' : 'FLOW_X') + offsetOf(shape, faceRow, faceColumn);
    kernel.now().f32[at / 4] = 0;
  }
}
