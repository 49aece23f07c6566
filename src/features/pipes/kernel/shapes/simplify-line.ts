// Leaves out points of an axis where the straight line stays within a tolerance: the distance of what is left out
// is measured to the piece that takes its place (Douglas & Peucker 1973).

/**
 * Marks in `keeps` which of the `count` points in `xyzM` (three numbers a point) stay; first and last always do.
 * No point left out lies farther than `toleranceM` from the piece that stands for it.
 */
export function simplifyLine(
  xyzM: Float64Array,
  count: number,
  toleranceM: number,
  keeps: Uint8Array,
): void {
  keeps.fill(0, 0, count);
  if (count === 0) return;
  keeps[0] = 1;
  keeps[count - 1] = 1;
  keepBetween(xyzM, 0, count - 1, toleranceM * toleranceM, keeps);
}

function keepBetween(
  xyz: Float64Array,
  first: number,
  last: number,
  tolerance2: number,
  keeps: Uint8Array,
): void {
  let worst = tolerance2;
  let at = -1;
  for (let point = first + 1; point < last; point++) {
    const distance2 = distance2ToPiece(xyz, 3 * point, 3 * first, 3 * last);
    if (distance2 <= worst) continue;
    worst = distance2;
    at = point;
  }
  if (at < 0) return;
  keeps[at] = 1;
  keepBetween(xyz, first, at, tolerance2, keeps);
  keepBetween(xyz, at, last, tolerance2, keeps);
}

function distance2ToPiece(xyz: Float64Array, p: number, a: number, b: number): number {
  const [dx, dy, dz] = [xyz[b]! - xyz[a]!, xyz[b + 1]! - xyz[a + 1]!, xyz[b + 2]! - xyz[a + 2]!];
  const [ex, ey, ez] = [xyz[p]! - xyz[a]!, xyz[p + 1]! - xyz[a + 1]!, xyz[p + 2]! - xyz[a + 2]!];
  const length2 = dx * dx + dy * dy + dz * dz;
  const share =
    length2 === 0 ? 0 : Math.min(1, Math.max(0, (dx * ex + dy * ey + dz * ez) / length2));
  return (ex - share * dx) ** 2 + (ey - share * dy) ** 2 + (ez - share * dz) ** 2;
}
