// The reference system of a GeoTIFF as its key directory. Source: OGC GeoTIFF 1.1 (19-008r4), annexes A and C.

const [MODEL_TYPE, RASTER_TYPE, CITATION, GEODETIC, PROJECTED, VERTICAL] = [
  1024, 1025, 1026, 2048, 3072, 4096,
] as const;
const USER_DEFINED = 32767;

const codeOf = (crs: string): number | undefined => {
  const digits = /^EPSG:(\d{4,5})$/i.exec(crs.trim())?.[1];
  return digits === undefined || Number(digits) > 32766 ? undefined : Number(digits);
};
/** Longitude and latitude in degrees by whichever name. */
const isGeographic = (crs: string) => /CRS84|^EPSG:4(3|2|6|9)\d\d$|^EPSG:4979$/i.test(crs.trim());

/** `ascii`: the citation of a system that has no code there; '' where none is needed. */
export function geoKeys(
  { horizontal, vertical }: { readonly horizontal: string; readonly vertical: string },
  isLevel: boolean,
): { readonly directory: readonly number[]; readonly ascii: string } {
  const geographic = isGeographic(horizontal);
  const code = /CRS84/i.test(horizontal) ? 4326 : codeOf(horizontal);
  const ascii = code === undefined ? `${horizontal}|` : '';
  const verticalCode = isLevel ? codeOf(vertical) : undefined;
  const keys: (readonly number[])[] = [
    [MODEL_TYPE, 0, 1, geographic ? 2 : 1],
    // A value stands for its cell, not for a point.
    [RASTER_TYPE, 0, 1, 1],
    ...(ascii === '' ? [] : [[CITATION, 34737, ascii.length, 0]]),
    [geographic ? GEODETIC : PROJECTED, 0, 1, code ?? USER_DEFINED],
    ...(verticalCode === undefined ? [] : [[VERTICAL, 0, 1, verticalCode]]),
  ];
  return { directory: [1, 1, 1, keys.length, ...keys.flat()], ascii };
}
