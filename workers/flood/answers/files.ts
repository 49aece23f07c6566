// Runs as files: heavy to write, so it is done here and not on the page.

import type { FloodFrame, FloodPlace } from '#features/flood/contract.ts';
import { toCog } from '#features/flood/kernel/export/cog.ts';
import { toExtents } from '#features/flood/kernel/export/extent.ts';
import type { ExtentWish, RasterWish } from '../protocol.ts';
import { readFrame } from './read-depths.ts';

type Place = Omit<FloodPlace, 'run'>;

/** Shallower is no flood. */
const WET_MM = 50;

/** Of each cell at the frame's time; NaN where it is dry. */
export function quantityOf(
  frame: FloodFrame,
  { width, height, zM }: Place,
  quantity: 'depth' | 'level' | 'speed',
): Float32Array {
  const values = new Float32Array(width * height).fill(Number.NaN);
  readFrame(frame, width, height, (cell, from) => {
    const depthMm = frame.depthMm[from]!;
    if (depthMm < WET_MM) return;
    if (quantity === 'speed') {
      values[cell] = Math.hypot(frame.uCms[from]!, frame.vCms[from]!) / 100;
    } else values[cell] = depthMm / 1000 + (quantity === 'level' ? zM[cell]! : 0);
  });
  return values;
}

export const rasterFile = (
  { width, height, raster }: Place,
  values: Float32Array,
  { of, metadata }: RasterWish,
): Uint8Array<ArrayBuffer> =>
  toCog({
    ...{ width, height, values, ...raster },
    isLevel: of.quantity === 'level',
    metadata: { VERTICAL_DATUM: raster.crs.vertical, ...metadata },
  });

export function extentFile(
  place: Place,
  depthM: Float32Array,
  { thresholdsM, properties }: ExtentWish,
): string {
  const features = toExtents(place, depthM, thresholdsM, properties);
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
