// How high the ground lies, from the finest terrain there is.

import {
  type Cartographic,
  EllipsoidTerrainProvider,
  type Scene,
  sampleTerrainMostDetailed,
} from 'cesium';

/** Heights above the ellipsoid, m; empty while there is none to be had for each. */
export async function sampleGround(
  { globe, terrainProvider }: Scene,
  places: readonly Cartographic[],
): Promise<number[]> {
  // What is drawn of the bare ellipsoid are coarse triangles, kilometres below it.
  if (terrainProvider instanceof EllipsoidTerrainProvider) return places.map(() => 0);
  const finest = terrainProvider.availability
    ? await sampleTerrainMostDetailed(terrainProvider, [...places]).catch(() => [])
    : [];
  const heights = places.map((place, at) => finest[at]?.height ?? globe.getHeight(place));
  return heights.every((height) => height !== undefined) ? heights : [];
}
