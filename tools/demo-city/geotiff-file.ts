// A raster as a GeoTIFF of one strip (TIFF 6.0, OGC GeoTIFF 1.1). The geotiff package writes value by value
// and took 8 s for the 10 million cells of the town; this takes 0.1 s.

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** West edge of the first column, north edge of the first row, size of a cell: in units of the CRS. */
  readonly west: number;
  readonly north: number;
  readonly cell: number;
  /** EPSG codes. */
  readonly crs: number;
  readonly verticalCrs: number;
  /** Items that GDAL keeps with a raster, by name. */
  readonly items?: Readonly<Record<string, string>>;
  /** Row by row from the north. */
  readonly values: Float32Array;
}

const types = { ASCII: 2, SHORT: 3, LONG: 4, DOUBLE: 12 } as const;
const sizes = { ASCII: 1, SHORT: 2, LONG: 4, DOUBLE: 8 } as const;
type Entry = readonly [tag: number, type: keyof typeof types, values: readonly number[]];

export function toGeoTiffFile(raster: Raster): Uint8Array {
  const { width, height, west, north, cell, values } = raster;
  const geoKeys = [
    ...[1024, 0, 1, 1],
    ...[1025, 0, 1, 1],
    ...[3072, 0, 1, raster.crs],
    ...[4096, 0, 1, raster.verticalCrs],
    ...[4099, 0, 1, 9001],
  ];
  const layOut = (strip: number): readonly Entry[] => [
    [256, 'LONG', [width]],
    [257, 'LONG', [height]],
    [258, 'SHORT', [32]],
    [259, 'SHORT', [1]],
    [262, 'SHORT', [1]],
    [273, 'LONG', [strip]],
    [277, 'SHORT', [1]],
    [278, 'LONG', [height]],
    [279, 'LONG', [values.length * 4]],
    [284, 'SHORT', [1]],
    [339, 'SHORT', [3]],
    [33550, 'DOUBLE', [cell, cell, 0]],
    [33922, 'DOUBLE', [0, 0, 0, west, north, 0]],
    [34735, 'SHORT', [1, 1, 0, geoKeys.length / 4, ...geoKeys]],
    ...itemsEntry(raster.items),
  ];
  const directory = 8;
  const beside = directory + 2 + layOut(0).length * 12 + 4;
  const strip = layOut(0).reduce((end, entry) => end + besideBytes(entry), beside);
  const file = new DataView(new ArrayBuffer(strip + values.length * 4));
  file.setUint32(0, 0x49492a00);
  file.setUint32(4, directory, true);
  writeDirectory(file, directory, beside, layOut(strip));
  for (const [index, value] of values.entries()) file.setFloat32(strip + index * 4, value, true);
  return new Uint8Array(file.buffer);
}

function itemsEntry(items: Raster['items']): Entry[] {
  if (!items) return [];
  const lines = Object.entries(items).map(
    ([name, value]) => `<Item name="${name}">${value}</Item>`,
  );
  const text = `<GDALMetadata>${lines.join('')}</GDALMetadata>\0`;
  return [[42112, 'ASCII', [...new TextEncoder().encode(text)]]];
}

/** What doesn't fit into the four bytes of an entry lies behind the directory, on even places. */
function besideBytes([, type, values]: Entry): number {
  const bytes = sizes[type] * values.length;
  return bytes > 4 ? Math.ceil(bytes / 8) * 8 : 0;
}

function writeDirectory(
  file: DataView,
  at: number,
  beside: number,
  entries: readonly Entry[],
): void {
  file.setUint16(at, entries.length, true);
  let next = beside;
  for (const [index, entry] of entries.entries()) {
    const [tag, type, values] = entry;
    const place = at + 2 + index * 12;
    file.setUint16(place, tag, true);
    file.setUint16(place + 2, types[type], true);
    file.setUint32(place + 4, values.length, true);
    const bytes = besideBytes(entry);
    if (bytes > 0) file.setUint32(place + 8, next, true);
    for (const [order, value] of values.entries()) {
      const target = (bytes > 0 ? next : place + 8) + order * sizes[type];
      if (type === 'ASCII') file.setUint8(target, value);
      else if (type === 'SHORT') file.setUint16(target, value, true);
      else if (type === 'LONG') file.setUint32(target, value, true);
      else file.setFloat64(target, value, true);
    }
    next += bytes;
  }
}
