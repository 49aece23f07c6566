// What the worst-exposed point of a building sees of another's facades, less what stands between. m; factors 0 … 1.
// Source: BR 187; factors from ./view-factor.ts, eyes at half of the lower height.

import type { BuildingOutlines, MeasuredOutlines } from './outlines.ts';
import { facadeViewFactor } from './view-factor.ts';

export interface Sight {
  /** Who stands around `from`; what follows is seen among these. */
  lookFrom(from: number, near: readonly number[]): void;
  /** The greatest factor over the facades of `to`, each at its point nearest to the middle of `from`. */
  factorTo(to: number): number;
  /** What `factorTo` can't exceed where the outlines are `gapM` apart, at little cost. */
  mostTo(to: number, gapM: number): number;
}

export function createSight(outlines: BuildingOutlines, measured: MeasuredOutlines): Sight {
  const { start, xM, yM, heightM } = outlines;
  const { centreXM, centreYM, radiusM } = measured;
  let from = 0;
  /** The near ones by how far their middle is, with that. */
  let around: { readonly building: number; readonly apartM: number }[] = [];
  const between: number[] = [];
  let layers = 1;
  let widestM = 0;

  /** Who may stand in a line from an outline to the other: a corridor around the line of their middles. */
  function findBetween(to: number): void {
    between.length = 0;
    const fromX = centreXM[from]!;
    const fromY = centreYM[from]!;
    const dx = centreXM[to]! - fromX;
    const dy = centreYM[to]! - fromY;
    const squared = dx * dx + dy * dy;
    const length = Math.sqrt(squared);
    const width = Math.max(radiusM[from]!, radiusM[to]!);
    for (const { building, apartM } of around) {
      if (apartM > length + width + radiusM[building]!) {
        if (apartM > length + width + widestM) break;
        continue;
      }
      if (building === from || building === to) continue;
      const toX = centreXM[building]! - fromX;
      const toY = centreYM[building]! - fromY;
      const share = Math.min(1, Math.max(0, (toX * dx + toY * dy) / (squared || 1)));
      const offX = toX - share * dx;
      const offY = toY - share * dy;
      if (offX * offX + offY * offY <= (radiusM[building]! + width) ** 2) between.push(building);
    }
  }

  /** Of the facade's height, what shows over whatever stands on the line between. */
  function openShare(x1: number, y1: number, x2: number, y2: number): number {
    const dx = x2 - x1;
    const dy = y2 - y1;
    const squared = dx * dx + dy * dy;
    let open = 1;
    for (const building of between) {
      const toX = centreXM[building]! - x1;
      const toY = centreYM[building]! - y1;
      const share = Math.min(1, Math.max(0, (toX * dx + toY * dy) / squared));
      const offX = toX - share * dx;
      const offY = toY - share * dy;
      if (offX * offX + offY * offY > radiusM[building]! ** 2) continue;
      if (!crosses(outlines, building, x1, y1, x2, y2)) continue;
      open = Math.min(open, 1 - heightM[building]! / heightM[from]!);
      if (open <= 0) return 0;
    }
    return open;
  }

  return {
    lookFrom(building, near) {
      from = building;
      layers = layersOf(outlines, from);
      widestM = 0;
      around = near.map((one) => {
        widestM = Math.max(widestM, radiusM[one]!);
        const dx = centreXM[one]! - centreXM[from]!;
        const dy = centreYM[one]! - centreYM[from]!;
        return { building: one, apartM: Math.sqrt(dx * dx + dy * dy) };
      });
      around.sort((one, other) => one.apartM - other.apartM);
    },
    mostTo(to, gapM) {
      const dx = centreXM[to]! - centreXM[from]!;
      const dy = centreYM[to]! - centreYM[from]!;
      const eyeM = Math.sqrt(dx * dx + dy * dy) - radiusM[to]!;
      const radius = radiusM[from]!;
      if (eyeM <= radius || gapM <= 0) return 1;
      // Width of the view as an angle times its height at the nearest point, over π.
      const angle = 2 * Math.asin(radius / eyeM);
      return Math.min(1, (layers * angle * heightM[from]!) / (Math.PI * gapM));
    },
    factorTo(to) {
      findBetween(to);
      const fromX = centreXM[from]!;
      const fromY = centreYM[from]!;
      const high = heightM[from]!;
      const eyeM = Math.min(high, heightM[to]!) / 2;
      const first = start[to]!;
      const end = start[to + 1]!;
      let most = 0;
      for (let at = first; at < end; at++) {
        const next = at + 1 === end ? first : at + 1;
        const dx = xM[next]! - xM[at]!;
        const dy = yM[next]! - yM[at]!;
        const length = Math.sqrt(dx * dx + dy * dy);
        if (length === 0) continue;
        const facingX = dy / length;
        const facingY = -dx / length;
        const along = ((fromX - xM[at]!) * dx + (fromY - yM[at]!) * dy) / (length * length);
        const share = Math.min(0.95, Math.max(0.05, along));
        const eyeX = xM[at]! + share * dx;
        const eyeY = yM[at]! + share * dy;
        // All of `from` lies behind this facade.
        if ((fromX - eyeX) * facingX + (fromY - eyeY) * facingY + radiusM[from]! <= 0) continue;
        most = Math.max(most, factorAt(eyeX, eyeY, eyeM, high, facingX, facingY));
      }
      return Math.min(1, most);
    },
  };

  function factorAt(
    eyeX: number,
    eyeY: number,
    eyeM: number,
    high: number,
    facingX: number,
    facingY: number,
  ): number {
    const first = start[from]!;
    const end = start[from + 1]!;
    let factor = 0;
    for (let side = first; side < end; side++) {
      const after = side + 1 === end ? first : side + 1;
      const ax = xM[side]! - eyeX;
      const ay = yM[side]! - eyeY;
      const bx = xM[after]! - eyeX;
      const by = yM[after]! - eyeY;
      // The facade's outside must be turned to the eye.
      if (ax * (by - ay) - ay * (bx - ax) >= 0) continue;
      const seen = facadeViewFactor(ax, ay, bx, by, -eyeM, high - eyeM, facingX, facingY);
      if (seen < 1e-4) continue;
      factor += seen * openShare(eyeX, eyeY, eyeX + (ax + bx) / 2, eyeY + (ay + by) / 2);
    }
    return factor;
  }
}

/** How many facades that face an eye can lie behind one another: one, where the outline is convex. */
function layersOf({ start, xM, yM }: BuildingOutlines, building: number): number {
  const first = start[building]!;
  const corners = start[building + 1]! - first;
  for (let at = 0; at < corners; at++) {
    const here = first + at;
    const next = first + ((at + 1) % corners);
    const after = first + ((at + 2) % corners);
    const turn =
      (xM[next]! - xM[here]!) * (yM[after]! - yM[next]!) -
      (yM[next]! - yM[here]!) * (xM[after]! - xM[next]!);
    if (turn < 0) return Math.floor(corners / 2);
  }
  return 1;
}

function crosses(
  { start, xM, yM }: BuildingOutlines,
  building: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  const first = start[building]!;
  const end = start[building + 1]!;
  for (let at = first, before = end - 1; at < end; before = at++) {
    const ax = xM[before]!;
    const ay = yM[before]!;
    const bx = xM[at]!;
    const by = yM[at]!;
    const one = (x2 - x1) * (ay - y1) - (y2 - y1) * (ax - x1);
    const other = (x2 - x1) * (by - y1) - (y2 - y1) * (bx - x1);
    if (one > 0 === other > 0) continue;
    const third = (bx - ax) * (y1 - ay) - (by - ay) * (x1 - ax);
    const fourth = (bx - ax) * (y2 - ay) - (by - ay) * (x2 - ax);
    if (third > 0 !== fourth > 0) return true;
  }
  return false;
}
