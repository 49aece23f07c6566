// Third kernel: outflux limiter, new depth and momentum with implicit friction, fastest wave, which tiles hold water
// that can flow (WGSL).
import { activity, type Kernel, share } from './parts.ts';

export const update: Kernel = {
  buffers: ['params', 'control', 'state', 'ground', 'wet', 'faceX', 'faceY', 'half', 'lean'],
  code: /* wgsl */ `
${activity}
${share}
var<workgroup> isActive: u32;
var<workgroup> isWet: atomic<u32>;
var<workgroup> fastest: atomic<u32>;
// Of the tile with one cell around it.
var<workgroup> shares: array<f32, 324>;

fn limitedFace(face: vec4f, kept: f32, donorSpeed: f32) -> vec4f {
  if (kept == 1.0) { return face; }
  let lost = (1.0 - kept) * face.x * donorSpeed;
  return vec4f(face.x * kept, face.y - lost, face.z - lost, face.w * kept);
}

// West face of a cell; index: of the cell in shares.
fn westFace(at: u32, index: u32) -> vec4f {
  let face = faceX[at];
  let isFromWest = face.x > 0.0;
  let kept = shares[select(index, index - 1u, isFromWest)];
  return limitedFace(face, kept, half[select(at, at - 1u, isFromWest)].x);
}

fn northFace(at: u32, index: u32) -> vec4f {
  let face = faceY[at];
  let isFromNorth = face.x < 0.0;
  let kept = shares[select(index, index - 18u, isFromNorth)];
  return limitedFace(face, kept, half[select(at, at - params.pitch, isFromNorth)].y);
}

fn moved(at: u32, index: u32) -> vec4f {
  let water = state[at];
  let west = westFace(at, index);
  let east = westFace(at + 1u, index + 1u);
  let north = northFace(at, index);
  let south = northFace(at + params.pitch, index + 18u);
  let ratio = control.stepS / params.cellM;
  let more = water.w + ratio * ((west.x - east.x) + (south.x - north.x));
  let depth = water.x + more;
  let left = lostIn(depth, water.x, more);
  if (depth <= STILL) { return vec4f(depth, 0.0, 0.0, left); }
  let push = vec2f(east.y - west.z, north.y - south.z) + lean[at];
  let carried = vec2f(south.w - north.w, west.w - east.w);
  let flow = water.yz + ratio * (carried - push);
  let speed = vec2f(speedOf(depth, flow.x), speedOf(depth, flow.y));
  let n = ground[at].y;
  let roughness = G * n * n * pow(depth, -4.0f / 3.0f);
  let drag = control.stepS * roughness * sqrt(speed.x * speed.x + speed.y * speed.y);
  // (√(1 + 4d) − 1) / 2d without the difference.
  let kept = 2.0 / (1.0 + sqrt(1.0 + 4.0 * drag));
  return vec4f(depth, depth * speed * kept, left);
}

fn shareAt(column: i32, row: i32) -> f32 {
  let x = clamp(column, 0, i32(params.pitch) - 1);
  let y = clamp(row, 0, i32(params.rows) - 1);
  return shareOf(u32(y) * params.pitch + u32(x));
}

@compute @workgroup_size(16, 16)
fn main(
  @builtin(global_invocation_id) place: vec3u,
  @builtin(local_invocation_id) local: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let tileIndex = tile.y * params.tilesX + tile.x;
  let next = (1u - control.parity) * params.tiles + tileIndex;
  if (thread == 0u) {
    isActive = 0u;
    if (control.go == 1u) {
      if (params.skipsDry == 0u || isWetAround(tile.xy, control.parity)) { isActive = 1u; }
      else { atomicStore(&wet[next], 0u); }
    }
  }
  if (workgroupUniformLoad(&isActive) == 0u) { return; }
  let at = place.y * params.pitch + place.x;
  let index = (local.y + 1u) * 18u + local.x + 1u;
  shares[index] = shareOf(at);
  let column = i32(tile.x * 16u);
  let row = i32(tile.y * 16u);
  let step = thread % 16u;
  let far = i32(step);
  switch (thread / 16u) {
    case 0u: { shares[step + 1u] = shareAt(column + far, row - 1); }
    case 1u: { shares[17u * 18u + step + 1u] = shareAt(column + far, row + 16); }
    case 2u: { shares[(step + 1u) * 18u] = shareAt(column - 1, row + far); }
    case 3u: { shares[(step + 1u) * 18u + 17u] = shareAt(column + 16, row + far); }
    default: {}
  }
  workgroupBarrier();
  if (ground[at].x < CLOSED) {
    let water = moved(at, index);
    state[at] = water;
    if (isBroken(water)) { atomicMin(&control.broken, at); }
    else { atomicMax(&fastest, bitcast<u32>(signalOf(water))); }
    if (water.x > STILL) { atomicStore(&isWet, 1u); }
  }
  workgroupBarrier();
  if (thread == 0u) {
    atomicMax(&control.speed, atomicLoad(&fastest));
    atomicStore(&wet[next], atomicLoad(&isWet));
  }
}
`,
};
