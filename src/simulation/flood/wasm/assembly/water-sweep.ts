// One step of shallow water over a band of tile rows, from north to south, out of one set of blocks into the other: row
// by row speeds, faces, what donors can give two rows later, and the new water. Bands do the two rows around them too,
// so that bytes don't depend on how many bands there are.

import { CHECKS, DEPTH_NEXT, TILE_ROWS } from './memory';
import { block, thread, tileRows } from './memory';
import { calmRing, emptyRing, openRing } from './edges';
import { findShares } from './inertial-update';
import { listSpans, listSpansAround } from './tiles';
import { notePassed, setWaterEdges } from './water-edges';
import { findFaces, findSpeeds } from './water-faces';
import { facesX, facesY, sharesOfRow, waterSpans } from './water-rows';
import { scaleFaces, updateWater } from './water-update';

/** Rows around a band that it finds faces of, so that those of its own rows can be limited. */
const AROUND: i32 = 2;

export function sweepWater(first: i32, last: i32): void {
  const checked = block(CHECKS) + (<usize>thread << 6);
  v128.store(checked, f32x4.splat(0));
  v128.store(checked, f32x4.splat(0), 16);
  const around = waterSpans(0);
  const own = waterSpans(1);
  const firstRow = first * TILE_ROWS;
  const endRow = last * TILE_ROWS;
  const start = max(firstRow - AROUND, -1);
  let listed = -1;
  let aroundEnd = around;
  let limitedRow = start - 8;
  for (let row = start; row < endRow + AROUND; row++) {
    const tileRow = min(max(row, 0) / TILE_ROWS, tileRows - 1);
    if (tileRow != listed) {
      listed = tileRow;
      aroundEnd = listSpansAround(tileRow, around);
    }
    if (row == start) {
      for (let at = around; at < aroundEnd; at += 8) {
        findSpeeds(row - 1, load<i32>(at), load<i32>(at, 4));
        findSpeeds(row, load<i32>(at), load<i32>(at, 4));
      }
    }
    for (let at = around; at < aroundEnd; at += 8) {
      findSpeeds(row + 1, load<i32>(at), load<i32>(at, 4));
    }
    for (let at = around; at < aroundEnd; at += 8) findFaces(row, load<i32>(at), load<i32>(at, 4));
    setWaterEdges(row);
    if (row == start) continue;
    if (limitRow(row - 1, around, aroundEnd)) limitedRow = row - 1;
    // The shares of a row scale its own west faces, and with those of the row before its north faces.
    if (limitedRow >= row - 2) {
      for (let at = around; at < aroundEnd; at += 8) {
        scaleFaces(row - 1, load<i32>(at), load<i32>(at, 4));
      }
    }
    const done = row - AROUND;
    if (done < firstRow) continue;
    const ownEnd = listSpans(done / TILE_ROWS, false, own);
    for (let at = own; at < ownEnd; at += 8) updateWater(done, load<i32>(at), load<i32>(at, 4));
    notePassed(done);
    emptyRing(done, DEPTH_NEXT);
    calmRing(done);
  }
}

function limitRow(row: i32, spans: usize, end: usize): bool {
  let isLimited = false;
  const shares = sharesOfRow(row);
  for (let at = spans; at < end; at += 8) {
    const from = load<i32>(at);
    const to = load<i32>(at, 4);
    if (findShares(row, from, to, facesX(row), facesY(row), facesY(row + 1), shares)) {
      isLimited = true;
    }
  }
  openRing(row, shares);
  return isLimited;
}
