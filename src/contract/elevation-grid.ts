// The full-resolution elevation model that simulations read: a header `grid.json` and, beside it,
// `grid.f32`: row-major from the north-west corner, little-endian f32, NaN = no data.

import * as v from 'valibot';

export const elevationGridHeader = v.object({
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** West edge of the first column and north edge of the first row, in the horizontal CRS. */
  west: v.number(),
  north: v.number(),
  /** Cell size along x and y in CRS units (m, or degrees where the CRS is geographic). */
  cellX: v.number(),
  cellY: v.number(),
  crs: v.object({ horizontal: v.string(), vertical: v.string() }),
  data: v.string(),
});
export type ElevationGridHeader = v.InferOutput<typeof elevationGridHeader>;
