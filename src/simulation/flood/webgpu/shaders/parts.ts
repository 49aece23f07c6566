// What the kernels share: the buffers' declarations, constants of reference/physics.ts, and functions (WGSL; m, m/s, s).
import { GRAVITY, THIN_M } from '../../reference/physics.ts';

/** Every buffer that kernels know; each kernel names those that it uses, in the order of its bindings. */
const declarations = {
  params: 'var<uniform> params: Params',
  control: 'var<storage, read_write> control: Control',
  // Depth, momentum east and north, what rounding left of the depth.
  state: 'var<storage, read_write> state: array<vec4f>',
  // Bed, roughness, crest of the west and of the north face.
  ground: 'var<storage, read> ground: array<vec4f>',
  // Mass, normal momentum for the cell before and for the one after the face, tangential momentum.
  faceX: 'var<storage, read_write> faceX: array<vec4f>',
  faceY: 'var<storage, read_write> faceY: array<vec4f>',
  // Velocity and depth after the half step, depth before it.
  half: 'var<storage, read_write> half: array<vec4f>',
  // What the sloping surface within a cell pushes east and north.
  lean: 'var<storage, read_write> lean: array<vec2f>',
  // A flag a tile, for this step and the next.
  wet: 'var<storage, read_write> wet: array<atomic<u32>>',
  // Place, first entry, number of entries, tile; flow and momenta of each entry.
  sources: 'var<storage, read> sources: array<vec4u>',
  entries: 'var<storage, read> entries: array<vec4f>',
  // Place, face, flags, tile; then value, crest above the bed, roughness.
  edges: 'var<storage, read> edges: array<vec4u>',
  rain: 'var<storage, read> rain: array<f32>',
  // Gained and lost since the batch began, each with what rounding left: tiles (rain), sources, edges.
  gains: 'var<storage, read_write> gains: array<vec4f>',
  wanted: 'var<storage, read> wanted: array<u32>',
  found: 'var<storage, read_write> found: array<vec4f>',
} as const;

export type BufferName = keyof typeof declarations;

export interface Kernel {
  readonly buffers: readonly BufferName[];
  readonly code: string;
}

export const toShader = ({ buffers, code }: Kernel): string =>
  [
    common,
    ...buffers.map((name, index) => `@group(0) @binding(${index}) ${declarations[name]};`),
    code,
  ].join('\n');

/** Above it a bed is that of the ring or of a cell without data. */
export const CLOSED_M = 1e9;

const common = /* wgsl */ `
struct Params {
  pitch: u32, rows: u32, tilesX: u32, tiles: u32,
  sources: u32, edges: u32, skipsDry: u32, hasCrests: u32,
  cellM: f32, courant: f32, longestS: f32, stageMost: f32,
}

// left: what is left of the run, in whole seconds and in 2^-32 s, so that no time is lost in rounding.
struct Control {
  speed: atomic<u32>, broken: atomic<u32>, go: u32, steps: u32,
  leftWhole: u32, leftPart: u32, stepS: f32, waitedS: f32,
  rainS: f32, shortS: f32, parity: u32, unused: u32,
}

const G = ${GRAVITY}f;
const THIN = ${THIN_M}f;
// Up to this depth water stands still, and over a face it does not flow: else fronts creep and no tile sleeps.
const STILL = 1e-6f;
const CLOSED = ${CLOSED_M / 2}f;
const NONE = 0xffffffffu;

fn speedOf(depth: f32, momentum: f32) -> f32 {
  if (depth <= STILL) { return 0.0; }
  if (depth >= THIN) { return momentum / depth; }
  let square = depth * depth;
  return 1.41421356f * depth * momentum / sqrt(square * square + THIN * THIN * THIN * THIN);
}

// Fastest wave (m/s) of deeper water.
fn signalOf(water: vec4f) -> f32 {
  if (water.x <= THIN) { return 0.0; }
  return max(abs(water.y), abs(water.z)) / water.x + sqrt(G * water.x);
}

fn isBroken(water: vec4f) -> bool {
  let bits = bitcast<vec3u>(water.xyz) & vec3u(0x7f800000u);
  return any(bits == vec3u(0x7f800000u));
}

// What a sum loses in rounding, exactly (Knuth).
fn lostIn(sum: f32, a: f32, b: f32) -> f32 {
  let part = sum - a;
  return (a - (sum - part)) + (b - part);
}

// sum: gained, left over; lost, left over.
fn book(sum: vec4f, gain: f32) -> vec4f {
  if (gain > 0.0) {
    let more = gain + sum.y;
    let total = sum.x + more;
    return vec4f(total, lostIn(total, sum.x, more), sum.zw);
  }
  let more = sum.w - gain;
  let total = sum.z + more;
  return vec4f(sum.xy, total, lostIn(total, sum.z, more));
}

// Water with some metres more or less, at most what is there; a sink takes its share of momentum.
fn poured(water: vec4f, metres: f32) -> vec4f {
  let more = metres + water.w;
  let isEmptied = more < 0.0 && water.x + more < 0.0;
  if (isEmptied) {
    let depth = min(water.x, 0.0);
    return vec4f(depth, 0.0, 0.0, 0.0);
  }
  let depth = water.x + more;
  var result = vec4f(depth, water.yz, lostIn(depth, water.x, more));
  if (depth < water.x) {
    let kept = select(0.0, depth / water.x, water.x > 0.0);
    result = vec4f(depth, water.yz * kept, result.w);
  }
  return result;
}
`;

/** Mass, normal momentum less each side's own pressure (exactly 0 at rest), from depth and normal velocity. */
export const flux = /* wgsl */ `
fn fluxOf(hL: f32, uL: f32, hR: f32, uR: f32) -> vec3f {
  if (hL <= 0.0 && hR <= 0.0) { return vec3f(0.0); }
  let cL = sqrt(G * hL);
  let cR = sqrt(G * hR);
  let uStar = 0.5 * (uL + uR) + (cL - cR);
  let cStar = abs(0.5 * (cL + cR) + 0.25 * (uL - uR));
  var left = min(uL - cL, uStar - cStar);
  var right = max(uR + cR, uStar + cStar);
  if (hL <= 0.0) { left = uR - 2.0 * cR; right = uR + cR; }
  if (hR <= 0.0) { left = uL - cL; right = uL + 2.0 * cL; }
  let massL = hL * uL;
  let massR = hR * uR;
  let pushL = massL * uL;
  let pushR = massR * uR;
  let rise = 0.5 * G * (hR - hL) * (hR + hL);
  if (left >= 0.0) { return vec3f(massL, pushL, pushL - rise); }
  if (right <= 0.0) { return vec3f(massR, pushR + rise, pushR); }
  let width = right - left;
  let mass = (right * massL - left * massR + left * right * (hR - hL)) / width;
  let push = right * pushL - left * pushR + left * right * (massR - massL);
  return vec3f(mass, (push - left * rise) / width, (push - right * rise) / width);
}
`;

/** Whether a tile has anything to do: it or one of the eight around it holds water that can flow. */
export const activity = /* wgsl */ `
fn isWetAround(tile: vec2u, parity: u32) -> bool {
  let tilesY = params.tiles / params.tilesX;
  let base = parity * params.tiles;
  for (var y = max(tile.y, 1u) - 1u; y <= min(tile.y + 1u, tilesY - 1u); y++) {
    for (var x = max(tile.x, 1u) - 1u; x <= min(tile.x + 1u, params.tilesX - 1u); x++) {
      if (atomicLoad(&wet[base + y * params.tilesX + x]) != 0u) { return true; }
    }
  }
  return false;
}
`;

/** The share of its outflow that a cell can give. */
export const share = /* wgsl */ `
fn shareOf(at: u32) -> f32 {
  if (ground[at].x >= CLOSED) { return 1.0; }
  let outX = max(0.0, -faceX[at].x) + max(0.0, faceX[at + 1u].x);
  let outY = max(0.0, faceY[at].x) + max(0.0, -faceY[at + params.pitch].x);
  let leaves = control.stepS * (outX + outY);
  let holds = max(0.0, half[at].w) * params.cellM;
  return select(1.0, holds / leaves, leaves > holds);
}
`;
