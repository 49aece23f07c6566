// Cuts the part of a tile that one of its descendants shows, so that archives of different depth merge.

import { type Shape, TILE_EXTENT, type TileFeature } from './schema.ts';

/** Units beyond the tile's edge that stay, so that wide lines don't end at it. */
export const TILE_BUFFER = 64;

/** The features of the tile `levels` deeper at `column`, `row` of the 2^levels by 2^levels grid inside this tile. */
export function cutFeatures(
  features: readonly TileFeature[],
  levels: number,
  column: number,
  row: number,
): TileFeature[] {
  const scale = 2 ** levels;
  const cut: TileFeature[] = [];
  for (const { shape, properties, parts } of features) {
    const kept: Int32Array[] = [];
    for (const part of parts) {
      const moved = Array.from(part, (value, index) =>
        Math.round(value * scale - TILE_EXTENT * (index % 2 === 0 ? column : row)),
      );
      for (const piece of clip(moved, shape)) kept.push(Int32Array.from(piece));
    }
    if (kept.length > 0) cut.push({ shape, properties, parts: kept });
  }
  return cut;
}

const LOW = -TILE_BUFFER;
const HIGH = TILE_EXTENT + TILE_BUFFER;

function clip(part: readonly number[], shape: Shape): number[][] {
  if (shape === 'point') {
    const inside = part.filter((_, index) => {
      const at = index - (index % 2);
      return isInside(part[at]!) && isInside(part[at + 1]!);
    });
    return inside.length > 0 ? [inside] : [];
  }
  const across = shape === 'line' ? clipLine : clipRing;
  return across(part, 0).flatMap((piece) => across(piece, 1));
}

const isInside = (value: number) => value >= LOW && value <= HIGH;

/** Point where the segment from `a` to `b` has `value` on `axis`. */
function crossing(line: readonly number[], a: number, b: number, axis: 0 | 1, value: number) {
  const share = (value - line[a + axis]!) / (line[b + axis]! - line[a + axis]!);
  const other = line[a + 1 - axis]! + share * (line[b + 1 - axis]! - line[a + 1 - axis]!);
  return axis === 0 ? [value, Math.round(other)] : [Math.round(other), value];
}

/** Liang–Barsky along one axis: the pieces of the line between LOW and HIGH. */
function clipLine(line: readonly number[], axis: 0 | 1): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let at = 0; at + 3 < line.length; at += 2) {
    const from = line[at + axis]!;
    const to = line[at + 2 + axis]!;
    if ((from < LOW && to < LOW) || (from > HIGH && to > HIGH)) continue;
    const enters = from < LOW ? LOW : from > HIGH ? HIGH : undefined;
    const leaves = to < LOW ? LOW : to > HIGH ? HIGH : undefined;
    if (piece.length === 0) {
      piece.push(
        ...(enters === undefined
          ? [line[at]!, line[at + 1]!]
          : crossing(line, at, at + 2, axis, enters)),
      );
    }
    if (leaves === undefined) {
      piece.push(line[at + 2]!, line[at + 3]!);
    } else {
      piece.push(...crossing(line, at, at + 2, axis, leaves));
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** Sutherland–Hodgman along one axis: the ring's part between LOW and HIGH, closed, or nothing. */
function clipRing(ring: readonly number[], axis: 0 | 1): number[][] {
  const above = clipHalf(ring, axis, LOW, 1);
  const between = clipHalf(above, axis, HIGH, -1);
  return between.length >= 8 ? [between] : [];
}

function clipHalf(ring: readonly number[], axis: 0 | 1, edge: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const keeps = (at: number) => (ring[at + axis]! - edge) * side >= 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    if (keeps(at)) kept.push(ring[at]!, ring[at + 1]!);
    if (keeps(at) !== keeps(at + 2)) kept.push(...crossing(ring, at, at + 2, axis, edge));
  }
  if (kept.length > 0) kept.push(kept[0]!, kept[1]!);
  return kept;
}
