// The land under the town: height above the vertical datum (m) at a point of the plan.

import type { Point } from './plane.ts';
import { site } from './site.ts';

const smooth = (from: number, to: number, value: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
};
const bump = ({ x, y }: Point, cx: number, cy: number, heightM: number, spreadM: number): number =>
  heightM * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * spreadM * spreadM));

/** Street level, as if there were neither river nor sea. */
export function streetLevel(plan: Point): number {
  const inland = Math.max(0, site.shore - plan.y);
  const plain = 2.6 + 0.0035 * inland;
  const hills =
    bump(plan, 420, 380, 96, 560) +
    bump(plan, 1250, 120, 30, 380) +
    bump(plan, 4700, 160, 54, 520) +
    bump(plan, 3600, 700, 12, 420) +
    bump(plan, 1800, 2950, 9, 260) +
    bump(plan, 900, 2600, 14, 420);
  const unevenness = 0.25 * Math.sin(plan.x / 37) * Math.sin(plan.y / 41);
  // The river plain is level, so quays and bridges meet the streets.
  const nearRiver = 1 - smooth(60, 240, Math.abs(plan.x - site.river.x));
  return plain + (hills + unevenness) * (1 - 0.85 * nearRiver);
}

/** Ground with river bed, levees, dock, beach and sea floor. */
export function groundLevel(plan: Point): number {
  const land = streetLevel(plan);
  return Math.min(carveRiver(plan, land), carveDock(plan, land), carveSea(plan, land));
}

function carveRiver(plan: Point, land: number): number {
  const { x, halfWidth } = site.river;
  const off = Math.abs(plan.x - x);
  const bed = -3.4 + 0.0008 * Math.max(0, site.shore - plan.y);
  const inTown = smooth(1700, 1800, plan.y);
  // South of the town the banks slope and carry levees; in the town they are quay walls.
  const levee = 1.3 * Math.exp(-(((off - halfWidth - 14) / 5) ** 2)) * (1 - inTown);
  const slope = bed + Math.max(0, off - halfWidth + 6) * 0.55;
  const wall = off < halfWidth ? bed : land;
  return Math.min(land + levee, wall * inTown + Math.min(slope, land + levee) * (1 - inTown));
}

function carveDock(plan: Point, land: number): number {
  const { west, east, south } = site.dock;
  const isInside = plan.x > west && plan.x < east && plan.y > south;
  return isInside ? -7.5 : land;
}

function carveSea(plan: Point, land: number): number {
  const out = plan.y - site.shore;
  if (out < -60) return land;
  const beach = 2.2 - 0.045 * (out + 50);
  const beachShare = 1 - smooth(site.river.x - 120, site.river.x - 60, plan.x);
  const quay = out > 0 ? -6.5 : land;
  const shoreline = Math.min(land, beach) * beachShare + quay * (1 - beachShare);
  return Math.max(-14, shoreline - Math.max(0, out - 150) * 0.012);
}
