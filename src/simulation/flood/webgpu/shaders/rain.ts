// Rain less infiltration on every cell, gathered over 1 s; what was gained and lost is summed by tile (WGSL).
import type { Kernel } from './parts.ts';

export const rain: Kernel = {
  buffers: ['params', 'control', 'state', 'wet', 'rain', 'gains'],
  code: /* wgsl */ `
var<workgroup> rainS: f32;
var<workgroup> isWet: atomic<u32>;
var<workgroup> sums: array<vec2f, 256>;

@compute @workgroup_size(16, 16)
fn main(
  @builtin(global_invocation_id) place: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  if (thread == 0u) { rainS = select(0.0, control.rainS, control.go == 1u); }
  let durationS = workgroupUniformLoad(&rainS);
  if (durationS == 0.0) { return; }
  let at = place.y * params.pitch + place.x;
  let rate = rain[at];
  var gained = 0.0;
  if (rate != 0.0) {
    let before = state[at];
    let after = poured(before, rate * durationS);
    gained = after.x - before.x;
    state[at] = after;
    if (after.x > STILL) { atomicStore(&isWet, 1u); }
  }
  sums[thread] = vec2f(max(0.0, gained), max(0.0, -gained));
  workgroupBarrier();
  for (var half = 128u; half > 0u; half /= 2u) {
    if (thread < half) { sums[thread] += sums[thread + half]; }
    workgroupBarrier();
  }
  if (thread == 0u) {
    let index = tile.y * params.tilesX + tile.x;
    gains[index] = book(book(gains[index], sums[0].x), -sums[0].y);
    if (atomicLoad(&isWet) != 0u) { atomicStore(&wet[control.parity * params.tiles + index], 1u); }
  }
}
`,
};
