import type { TerrainLayer } from '#contract/city-package.ts';
import type { Survey } from '#conversion/terrain/surface.ts';
import type { CompoundCrs } from '#model/crs.ts';
import type { ElevationGrid } from '#model/elevation-grid.ts';

export interface OpenElevationOptions {
  /** What `--crs` says; stands before what the files say. */
  readonly crs?: CompoundCrs;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The elevation models of a city, open for reading. */
export interface Elevation {
  /** West, south, east, north (deg) of everything surveyed. */
  readonly boundsDeg: readonly [number, number, number, number];
  /** Horizontal and vertical CRS of the first file, as written to the manifest. */
  readonly crs: CompoundCrs;
  /** Height above the ellipsoid (m) at a longitude and latitude (rad); undefined where not surveyed. */
  heightAt(longitude: number, latitude: number): number | undefined;
  /** What was read, one line a file, for the summary. */
  readonly report: readonly string[];
  /** When each file's ground was surveyed, in their order; undefined where neither it nor a file beside it says. */
  readonly surveyed: readonly (string | undefined)[];
  /** The rasters, neighbours that line up made one, and what they say together. */
  readonly grids: readonly ElevationGrid[];
  readonly survey: Survey;
}

/** Where a building stands. */
export interface Footing {
  /** rad. */
  readonly longitude: number;
  /** rad. */
  readonly latitude: number;
  /** Height of its ground above the ellipsoid, m. */
  readonly groundM: number;
}

export interface BuildTerrainOptions {
  /** An elevation model, or where there is none, the feet of the buildings. */
  readonly ground: Elevation | readonly Footing[];
  /** West, south, east, north (deg) of the city. */
  readonly boundsDeg: readonly [number, number, number, number];
  /** Folder that gets `layer.json`, the tiles, and `grid.json` + `grid.f32` where there was a survey. */
  readonly outFolder: string;
  /** `outFolder` as the manifest names it, e.g. `0123456789ab/terrain`. */
  readonly path: string;
  readonly name?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface BuiltTerrain {
  readonly layer: TerrainLayer;
  /** Least and greatest ellipsoidal height inside `boundsDeg`, m. */
  readonly heightM: readonly [number, number];
  /** Height of the ground as built, above the ellipsoid (m), at a longitude and latitude (rad). */
  heightAt(longitude: number, latitude: number): number;
  /** Everything written, relative to `outFolder`. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** What was built, a few lines for the summary. */
  readonly report: readonly string[];
}

export { buildTerrain } from './build-terrain.ts';
export { openElevation } from './open-elevation.ts';
