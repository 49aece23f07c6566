// The land under the town: height above the vertical datum (m) at a point of the plan.

import { type Basin, basinShare, type Hill, hillAt, smooth } from './land-forms.ts';
import { greatRoads, railY } from './plan.ts';
import type { Point } from './plane.ts';
import { bridgeRiseM, ditch, ditchBed, embankmentLevel, trenchLevel } from './rail-bed.ts';
import { site } from './site.ts';
import {
  crestSag,
  designCrest,
  inlandOf,
  leveeEnd,
  normalLevel,
  riverBed,
} from './water-levels.ts';

const hills: readonly Hill[] = [
  { x: 420, y: 380, heightM: 96, spreadM: 560 },
  { x: 1250, y: 120, heightM: 30, spreadM: 380 },
  { x: 4700, y: 160, heightM: 54, spreadM: 520 },
  { x: 3600, y: 700, heightM: 12, spreadM: 420 },
  { x: 1780, y: 2950, heightM: 8, spreadM: 250 },
  { x: 900, y: 2600, heightM: 14, spreadM: 420 },
];

/** Low land behind the levees: below the river's flood, and the first to fill. */
const eastMarsh: Basin = {
  west: [2232, 2258],
  east: [3450, 3900],
  south: [600, 900],
  north: [1950, 2300],
};
const westMarsh: Basin = {
  west: [1600, 1850],
  east: [2112, 2120],
  south: [60, 360],
  north: [1450, 1800],
};

/** Banks: the quay road or the road on the levee, from the water's edge to the last house front. */
const bank = { toeM: 30, waterM: 42, crestM: 50, roadM: 69 } as const;
const landSlope = 6;
const rampSlope = 20;
/** Roads that climb to a bridge, and half the width of their ramps. */
const bridgeRoads = [
  ...greatRoads
    .filter(({ from, to }) => from.y === to.y && from.x < site.river.x && to.x > site.river.x)
    .map(({ from }) => from.y),
  railY,
];
const rampHalfWidthM = 10;

const offRiver = ({ x }: Point): number => Math.abs(x - site.river.x);

/** Street level, as if there were no water: with embankments, ramps and underpasses. */
export function streetLevel(plan: Point): number {
  let land = Math.max(naturalLand(plan), promenadeLevel(plan));
  if (Math.abs(plan.y - railY) < 120) {
    land = Math.max(land, embankmentLevel(plan.x, plan.y));
    land = Math.min(land, trenchLevel(plan.x, plan.y));
  }
  const off = offRiver(plan);
  return off > 240 ? land : Math.max(land, bankLevel(plan, off)) - sagAt(plan, off);
}

/** True where nothing was built or dug: the land has no edges nearby. */
export const isSmoothLand = (plan: Point): boolean =>
  offRiver(plan) > 320 && plan.y < 3330 && Math.abs(plan.y - railY) > 135;

function naturalLand(plan: Point): number {
  const off = offRiver(plan);
  const inland = inlandOf(plan.y);
  const rise = 0.0032 * Math.max(0, off - 60) * smooth(0, 700, inland);
  const unevenness = 0.12 * Math.sin(plan.x / 37) * Math.sin(plan.y / 41);
  let raised = unevenness;
  for (const hill of hills) raised += hillAt(plan, hill);
  // The river's plain is level, so quays and bridges meet the streets.
  const nearRiver = 1 - smooth(60, 300, off);
  const land = 2.85 + 0.0008 * inland + rise + raised * (1 - 0.85 * nearRiver);
  const east = basinShare(plan, eastMarsh);
  if (east > 0) return land + (2.2 + 0.0004 * off + 0.5 * unevenness - land) * east;
  const west = basinShare(plan, westMarsh);
  return west > 0 ? land + (2.5 + 0.0003 * inland - land) * west : land;
}

/** The road along the bank, its slope to the land behind, and the ramps to the bridges. */
function bankLevel(plan: Point, off: number): number {
  let level = crestLevel(plan.y) - Math.max(0, off - bank.roadM) / landSlope;
  for (const y of bridgeRoads) {
    const aside = Math.max(0, Math.abs(plan.y - y) - rampHalfWidthM);
    if (aside > 20) continue;
    const ramp = crestLevel(y) - Math.max(0, off - bank.roadM) / rampSlope - aside / 2;
    level = Math.max(level, ramp);
  }
  return level;
}

/** Crest of levee or quay with its rise to the bridges, low spots left out. */
export function crestLevel(y: number): number {
  let rise = 0;
  for (const at of bridgeRoads) {
    rise = Math.max(rise, bridgeRiseM - Math.max(0, Math.abs(y - at) - rampHalfWidthM) / 22);
  }
  return designCrest(y) + rise;
}

const sagAt = (plan: Point, off: number): number =>
  off > 95 ? 0 : crestSag(plan) * (1 - smooth(75, 95, off));

/** The sea wall under the promenade west of the river. */
const promenade = { y: 3540, level: 3, halfWidthM: 8, east: 2060 } as const;

function promenadeLevel({ x, y }: Point): number {
  const aside = Math.max(0, Math.abs(y - promenade.y) - promenade.halfWidthM);
  return aside > 20 || x > promenade.east ? Number.NEGATIVE_INFINITY : promenade.level - aside / 8;
}

/** Ground with river bed, levees, ditch, dock, beach and sea floor. */
export function groundLevel(plan: Point): number {
  let ground = streetLevel(plan);
  const off = offRiver(plan);
  if (off < bank.crestM) ground = Math.min(ground, riverLevel(plan, off, ground));
  else if (Math.abs(plan.y - ditch.y) < 3.6) ground = Math.min(ground, ditchLevel(plan, off));
  if (plan.y > site.dock.south) ground = Math.min(ground, dockLevel(plan, ground));
  return plan.y > site.shore - 60 ? Math.min(ground, seaLevel(plan, ground)) : ground;
}

function riverLevel({ y }: Point, off: number, land: number): number {
  const bed = riverBed(y) + 0.9 * Math.min(1, off / bank.toeM) ** 2;
  const wall = off < site.river.halfWidth ? bed : land;
  // South of the town the banks slope up to the levees; in the town they are quay walls.
  const inTown = smooth(leveeEnd.south, leveeEnd.north, y);
  if (inTown === 1) return wall;
  const water = normalLevel(y) - 0.1;
  const slope =
    off < bank.waterM
      ? bed + (water - bed) * smooth(bank.toeM, bank.waterM, off)
      : water + ((land - water) * (off - bank.waterM)) / (bank.crestM - bank.waterM);
  return wall * inTown + slope * (1 - inTown);
}

/** The ditch is dug between the roads; below them and the levee it runs in culverts. */
function ditchLevel(plan: Point, off: number): number {
  const side = plan.x > site.river.x ? 'east' : 'west';
  if (off < ditch.toeM || off > ditch.endM[side] || isRoadOverDitch(plan.x))
    return Number.POSITIVE_INFINITY;
  const aside = Math.abs(plan.y - ditch.y);
  return ditchBed(side, off) + Math.max(0, aside - ditch.halfBedM) / ditch.sideSlope;
}

const ditchRoads = greatRoads
  .filter(({ from, to }) => from.x === to.x)
  .map(({ from, class: kind }) => ({ x: from.x, halfWidthM: kind === 'arterial' ? 13 : 10 }));

const isRoadOverDitch = (x: number): boolean =>
  ditchRoads.some((road) => Math.abs(x - road.x) < road.halfWidthM);

/** Where the ditch runs in a culvert, from the river outwards, as distances from the river's middle. */
export function ditchCulverts(side: 'east' | 'west'): { fromM: number; toM: number; x: number }[] {
  const heading = side === 'east' ? 1 : -1;
  return ditchRoads
    .map(({ x, halfWidthM }) => ({ off: (x - site.river.x) * heading, halfWidthM, x }))
    .filter(({ off }) => off > ditch.toeM && off < ditch.endM[side])
    .map(({ off, halfWidthM, x }) => ({ fromM: off - halfWidthM, toM: off + halfWidthM, x }))
    .sort((a, b) => a.fromM - b.fromM);
}

const basinDepthM = -7.5;

/** The basin of the yard, and its dredged way out to sea. */
function dockLevel({ x, y }: Point, land: number): number {
  const { west, east } = site.dock;
  if (y <= site.shore) return x > west && x < east ? basinDepthM : land;
  const share = smooth(west - 60, west, x) * (1 - smooth(east, east + 60, x));
  return share === 0 ? land : -6.5 + (basinDepthM + 6.5) * share;
}

function seaLevel(plan: Point, land: number): number {
  const out = plan.y - site.shore;
  const beach = Math.min(land, 2.9 - 0.07 * (out + 42));
  const beachShare = 1 - smooth(site.river.x - 120, site.river.x - 60, plan.x);
  // The river's bed comes down to the harbour's floor over the first stretch out.
  const mouth = 1 - smooth(site.river.halfWidth, site.river.halfWidth + 30, offRiver(plan));
  const floor = -6.5 + 2.9 * mouth * (1 - smooth(0, 160, out));
  const quay = out > 0 ? floor : land;
  const shoreline = beach * beachShare + quay * (1 - beachShare);
  return Math.max(-14, shoreline - Math.max(0, out - 150) * 0.012);
}
