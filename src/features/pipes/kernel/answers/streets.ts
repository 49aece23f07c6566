// The street that a place lies in: the nearest axis with a name, within a street's width.

import Flatbush from 'flatbush';
import { planDistanceM } from '#model/network-line.ts';
import type { StreetOf } from './search.ts';

export interface StreetLine {
  readonly name: string;
  /** Longitude, latitude pairs, degrees. */
  readonly points: readonly (readonly [number, number])[];
}

const WIDEST_M = 30;
const WIDEST_DEG = WIDEST_M / 111_195;

export const noStreets: StreetOf = () => undefined;

export function indexStreets(streets: readonly StreetLine[]): StreetOf {
  const names: string[] = [];
  const pieces: number[] = [];
  for (const { name, points } of streets) {
    for (let at = 1; at < points.length; at++) {
      names.push(name);
      pieces.push(...points[at - 1]!, ...points[at]!);
    }
  }
  if (names.length === 0) return noStreets;
  const tree = new Flatbush(names.length);
  for (let at = 0; at < pieces.length; at += 4) {
    const [x1, y1, x2, y2] = [pieces[at]!, pieces[at + 1]!, pieces[at + 2]!, pieces[at + 3]!];
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  tree.finish();
  return (longitude, latitude) => {
    if (!Number.isFinite(longitude + latitude)) return undefined;
    const wide = WIDEST_DEG / Math.cos((latitude * Math.PI) / 180);
    const near = tree.search(
      ...([
        longitude - wide,
        latitude - WIDEST_DEG,
        longitude + wide,
        latitude + WIDEST_DEG,
      ] as const),
    );
    let [nearest, least] = [-1, WIDEST_M];
    for (const piece of near) {
      const way = distanceToPieceM(pieces, 4 * piece, longitude, latitude);
      if (way < least) [nearest, least] = [piece, way];
    }
    return names[nearest];
  };
}

function distanceToPieceM(
  pieces: readonly number[],
  at: number,
  longitude: number,
  latitude: number,
): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const [x, y] = [(longitude - pieces[at]!) * shrink, latitude - pieces[at + 1]!];
  const [dx, dy] = [(pieces[at + 2]! - pieces[at]!) * shrink, pieces[at + 3]! - pieces[at + 1]!];
  const square = dx * dx + dy * dy;
  const share = square > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / square)) : 0;
  return planDistanceM(0, 0, x - share * dx, y - share * dy);
}
