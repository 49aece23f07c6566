// First kernel of a step, one workgroup: its length, then point sources, in the order of reference/README.md (WGSL).
import type { Kernel } from './parts.ts';

export const begin: Kernel = {
  buffers: ['params', 'control', 'state', 'wet', 'sources', 'entries', 'edges', 'gains'],
  code: /* wgsl */ `
var<workgroup> goes: u32;
var<workgroup> shared_: f32;
var<workgroup> shortest: array<f32, 256>;

fn stepOver(depth: f32, speed: f32) -> f32 {
  return params.courant * params.cellM / (speed + sqrt(G * depth));
}

fn allowedBy(source: vec4u, firstS: f32) -> f32 {
  var least = firstS;
  let area = params.cellM * params.cellM;
  let water = state[source.x];
  for (var index = source.y; index < source.y + source.z; index++) {
    let entry = entries[index];
    if (entry.x <= 0.0) { continue; }
    let depth = max(0.0, water.x) + entry.x * firstS / area;
    let flow = water.yz + entry.yz * firstS;
    let speed = select(0.0, max(abs(flow.x), abs(flow.y)) / depth, depth > THIN);
    least = min(least, stepOver(depth, speed));
  }
  return least;
}

// Takes a step off what is left; gives its length.
fn takeStep(stable: f32) -> f32 {
  let left = f32(control.leftWhole) + f32(control.leftPart) * 2.3283064365386963e-10f;
  control.shortS = stable;
  if (stable < 1e-7f) { return 0.0; }
  control.shortS = 0.0;
  if (stable >= left) {
    control.leftWhole = 0u;
    control.leftPart = 0u;
    return left;
  }
  let step = left / ceil(left / stable);
  let whole = u32(step);
  let part = u32((step - f32(whole)) * 4294967296.0f);
  let borrows = select(0u, 1u, part > control.leftPart);
  control.leftPart -= part;
  control.leftWhole -= whole + borrows;
  return step;
}

fn startStep(stable: f32) -> f32 {
  let step = takeStep(stable);
  if (step == 0.0) {
    control.go = 0u;
    return 0.0;
  }
  control.go = 1u;
  control.stepS = step;
  control.parity = control.steps & 1u;
  control.steps += 1u;
  control.waitedS += step;
  control.rainS = 0.0;
  let isLast = control.leftWhole == 0u && control.leftPart == 0u;
  if (isLast || control.waitedS >= 1.0) {
    control.rainS = control.waitedS;
    control.waitedS = 0.0;
  }
  atomicStore(&control.speed, 0u);
  return step;
}

fn pourInto(index: u32, stepS: f32) {
  let source = sources[index];
  let area = params.cellM * params.cellM;
  var water = state[source.x];
  var sum = gains[params.tiles + index];
  for (var one = source.y; one < source.y + source.z; one++) {
    let entry = entries[one];
    let before = water.x;
    water = poured(water, entry.x * stepS / area);
    sum = book(sum, water.x - before);
    if (water.x > 0.0) { water = vec4f(water.x, water.yz + entry.yz * stepS, water.w); }
  }
  state[source.x] = water;
  gains[params.tiles + index] = sum;
  if (water.x > STILL) { atomicStore(&wet[control.parity * params.tiles + source.w], 1u); }
}

@compute @workgroup_size(256)
fn main(@builtin(local_invocation_index) thread: u32) {
  if (thread == 0u) {
    let isOver = control.leftWhole == 0u && control.leftPart == 0u;
    goes = select(1u, 0u, isOver || atomicLoad(&control.broken) != NONE);
    if (goes == 0u) { control.go = 0u; }
    let speed = bitcast<f32>(atomicLoad(&control.speed));
    var first = params.longestS;
    if (speed > 0.0) { first = min(first, params.courant * params.cellM / speed); }
    shared_ = first;
  }
  if (workgroupUniformLoad(&goes) == 0u) { return; }
  let firstS = workgroupUniformLoad(&shared_);
  var least = firstS;
  for (var index = thread; index < params.sources; index += 256u) {
    least = min(least, allowedBy(sources[index], firstS));
  }
  shortest[thread] = least;
  workgroupBarrier();
  if (thread == 0u) {
    for (var index = 1u; index < 256u; index++) { least = min(least, shortest[index]); }
    if (params.stageMost > 0.0) {
      least = min(least, stepOver(params.stageMost, sqrt(G * params.stageMost)));
    }
    shared_ = startStep(least);
  }
  storageBarrier();
  let stepS = workgroupUniformLoad(&shared_);
  if (stepS == 0.0) { return; }
  for (var index = thread; index < params.sources; index += 256u) { pourInto(index, stepS); }
  // Water may come in through an edge where all is dry.
  for (var index = thread; index < params.edges; index += 256u) {
    atomicStore(&wet[control.parity * params.tiles + edges[2u * index].w], 1u);
  }
}
`,
};
