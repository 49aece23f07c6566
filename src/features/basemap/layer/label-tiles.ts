// Which map tiles to search for names, by where the eye rests and how near it is.

import { toTile } from '#conversion/basemap/tile-grid.ts';
import type { OpenedBasemap, TileAddress } from '#workers/basemap/client.ts';

/** Tiles at the level of the eye's focus around it, and at a coarser level further around. */
export function labelTiles(
  { boundsDeg: [west, south, east, north], minZoom, maxZoom }: OpenedBasemap,
  focus: { readonly longitudeDeg: number; readonly latitudeDeg: number },
  zoom: number,
): TileAddress[] {
  const near = Math.max(minZoom, Math.min(maxZoom, Math.floor(zoom)));
  const far = Math.max(minZoom, near - 2);
  const tiles: TileAddress[] = [];
  for (const [z, reach] of near === far
    ? [[near, 2] as const]
    : [[near, 2] as const, [far, 1] as const]) {
    const [column, row] = toTile(focus.longitudeDeg, focus.latitudeDeg, z).map(Math.floor);
    const [left, top] = toTile(west, north, z).map(Math.floor);
    const [right, bottom] = toTile(east, south, z).map(Math.floor);
    for (let x = Math.max(left!, column! - reach); x <= Math.min(right!, column! + reach); x++) {
      for (let y = Math.max(top!, row! - reach); y <= Math.min(bottom!, row! + reach); y++) {
        tiles.push({ z, x, y });
      }
    }
  }
  return tiles;
}
