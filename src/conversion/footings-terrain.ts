// The ground of a city that came without an elevation model, in memory: what `tools/terrain` writes to disk.

import type { TerrainLayer } from '#contract/city-package.ts';
import type { FeatureIndex } from '#contract/feature-index.ts';
import type { Geoid } from '#model/geoid.ts';
import { fromDegrees } from '#model/units.ts';
import type { BoxRad } from './terrain/box.ts';
import { createFootingsSurface } from './terrain/surface.ts';
import { terrainFiles } from './terrain/terrain-files.ts';

export interface FootingsTerrain {
  /** Paths relative to the build folder. */
  readonly layer: TerrainLayer;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface FootingsTerrainOptions {
  readonly onTask?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** `boundsDeg`: west, south, east, north of the city. */
export async function buildFootingsTerrain(
  footings: Pick<FeatureIndex, 'longitude' | 'latitude' | 'groundM'>,
  boundsDeg: readonly [number, number, number, number],
  geoid: Geoid,
  { onTask, onProgress }: FootingsTerrainOptions,
): Promise<FootingsTerrain> {
  const [west, south, east, north] = boundsDeg.map(fromDegrees);
  const bounds: BoxRad = [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
  const surface = createFootingsSurface(
    {
      longitudes: footings.longitude,
      latitudes: footings.latitude,
      groundsM: Float64Array.from(footings.groundM),
    },
    bounds,
    geoid,
  );
  const files = new Map<string, Uint8Array>();
  for (const { path, bytes, done, total } of terrainFiles(surface, 'Terrain')) {
    files.set(`terrain/${path}`, bytes);
    onProgress?.(done, total);
    await onTask?.();
  }
  return {
    layer: {
      kind: 'terrain',
      id: 'terrain',
      name: 'Terrain',
      tiles: 'terrain',
      origin: 'footings',
    },
    files,
  };
}
