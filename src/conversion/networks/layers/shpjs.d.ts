declare module 'shpjs' {
  import type { Geometry } from 'geojson';

  export function parseShp(shp: Uint8Array, prj?: string): (Geometry | null)[];
  export function parseDbf(dbf: Uint8Array, cpg?: string): Record<string, unknown>[];
}
