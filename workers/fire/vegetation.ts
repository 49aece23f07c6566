// How much of what lies around each building is vegetation that carries fire: woods, shrubs, meadows, reeds and fields of
// the city's map; lawns and gardens are left out. A share of the square of 50 m around the building's circle.

import { coverKinds } from '#simulation/flood/ground/roughness.ts';
import { CoverMap } from '../flood/ground/read-cover.ts';
import type { TownFiles } from '../town/client.ts';
import type { TownBuildings } from '../town/read-buildings.ts';
import type { ReadBytes } from '../town/read-bytes.ts';

const carries: ReadonlySet<string> = new Set([
  ...['forest', 'scrub', 'meadow', 'wetland', 'farmland'],
]);
const AROUND_M = 50;
const METRES_PER_DEG = 111_195;
/** Cells get larger where the city is. */
const LEAST_CELL_M = 10;
const MOST_CELLS = 4_000_000;

/** One entry a building; undefined where the city has no map or no building. */
export async function readVegetation(
  read: ReadBytes,
  city: TownFiles,
  town: TownBuildings,
): Promise<Float32Array | undefined> {
  if (city.basemap === undefined || town.count === 0) return undefined;
  const frame = frameOf(town);
  const { width, height, toGrid } = frame;
  const toGridLine = (places: ArrayLike<number>) => {
    const line = new Float64Array(places.length);
    for (let at = 0; at < places.length; at += 2) {
      const [x, y] = toGrid(places[at]!, places[at + 1]!);
      line[at] = x;
      line[at + 1] = y;
    }
    return line;
  };
  const { cover } = await new CoverMap(read).paint(city.basemap, frame.boundsDeg, frame, {
    toGridLine,
  });
  const codes = Uint8Array.from(coverKinds, (kind) => Number(carries.has(kind)));
  const sums = toSums(cover, codes, width, height);
  return Float32Array.from(town.ids, (_, building) => {
    const [x, y] = toGrid(town.longitudeDeg[building]!, town.latitudeDeg[building]!);
    return shareAround(sums, frame, x, y, (town.radiusM[building]! + AROUND_M) / frame.cellM);
  });
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly cellM: number;
  readonly boundsDeg: readonly [number, number, number, number];
  /** In cells from the north-west corner. */
  readonly toGrid: (longitudeDeg: number, latitudeDeg: number) => readonly [x: number, y: number];
}

/** Straight degrees are near enough for what lies 50 m around. */
function frameOf({ longitudeDeg, latitudeDeg, count }: TownBuildings): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count; at++) {
    west = Math.min(west, longitudeDeg[at]!);
    east = Math.max(east, longitudeDeg[at]!);
    south = Math.min(south, latitudeDeg[at]!);
    north = Math.max(north, latitudeDeg[at]!);
  }
  const perLongitude = METRES_PER_DEG * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [marginX, marginY] = [(3 * AROUND_M) / perLongitude, (3 * AROUND_M) / METRES_PER_DEG];
  const bounds = [west - marginX, south - marginY, east + marginX, north + marginY] as const;
  const wideM = (bounds[2] - bounds[0]) * perLongitude;
  const highM = (bounds[3] - bounds[1]) * METRES_PER_DEG;
  const cellM = Math.max(LEAST_CELL_M, Math.sqrt((wideM * highM) / MOST_CELLS));
  return {
    ...{ width: Math.ceil(wideM / cellM), height: Math.ceil(highM / cellM), cellM },
    boundsDeg: bounds,
    toGrid: (longitude, latitude) => [
      ((longitude - bounds[0]) * perLongitude) / cellM,
      ((bounds[3] - latitude) * METRES_PER_DEG) / cellM,
    ],
  };
}

/** Summed areas: `(width + 1) × (height + 1)`, so that any rectangle is four look-ups. */
export function toSums(
  cover: Uint8Array,
  counts: Uint8Array,
  width: number,
  height: number,
): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let row = 0; row < height; row++) {
    let along = 0;
    for (let column = 0; column < width; column++) {
      along += counts[cover[row * width + column]!]!;
      const at = (row + 1) * (width + 1) + column + 1;
      sums[at] = sums[at - width - 1]! + along;
    }
  }
  return sums;
}

/** Of the cells within `reach` cells of a point, east–west and north–south; 0 outside of the grid. */
export function shareAround(
  sums: Uint32Array,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  x: number,
  y: number,
  reach: number,
): number {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  const [left, right] = [within(x - reach, width), within(x + reach, width)];
  const [top, bottom] = [within(y - reach, height), within(y + reach, height)];
  const cells = (right - left) * (bottom - top);
  if (cells === 0) return 0;
  const at = (column: number, row: number) => sums[row * (width + 1) + column]!;
  return (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) / cells;
}
