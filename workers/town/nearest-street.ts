// The street nearest to a place, where a package doesn't say on which street a door lies.

import type { StreetLines } from './read-streets.ts';

/** A door farther away (m) than this has no street. */
const FARTHEST_M = 100;
const METRES_PER_DEGREE = 111_195;

interface Places {
  readonly longitudeDeg: ArrayLike<number>;
  readonly latitudeDeg: ArrayLike<number>;
}

/** Street of each wanted place (−1: none within 100 m) and how far along its line the nearest point lies (m). */
export function findNearest(
  lines: StreetLines,
  wanted: readonly number[],
  places: Places,
): { readonly street: Int32Array; readonly alongM: Float32Array } {
  const street = new Int32Array(wanted.length).fill(-1);
  const alongM = new Float32Array(wanted.length);
  if (wanted.length === 0 || lines.longitudeDeg.length === 0) return { street, alongM };
  const plane = createPlane(lines.latitudeDeg[0]!);
  const buckets = fillBuckets(lines, plane);
  for (const [position, place] of wanted.entries()) {
    const [x, y] = plane(places.longitudeDeg[place]!, places.latitudeDeg[place]!);
    let best = FARTHEST_M;
    for (const segment of near(buckets, x, y)) {
      const share = shareAlong(segment, x, y);
      const distance = Math.hypot(
        segment.x0 + share * (segment.x1 - segment.x0) - x,
        segment.y0 + share * (segment.y1 - segment.y0) - y,
      );
      if (distance >= best) continue;
      best = distance;
      street[position] = segment.street;
      alongM[position] =
        segment.fromM + share * Math.hypot(segment.x1 - segment.x0, segment.y1 - segment.y0);
    }
  }
  return { street, alongM };
}

interface Segment {
  readonly street: number;
  readonly fromM: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

type Plane = (longitudeDeg: number, latitudeDeg: number) => readonly [number, number];

function createPlane(latitudeDeg: number): Plane {
  const east = METRES_PER_DEGREE * Math.cos((latitudeDeg * Math.PI) / 180);
  return (longitude, latitude) => [longitude * east, latitude * METRES_PER_DEGREE];
}

function fillBuckets(lines: StreetLines, plane: Plane): ReadonlyMap<string, Segment[]> {
  const buckets = new Map<string, Segment[]>();
  for (let street = 0; street < lines.ids.length; street++) {
    let fromM = 0;
    for (let point = lines.offsets[street]!; point + 1 < lines.offsets[street + 1]!; point++) {
      const [x0, y0] = plane(lines.longitudeDeg[point]!, lines.latitudeDeg[point]!);
      const [x1, y1] = plane(lines.longitudeDeg[point + 1]!, lines.latitudeDeg[point + 1]!);
      const segment = { street, fromM, x0, y0, x1, y1 };
      for (const key of keysOf(segment)) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push(segment);
        else buckets.set(key, [segment]);
      }
      fromM += Math.hypot(x1 - x0, y1 - y0);
    }
  }
  return buckets;
}

const bucketOf = (value: number) => Math.floor(value / FARTHEST_M);

function keysOf({ x0, y0, x1, y1 }: Segment): string[] {
  const keys: string[] = [];
  for (let x = bucketOf(Math.min(x0, x1)); x <= bucketOf(Math.max(x0, x1)); x++) {
    for (let y = bucketOf(Math.min(y0, y1)); y <= bucketOf(Math.max(y0, y1)); y++) {
      keys.push(`${x} ${y}`);
    }
  }
  return keys;
}

function* near(buckets: ReadonlyMap<string, Segment[]>, x: number, y: number) {
  for (let column = bucketOf(x) - 1; column <= bucketOf(x) + 1; column++) {
    for (let row = bucketOf(y) - 1; row <= bucketOf(y) + 1; row++) {
      yield* buckets.get(`${column} ${row}`) ?? [];
    }
  }
}

function shareAlong({ x0, y0, x1, y1 }: Segment, x: number, y: number): number {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  if (length === 0) return 0;
  return Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
}
