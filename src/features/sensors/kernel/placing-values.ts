// Which pins have room for their value below them: no value over a pin or over another value, the more
// important pin's first. Pins come in their order; a value that stands is kept while it barely fits.

export interface ValuePlacingInput {
  readonly count: number;
  /** Tips of the pins, CSS px, and how wide each value is; 0 where a pin has none to show. */
  readonly xPx: Float32Array;
  readonly yPx: Float32Array;
  readonly widthPx: Float32Array;
  /** 1 where the value stood in the last picture. */
  readonly stood: Uint8Array;
}

/** What a pin takes up to the left and right of its tip and above it, and its value below it, CSS px. */
export interface PinBox {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly heightPx: number;
  readonly valueHeightPx: number;
}

/** How much of a standing value may be covered before it gives way, CSS px. */
const KEPT_PX = 4;

/** Writes 1 into `shown` for each pin whose value has room; returns how many, at most `most`. */
export function placeValues(
  input: ValuePlacingInput,
  { leftPx, rightPx, heightPx, valueHeightPx }: PinBox,
  most: number,
  shown: Uint8Array,
): number {
  const { count, xPx, yPx, widthPx, stood } = input;
  let placed = 0;
  shown.fill(0, 0, count);
  for (let pin = 0; pin < count && placed < most; pin++) {
    const width = widthPx[pin]!;
    if (width === 0) continue;
    const half = width / 2 - (stood[pin] === 1 ? KEPT_PX : 0);
    let isFree = true;
    for (let other = 0; other < count && isFree; other++) {
      if (other === pin) continue;
      const across = xPx[other]! - xPx[pin]!;
      // How far the other tip is below this one.
      const dy = yPx[other]! - yPx[pin]!;
      const isBeside = across >= half + leftPx || across <= -half - rightPx;
      const isOverPin = !isBeside && dy > 0 && dy < heightPx + valueHeightPx;
      const isOverValue =
        shown[other] === 1 &&
        Math.abs(across) < half + widthPx[other]! / 2 &&
        Math.abs(dy) < valueHeightPx;
      isFree = !isOverPin && !isOverValue;
    }
    if (!isFree) continue;
    shown[pin] = 1;
    placed++;
  }
  return placed;
}
