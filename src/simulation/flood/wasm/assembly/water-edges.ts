// Faces through which shallow water leaves or enters the grid: at normal depth, or against a level beyond. The list is
// that of edges.ts, sorted by the row of the face. Source: ../../reference/README.md.

import { EDGE_LIST, EDGES, GRAVITY, STEP } from './memory';
import { block, cellM, flag, number, pitch } from './memory';
import { CELL_BEYOND, EDGE_BYTES, FACE_COLUMN, firstOf, IS_STAGE, IS_Y, KIND } from './edges';
import { MANNING, PASSED, SILL, VALUE } from './edges';
import { facesX, facesY, halfway } from './water-rows';

const G: f32 = <f32>GRAVITY;

/** Overwrites the fluxes of the edges of a row's west and north faces. */
export function setWaterEdges(row: i32): void {
  if (flag(EDGES) == 0) return;
  const end = block(EDGE_LIST) + firstOf(0, row + 1) * EDGE_BYTES;
  for (let at = block(EDGE_LIST) + firstOf(0, row) * EDGE_BYTES; at < end; at += EDGE_BYTES) {
    const kind = load<i32>(at, KIND);
    const isY = (kind & IS_Y) != 0;
    const isBeyond = (kind & CELL_BEYOND) != 0;
    const outward: f32 = isBeyond ? -1 : 1;
    const column = load<i32>(at, FACE_COLUMN);
    const cellRow = isY && !isBeyond ? row - 1 : row;
    const cellColumn = isY || isBeyond ? column : column - 1;
    const half = halfway(cellRow) + (<usize>cellColumn << 2);
    const depth = max<f32>(0, load<f32>(half) - load<f32>(at, SILL));
    const u = load<f32>(half + pitch);
    const v = load<f32>(half + 2 * pitch);
    const leaves = (isY ? v : u) * outward;
    let mass: f32 = 0;
    let normal: f32 = 0;
    if ((kind & IS_STAGE) != 0) {
      const beyond = max<f32>(0, load<f32>(at, VALUE) - load<f32>(at, SILL));
      mass = stageFlux(depth, leaves, beyond);
      normal = ownFlux;
    } else if (depth > 0) {
      const root = Mathf.cbrt(depth);
      const speed = (root * root * Mathf.sqrt(load<f32>(at, VALUE))) / load<f32>(at, MANNING);
      mass = depth * speed;
      normal = mass * speed;
    }
    const to = (isY ? facesY(row) : facesX(row)) + (<usize>column << 2);
    store<f32>(to, mass * outward);
    store<f32>(to + pitch, normal);
    store<f32>(to + 2 * pitch, normal);
    store<f32>(to + 3 * pitch, mass * outward * (isY ? u : v));
  }
}

/** Normal momentum of the last stage, less the pressure of the cell. */
let ownFlux: f32 = 0;

/** Outward mass flux against a level `beyond` deep, by the Riemann invariant that leaves the grid. */
function stageFlux(depth: f32, outward: f32, beyond: f32): f32 {
  const own = Mathf.sqrt(G * depth);
  let ghost: f32 = 0;
  let speed: f32 = 0;
  if (depth > 0 && outward > own) {
    ghost = depth;
    speed = outward;
  } else if (beyond > 0) {
    const wave = Mathf.sqrt(G * beyond);
    ghost = beyond;
    speed = max(-wave, outward + 2 * (own - wave));
  }
  return hllc(depth, outward, ghost, speed);
}

function hllc(hL: f32, uL: f32, hR: f32, uR: f32): f32 {
  ownFlux = 0;
  if (hL <= 0 && hR <= 0) return 0;
  const cL = Mathf.sqrt(G * hL);
  const cR = Mathf.sqrt(G * hR);
  const uStar: f32 = 0.5 * (uL + uR) + cL - cR;
  const cStar: f32 = Mathf.abs(0.5 * (cL + cR) + 0.25 * (uL - uR));
  let left: f32 = hL <= 0 ? uR - 2 * cR : hR <= 0 ? uL - cL : min(uL - cL, uStar - cStar);
  let right: f32 = hR <= 0 ? uL + 2 * cL : hL <= 0 ? uR + cR : max(uR + cR, uStar + cStar);
  left = min<f32>(left, 0);
  right = max<f32>(right, 0);
  const massL = hL * uL;
  const massR = hR * uR;
  const share: f32 = 1 / (right - left);
  const fall: f32 = 0.5 * G * (hL - hR) * (hL + hR);
  const moved = right * massL * uL - left * massR * uR + left * right * (massR - massL);
  ownFlux = (moved + left * fall) * share;
  return (right * massL - left * massR + left * right * (hR - hL)) * share;
}

/** Remembers what passed the edges of a row, now that it stays. */
export function notePassed(row: i32): void {
  if (flag(EDGES) == 0) return;
  const end = block(EDGE_LIST) + firstOf(0, row + 1) * EDGE_BYTES;
  for (let at = block(EDGE_LIST) + firstOf(0, row) * EDGE_BYTES; at < end; at += EDGE_BYTES) {
    const faces = (load<i32>(at, KIND) & IS_Y) != 0 ? facesY(row) : facesX(row);
    store<f32>(at, load<f32>(faces + (<usize>load<i32>(at, FACE_COLUMN) << 2)), PASSED);
  }
}

/** Volume (m³) that came in through all edges in this step. */
export function waterEdgeVolume(): f64 {
  const end = block(EDGE_LIST) + <usize>flag(EDGES) * EDGE_BYTES;
  let flows: f64 = 0;
  for (let at = block(EDGE_LIST); at < end; at += EDGE_BYTES) {
    const flow = <f64>load<f32>(at, PASSED);
    flows += (load<i32>(at, KIND) & CELL_BEYOND) != 0 ? flow : -flow;
  }
  // By the very number that depths change by: its rounding is 3e-8 of all that passes.
  return flows * <f64><f32>(number(STEP) / cellM) * cellM * cellM;
}
