// Lamps along a city's streets: where they stand by the street's class and width, and how they light the ground.

import { type Bounds, toTile } from '#conversion/basemap/tile-grid.ts';

/** A street as a line of longitude, latitude (degrees) and height (m above the ellipsoid). */
export interface LitStreet {
  readonly line: readonly (readonly number[])[];
  readonly kind: string;
  readonly widthM: number;
}

/** Four numbers a lamp: longitude, latitude (degrees), height of its head (m above the ellipsoid), of its mast (m). */
export type Lamps = Float64Array;
export const LAMP_NUMBERS = 4;

interface Manner {
  readonly spacingM: number;
  readonly mastM: number;
  /** Both sides at once, in turn, or above the middle. */
  readonly sides: 'both' | 'turn' | 'middle';
}

const manners: Readonly<Record<string, Manner>> = {
  arterial: { spacingM: 34, mastM: 9, sides: 'both' },
  quay: { spacingM: 26, mastM: 6, sides: 'both' },
  collector: { spacingM: 30, mastM: 8, sides: 'turn' },
  lane: { spacingM: 28, mastM: 4.5, sides: 'middle' },
};
const plain: Manner = { spacingM: 34, mastM: 6, sides: 'turn' };

const METRES_PER_DEGREE = 111_320;

/** Lamps of all streets; a street without heights has none, since nobody knows where their heads are. */
export function placeLamps(streets: readonly LitStreet[]): Lamps {
  const numbers: number[] = [];
  for (const street of streets) {
    if (street.line.length < 2 || street.line.some((point) => point.length < 3)) continue;
    lineLamps(street, manners[street.kind] ?? plain, numbers);
  }
  return Float64Array.from(numbers);
}

function lineLamps({ line, widthM }: LitStreet, manner: Manner, numbers: number[]): void {
  const { spacingM, mastM, sides } = manner;
  const acrossM = sides === 'middle' ? 0 : Math.max(1.5, widthM / 2 - 1.4);
  const length = lengthOf(line);
  // The same from end to end, so that crossings are lit from all sides alike.
  const count = Math.max(1, Math.round(length / spacingM));
  let next = length / count / 2;
  let passed = 0;
  let number = 0;
  for (let at = 1; at < line.length; at++) {
    const [fromX = 0, fromY = 0, fromZ = 0] = line[at - 1]!;
    const [toX = 0, toY = 0, toZ = 0] = line[at]!;
    const perX = METRES_PER_DEGREE * Math.cos((fromY * Math.PI) / 180);
    const east = (toX - fromX) * perX;
    const north = (toY - fromY) * METRES_PER_DEGREE;
    const piece = Math.hypot(east, north);
    while (piece > 0 && next <= passed + piece && number < count) {
      const share = (next - passed) / piece;
      const shift = (side: number) => {
        numbers.push(
          fromX + (toX - fromX) * share + (side * acrossM * north) / piece / perX,
          fromY + (toY - fromY) * share - (side * acrossM * east) / piece / METRES_PER_DEGREE,
          fromZ + (toZ - fromZ) * share + mastM,
          mastM,
        );
      };
      if (sides === 'both') for (const side of [-1, 1]) shift(side);
      else shift(number % 2 === 0 ? 1 : -1);
      number++;
      next += length / count;
    }
    passed += piece;
  }
}

function lengthOf(line: LitStreet['line']): number {
  let sum = 0;
  for (let at = 1; at < line.length; at++) {
    const [x = 0, y = 0] = line[at - 1]!;
    const [nextX = 0, nextY = 0] = line[at]!;
    const perX = METRES_PER_DEGREE * Math.cos((y * Math.PI) / 180);
    sum += Math.hypot((nextX - x) * perX, (nextY - y) * METRES_PER_DEGREE);
  }
  return sum;
}

/** How brightly each cell of a map is lit, 0 … 255: a pool about each lamp, wider under a higher head. */
export function lampLight(
  lamps: Lamps,
  [west, south, east, north]: Bounds,
  width: number,
  height: number,
): Uint8Array {
  const light = new Float32Array(width * height);
  const [left, top] = toTile(west, north, 0);
  const [right, bottom] = toTile(east, south, 0);
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const metresPerCell = ((right - left) * 40075016.686 * Math.cos(middle)) / width;
  for (let lamp = 0; lamp + 3 < lamps.length; lamp += LAMP_NUMBERS) {
    const [x, y] = toTile(lamps[lamp]!, lamps[lamp + 1]!, 0);
    const column = ((x - left) / (right - left)) * width - 0.5;
    const row = ((y - top) / (bottom - top)) * height - 0.5;
    const mastM = lamps[lamp + 3]!;
    const spread = (4 + 1.5 * mastM) / metresPerCell;
    const reach = Math.ceil(spread * 2.2);
    for (
      let down = Math.max(0, Math.floor(row - reach));
      down <= Math.min(height - 1, row + reach);
      down++
    ) {
      for (
        let over = Math.max(0, Math.floor(column - reach));
        over <= Math.min(width - 1, column + reach);
        over++
      ) {
        const off2 = ((over - column) ** 2 + (down - row) ** 2) / spread ** 2;
        light[down * width + over]! += 150 * Math.exp(-off2);
      }
    }
  }
  return Uint8Array.from(light, (value) => Math.min(255, Math.round(value)));
}
