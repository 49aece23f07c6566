// How thick the overlap of two things is. Where surfaces meet, a ray goes into both of them between their faces;
// from the middle of what it passes, the overlap is measured along the faces' normals and the axes. The least of
// these is how far one must give way there; the most over all such places is the depth of the clash.

import { Matrix4 } from 'three';
import type { ExtendedTriangle } from 'three-mesh-bvh';
import { type Contact, contactOf, dot, normalOf, type Point, plus, times } from './contact.ts';
import { type Exit, exitOf, type Solid } from './solid.ts';

export interface Overlap {
  readonly point: Point;
  readonly depthM: number;
  /** True where one of them has no inside: how far it reaches through the other's face, a lower bound. */
  readonly isEstimate: boolean;
}

const axes: readonly Point[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const identity = new Matrix4();
/** Into both things, off the surfaces that meet. */
const STEP_M = 2e-5;
/** Places where surfaces meet that are looked at in all, and measured in full. */
const MOST_CONTACTS = 600;
const MOST_MEASURED = 6;
const ROUNDS = 3;
const MOST_DIRECTIONS = 14;
/** Cosine of 0.1°. */
const SAME_WAY = 0.9999985;

/** Undefined where they don't overlap by more than `toleranceM`. */
export function findOverlap(a: Solid, b: Solid, toleranceM: number): Overlap | undefined {
  for (let axis = 0; axis < 3; axis++) {
    const low = Math.max(a.least[axis]!, b.least[axis]!);
    const high = Math.min(a.greatest[axis]!, b.greatest[axis]!);
    if (high - low <= toleranceM) return undefined;
  }
  const contacts = collectContacts(a, b);
  const overlap = a.isClosed && b.isClosed ? measure(a, b, contacts) : estimate(a, b, contacts);
  return overlap && overlap.depthM > toleranceM ? overlap : undefined;
}

/** Thinned where there are very many: every second, then every fourth. */
function collectContacts(a: Solid, b: Solid): Contact[] {
  let contacts: Contact[] = [];
  let [every, seen] = [1, 0];
  const intersectsTriangles = (one: ExtendedTriangle, other: ExtendedTriangle) => {
    const contact = contactOf(cornersOf(one), cornersOf(other));
    if (contact && seen++ % every === 0) {
      contacts.push(contact);
      if (contacts.length > MOST_CONTACTS) {
        contacts = contacts.filter((_, at) => at % 2 === 0);
        every *= 2;
      }
    }
    return false;
  };
  a.bvh.bvhcast(b.bvh, identity, { intersectsTriangles });
  return contacts;
}

const cornersOf = ({ a, b, c }: ExtendedTriangle) =>
  [
    [a.x, a.y, a.z],
    [b.x, b.y, b.z],
    [c.x, c.y, c.z],
  ] as const;

interface Witness {
  readonly point: Point;
  readonly roomM: number;
  readonly directions: readonly Point[];
}

function measure(a: Solid, b: Solid, contacts: readonly Contact[]): Overlap | undefined {
  const witnesses = [
    ...contacts.flatMap((contact) => betweenFaces(a, b, contact) ?? []),
    ...(contacts.length === 0 ? [...within(a, b), ...within(b, a)] : []),
  ].sort((one, other) => other.roomM - one.roomM);
  let best: Overlap | undefined;
  for (const witness of spread(witnesses)) {
    let { point } = witness;
    for (let round = 0; round < ROUNDS; round++) {
      const chord = thinnest(a, b, point, witness.directions);
      if (!chord) break;
      if (!best || chord.lengthM > best.depthM + 1e-9) {
        best = { point: chord.middle, depthM: chord.lengthM, isEstimate: false };
      }
      point = chord.middle;
    }
  }
  return best;
}

/** The middle of the way into both things from where two of their faces meet. */
function betweenFaces(a: Solid, b: Solid, { point, normals }: Contact): Witness | undefined {
  const between = plus(...normals);
  const length = Math.hypot(...between);
  if (length < 1e-3) return undefined;
  const inward = times(between, -1 / length);
  return alongRay(a, b, plus(point, times(inward, STEP_M)), inward, normals);
}

function alongRay(
  a: Solid,
  b: Solid,
  from: Point,
  inward: Point,
  normals: readonly Point[],
): Witness | undefined {
  const ofA = exitOf(a, from, inward);
  const ofB = ofA && exitOf(b, from, inward);
  if (!ofA || !ofB) return undefined;
  const roomM = Math.min(ofA.distanceM, ofB.distanceM);
  return {
    point: plus(from, times(inward, roomM / 2)),
    roomM,
    directions: [...normals, ofA.normal, ofB.normal, ...axes],
  };
}

/** Where no surfaces meet, one may lie inside the other. */
function within(inner: Solid, outer: Solid): Witness[] {
  const step = Math.max(1, Math.floor(inner.triangleCount / 8));
  const witnesses: Witness[] = [];
  for (let number = 0; number < inner.triangleCount; number += step) {
    const triangle = inner.triangle(number);
    const normal = normalOf(triangle);
    if (!normal) continue;
    const centre = times(plus(plus(triangle[0], triangle[1]), triangle[2]), 1 / 3);
    const from = plus(centre, times(normal, -STEP_M));
    const witness = alongRay(inner, outer, from, times(normal, -1), [normal]);
    if (witness) witnesses.push(witness);
  }
  return witnesses;
}

/** The roomiest ones, none beside another. */
function spread(witnesses: readonly Witness[]): readonly Witness[] {
  const kept: Witness[] = [];
  for (const one of witnesses) {
    if (kept.length === MOST_MEASURED) break;
    const isBeside = kept.some(({ point }) => {
      const apart = Math.hypot(...point.map((value, axis) => value - one.point[axis]!));
      return apart < one.roomM / 4;
    });
    if (!isBeside) kept.push(one);
  }
  return kept;
}

/**
 * The shortest way through the overlap at a point, along the directions and along the normals of the faces that these
 * lead to; undefined where the point isn't inside both.
 */
function thinnest(
  a: Solid,
  b: Solid,
  point: Point,
  directions: readonly Point[],
): { readonly lengthM: number; readonly middle: Point } | undefined {
  let shortest: { lengthM: number; middle: Point } | undefined;
  const waiting = [...directions];
  const tried: Point[] = [];
  for (const along of waiting) {
    if (tried.some((other) => Math.abs(dot(other, along)) > SAME_WAY)) continue;
    if (tried.push(along) > MOST_DIRECTIONS) break;
    const forth = roomAlong(a, b, point, along);
    const back = forth && roomAlong(a, b, point, times(along, -1));
    if (!forth || !back) return undefined;
    waiting.push(forth.normal, back.normal);
    const lengthM = forth.distanceM + back.distanceM;
    if (shortest && lengthM >= shortest.lengthM) continue;
    const [end, start] = [forth.distanceM, -back.distanceM];
    shortest = { lengthM, middle: plus(point, times(along, (start + end) / 2)) };
  }
  return shortest;
}

function roomAlong(a: Solid, b: Solid, point: Point, along: Point): Exit | undefined {
  const ofA = exitOf(a, point, along);
  const ofB = ofA && exitOf(b, point, along);
  return ofA && ofB && (ofA.distanceM < ofB.distanceM ? ofA : ofB);
}

function estimate(a: Solid, b: Solid, contacts: readonly Contact[]): Overlap | undefined {
  let deepest: Contact | undefined;
  for (const contact of contacts) {
    if (!deepest || contact.reachM > deepest.reachM) deepest = contact;
  }
  if (!deepest) return undefined;
  const room = a.least.map(
    (_, axis) =>
      Math.min(a.greatest[axis]!, b.greatest[axis]!) - Math.max(a.least[axis]!, b.least[axis]!),
  );
  return {
    point: deepest.point,
    depthM: Math.min(deepest.reachM, ...room),
    isEstimate: true,
  };
}
