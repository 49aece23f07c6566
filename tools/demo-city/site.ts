// Where Marenholm lies and how its straight plan is bent into the land: the plan is drawn with straight
// lines (x east, y north, m), the warp gives streets and shores their curves.

import type { Point } from './plane.ts';

/** The town is invented; its place on the Baltic coast, its CRS and its time zone are real. */
export const site = {
  id: 'marenholm',
  name: 'Marenholm',
  crs: 'EPSG:25832',
  verticalCrs: 'EPSG:7837',
  timeZone: 'Europe/Berlin',
  origin: { x: 607_000, y: 6_019_800 },
  /** Turned so that nothing runs along an axis of the map, rad. */
  turn: 0.22,
  width: 2400,
  height: 2100,
  /** Land lies south of this line of the plan. */
  shore: 1650,
  river: { x: 1000, halfWidth: 34 },
  dock: { west: 1380, east: 1720, south: 1440 },
} as const;

/** Plan to map (easting, northing). */
export function toMap({ x, y }: Point): Point {
  const bentX = x + 62 * Math.sin(y / 302 + 0.6) + 16 * Math.sin(y / 121 + x / 900);
  const bentY = y + 44 * Math.sin(x / 271 + 1.1) + 12 * Math.sin(x / 99 + y / 800);
  const cos = Math.cos(site.turn);
  const sin = Math.sin(site.turn);
  const dx = bentX - site.width / 2;
  const dy = bentY - site.height / 2;
  return { x: site.origin.x + dx * cos - dy * sin, y: site.origin.y + dx * sin + dy * cos };
}

/** Map to plan by fixed-point steps; the warp's gradient stays below 0.4, so 12 steps reach a millimetre. */
export function toPlan({ x, y }: Point): Point {
  const cos = Math.cos(site.turn);
  const sin = Math.sin(site.turn);
  const dx = x - site.origin.x;
  const dy = y - site.origin.y;
  const bentX = dx * cos + dy * sin + site.width / 2;
  const bentY = -dx * sin + dy * cos + site.height / 2;
  let plan = { x: bentX, y: bentY };
  for (let step = 0; step < 12; step++) {
    plan = {
      x: bentX - 62 * Math.sin(plan.y / 302 + 0.6) - 16 * Math.sin(plan.y / 121 + plan.x / 900),
      y: bentY - 44 * Math.sin(plan.x / 271 + 1.1) - 12 * Math.sin(plan.x / 99 + plan.y / 800),
    };
  }
  return plan;
}
