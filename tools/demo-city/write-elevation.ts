// The elevation model as a GeoTIFF: heights above the vertical datum, sea floor and river bed included.

import { writeArrayBuffer } from 'geotiff';
import { groundLevel } from './landscape.ts';
import { between, type Point } from './plane.ts';
import { site, toMap, toPlan } from './site.ts';

const cellM = 2;
const marginM = 420;

/** Pixel-is-area, north up, f32; nodata does not occur. */
export async function toGeoTiff(): Promise<Uint8Array> {
  const corners = [
    { x: 0, y: 0 },
    { x: site.width, y: 0 },
    { x: site.width, y: site.height },
    { x: 0, y: site.height },
  ].map(toMap);
  const west = Math.floor((Math.min(...corners.map(({ x }) => x)) - marginM) / cellM) * cellM;
  const north = Math.ceil((Math.max(...corners.map(({ y }) => y)) + marginM) / cellM) * cellM;
  const width = Math.ceil((Math.max(...corners.map(({ x }) => x)) + marginM - west) / cellM);
  const height = Math.ceil((north - Math.min(...corners.map(({ y }) => y)) + marginM) / cellM);
  const heights = new Float32Array(width * height);
  const planAt = interpolatePlan({ west, north, width, height });
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      heights[row * width + column] = Math.round(groundLevel(planAt(column, row)) * 100) / 100;
    }
  }
  const metadata = {
    width,
    height,
    SamplesPerPixel: 1,
    BitsPerSample: [32],
    SampleFormat: [3],
    ModelPixelScale: [cellM, cellM, 0],
    ModelTiepoint: [0, 0, 0, west, north, 0],
    GTModelTypeGeoKey: 1,
    GTRasterTypeGeoKey: 1,
    ProjectedCSTypeGeoKey: Number(site.crs.slice(5)),
    VerticalCSTypeGeoKey: Number(site.verticalCrs.slice(5)),
    VerticalUnitsGeoKey: 9001,
  };
  const file = await writeArrayBuffer(heights, metadata);
  return new Uint8Array(file);
}

/** The plan bends slowly, so every eighth cell is inverted and those between are interpolated (± 2 cm). */
function interpolatePlan(grid: { west: number; north: number; width: number; height: number }) {
  const step = 8;
  const columns = Math.ceil(grid.width / step) + 2;
  const rows = Math.ceil(grid.height / step) + 2;
  const known = Array.from({ length: columns * rows }, (_, index) =>
    toPlan({
      x: grid.west + ((index % columns) * step + 0.5) * cellM,
      y: grid.north - (Math.floor(index / columns) * step + 0.5) * cellM,
    }),
  );
  return (column: number, row: number): Point => {
    const left = Math.floor(column / step);
    const top = Math.floor(row / step);
    const across = column / step - left;
    const at = top * columns + left;
    const upper = between(known[at]!, known[at + 1]!, across);
    const lower = between(known[at + columns]!, known[at + columns + 1]!, across);
    return between(upper, lower, row / step - top);
  };
}
