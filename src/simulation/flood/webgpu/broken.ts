// Which cell a run broke in, in one sentence. SI.
import { FloodError } from '../parts.ts';
import { cellName } from '../reference/check-input.ts';
import { cellAt, control, NONE, type Shape } from './layout.ts';
import { findFastest, type Water } from './water.ts';

/** `words` and `values`: the card's control, as integers and as numbers. */
export function toFloodError(
  shape: Shape,
  water: Water,
  words: Uint32Array,
  values: Float32Array,
  timeS: number,
): FloodError {
  const when = `at ${timeS.toFixed(1)} s`;
  const place = words[control.BROKEN]!;
  const isShort = place === NONE;
  const cell = cellAt(shape, isShort ? findFastest(water) : place);
  const name = cellName(shape.width, cell);
  if (isShort) {
    const shortS = values[control.SHORT_S]!;
    const message = `The step fell to ${shortS} s in ${name} ${when}; the water there runs away.`;
    return new FloodError(message, cell, shortS);
  }
  const [depth = 0, x = 0, y = 0] = water.subarray(place * 4, place * 4 + 3);
  const value = Number.isFinite(depth) ? x + y : depth;
  const message = `The water in ${name} became ${value} ${when}; a number was expected.`;
  return new FloodError(message, cell, value);
}
