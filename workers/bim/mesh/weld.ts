// Corners that lie at the same place are one corner: exporters write a corner once for each face.

const EMPTY = 0xffffffff;

/** For each corner of `positions` the first one that lies in the same cell of `stepM`. */
export function weldCorners(positions: ArrayLike<number>, stepM: number): Uint32Array {
  const count = positions.length / 3;
  const welded = new Uint32Array(count);
  let slots = 16;
  while (slots < count * 2) slots *= 2;
  const table = new Uint32Array(slots).fill(EMPTY);
  const cell = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at++) cell[at] = Math.round(positions[at]! / stepM);
  for (let corner = 0; corner < count; corner++) {
    const [x, y, z] = [cell[3 * corner]!, cell[3 * corner + 1]!, cell[3 * corner + 2]!];
    let slot = hash(x, y, z) & (slots - 1);
    for (;;) {
      const found = table[slot]!;
      if (found === EMPTY) {
        table[slot] = corner;
        welded[corner] = corner;
        break;
      }
      if (cell[3 * found] === x && cell[3 * found + 1] === y && cell[3 * found + 2] === z) {
        welded[corner] = found;
        break;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }
  return welded;
}

function hash(x: number, y: number, z: number): number {
  let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
