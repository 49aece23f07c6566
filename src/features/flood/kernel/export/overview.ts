// Half the resolution of a raster, for the overviews of a picture.

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Row-major from the north-west corner; what is not finite is no data. */
  readonly values: Float32Array;
}

/** Mean of what is known in each block of 2 × 2 cells; the last row and column may be of half blocks. */
export function halve({ width, height, values }: Raster): Raster {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const means = new Float32Array(half.width * half.height);
  for (let row = 0; row < half.height; row++) {
    for (let column = 0; column < half.width; column++) {
      let sum = 0;
      let known = 0;
      for (let y = 2 * row; y < Math.min(height, 2 * row + 2); y++) {
        for (let x = 2 * column; x < Math.min(width, 2 * column + 2); x++) {
          const value = values[y * width + x]!;
          if (!Number.isFinite(value)) continue;
          sum += value;
          known++;
        }
      }
      means[row * half.width + column] = known > 0 ? sum / known : Number.NaN;
    }
  }
  return { ...half, values: means };
}
