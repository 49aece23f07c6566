// Configuration factor from an upright rectangle to a small upright surface, exact by contour integral. m, radians.
// Source: Lambert's polygon formula (Schröder & Hanrahan 1993; Howell's catalogue, cases B-3 and B-4 as corner cases).

/**
 * Share (0 … 1) of its emissive power that an upright rectangle over the line (ax, ay)–(bx, by), from the height `lowM`
 * to `highM`, sends to a small surface at the origin that faces (facingX, facingY), a unit vector. All relative to the
 * surface. What lies behind the surface is cut off.
 */
export function facadeViewFactor(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  lowM: number,
  highM: number,
  facingX: number,
  facingY: number,
): number {
  const aheadA = ax * facingX + ay * facingY;
  const aheadB = bx * facingX + by * facingY;
  if (aheadA <= 0 && aheadB <= 0) return 0;
  let fromX = ax;
  let fromY = ay;
  let toX = bx;
  let toY = by;
  if (aheadA < 0 || aheadB < 0) {
    const share = aheadA / (aheadA - aheadB);
    const cutX = ax + share * (bx - ax);
    const cutY = ay + share * (by - ay);
    if (aheadA < 0) {
      fromX = cutX;
      fromY = cutY;
    } else {
      toX = cutX;
      toY = cutY;
    }
  }
  const around =
    edge(fromX, fromY, lowM, toX, toY, lowM, facingX, facingY) +
    edge(toX, toY, lowM, toX, toY, highM, facingX, facingY) +
    edge(toX, toY, highM, fromX, fromY, highM, facingX, facingY) +
    edge(fromX, fromY, highM, fromX, fromY, lowM, facingX, facingY);
  return Math.min(1, Math.abs(around) / (2 * Math.PI));
}

function edge(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  facingX: number,
  facingY: number,
): number {
  const crossX = ay * bz - az * by;
  const crossY = az * bx - ax * bz;
  const crossZ = ax * by - ay * bx;
  const length = Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ);
  if (length === 0) return 0;
  const angle = Math.atan2(length, ax * bx + ay * by + az * bz);
  return (angle * (facingX * crossX + facingY * crossY)) / length;
}
