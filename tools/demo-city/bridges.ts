// Road and railway bridges over the river: a deck on two piers.

import { streetLevel } from './landscape.ts';
import { greatRoads, railY } from './plan.ts';
import type { Point } from './plane.ts';
import { railLevel, structureM, underpasses } from './rail-bed.ts';
import { site, toMap } from './site.ts';
import { flat, type Surface } from './solids.ts';

interface Bridge {
  readonly id: string;
  readonly name: string;
  readonly surfaces: readonly Surface[];
}

export function bridges(): Bridge[] {
  const roads = greatRoads
    .filter(({ from, to }) => from.y === to.y && from.x < site.river.x && to.x > site.river.x)
    .map(({ name, from }) => ({
      name: `${name.replace(/straße$/, '')}brücke`,
      y: from.y,
      widthM: 20,
    }));
  const overRiver = [...roads, { name: 'Eisenbahnbrücke', y: railY, widthM: 11 }].map(
    ({ name, y, widthM }) => ({ name, surfaces: bridge(y, widthM) }),
  );
  return [...overRiver, ...overUnderpasses()].map((part, index) => ({
    id: `BRIDGE-${index + 1}`,
    ...part,
  }));
}

/** The railway's decks over the roads that dive below it. */
function overUnderpasses(): { readonly name: string; readonly surfaces: Surface[] }[] {
  return underpasses.map(({ x, street, halfWidthM }) => {
    const reach = halfWidthM + 1.5;
    const level = railLevel(x);
    const deck = strip(x - reach, x + reach, railY, 9);
    return {
      name: `Bahnbrücke ${street}`,
      surfaces: flat(deck, level - structureM, level, { wall: 'concrete', roof: 'gravel' }),
    };
  });
}

/** Level of the deck of a bridge at `y` of the plan, and how far it reaches from the river's axis, m. */
export function deckOf(y: number): { readonly levelM: number; readonly reachM: number } {
  const { x, halfWidth } = site.river;
  const reachM = halfWidth + 9;
  const ends = [streetLevel({ x: x - reachM, y }), streetLevel({ x: x + reachM, y })];
  return { reachM, levelM: Math.max(...ends) + 0.15 };
}

function bridge(y: number, widthM: number): Surface[] {
  const { x, halfWidth } = site.river;
  const { reachM: reach, levelM: level } = deckOf(y);
  const finish = { wall: 'concrete', roof: 'gravel' } as const;
  const deck = strip(x - reach, x + reach, y, widthM);
  const piers = [-halfWidth * 0.4, halfWidth * 0.4].map((off) =>
    strip(x + off - 1.2, x + off + 1.2, y, widthM * 0.8),
  );
  return [
    ...flat(deck, level - 1.1, level, finish),
    ...piers.flatMap((pier) => flat(pier, -4.5, level - 1.1, finish)),
  ];
}

/** A strip of the plan in short pieces, so that it bends with the land. */
function strip(west: number, east: number, y: number, widthM: number): Point[] {
  const steps = 6;
  const along = Array.from(
    { length: steps + 1 },
    (_, step) => west + ((east - west) * step) / steps,
  );
  return [
    ...along.map((x) => toMap({ x, y: y - widthM / 2 })),
    ...along.reverse().map((x) => toMap({ x, y: y + widthM / 2 })),
  ];
}
