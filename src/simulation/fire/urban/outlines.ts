// Outlines of buildings in typed arrays, from polygons or rectangles. m in a local plane, x east and y north.

/** Corners of building b lie at `start[b]` … `start[b + 1]`, anticlockwise, not closed. */
export interface BuildingOutlines {
  readonly count: number;
  readonly start: Int32Array;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  readonly heightM: Float32Array;
}

export interface BuildingRectangle {
  readonly xM: number;
  readonly yM: number;
  readonly widthM: number;
  readonly depthM: number;
  readonly heightM: number;
  /** Anticlockwise from east. */
  readonly turnRad?: number;
}

export interface BuildingPolygon {
  /** At least three corners, m; either way round, closed or not. */
  readonly corners: readonly (readonly [number, number])[];
  readonly heightM: number;
}

/** Throws `RangeError` for an outline without area or a height that isn't positive. */
export function outlinesOf(polygons: readonly BuildingPolygon[]): BuildingOutlines {
  const rings = polygons.map(({ corners }, building) => anticlockwise(corners, building));
  const start = new Int32Array(polygons.length + 1);
  rings.forEach((ring, building) => {
    start[building + 1] = start[building]! + ring.length;
  });
  const heightM = Float32Array.from(polygons, ({ heightM: height }, building) => {
    if (height > 0) return height;
    throw new RangeError(`Building ${building} is ${height} m high; more than 0 m is expected.`);
  });
  const corners = rings.flat();
  return {
    ...{ count: polygons.length, start, heightM },
    xM: Float64Array.from(corners, ([x]) => x),
    yM: Float64Array.from(corners, ([, y]) => y),
  };
}

export function outlinesOfRectangles(rectangles: readonly BuildingRectangle[]): BuildingOutlines {
  return outlinesOf(
    rectangles.map(({ xM, yM, widthM, depthM, heightM, turnRad = 0 }) => {
      const cosine = Math.cos(turnRad);
      const sine = Math.sin(turnRad);
      const corner = (right: number, back: number): [number, number] => {
        const x = (right * widthM) / 2;
        const y = (back * depthM) / 2;
        return [xM + cosine * x - sine * y, yM + sine * x + cosine * y];
      };
      return { heightM, corners: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] };
    }),
  );
}

export interface MeasuredOutlines {
  /** Middle of its box. */
  readonly centreXM: Float64Array;
  readonly centreYM: Float64Array;
  /** From there to its farthest corner. */
  readonly radiusM: Float64Array;
  readonly areaM2: Float64Array;
}

export function measureOutlines({ count, start, xM, yM }: BuildingOutlines): MeasuredOutlines {
  const centreXM = new Float64Array(count);
  const centreYM = new Float64Array(count);
  const radiusM = new Float64Array(count);
  const areaM2 = new Float64Array(count);
  for (let building = 0; building < count; building++) {
    const ringX = xM.subarray(start[building]!, start[building + 1]!);
    const ringY = yM.subarray(start[building]!, start[building + 1]!);
    const x = (Math.min(...ringX) + Math.max(...ringX)) / 2;
    const y = (Math.min(...ringY) + Math.max(...ringY)) / 2;
    let twice = 0;
    for (let at = 0, before = ringX.length - 1; at < ringX.length; before = at++) {
      twice += (ringX[before]! - x) * (ringY[at]! - y) - (ringX[at]! - x) * (ringY[before]! - y);
      radiusM[building] = Math.max(radiusM[building]!, Math.hypot(ringX[at]! - x, ringY[at]! - y));
    }
    centreXM[building] = x;
    centreYM[building] = y;
    areaM2[building] = twice / 2;
  }
  return { centreXM, centreYM, radiusM, areaM2 };
}

type Corners = BuildingPolygon['corners'];

function anticlockwise(corners: Corners, building: number): Corners {
  const [first] = corners;
  const last = corners.at(-1);
  const isClosed = corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const ring = isClosed ? corners.slice(0, -1) : corners;
  const area = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
  if (ring.length >= 3 && Math.abs(area) > 0) return area > 0 ? ring : [...ring].reverse();
  throw new RangeError(
    `Building ${building} has ${ring.length} corners and ${area} m²; three corners or more around an area are expected.`,
  );
}
