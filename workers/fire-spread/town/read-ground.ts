// What covers the ground between the buildings, out of the city's map: a raster in the plane of the town, 60 m beyond its
// houses. m.

import { createGround, type UrbanGround } from '#simulation/fire/urban/ground.ts';
import type { BuildingOutlines } from '#simulation/fire/urban/outlines.ts';
import { CoverMap } from '../../flood/ground/read-cover.ts';
import type { TownFiles } from '../../town/client.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { LocalPlane } from './local-plane.ts';

const MARGIN_M = 60;
/** Streets of one lane must show as bare ground: where cells would be larger, nothing is known of vegetation. */
const LEAST_CELL_M = 5;
const MOST_CELL_M = 8;
const MOST_CELLS = 2_000_000;

/** Codes of `coverKinds`; undefined where the city has no map, one that can't be read, or is too large. */
export async function readGround(
  read: ReadBytes,
  { basemap }: Pick<TownFiles, 'basemap'>,
  outlines: BuildingOutlines,
  plane: LocalPlane,
): Promise<UrbanGround | undefined> {
  if (basemap === undefined || outlines.count === 0) return undefined;
  const [west, east] = rangeOf(outlines.xM);
  const [south, north] = rangeOf(outlines.yM);
  const cellM = Math.max(LEAST_CELL_M, Math.sqrt(((east - west) * (north - south)) / MOST_CELLS));
  if (cellM > MOST_CELL_M) return undefined;
  const columns = Math.ceil((east - west) / cellM);
  const rows = Math.ceil((north - south) / cellM);
  const toGridLine = (places: ArrayLike<number>) => {
    const line = new Float64Array(places.length);
    for (let at = 0; at < places.length; at += 2) {
      line[at] = (plane.toX(places[at]!) - west) / cellM;
      line[at + 1] = (north - plane.toY(places[at + 1]!)) / cellM;
    }
    return line;
  };
  const boundsDeg = [
    ...[plane.toLongitudeDeg(west), plane.toLatitudeDeg(south)],
    ...[plane.toLongitudeDeg(east), plane.toLatitudeDeg(north)],
  ] as const;
  const grid = { width: columns, height: rows, cellM };
  try {
    const { cover } = await new CoverMap(read).paint(basemap, boundsDeg, grid, { toGridLine });
    return createGround({ columns, rows, cellM, westM: west, northM: north, cover }, outlines);
  } catch {
    // A map that can't be read is one that the city doesn't have.
    return undefined;
  }
}

function rangeOf(values: Float64Array): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least - MARGIN_M, most + MARGIN_M];
}
