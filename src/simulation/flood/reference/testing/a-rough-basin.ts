// Random ground for tests: hills and hollows, some of it under water, with a hole without data and, where asked, walls.
import type { FloodGrid } from '../../parts.ts';

const WATER_M = 1.3;

interface Basin {
  readonly seed: number;
  readonly width?: number;
  readonly height?: number;
  readonly withWalls?: boolean;
  readonly manning?: number;
}

/** Ground between 0 and about 2 m, water up to 1.3 m, cells of 5 m. */
export function aRoughBasin({
  seed,
  width = 40,
  height = 30,
  withWalls = false,
  manning = 0.04,
}: Basin): {
  readonly grid: FloodGrid;
  readonly depthM: Float32Array;
} {
  const random = randomFrom(seed);
  const waves = Array.from({ length: 5 }, () => ({
    ...{ x: random() * 0.4, y: random() * 0.4, phase: random() * 7, size: random() * 0.5 },
  }));
  const cells = width * height;
  const zM = Float32Array.from({ length: cells }, (_, cell) => {
    const [column, row] = [cell % width, Math.floor(cell / width)];
    const hills = waves.map(
      ({ x, y, phase, size }) => size * (1 + Math.sin(x * column + y * row + phase)),
    );
    return hills.reduce((sum, height) => sum + height, 0.02 * random());
  });
  zM[width + 2] = Number.NaN;
  const depthM = zM.map((z) => (z < WATER_M ? WATER_M - z : 0));
  const grid = { width, height, cellM: 5, zM, manning: new Float32Array(cells).fill(manning) };
  if (!withWalls) return { grid, depthM };
  const crestWestM = new Float32Array(cells).fill(-Infinity);
  const crestNorthM = crestWestM.slice();
  for (let row = 3; row < height - 3; row++) crestWestM[row * width + 12] = row % 4 ? Infinity : 1;
  for (let column = 5; column < width; column++) crestNorthM[8 * width + column] = 1.2;
  return { grid: { ...grid, crestWestM, crestNorthM }, depthM };
}

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
