// Fluxes through open edges (normal depth, stage), in the place of closed faces, and the volume that they let through.
// One workgroup; reference/README.md (WGSL).
import { flux, type Kernel, share } from './parts.ts';

export const edges: Kernel = {
  buffers: ['params', 'control', 'ground', 'faceX', 'faceY', 'half', 'edges', 'gains'],
  code: /* wgsl */ `
${flux}
${share}
const IS_X = 1u;
const IS_INWARD = 2u;
const IS_STAGE = 4u;
var<workgroup> goes: u32;

// Depth and outward speed beyond a stage, by the Riemann invariant that leaves the grid.
fn ghostOf(depth: f32, outward: f32, stands: f32) -> vec2f {
  let own = sqrt(G * depth);
  if (depth > 0.0 && outward > own) { return vec2f(depth, outward); }
  if (stands <= 0.0) { return vec2f(0.0); }
  let wave = sqrt(G * stands);
  return vec2f(stands, max(-wave, outward + 2.0 * (own - wave)));
}

fn openFace(index: u32) {
  let where_ = edges[2u * index];
  let how = bitcast<vec4f>(edges[2u * index + 1u]);
  let water = half[where_.x];
  let isX = (where_.z & IS_X) != 0u;
  let inward = select(-1.0, 1.0, (where_.z & IS_INWARD) != 0u);
  let over = water.z - how.y;
  let depth = select(over, 0.0, over <= STILL);
  let outward = -inward * select(water.y, water.x, isX);
  let along = select(water.x, water.y, isX);
  var flow = vec2f(0.0);
  if ((where_.z & IS_STAGE) != 0u) {
    let ghost = ghostOf(depth, outward, how.x);
    flow = fluxOf(depth, outward, ghost.x, ghost.y).xy;
  } else if (depth > 0.0) {
    let speed = pow(depth, 2.0f / 3.0f) * sqrt(how.x) / how.z;
    flow = vec2f(depth * speed, depth * speed * speed);
  }
  let face = vec4f(-inward * flow.x, flow.y, flow.y, -inward * flow.x * along);
  if (isX) { faceX[where_.y] = face; } else { faceY[where_.y] = face; }
}

fn bookVolume(index: u32) {
  let where_ = edges[2u * index];
  let isX = (where_.z & IS_X) != 0u;
  let inward = select(-1.0, 1.0, (where_.z & IS_INWARD) != 0u);
  var enters = inward * select(faceY[where_.y].x, faceX[where_.y].x, isX);
  if (enters < 0.0) { enters *= shareOf(where_.x); }
  let at = params.tiles + params.sources + index;
  gains[at] = book(gains[at], enters * control.stepS / params.cellM);
}

@compute @workgroup_size(256)
fn main(@builtin(local_invocation_index) thread: u32) {
  if (thread == 0u) { goes = control.go; }
  if (workgroupUniformLoad(&goes) == 0u) { return; }
  for (var index = thread; index < params.edges; index += 256u) { openFace(index); }
  storageBarrier();
  for (var index = thread; index < params.edges; index += 256u) { bookVolume(index); }
}
`,
};
