import type { PipeShapes } from '../../contract/shapes.ts';
import { countIndices, type PlacedNetwork } from '../index-space.ts';
import { addPieces } from './add-pieces.ts';
import { addThings } from './add-things.ts';
import { packIds } from './pack-ids.ts';
import { TileGrid } from './tile-grid.ts';

/**
 * What is drawn of the networks, in tiles. Lengths in m; `version` is the caller's own count. Nothing is drawn of
 * elements without a place.
 */
export function toPipeShapes(networks: readonly PlacedNetwork[], version: number): PipeShapes {
  const grid = new TileGrid(middleLatitudeDeg(networks));
  for (const placed of networks) {
    addPieces(grid, placed);
    addThings(grid, placed);
  }
  const count = countIndices(networks.map(({ base }) => base));
  return {
    version,
    count,
    tiles: grid.finish(),
    networks: networks.map(({ base, network }) => ({ ...base, utility: network.utility })),
    ids: packIds(networks, count),
  };
}

/** What a worker hands over with the shapes instead of copying it. */
export const buffersOf = ({ tiles, ids }: PipeShapes): ArrayBufferLike[] => [
  ...tiles.flatMap(({ pieces, things }) => [pieces.buffer, things.buffer]),
  ids.utf8.buffer,
  ids.start.buffer,
];

function middleLatitudeDeg(networks: readonly PlacedNetwork[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { network } of networks) {
    const { line } = network.links;
    for (let at = 1; at < line.length; at += 3) {
      least = Math.min(least, line[at]!);
      most = Math.max(most, line[at]!);
    }
  }
  return Number.isFinite(least + most) ? (least + most) / 2 : 0;
}
