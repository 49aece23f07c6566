import type { PlacedShapes } from '../parts.ts';

export interface PlacedList {
  readonly count: number;
  /** @param matrix 16, column-major. @param rgba 0–255 each. */
  add(product: number, shape: number, matrix: ArrayLike<number>, rgba: ArrayLike<number>): void;
  /** The rows from one on, copied. */
  rows(from?: number): PlacedShapes;
}

/** Rows of placed shapes that grow. */
export function createPlacedList(): PlacedList {
  let capacity = 1024;
  let count = 0;
  let product = new Uint32Array(capacity);
  let shape = new Uint32Array(capacity);
  let matrix = new Float64Array(capacity * 16);
  let rgba = new Uint8Array(capacity * 4);
  function grow() {
    capacity *= 2;
    const held = { product, shape, matrix, rgba };
    product = new Uint32Array(capacity);
    shape = new Uint32Array(capacity);
    matrix = new Float64Array(capacity * 16);
    rgba = new Uint8Array(capacity * 4);
    product.set(held.product);
    shape.set(held.shape);
    matrix.set(held.matrix);
    rgba.set(held.rgba);
  }
  return {
    get count() {
      return count;
    },
    add(ofProduct, ofShape, placing, colour) {
      if (count === capacity) grow();
      product[count] = ofProduct;
      shape[count] = ofShape;
      matrix.set(placing, count * 16);
      rgba.set(colour, count * 4);
      count++;
    },
    rows: (from = 0) => ({
      count: count - from,
      product: product.slice(from, count),
      shape: shape.slice(from, count),
      matrix: matrix.slice(from * 16, count * 16),
      rgba: rgba.slice(from * 4, count * 4),
    }),
  };
}
