// Looks at water that the host wrote: fastest wave, wet tiles, what is not finite; and picks single cells (WGSL).
import type { Kernel } from './parts.ts';

export const measure: Kernel = {
  buffers: ['params', 'control', 'state', 'wet'],
  code: /* wgsl */ `
var<workgroup> isWet: atomic<u32>;

@compute @workgroup_size(16, 16)
fn main(
  @builtin(global_invocation_id) place: vec3u,
  @builtin(workgroup_id) tile: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let at = place.y * params.pitch + place.x;
  let water = state[at];
  if (isBroken(water)) { atomicMin(&control.broken, at); }
  else { atomicMax(&control.speed, bitcast<u32>(signalOf(water))); }
  if (water.x > STILL) { atomicStore(&isWet, 1u); }
  workgroupBarrier();
  if (thread == 0u) {
    let index = tile.y * params.tilesX + tile.x;
    let parity = control.steps & 1u;
    atomicStore(&wet[parity * params.tiles + index], atomicLoad(&isWet));
    // As if all had worked before, so that what sleeps now clears its fluxes.
    atomicStore(&wet[(1u - parity) * params.tiles + index], 1u);
  }
}
`,
};

export const pick: Kernel = {
  buffers: ['state', 'wanted', 'found'],
  code: /* wgsl */ `
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= arrayLength(&wanted)) { return; }
  found[place.x] = state[wanted[place.x]];
}
`,
};
