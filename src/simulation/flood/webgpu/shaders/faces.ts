// Second kernel: limited slopes, half a step ahead (MUSCL–Hancock), flux through the west and north face of each cell of
// a tile (Audusse et al. 2004, Toro 2001). Levels count from the cell's own bed, so that f32 is exact at any height.
import { activity, flux, type Kernel } from './parts.ts';

export const faces: Kernel = {
  buffers: ['params', 'control', 'state', 'ground', 'wet', 'faceX', 'faceY', 'half', 'lean'],
  code: /* wgsl */ `
${flux}
${activity}
// Depth, u, v, bed of the tile with two cells around it.
var<workgroup> near: array<vec4f, 361>;
// At the east and the south side of cells: bed and level above the cell's bed, normal and tangential velocity.
var<workgroup> eastOf: array<vec4f, 272>;
var<workgroup> southOf: array<vec4f, 272>;
// 0 nothing to do, 1 to be cleared, 2 at work.
var<workgroup> work: u32;

struct Slopes { level: f32, bed: f32, u: f32, v: f32, isDropped: bool }
struct Cell { x: Slopes, y: Slopes, u: f32, v: f32, depth: f32 }

fn limited(a: f32, b: f32) -> f32 {
  return select(0.0, 2.0 * a * b / (a + b), a * b > 0.0);
}

fn slopesOf(here: vec4f, before: vec4f, after: vec4f, isWalled: bool) -> Slopes {
  let isBeforeDry = before.x <= THIN;
  let isAfterDry = after.x <= THIN;
  if (here.x <= THIN || (isBeforeDry && isAfterDry) || isWalled || max(before.w, after.w) >= CLOSED) {
    return Slopes(0.0, 0.0, 0.0, 0.0, true);
  }
  let bedBefore = here.w - before.w;
  let bedAfter = after.w - here.w;
  let levelBefore = bedBefore + (here.x - before.x);
  let levelAfter = bedAfter + (after.x - here.x);
  var level = limited(levelBefore, levelAfter);
  if (isBeforeDry) { level = levelAfter; }
  if (isAfterDry) { level = levelBefore; }
  var bed = limited(bedBefore, bedAfter);
  if (here.x < 0.5 * abs(level - bed)) {
    level = 0.0;
    bed = clamp(bed, -2.0 * here.x, 2.0 * here.x);
  }
  if (isBeforeDry || isAfterDry) { return Slopes(level, bed, 0.0, 0.0, false); }
  let u = limited(here.y - before.y, after.y - here.y);
  let v = limited(here.z - before.z, after.z - here.z);
  return Slopes(level, bed, u, v, false);
}

fn placeAt(column: i32, row: i32) -> u32 {
  let x = u32(clamp(column, 0, i32(params.pitch) - 1));
  let y = u32(clamp(row, 0, i32(params.rows) - 1));
  return y * params.pitch + x;
}

// The cell at a place of near, half a step ahead; the tile's first cell lies at (2, 2).
fn cellOf(x: u32, y: u32, at: u32) -> Cell {
  let index = y * 19u + x;
  let here = near[index];
  let west = near[index - 1u];
  let east = near[index + 1u];
  let north = near[index - 19u];
  let south = near[index + 19u];
  var isWalledX = false;
  var isWalledY = false;
  if (params.hasCrests != 0u && here.x > THIN) {
    isWalledX = ground[at].z > max(here.w, west.w) || ground[at + 1u].z > max(here.w, east.w);
    isWalledY = ground[at].w > max(here.w, north.w)
      || ground[at + params.pitch].w > max(here.w, south.w);
  }
  let slopesX = slopesOf(here, west, east, isWalledX);
  let slopesY = slopesOf(here, south, north, isWalledY);
  let ratio = 0.5 * control.stepS / params.cellM;
  let spreadX = here.y * (slopesX.level - slopesX.bed) + here.x * slopesX.u;
  let spreadY = here.z * (slopesY.level - slopesY.bed) + here.x * slopesY.v;
  let pushX = here.y * slopesX.u + G * slopesX.level + here.z * slopesY.u;
  let pushY = here.z * slopesY.v + G * slopesY.level + here.y * slopesX.v;
  var slowing = 1.0;
  if (!slopesX.isDropped && !slopesY.isDropped) {
    let n = ground[at].y;
    let drag = G * n * n * pow(here.x, -4.0f / 3.0f);
    slowing += 0.5 * control.stepS * drag * sqrt(here.y * here.y + here.z * here.z);
  }
  return Cell(
    slopesX, slopesY,
    (here.y - ratio * pushX) / slowing,
    (here.z - ratio * pushY) / slowing,
    here.x - ratio * (spreadX + spreadY),
  );
}

// side: +1 east, -1 west.
fn sideX(cell: Cell, side: f32) -> vec4f {
  let part = 0.5 * side;
  return vec4f(
    part * cell.x.bed, cell.depth + part * cell.x.level,
    cell.u + part * cell.x.u, cell.v + part * cell.x.v,
  );
}

// side: +1 north, -1 south.
fn sideY(cell: Cell, side: f32) -> vec4f {
  let part = 0.5 * side;
  return vec4f(
    part * cell.y.bed, cell.depth + part * cell.y.level,
    cell.v + part * cell.y.v, cell.u + part * cell.y.u,
  );
}

// From a (west or south) to b (east or north).
fn faceOf(a: vec4f, b: vec4f, bedA: f32, bedB: f32, crestM: f32) -> vec4f {
  let rise = bedB - bedA;
  let crest = crestM - bedA;
  let ground = max(a.x, rise + b.x);
  let sill = max(ground, crest);
  let overA = max(0.0, a.y - sill);
  let overB = max(0.0, (rise - sill) + b.y);
  if (overA <= STILL && overB <= STILL) {
    if (crest <= ground && max(bedA, bedB) < CLOSED) { return vec4f(0.0); }
    let depthA = max(0.0, a.y - a.x);
    let depthB = max(0.0, b.y - b.x);
    let before = fluxOf(depthA, a.z, depthA, -a.z).y;
    let after = fluxOf(depthB, -b.z, depthB, b.z).y;
    return vec4f(0.0, before, after, 0.0);
  }
  let flow = fluxOf(overA, a.z, overB, b.z);
  return vec4f(flow, flow.x * select(b.w, a.w, flow.x > 0.0));
}

@compute @workgroup_size(16, 16)
fn main(
  @builtin(global_invocation_id) place: vec3u,
  @builtin(local_invocation_id) local: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  if (thread == 0u) {
    work = 0u;
    if (control.go == 1u) {
      if (params.skipsDry == 0u || isWetAround(tile.xy, control.parity)) {
        work = 2u;
      } else if (isWetAround(tile.xy, 1u - control.parity)) {
        work = 1u;
      }
    }
  }
  let task = workgroupUniformLoad(&work);
  if (task == 0u) { return; }
  let at = place.y * params.pitch + place.x;
  if (task == 1u) {
    faceX[at] = vec4f(0.0);
    faceY[at] = vec4f(0.0);
    half[at] = vec4f(0.0);
    lean[at] = vec2f(0.0);
    return;
  }
  let column = i32(tile.x * 16u) - 2;
  let row = i32(tile.y * 16u) - 2;
  for (var index = thread; index < 361u; index += 256u) {
    let source = placeAt(column + i32(index % 19u), row + i32(index / 19u));
    let water = state[source];
    near[index] = vec4f(
      water.x, speedOf(water.x, water.y), speedOf(water.x, water.z), ground[source].x,
    );
  }
  workgroupBarrier();
  let own = cellOf(local.x + 2u, local.y + 2u, at);
  eastOf[local.y * 17u + local.x + 1u] = sideX(own, 1.0);
  southOf[(local.y + 1u) * 16u + local.x] = sideY(own, -1.0);
  if (thread < 16u) {
    let west = cellOf(1u, thread + 2u, placeAt(column + 1, row + 2 + i32(thread)));
    eastOf[thread * 17u] = sideX(west, 1.0);
  } else if (thread < 32u) {
    let step = thread - 16u;
    let north = cellOf(step + 2u, 1u, placeAt(column + 2 + i32(step), row + 1));
    southOf[step] = sideY(north, -1.0);
  }
  workgroupBarrier();
  let index = (local.y + 2u) * 19u + local.x + 2u;
  let bed = near[index].w;
  let crests = ground[at].zw;
  faceX[at] = faceOf(
    eastOf[local.y * 17u + local.x], sideX(own, -1.0), near[index - 1u].w, bed, crests.x,
  );
  faceY[at] = faceOf(
    sideY(own, 1.0), southOf[local.y * 16u + local.x], bed, near[index - 19u].w, crests.y,
  );
  half[at] = vec4f(own.u, own.v, own.depth, near[index].x);
  lean[at] = G * own.depth * vec2f(own.x.level, own.y.level);
}
`,
};
