// What the element table says of meshes: bounds, triangles, a fingerprint of shape and place.

import type { ModelGeometry, Shape } from '../parts.ts';
import { FINGERPRINT_MASK, HashLanes } from './hash-lanes.ts';

export interface MeshFacts {
  /** By node: placed shapes. */
  readonly shapes: Uint32Array<ArrayBuffer>;
  readonly triangles: Uint32Array<ArrayBuffer>;
  /** Three a node, m in the model's frame; NaN without a mesh. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Two words a node, 0 without a mesh; of the second only a byte, see `FINGERPRINT_MASK`. */
  readonly hash: Uint32Array<ArrayBuffer>;
}

/** 0.1 mm. */
const STEPS_PER_METRE = 1e4;
/** Of a turn's cosines: 0.1 mm in ten metres. */
const TURN_STEPS = 1e5;
/** Lengths lie on round numbers of tenths of millimetres, or halfway: rounding begins beside these. */
const OFF_GRID = 0.2137;

export type PointM = readonly [number, number, number];

/**
 * `nodeOf` gives the node of a product's number. `originM` is where the model's frame lies in the file's: two
 * versions of a model may be given different frames, and what stands still must keep its fingerprint.
 */
export function readMeshFacts(
  { shapes, placed }: ModelGeometry,
  count: number,
  nodeOf: (product: number) => number,
  originM: PointM = [0, 0, 0],
): MeshFacts {
  const facts = {
    shapes: new Uint32Array(count),
    triangles: new Uint32Array(count),
    least: new Float64Array(count * 3).fill(Number.NaN),
    greatest: new Float64Array(count * 3).fill(Number.NaN),
    hash: new Uint32Array(count * 2),
  };
  const hashes = new Uint32Array(shapes.length * 2);
  const isHashed = new Uint8Array(shapes.length);
  const boxes = new Map<number, TurnedBox[]>();
  const lanes = new HashLanes();
  for (let at = 0; at < placed.count; at++) {
    const node = nodeOf(placed.product[at]!);
    const shapeRow = placed.shape[at]!;
    const shape = shapes[shapeRow];
    if (node < 0 || !shape) continue;
    if (isHashed[shapeRow] === 0) {
      isHashed[shapeRow] = 1;
      hashShape(shape, hashes, shapeRow);
    }
    facts.shapes[node]!++;
    if (shape.mode === 'triangles') facts.triangles[node]! += shape.indices.length / 3;
    growBox(
      facts,
      node,
      turnedBox(boxes, shape, shapeRow, placed.matrix, at * 16),
      placed.matrix,
      at * 16,
    );
    hashPlace(lanes.reset(), placed.matrix, at * 16, originM);
    lanes.word(hashes[shapeRow * 2]!).word(hashes[shapeRow * 2 + 1]!);
    facts.hash[node * 2] = facts.hash[node * 2]! + lanes.first;
    facts.hash[node * 2 + 1] = facts.hash[node * 2 + 1]! + lanes.second;
  }
  for (let at = 1; at < facts.hash.length; at += 2) facts.hash[at]! &= FINGERPRINT_MASK;
  return facts;
}

/** Extent of a shape under one turn, before its shift. */
interface TurnedBox {
  readonly turn: readonly number[];
  readonly least: readonly [number, number, number];
  readonly greatest: readonly [number, number, number];
}

/** Turns kept of a shape: copies mostly stand in a few ways. */
const TURNS_KEPT = 8;

function turnedBox(
  boxes: Map<number, TurnedBox[]>,
  shape: Shape,
  shapeRow: number,
  matrix: Float64Array,
  at: number,
): TurnedBox {
  const kept = boxes.get(shapeRow) ?? [];
  const known = kept.find(({ turn }) => isSameTurn(turn, matrix, at));
  if (known) return known;
  const box = measure(shape, matrix, at);
  if (kept.length === TURNS_KEPT) kept.shift();
  kept.push(box);
  boxes.set(shapeRow, kept);
  return box;
}

function measure({ positions }: Shape, matrix: Float64Array, at: number): TurnedBox {
  const [a, b, c] = [matrix[at]!, matrix[at + 4]!, matrix[at + 8]!];
  const [d, e, f] = [matrix[at + 1]!, matrix[at + 5]!, matrix[at + 9]!];
  const [g, h, i] = [matrix[at + 2]!, matrix[at + 6]!, matrix[at + 10]!];
  let [x0, y0, z0] = [Infinity, Infinity, Infinity];
  let [x1, y1, z1] = [-Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < positions.length; corner += 3) {
    const [u, v, w] = [positions[corner]!, positions[corner + 1]!, positions[corner + 2]!];
    const x = a * u + b * v + c * w;
    const y = d * u + e * v + f * w;
    const z = g * u + h * v + i * w;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    if (z < z0) z0 = z;
    if (z > z1) z1 = z;
  }
  return { turn: [a, d, g, b, e, h, c, f, i], least: [x0, y0, z0], greatest: [x1, y1, z1] };
}

function isSameTurn(turn: readonly number[], matrix: Float64Array, at: number): boolean {
  for (let column = 0; column < 3; column++) {
    for (let row = 0; row < 3; row++) {
      if (turn[column * 3 + row] !== matrix[at + column * 4 + row]) return false;
    }
  }
  return true;
}

function growBox(
  { least, greatest }: Pick<MeshFacts, 'least' | 'greatest'>,
  node: number,
  box: TurnedBox,
  matrix: Float64Array,
  at: number,
): void {
  for (let axis = 0; axis < 3; axis++) {
    const low = box.least[axis]! + matrix[at + 12 + axis]!;
    const high = box.greatest[axis]! + matrix[at + 12 + axis]!;
    if (!(low <= high)) continue;
    const place = node * 3 + axis;
    if (!(least[place]! <= low)) least[place] = low;
    if (!(greatest[place]! >= high)) greatest[place] = high;
  }
}

/** The sum over triangles, each from its least corner on: the same for any order of corners and triangles. */
function hashShape({ positions, indices, mode }: Shape, into: Uint32Array, row: number): void {
  const corners = new Int32Array(positions.length / 3);
  for (let corner = 0; corner < corners.length; corner++) {
    let hash = 0x811c9dc5;
    for (let axis = 0; axis < 3; axis++) {
      const step = Math.round(positions[corner * 3 + axis]! * STEPS_PER_METRE + OFF_GRID);
      hash = Math.imul(hash ^ step, 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    corners[corner] = Math.imul(hash, 0xc2b2ae35) ^ (hash >>> 16);
  }
  const sides = mode === 'triangles' ? 3 : 2;
  const lanes = new HashLanes();
  let [first, second] = [indices.length, sides];
  for (let at = 0; at + sides <= indices.length; at += sides) {
    const a = corners[indices[at]!]!;
    const b = corners[indices[at + 1]!]!;
    const c = sides === 3 ? corners[indices[at + 2]!]! : 0;
    lanes.reset();
    if (sides === 2) lanes.word(Math.min(a, b)).word(Math.max(a, b));
    else if (a <= b && a <= c) lanes.word(a).word(b).word(c);
    else if (b <= c) lanes.word(b).word(c).word(a);
    else lanes.word(c).word(a).word(b);
    first = (first + lanes.first) | 0;
    second = (second + lanes.second) | 0;
  }
  into[row * 2] = first;
  into[row * 2 + 1] = second;
}

function hashPlace(lanes: HashLanes, matrix: Float64Array, at: number, originM: PointM): void {
  for (let column = 0; column < 4; column++) {
    const steps = column < 3 ? TURN_STEPS : STEPS_PER_METRE;
    for (let row = 0; row < 3; row++) {
      const part = matrix[at + column * 4 + row]! + (column < 3 ? 0 : originM[row]!);
      // Far from the origin tenths of millimetres outgrow a word.
      const step = Math.round(part * steps + OFF_GRID);
      lanes.word(step | 0).word(Math.floor(step / 4294967296));
    }
  }
}
