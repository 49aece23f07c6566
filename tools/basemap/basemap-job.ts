import type { BasemapLayer } from '#contract/city-package.ts';

/** One file that holds part of the map: a PMTiles v3 archive of vector tiles, or GeoJSON (`.gz` too). */
export interface BasemapInput {
  readonly path: string;
  /** What messages call the file; its base name where absent. */
  readonly name?: string;
  /** CRS of a GeoJSON file that doesn't say its own, e.g. `EPSG:28992`; WGS 84 where absent. */
  readonly crs?: string;
}

export interface BasemapOptions {
  readonly inputs: readonly BasemapInput[];
  /** Created where it doesn't exist; the archive appears in it whole or not at all. */
  readonly outFolder: string;
  /** West, south, east, north in degrees: tiles that lie outside are left out. */
  readonly boundsDeg?: readonly [number, number, number, number];
  readonly onProgress?: (progress: BasemapProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BasemapProgress {
  readonly stage: 'read' | 'tile';
  /** Files read, or tiles written. */
  readonly done: number;
  readonly total: number;
}

export interface BasemapReport {
  readonly sources: readonly BasemapSource[];
  /** What was left out and why, with counts. */
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
  /** West, south, east, north in degrees of what was written. */
  readonly boundsDeg: readonly [number, number, number, number];
  readonly tiles: number;
  readonly bytes: number;
}

export interface BasemapSource {
  readonly file: string;
  readonly format: 'PMTiles' | 'GeoJSON';
  readonly features: number;
  readonly attribution?: string;
}

export interface BasemapResult {
  /** `tiles` is the archive's name inside `outFolder`: put the folder before it. */
  readonly layer: Omit<BasemapLayer, 'id' | 'name'>;
  readonly report: BasemapReport;
}

/** What `tools/basemap/index.ts` exports as `buildBasemap`; throws `InputError` for a malformed file. */
export type BuildBasemap = (options: BasemapOptions) => Promise<BasemapResult>;
