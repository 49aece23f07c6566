// Where each building stands: columns in city-wide index order, one after the other, little-endian.
// f64 longitude, f64 latitude (rad) of the centre, f32 ground, f32 top (m above the ellipsoid),
// f32 radius (m) of the circle around its footprint.

export interface FeatureIndex {
  readonly count: number;
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  readonly groundM: Float32Array;
  readonly topM: Float32Array;
  readonly radiusM: Float32Array;
}

const BYTES_PER_FEATURE = 8 + 8 + 4 + 4 + 4;

export function createFeatureIndex(count: number): FeatureIndex {
  return parseFeatureIndex(new ArrayBuffer(count * BYTES_PER_FEATURE));
}

/** Views the columns in `buffer` without copying; throws where its size is no whole number of features. */
export function parseFeatureIndex(buffer: ArrayBuffer): FeatureIndex {
  const count = buffer.byteLength / BYTES_PER_FEATURE;
  if (!Number.isInteger(count)) {
    throw new Error(
      `Feature index has ${buffer.byteLength} bytes; expected a multiple of ${BYTES_PER_FEATURE}.`,
    );
  }
  return {
    count,
    longitude: new Float64Array(buffer, 0, count),
    latitude: new Float64Array(buffer, count * 8, count),
    groundM: new Float32Array(buffer, count * 16, count),
    topM: new Float32Array(buffer, count * 20, count),
    radiusM: new Float32Array(buffer, count * 24, count),
  };
}
