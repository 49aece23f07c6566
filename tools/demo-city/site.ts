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
  /** First look, as `panopolis ingest --view` takes it: over the river towards old town and harbour. */
  view: '10.6525,54.2976,760,318,-22',
  origin: { x: 607_000, y: 6_018_600 },
  /** Turned so that nothing runs along an axis of the map, rad. */
  turn: 0.22,
  width: 5000,
  height: 4500,
  /** Land lies south of this line of the plan. */
  shore: 3590,
  river: { x: 2180, halfWidth: 42 },
  dock: { west: 2790, east: 3150, south: 3350 },
} as const;

/** How far the warp moves a point of the plan, m: long waves for shores and river, short ones for streets. */
const bendX = ({ x, y }: Point): number =>
  110 * Math.sin(y / 690 + 0.9) + 46 * Math.sin(y / 302 + 0.6) + 13 * Math.sin(y / 121 + x / 900);
const bendY = ({ x, y }: Point): number =>
  90 * Math.sin(x / 760 + 2.1) + 36 * Math.sin(x / 271 + 1.1) + 11 * Math.sin(x / 99 + y / 800);

const cos = Math.cos(site.turn);
const sin = Math.sin(site.turn);

/** Plan to map (easting, northing). */
export function toMap(plan: Point): Point {
  const dx = plan.x + bendX(plan) - site.width / 2;
  const dy = plan.y + bendY(plan) - site.height / 2;
  return { x: site.origin.x + dx * cos - dy * sin, y: site.origin.y + dx * sin + dy * cos };
}

/** Map to plan by fixed-point steps; the warp's gradient stays below 0.5, so 30 steps reach a micrometre. */
export function toPlan({ x, y }: Point): Point {
  const dx = x - site.origin.x;
  const dy = y - site.origin.y;
  const bent = {
    x: dx * cos + dy * sin + site.width / 2,
    y: -dx * sin + dy * cos + site.height / 2,
  };
  let plan = bent;
  for (let step = 0; step < 30; step++) plan = { x: bent.x - bendX(plan), y: bent.y - bendY(plan) };
  return plan;
}
