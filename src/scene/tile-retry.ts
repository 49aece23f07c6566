// Cesium asks for a tile once; a failed one stays failed until the tileset is opened anew. This sets the
// private state of failed tiles back, which keeps everything that did load on the globe.

import type { Cesium3DTile, Cesium3DTileset } from 'cesium';

const UNLOADED = 0;

interface TileInside {
  readonly contentFailed: boolean;
  readonly children: readonly Cesium3DTile[];
  _contentState: number;
}

/** Lets every failed tile be asked for again at the next frame that needs it; returns how many there are. */
export function retryFailedTiles(tileset: Cesium3DTileset): number {
  let count = 0;
  const open = [tileset.root];
  for (let tile = open.pop(); tile; tile = open.pop()) {
    const inside = tile as unknown as TileInside;
    if (inside.contentFailed) {
      inside._contentState = UNLOADED;
      count++;
    }
    open.push(...inside.children);
  }
  return count;
}
