// Tiles of a building model by storey, lifted apart. `tile.transform` is public and followed by Cesium in
// pictures, picks and the tile's own volume; the root's volume, which decides whether anything is looked at, is not.

import { Cartesian3, type Cesium3DTile, type Cesium3DTileset, Matrix4 } from 'cesium';

/** What is private in Cesium3DTile and used here; a test fails when an upgrade changes it. */
interface TileInside {
  readonly _header: { readonly boundingVolume: { box: number[] } };
}

export interface StoreyTiles {
  /** Lifts each storey by so much, m along the model's z axis; `storey` is its place in the model's storeys. */
  lift(liftOf: (storey: number) => number): void;
}

/** The tileset must be the one of a building model: storeys below its root, marked in `extras`. */
export function findStoreyTiles(tileset: Cesium3DTileset): StoreyTiles {
  const { root } = tileset;
  const storeys = root.children.map((tile) => ({
    tile,
    storey: storeyOf(tile),
    transform: Matrix4.clone(tile.transform),
  }));
  const { boundingVolume } = (root as unknown as TileInside)._header;
  const box = [...boundingVolume.box];
  const rootTransform = Matrix4.clone(root.transform);
  const shift = new Cartesian3();
  let isNudged = false;

  return {
    lift(liftOf) {
      let [lowest, highest] = [0, 0];
      for (const { tile, storey, transform } of storeys) {
        shift.z = storey === undefined ? 0 : liftOf(storey);
        lowest = Math.min(lowest, shift.z);
        highest = Math.max(highest, shift.z);
        const moved = Matrix4.fromTranslation(shift);
        tile.transform = Matrix4.multiplyTransformation(moved, transform, moved);
      }
      // Centre and half axes: the box grows upwards by what the highest storey is lifted.
      boundingVolume.box = box.with(2, box[2]! + (lowest + highest) / 2);
      boundingVolume.box[11] = box[11]! + (highest - lowest) / 2;
      // Cesium computes the volume anew where the transform differs; a ten-billionth of a turn is nothing to see.
      isNudged = !isNudged;
      const nudge = Matrix4.fromUniformScale(isNudged ? 1 + 1e-12 : 1);
      root.transform = Matrix4.multiplyTransformation(rootTransform, nudge, nudge);
    },
  };
}

function storeyOf(tile: Cesium3DTile): number | undefined {
  const extras: unknown = tile.extras;
  if (typeof extras !== 'object' || !extras || !('storey' in extras)) return undefined;
  return typeof extras.storey === 'number' ? extras.storey : undefined;
}
