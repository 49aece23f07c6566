// The outline of a building on the ground out of its surfaces, whatever format it came in: what lies around the floors
// that stand on the ground, else around its roofs, else the block that stands for it. Degrees.

import { toGeodetic } from '#model/position.ts';
import { metres, toDegrees } from '#model/units.ts';
import { SURFACE } from '../geometry/surface-class.ts';
import type { FeatureRecord } from '../record.ts';

/** Things that water flows around; it flows under bridges, and trees hold none. */
const STANDING = /^\+?(Building|OtherConstruction)/;

/** Vertices a centimetre apart are one corner. */
const STEPS_PER_M = 100;
/** A floor that hangs higher over the lowest point lets water through below. */
const HANGING_M = 3;
/** A surface this near to upright covers no ground. */
const UPRIGHT = 0.02;

/** Rings of longitude, latitude (deg), closed by themselves; empty where it is no building or has no area. */
export function findFootprint(record: FeatureRecord): Float64Array[] {
  if (!STANDING.test(record.objectClass)) return [];
  const plane = toPlane(record);
  for (const kind of [SURFACE.ground, SURFACE.roof]) {
    const loops = outline(record, plane, kind);
    if (loops.length > 0) return loops.map((loop) => toPlaces(loop, plane));
  }
  const block = blockCorners(record, plane);
  return block ? [toPlaces(block, plane)] : [];
}

interface Plane {
  readonly east: readonly [number, number, number];
  readonly north: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly anchor: readonly [number, number, number];
}

function toPlane({ run, anchor }: FeatureRecord): Plane {
  const [x, y, z] = [run.doubles[anchor]!, run.doubles[anchor + 1]!, run.doubles[anchor + 2]!];
  const place = toGeodetic({ x: metres(x), y: metres(y), z: metres(z) });
  const [sinLon, cosLon] = [Math.sin(place.longitude), Math.cos(place.longitude)];
  const [sinLat, cosLat] = [Math.sin(place.latitude), Math.cos(place.latitude)];
  return {
    east: [-sinLon, cosLon, 0],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
    anchor: [x, y, z],
  };
}

const along = (values: Float32Array, at: number, [x, y, z]: readonly [number, number, number]) =>
  values[at]! * x + values[at + 1]! * y + values[at + 2]! * z;

/** Loops of east, north pairs (m) around the surfaces of a kind; none where they don't close. */
function outline(record: FeatureRecord, plane: Plane, kind: number): number[][] {
  const { run, positions, triangles, triangleIndexCount } = record;
  const { floats, words } = run;
  const facing = facingOf(record, plane, kind);
  const edges = new Map<number, Map<number, number>>();
  const corners = new Map<string, number>();
  const places: number[] = [];
  const cornerOf = (vertex: number): number => {
    const at = positions + vertex * 3;
    const east = Math.round(along(floats, at, plane.east) * STEPS_PER_M);
    const north = Math.round(along(floats, at, plane.north) * STEPS_PER_M);
    const key = `${east} ${north}`;
    let corner = corners.get(key);
    if (corner === undefined) {
      corner = places.length / 2;
      corners.set(key, corner);
      places.push(east / STEPS_PER_M, north / STEPS_PER_M);
    }
    return corner;
  };
  for (let at = triangles; at < triangles + triangleIndexCount; at += 3) {
    const faces = facing[words[at]!]!;
    if (faces === 0) continue;
    const [a, b, c] = [cornerOf(words[at]!), cornerOf(words[at + 1]!), cornerOf(words[at + 2]!)];
    if (a === b || b === c || c === a) continue;
    // A surface's own winding, not the triangle's: slivers may turn either way once welded.
    const [second, third] = faces > 0 ? [b, c] : [c, b];
    addEdge(edges, a, second);
    addEdge(edges, second, third);
    addEdge(edges, third, a);
  }
  return chain(edges)
    .map((loop) => straighten(loop, places))
    .filter((loop) => loop !== undefined);
}

const turnOf = (places: readonly number[], a: number, b: number, c: number): number =>
  (places[b * 2]! - places[a * 2]!) * (places[c * 2 + 1]! - places[a * 2 + 1]!) -
  (places[c * 2]! - places[a * 2]!) * (places[b * 2 + 1]! - places[a * 2 + 1]!);

/** For each vertex whether its surface is of the kind and faces up (1) or down (−1); 0: another kind, or upright. */
function facingOf(
  {
    run,
    surfaceFirst,
    surfaceClass,
    surfaceNormal,
    surfaceCount,
    vertexCount,
    positions,
  }: FeatureRecord,
  { up }: Plane,
  kind: number,
): Int8Array {
  const heightOf = (vertex: number) => along(run.floats, positions + vertex * 3, up);
  let lowest = Number.POSITIVE_INFINITY;
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    lowest = Math.min(lowest, heightOf(vertex));
  }
  const facing = new Int8Array(vertexCount);
  for (let surface = 0; surface < surfaceCount; surface++) {
    if (run.words[surfaceClass + surface] !== kind) continue;
    const first = run.words[surfaceFirst + surface]!;
    const end = surface + 1 < surfaceCount ? run.words[surfaceFirst + surface + 1]! : vertexCount;
    if (kind === SURFACE.ground && heightOf(first) > lowest + HANGING_M) continue;
    const slope = along(run.floats, surfaceNormal + surface * 3, up);
    facing.fill(Math.abs(slope) < UPRIGHT ? 0 : Math.sign(slope), first, end);
  }
  return facing;
}

/** Two triangles side by side use an edge both ways: it lies inside. */
function addEdge(edges: Map<number, Map<number, number>>, from: number, to: number): void {
  const back = edges.get(to);
  const opposite = back?.get(from) ?? 0;
  if (back && opposite > 0) {
    if (opposite === 1) back.delete(from);
    else back.set(from, opposite - 1);
    return;
  }
  const own = edges.get(from) ?? new Map<number, number>();
  own.set(to, (own.get(to) ?? 0) + 1);
  edges.set(from, own);
}

function chain(edges: Map<number, Map<number, number>>): number[][] {
  const loops: number[][] = [];
  for (const [start, own] of edges) {
    while (own.size > 0) {
      const loop: number[] = [];
      let at = start;
      do {
        const next = edges.get(at);
        const [to] = next?.keys() ?? [];
        if (!next || to === undefined) break;
        const left = (next.get(to) ?? 1) - 1;
        if (left === 0) next.delete(to);
        else next.set(to, left);
        loop.push(at);
        at = to;
      } while (at !== start);
      if (at === start && loop.length >= 3) loops.push(loop);
    }
  }
  return loops;
}

/** East, north pairs without the corners on straight walls; undefined where the loop has less than 0.5 m². */
function straighten(loop: readonly number[], places: readonly number[]): number[] | undefined {
  const kept: number[] = [];
  let twice = 0;
  for (const [at, corner] of loop.entries()) {
    const before = loop[(at + loop.length - 1) % loop.length]!;
    const after = loop[(at + 1) % loop.length]!;
    const [x, y] = [places[corner * 2]!, places[corner * 2 + 1]!];
    twice += x * places[after * 2 + 1]! - places[after * 2]! * y;
    const base = Math.hypot(
      places[after * 2]! - places[before * 2]!,
      places[after * 2 + 1]! - places[before * 2 + 1]!,
    );
    if (Math.abs(turnOf(places, before, corner, after)) > 0.03 * base) kept.push(x, y);
  }
  return Math.abs(twice) > 1 && kept.length >= 6 ? kept : undefined;
}

function blockCorners({ run, block }: FeatureRecord, plane: Plane): number[] | undefined {
  if (!(run.floats[block + 12]! > 0)) return undefined;
  return [0, 1, 2, 3].flatMap((corner) => [
    along(run.floats, block + corner * 3, plane.east),
    along(run.floats, block + corner * 3, plane.north),
  ]);
}

function toPlaces(loop: readonly number[], { east, north, anchor }: Plane): Float64Array {
  const places = new Float64Array(loop.length);
  for (let at = 0; at < loop.length; at += 2) {
    const [e, n] = [loop[at]!, loop[at + 1]!];
    const place = toGeodetic({
      x: metres(anchor[0] + e * east[0] + n * north[0]),
      y: metres(anchor[1] + e * east[1] + n * north[1]),
      z: metres(anchor[2] + e * east[2] + n * north[2]),
    });
    places[at] = toDegrees(place.longitude);
    places[at + 1] = toDegrees(place.latitude);
  }
  return places;
}
