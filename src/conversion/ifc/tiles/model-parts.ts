// A model's placed shapes as the tiles see them: each row with its element, its prepared shape and its box.

import type { ModelGeometry } from '../parts.ts';
import { NO_VARIANT, type Placing, planPlacing } from './placing.ts';
import { type PreparedShape, prepareShape } from './prepared-shape.ts';

export interface ModelParts {
  readonly placing: Placing;
  readonly matrix: Float64Array;
  readonly rgba: Uint8Array;
  /** By variant. */
  readonly shapes: readonly PreparedShape[];
  /** Rows that are drawn, ascending. */
  readonly drawn: Uint32Array;
  /** Element row of each placed row. */
  readonly elementOf: Uint32Array;
  /** Least and greatest corner, 6 numbers a placed row, model's frame, m. */
  readonly boxes: Float64Array;
  /** Placed rows whose matrix is no placement, or whose shape has no extent. */
  readonly lost: number;
}

/** `onShape` may pause; called after each shape that was prepared. */
export async function readModelParts(
  { shapes, placed }: ModelGeometry,
  rowOf: ReadonlyMap<number, number>,
  onShape: () => Promise<void> | undefined,
): Promise<ModelParts> {
  const placing = planPlacing(placed);
  const prepared: PreparedShape[] = [];
  for (const variant of placing.variants) {
    prepared.push(prepareShape(shapes[variant.shape]!, variant));
    await onShape();
  }
  const boxes = new Float64Array(placed.count * 6);
  const elementOf = new Uint32Array(placed.count);
  const drawn = new Uint32Array(placed.count);
  let length = 0;
  for (let row = 0; row < placed.count; row++) {
    // What the tables don't know is the project's: better shown as its than not at all.
    elementOf[row] = rowOf.get(placed.product[row]!) ?? 0;
    const variant = placing.variantOf[row]!;
    if (variant === NO_VARIANT) continue;
    const shape = prepared[variant]!;
    if (shape.indices.length === 0) continue;
    writeBox(shape, placing.turns, row * 9, placed.matrix, row * 16 + 12, boxes, row * 6);
    drawn[length++] = row;
  }
  return {
    placing,
    matrix: placed.matrix,
    rgba: placed.rgba,
    shapes: prepared,
    drawn: drawn.slice(0, length),
    elementOf,
    boxes,
    lost: placed.count - length,
  };
}

/** The box of the turned box: at most √3 too large. */
function writeBox(
  { least, greatest }: PreparedShape,
  turns: Float64Array,
  turn: number,
  matrix: Float64Array,
  shift: number,
  boxes: Float64Array,
  to: number,
): void {
  for (let row = 0; row < 3; row++) {
    let low = matrix[shift + row]!;
    let high = low;
    for (let axis = 0; axis < 3; axis++) {
      const factor = turns[turn + axis * 3 + row]!;
      const a = factor * least[axis]!;
      const b = factor * greatest[axis]!;
      low += Math.min(a, b);
      high += Math.max(a, b);
    }
    boxes[to + row] = low;
    boxes[to + 3 + row] = high;
  }
}

export interface Box {
  readonly least: readonly [number, number, number];
  readonly greatest: readonly [number, number, number];
}

export const middleOf = ({ least, greatest }: Box): [number, number, number] => [
  (least[0] + greatest[0]) / 2,
  (least[1] + greatest[1]) / 2,
  (least[2] + greatest[2]) / 2,
];

/** Around the boxes of all `rows`; infinite and inside out where there are none. */
export function boxAround(boxes: Float64Array, rows: Iterable<number>): Box {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const row of rows) {
    for (let axis = 0; axis < 3; axis++) {
      box[axis] = Math.min(box[axis]!, boxes[row * 6 + axis]!);
      box[3 + axis] = Math.max(box[3 + axis]!, boxes[row * 6 + 3 + axis]!);
    }
  }
  return {
    least: [box[0]!, box[1]!, box[2]!],
    greatest: [box[3]!, box[4]!, box[5]!],
  };
}
