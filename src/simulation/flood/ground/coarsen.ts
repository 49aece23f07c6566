// Bed levels (m) of a run's cells from a window of an elevation raster: the mean of the heights in a cell. NaN marks
// what is not known; a cell is known where half of what lies in it is.

import type { GroundFrame, RasterPlace } from './frame.ts';

/** Heights of a window of a raster, row-major from the north-west. */
export interface RasterWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly heightsM: Float32Array;
}

/** Level of each cell of `frame`; the window must hold all of the raster that lies under it. */
export function toBedLevels(
  raster: RasterPlace,
  window: RasterWindow,
  frame: GroundFrame,
): Float32Array {
  return frame.factor === undefined
    ? resample(raster, window, frame)
    : average(raster, window, frame, frame.factor);
}

function average(
  raster: RasterPlace,
  { left, top, width: stride, heightsM }: RasterWindow,
  { width, height, west, north }: GroundFrame,
  factor: number,
): Float32Array {
  const levels = new Float32Array(width * height);
  const firstColumn = Math.round((west - raster.west) / raster.cellX) - left;
  const firstRow = Math.round((raster.north - north) / raster.cellY) - top;
  const most = factor * factor;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const corner = (firstRow + row * factor) * stride + firstColumn + column * factor;
      if (factor === 1) {
        levels[row * width + column] = heightsM[corner]!;
        continue;
      }
      let sum = 0;
      let known = 0;
      for (let down = 0; down < factor; down++) {
        for (let at = corner + down * stride, end = at + factor; at < end; at++) {
          const value = heightsM[at]!;
          if (Number.isFinite(value)) {
            sum += value;
            known++;
          }
        }
      }
      levels[row * width + column] = known * 2 >= most ? sum / known : Number.NaN;
    }
  }
  return levels;
}

/** Bilinear samples, as many a cell as raster cells lie along it. */
function resample(raster: RasterPlace, window: RasterWindow, frame: GroundFrame): Float32Array {
  const { width, height } = frame;
  const levels = new Float32Array(width * height);
  const [perX, perY] = [frame.cellX / raster.cellX, frame.cellY / raster.cellY];
  const samples = Math.min(16, Math.max(1, Math.ceil(Math.max(perX, perY) - 1e-6)));
  const x0 = (frame.west - raster.west) / raster.cellX - window.left;
  const y0 = (raster.north - frame.north) / raster.cellY - window.top;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      let known = 0;
      for (let down = 0; down < samples; down++) {
        const y = y0 + (row + (down + 0.5) / samples) * perY;
        for (let right = 0; right < samples; right++) {
          const value = bilinear(window, x0 + (column + (right + 0.5) / samples) * perX, y);
          if (Number.isFinite(value)) {
            sum += value;
            known++;
          }
        }
      }
      levels[row * width + column] = known * 2 >= samples * samples ? sum / known : Number.NaN;
    }
  }
  return levels;
}

/** `x`, `y` in raster cells from the window's corner; NaN where the cell that holds it is not known. */
function bilinear({ width, height, heightsM }: RasterWindow, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= width || row >= height) return Number.NaN;
  const own = heightsM[row * width + column]!;
  if (Number.isNaN(own)) return own;
  const u = Math.min(Math.max(x - 0.5, 0), width - 1);
  const v = Math.min(Math.max(y - 0.5, 0), height - 1);
  const [left, up] = [Math.floor(u), Math.floor(v)];
  const right = Math.min(left + 1, width - 1);
  const down = Math.min(up + 1, height - 1);
  const orOwn = (value: number) => (Number.isFinite(value) ? value : own);
  const a = orOwn(heightsM[up * width + left]!);
  const b = orOwn(heightsM[up * width + right]!);
  const c = orOwn(heightsM[down * width + left]!);
  const d = orOwn(heightsM[down * width + right]!);
  const [s, t] = [u - left, v - up];
  return (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * c + s * d);
}
