// The part of an elevation grid that a run stands on, by ranges of whole rows; rows that were read are kept.

import type { RasterWindow } from '#simulation/flood/ground/coarsen.ts';
import type { RasterPlace } from '#simulation/flood/ground/frame.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';

const BAND_ROWS = 128;
/** 256 MB of heights at most, the oldest go first. */
const KEPT_BYTES = 256e6;

export interface WindowBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export class ElevationBands {
  readonly #read: ReadBytes;
  readonly #bands = new Map<string, Promise<Float32Array>>();
  #bytes = 0;

  constructor(read: ReadBytes) {
    this.#read = read;
  }

  /** Heights of a window of the raster whose values lie at `url`. */
  async window(
    url: string,
    { width, height }: Pick<RasterPlace, 'width' | 'height'>,
    { left, right, top, bottom }: WindowBox,
  ): Promise<RasterWindow> {
    const first = Math.floor(top / BAND_ROWS);
    const last = Math.floor((bottom - 1) / BAND_ROWS);
    const bands = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, at) =>
        this.#band(url, width, height, first + at),
      ),
    );
    const heightsM = new Float32Array((right - left) * (bottom - top));
    for (let row = top; row < bottom; row++) {
      const band = bands[Math.floor(row / BAND_ROWS) - first]!;
      const start = (row % BAND_ROWS) * width;
      heightsM.set(band.subarray(start + left, start + right), (row - top) * (right - left));
    }
    return { left, top, width: right - left, height: bottom - top, heightsM };
  }

  #band(url: string, width: number, height: number, number: number): Promise<Float32Array> {
    const key = `${number} ${url}`;
    const known = this.#bands.get(key);
    if (known) {
      this.#bands.delete(key);
      this.#bands.set(key, known);
      return known;
    }
    const firstRow = number * BAND_ROWS;
    const rows = Math.min(BAND_ROWS, height - firstRow);
    const bytes = rows * width * 4;
    const band = this.#read
      .range(url, firstRow * width * 4, firstRow * width * 4 + bytes)
      .then((buffer) => {
        if (buffer.byteLength !== bytes) {
          throw new Error(
            `The elevation grid has ${buffer.byteLength} bytes at row ${firstRow}; expected ${bytes}.`,
          );
        }
        return new Float32Array(buffer);
      });
    this.#bands.set(key, band);
    this.#bytes += bytes;
    band.catch(() => this.#bands.delete(key));
    for (const oldest of this.#bands.keys()) {
      if (this.#bytes <= KEPT_BYTES || oldest === key) break;
      this.#bands.delete(oldest);
      this.#bytes -= BAND_ROWS * width * 4;
    }
    return band;
  }
}
