// Lines of networks in WGS 84 degrees: lengths and places along them. Distances on a sphere of the local radius,
// as of a plane between neighbouring points: exact to 0.3 % of the ellipsoid's, which is less than a survey's error
// over the length of a pipe.

const METRES_PER_DEGREE = 111_195;

/** Distance in the plan between two places in degrees, m. */
export function planDistanceM(
  longitude: number,
  latitude: number,
  toLongitude: number,
  toLatitude: number,
): number {
  const shrink = Math.cos(((latitude + toLatitude) * Math.PI) / 360);
  return METRES_PER_DEGREE * Math.hypot((toLongitude - longitude) * shrink, toLatitude - latitude);
}

/** Length of a line of three numbers a point (degrees, m), points `from` up to but not including `to`, m. */
export function lineLengthM(line: ArrayLike<number>, from = 0, to = line.length / 3): number {
  let length = 0;
  for (let point = from + 1; point < to; point++) {
    const at = 3 * point;
    const plan = planDistanceM(line[at - 3]!, line[at - 2]!, line[at]!, line[at + 1]!);
    const rise = line[at + 2]! - line[at - 1]!;
    length += Number.isFinite(rise) ? Math.hypot(plan, rise) : plan;
  }
  return length;
}

/** Longitude, latitude, height at a share (0–1) of the plan length of points `from` up to `to`. */
export function placeAlong(
  line: ArrayLike<number>,
  share: number,
  from = 0,
  to = line.length / 3,
): readonly [number, number, number] {
  let whole = 0;
  for (let point = from + 1; point < to; point++) whole += stepM(line, point);
  let left = Math.min(1, Math.max(0, share)) * whole;
  for (let point = from + 1; point < to; point++) {
    const step = stepM(line, point);
    if (left <= step && step > 0) return between(line, point, left / step);
    left -= step;
  }
  return between(line, to - 1, 1);
}

const stepM = (line: ArrayLike<number>, point: number) =>
  planDistanceM(line[3 * point - 3]!, line[3 * point - 2]!, line[3 * point]!, line[3 * point + 1]!);

function between(
  line: ArrayLike<number>,
  point: number,
  share: number,
): readonly [number, number, number] {
  const at = 3 * point;
  const mix = (axis: number) => {
    const to = line[at + axis]!;
    return point === 0 || share === 1
      ? to
      : line[at + axis - 3]! + share * (to - line[at + axis - 3]!);
  };
  return [mix(0), mix(1), mix(2)];
}
