// The engine gives round things flat facets with corners of their own, three times as many as it takes. Where
// two facets meet like those of a pipe, a column or a basin, their corners get one normal and can be welded.
// Flat and faceted things keep their edges: what bends wide (a low roof, a polygonal wall) is no pipe.

/** The facets of a circle of ten parts meet at 36°. */
const LEAST_COSINE = Math.cos((40 * Math.PI) / 180);
/** Corners whose normals agree so far are one already. */
const SAME_COSINE = 0.9998;
/** Radius of what counts as round, m. */
const GREATEST_RADIUS_M = 1.5;

export interface Corners {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
}

/** The same triangles, each corner with a vertex of its own, where something is round; else undefined. */
export function smoothCorners({ positions, normals, indices }: Corners): Corners | undefined {
  const count = indices.length;
  if (count <= 36) return undefined;
  const places = placeNumbers(positions);
  const edges = edgeTable(places, indices);
  const above = new Int32Array(count).fill(-1);
  let isRound = false;
  for (let corner = 0; corner < count; corner++) {
    const next = corner % 3 === 2 ? corner - 2 : corner + 1;
    const other = edges.find(places[indices[next]!]!, places[indices[corner]!]!);
    // Each edge once, from the side of its later triangle.
    if (other < 0 || other >= corner) continue;
    const otherNext = other % 3 === 2 ? other - 2 : other + 1;
    // The other triangle runs along the edge the other way round.
    const bend = bendBetween(positions, normals, indices, corner, other);
    if (bend === 'sharp') continue;
    join(above, corner, otherNext);
    join(above, next, other);
    if (bend === 'round') isRound = true;
  }
  return isRound ? spread({ positions, normals, indices }, above) : undefined;
}

/** How two facets meet: round ones bend little and are narrow enough for something round. */
function bendBetween(
  positions: Float32Array,
  normals: Float32Array,
  indices: Uint32Array,
  corner: number,
  other: number,
): 'flat' | 'round' | 'sharp' {
  const a = indices[corner]! * 3;
  const b = indices[other]! * 3;
  const cosine =
    normals[a]! * normals[b]! +
    normals[a + 1]! * normals[b + 1]! +
    normals[a + 2]! * normals[b + 2]!;
  if (cosine > SAME_COSINE) return 'flat';
  if (!(cosine > LEAST_COSINE)) return 'sharp';
  const width = Math.max(
    widthAcross(positions, indices, corner),
    widthAcross(positions, indices, other),
  );
  return width <= GREATEST_RADIUS_M * Math.acos(cosine) ? 'round' : 'sharp';
}

/** Height of the triangle over the edge that begins at a corner, m. */
function widthAcross(positions: Float32Array, indices: Uint32Array, corner: number): number {
  const { first, across } = sidesAt(positions, indices, corner);
  return first > 0 ? across / first : Number.POSITIVE_INFINITY;
}

function angleAt(positions: Float32Array, indices: Uint32Array, corner: number): number {
  const { across, along } = sidesAt(positions, indices, corner);
  return Math.atan2(across, along);
}

/** Of the two sides that meet at a corner: length of the first, size of their cross and dot products. */
const sides = { first: 0, across: 0, along: 0 };

function sidesAt(positions: Float32Array, indices: Uint32Array, corner: number) {
  const first = corner - (corner % 3);
  const at = indices[corner]! * 3;
  const to = indices[first + ((corner + 1) % 3)]! * 3;
  const tip = indices[first + ((corner + 2) % 3)]! * 3;
  const ux = positions[to]! - positions[at]!;
  const uy = positions[to + 1]! - positions[at + 1]!;
  const uz = positions[to + 2]! - positions[at + 2]!;
  const vx = positions[tip]! - positions[at]!;
  const vy = positions[tip + 1]! - positions[at + 1]!;
  const vz = positions[tip + 2]! - positions[at + 2]!;
  const cx = uy * vz - uz * vy;
  const cy = uz * vx - ux * vz;
  const cz = ux * vy - uy * vx;
  sides.first = Math.sqrt(ux * ux + uy * uy + uz * uz);
  sides.across = Math.sqrt(cx * cx + cy * cy + cz * cz);
  sides.along = ux * vx + uy * vy + uz * vz;
  return sides;
}

/** Corners that are joined share the sum of their normals, each worth the angle of its triangle there. */
function spread({ positions, normals, indices }: Corners, above: Int32Array): Corners {
  const count = indices.length;
  const sums = new Float32Array(count * 3);
  const own = new Float32Array(count * 3);
  for (let corner = 0; corner < count; corner++) {
    const root = rootOf(above, corner) * 3;
    const from = indices[corner]! * 3;
    const angle = angleAt(positions, indices, corner);
    sums[root] = sums[root]! + normals[from]! * angle;
    sums[root + 1] = sums[root + 1]! + normals[from + 1]! * angle;
    sums[root + 2] = sums[root + 2]! + normals[from + 2]! * angle;
    own[corner * 3] = positions[from]!;
    own[corner * 3 + 1] = positions[from + 1]!;
    own[corner * 3 + 2] = positions[from + 2]!;
  }
  const joined = new Float32Array(count * 3);
  const corners = new Uint32Array(count);
  for (let corner = 0; corner < count; corner++) {
    const root = rootOf(above, corner) * 3;
    joined[corner * 3] = sums[root]!;
    joined[corner * 3 + 1] = sums[root + 1]!;
    joined[corner * 3 + 2] = sums[root + 2]!;
    corners[corner] = corner;
  }
  return { positions: own, normals: joined, indices: corners };
}

function rootOf(above: Int32Array, corner: number): number {
  let root = corner;
  while (above[root]! >= 0) root = above[root]!;
  return root;
}

function join(above: Int32Array, one: number, other: number): void {
  const [a, b] = [rootOf(above, one), rootOf(above, other)];
  if (a !== b) above[Math.max(a, b)] = Math.min(a, b);
}

const floats = new Float32Array(3);
const words = new Uint32Array(floats.buffer);

/** A number for each vertex, the same for vertices in one place. */
function placeNumbers(positions: Float32Array): Uint32Array {
  const count = positions.length / 3;
  const size = tableSize(count);
  const table = new Int32Array(size).fill(-1);
  const numbers = new Uint32Array(count);
  for (let vertex = 0; vertex < count; vertex++) {
    const [x, y, z] = [
      positions[vertex * 3]!,
      positions[vertex * 3 + 1]!,
      positions[vertex * 3 + 2]!,
    ];
    // Zero and minus zero are one place with two bit patterns.
    floats[0] = x + 0;
    floats[1] = y + 0;
    floats[2] = z + 0;
    let slot = mix(mix(words[0]!, words[1]!), words[2]!) & (size - 1);
    for (;;) {
      const found = table[slot]!;
      if (found < 0) {
        table[slot] = vertex;
        numbers[vertex] = vertex;
        break;
      }
      const at = found * 3;
      if (positions[at] === x && positions[at + 1] === y && positions[at + 2] === z) {
        numbers[vertex] = found;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return numbers;
}

/** Finds the corner at which a directed edge begins; of several the last. */
function edgeTable(places: Uint32Array, indices: Uint32Array) {
  const size = tableSize(indices.length);
  const table = new Int32Array(size).fill(-1);
  const end = (corner: number) => places[indices[corner % 3 === 2 ? corner - 2 : corner + 1]!]!;
  const slotOf = (from: number, to: number): number => {
    let slot = mix(from, to) & (size - 1);
    for (;;) {
      const corner = table[slot]!;
      if (corner < 0 || (places[indices[corner]!] === from && end(corner) === to)) return slot;
      slot = (slot + 1) & (size - 1);
    }
  };
  for (let corner = 0; corner < indices.length; corner++) {
    table[slotOf(places[indices[corner]!]!, end(corner))] = corner;
  }
  return { find: (from: number, to: number) => table[slotOf(from, to)]! };
}

function tableSize(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ (b << 15) ^ (b >>> 17), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
