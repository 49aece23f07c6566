// Where people on foot cross the greater streets: on both sides of a junction, a step behind the corner.

import { add, between, direction, distance, type Point, scale } from './plane.ts';
import { site } from './site.ts';
import { type Street, toPieces } from './streets.ts';

/** A line across a carriageway in the plan. */
export type FootCrossing = readonly [Point, Point];

/** Of both pavements together, m. */
export const pavementsM = 4;
/** From the corner to the middle of the stripes, m. */
const behindCornerM = 1.2;
/** Shorter pieces have no room for crossings at both ends, m. */
const leastPieceM = 36;

const isWalked = ({ class: kind }: Street) => kind !== 'lane';
const isGreater = ({ class: kind }: Street) =>
  kind === 'arterial' || kind === 'collector' || kind === 'quay';

export function footCrossings(streets: readonly Street[]): FootCrossing[] {
  const meeting = new Map<string, Street[]>();
  for (const street of streets.filter(isWalked)) {
    for (const point of toPieces(street)) {
      const here = meeting.get(nameOf(point)) ?? [];
      meeting.set(nameOf(point), here);
      here.push(street);
    }
  }
  return streets.filter(isGreater).flatMap((street) => {
    const pieces = toPieces(street);
    return pieces.slice(1).flatMap((to, index) => {
      const from = pieces[index]!;
      const isOnWater = (from.x - site.river.x) * (to.x - site.river.x) < 0;
      if (isOnWater || distance(from, to) < leastPieceM) return [];
      return [
        ...across(street, from, to, meeting.get(nameOf(from))),
        ...across(street, to, from, meeting.get(nameOf(to))),
      ];
    });
  });
}

/** Over `street` just off its junction at `corner`, towards `away`; none where no other street meets it. */
function across(
  street: Street,
  corner: Point,
  away: Point,
  meeting: readonly Street[] | undefined,
): FootCrossing[] {
  const others = (meeting ?? []).filter((other) => other !== street).map(({ widthM }) => widthM);
  const offM = Math.max(0, ...others) / 2 + behindCornerM;
  if (others.length === 0 || offM > distance(corner, away) / 3) return [];
  const along = direction(corner, away);
  const middle = between(corner, away, offM / distance(corner, away));
  const half = scale({ x: -along.y, y: along.x }, (street.widthM - pavementsM) / 2);
  return [[add(middle, scale(half, -1)), add(middle, half)]];
}

const nameOf = ({ x, y }: Point): string => `${Math.round(x * 10)},${Math.round(y * 10)}`;
