// Levels of sea and river along the plan, and the crests that keep them out; m above the vertical datum.

import type { Point } from './plane.ts';
import { site } from './site.ts';

export const inlandOf = (y: number): number => Math.max(0, site.shore - y);

/** Mean water: the sea at its mean level, the river falling gently towards it. */
export const normalLevel = (y: number): number => 0.15 + 0.00012 * inlandOf(y);

/** The flood that comes once in a hundred years on the average, river and sea together. */
export const floodLevel = (y: number): number => 2.35 + 0.0008 * inlandOf(y);

export const riverBed = (y: number): number => -3.6 + 0.0005 * inlandOf(y);

/** South of this the banks carry levees, north of the second they are quay walls. */
export const leveeEnd = { south: 1700, north: 1800 } as const;

/** Where a crest has settled or was always low: a flood finds these first. */
export const lowSpots = [
  { side: 'east', y: 1420, depthM: 0.55, spreadM: 18, cause: 'settlement over soft ground' },
  { side: 'west', y: 960, depthM: 0.45, spreadM: 22, cause: 'ramp of an old ford' },
  { side: 'west', y: 3010, depthM: 0.85, spreadM: 34, cause: 'landing place of the fish market' },
] as const;

/** How far the crest lies below its design on this bank, m. */
export function crestSag({ x, y }: Point): number {
  const side = x > site.river.x ? 'east' : 'west';
  let sag = 0;
  for (const spot of lowSpots) {
    const off = Math.abs(y - spot.y) / spot.spreadM;
    if (spot.side === side && off < 5) sag += spot.depthM * Math.exp(-off * off);
  }
  return sag;
}

/** Crest as designed: half a metre over the flood at the quays, more on the levees. */
export function designCrest(y: number): number {
  const share = Math.min(1, Math.max(0, (y - leveeEnd.south) / (leveeEnd.north - leveeEnd.south)));
  return floodLevel(y) + 0.8 - 0.3 * share;
}
