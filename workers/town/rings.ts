// Rings of longitude and latitude as a test for many points: even-odd, so that a ring in a ring is a hole. Degrees, m².
// Edges lie in bands of latitude: a point is tested against those of its band alone, by the same crossing rule as
// `model/polygon.ts`, so that it is as exact as testing them all.

export type Rings = readonly (readonly (readonly [longitudeDeg: number, latitudeDeg: number])[])[];

export interface RingTest {
  /** West, south, east, north (deg); west > east where the rings have no point. */
  readonly boundsDeg: readonly [number, number, number, number];
  isInside(longitudeDeg: number, latitudeDeg: number): boolean;
}

const POINTS_A_BAND = 4;
const MOST_BANDS = 1024;
/** Of a degree of latitude on a sphere of 6371 km. */
const METRES_A_DEGREE = 111_194.926_644_558;

export function createRingTest(rings: Rings): RingTest {
  const boundsDeg = boundsOf(rings);
  const [west, south, east, north] = boundsDeg;
  const edges = edgesOf(rings);
  const bands = Math.max(1, Math.min(MOST_BANDS, Math.ceil(edges.length / 4 / POINTS_A_BAND)));
  const spread = bands / (north - south);
  const perDegree = Number.isFinite(spread) ? spread : 0;
  const bandOf = (latitude: number) =>
    Math.max(0, Math.min(bands - 1, Math.floor((latitude - south) * perDegree)));
  const edgesIn: number[][] = Array.from({ length: bands }, () => []);
  for (let edge = 0; edge < edges.length; edge += 4) {
    const first = bandOf(Math.min(edges[edge + 1]!, edges[edge + 3]!));
    const last = bandOf(Math.max(edges[edge + 1]!, edges[edge + 3]!));
    for (let band = first; band <= last; band++) edgesIn[band]!.push(edge);
  }
  return {
    boundsDeg,
    isInside(x, y) {
      // Not the other way round: NaN is nowhere.
      if (!(x >= west && x <= east && y >= south && y <= north)) return false;
      let odd = false;
      for (const edge of edgesIn[bandOf(y)]!) {
        const y1 = edges[edge + 1]!;
        const y2 = edges[edge + 3]!;
        if (y1 > y === y2 > y) continue;
        const x1 = edges[edge]!;
        if (x < ((edges[edge + 2]! - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
      }
      return odd;
    },
  };
}

/** What rings that don't cross enclose, m²: a ring inside an odd number of others is a hole. */
export function areaOfRings(rings: Rings): number {
  const tests = rings.map((ring) => createRingTest([ring]));
  let sum = 0;
  for (const [at, ring] of rings.entries()) {
    const [x = 0, y = 0] = ring[0] ?? [];
    const around = tests.filter((test, other) => other !== at && test.isInside(x, y)).length;
    sum += (around % 2 === 0 ? 1 : -1) * areaOfRing(ring);
  }
  return sum;
}

function areaOfRing(ring: Rings[number]): number {
  const [west = 0, south = 0] = ring[0] ?? [];
  let twice = 0;
  let latitudes = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    twice += (x - west) * (y2 - south) - (x2 - west) * (y - south);
    latitudes += y;
  }
  const scale = Math.cos(((latitudes / Math.max(1, ring.length)) * Math.PI) / 180);
  return (Math.abs(twice) / 2) * METRES_A_DEGREE ** 2 * scale;
}

function boundsOf(rings: Rings): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < bounds[0]) bounds[0] = x;
      if (y < bounds[1]) bounds[1] = y;
      if (x > bounds[2]) bounds[2] = x;
      if (y > bounds[3]) bounds[3] = y;
    }
  }
  return bounds;
}

/** x1, y1, x2, y2 an edge; each ring is closed by itself. */
function edgesOf(rings: Rings): Float64Array {
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let at = 0;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before) edges.set([point[0], point[1], before[0], before[1]], at);
      before = point;
      at += 4;
    }
  }
  return edges;
}
