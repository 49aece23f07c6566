// The adaptive quadtree of a city: features go to the square that holds their centre; a square with more
// vertices than a tile should carry is divided. Leaf order is the city-wide index.

export interface TileNode {
  /** Range in `order`. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly TileNode[];
}

export interface Quadtree {
  readonly root: TileNode;
  /** City-wide index → feature number in source order. */
  readonly order: Uint32Array;
}

export interface TreeLimits {
  readonly mostVertices: number;
  readonly mostFeatures: number;
}

const MOST_DEPTH = 24;

/** `longitude` and `latitude` (rad) of the centres; `vertices` says what each feature weighs. */
export function createQuadtree(
  longitude: Float64Array,
  latitude: Float64Array,
  vertices: Uint32Array,
  limits: TreeLimits,
): Quadtree {
  const count = longitude.length;
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let feature = 0; feature < count; feature++) {
    west = Math.min(west, longitude[feature]!);
    east = Math.max(east, longitude[feature]!);
    south = Math.min(south, latitude[feature]!);
    north = Math.max(north, latitude[feature]!);
  }
  // Squares on the ground, not in degrees.
  const squeeze = Math.max(Math.cos((south + north) / 2), 1e-3);
  const half = Math.max((east - west) * squeeze, north - south, 1e-9) / 2;
  const order = Uint32Array.from({ length: count }, (_, feature) => feature);
  const spare = new Uint32Array(count);

  const divide = (
    start: number,
    end: number,
    midX: number,
    midY: number,
    halfSize: number,
    depth: number,
  ): TileNode => {
    let weight = 0;
    for (let at = start; at < end; at++) weight += vertices[order[at]!]!;
    const isLight = weight <= limits.mostVertices && end - start <= limits.mostFeatures;
    if (isLight || end - start < 2 || depth === MOST_DEPTH) return { start, end, children: [] };
    const quadrantOf = (feature: number) =>
      (longitude[feature]! >= midX ? 1 : 0) + (latitude[feature]! >= midY ? 2 : 0);
    const starts = [0, 0, 0, 0, 0];
    for (let at = start; at < end; at++) starts[quadrantOf(order[at]!) + 1]!++;
    for (let quadrant = 0; quadrant < 4; quadrant++) starts[quadrant + 1]! += starts[quadrant]!;
    const next = starts.slice(0, 4);
    for (let at = start; at < end; at++) {
      spare[start + next[quadrantOf(order[at]!)]!++] = order[at]!;
    }
    order.set(spare.subarray(start, end), start);
    const quarter = halfSize / 2;
    const children: TileNode[] = [];
    for (let quadrant = 0; quadrant < 4; quadrant++) {
      const from = start + starts[quadrant]!;
      const to = start + starts[quadrant + 1]!;
      if (from === to) continue;
      const x = midX + (quadrant & 1 ? quarter : -quarter) / squeeze;
      const y = midY + (quadrant & 2 ? quarter : -quarter);
      children.push(divide(from, to, x, y, quarter, depth + 1));
    }
    // A square with one occupied quarter is no level of its own.
    const [only] = children;
    return children.length === 1 && only ? only : { start, end, children };
  };
  const root = divide(0, count, (west + east) / 2, (south + north) / 2, half, 0);
  return { root, order };
}
