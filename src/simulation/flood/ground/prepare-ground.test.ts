import { describe, expect, it } from 'vitest';
import { createReferenceSolver } from '../reference/index.ts';
import { type GroundInputs, prepareGround, UNKNOWN_COVER } from './prepare-ground.ts';
import type { RiverStation } from './river.ts';
import { coverCode } from './roughness.ts';

const [width, height] = [60, 40];
const at = (column: number, row: number) => row * width + column;

/** Land at 2 m, sloping to a river of 8 cells across the middle of the grid, bed −3 m; x flows to the east. */
function aValley(more: Partial<GroundInputs> = {}): GroundInputs {
  const zM = Float32Array.from({ length: width * height }, (_, cell) => {
    const off = Math.abs(Math.floor(cell / width) + 0.5 - 20);
    return off < 4 ? -3 : 2 + 0.01 * off;
  });
  return {
    ...{ width, height, cellM: 5, zM },
    footprints: [],
    ...{ buildings: 'walls', sillM: 0.3, roughnessFactor: 1 },
    crestLines: [],
    cover: new Uint8Array(width * height).fill(UNKNOWN_COVER),
    water: new Uint8Array(width * height),
    rivers: [stations()],
    seaLevelM: 0,
    given: [],
    ...more,
  };
}

const stations = (floods = [4, 3]): RiverStation[] =>
  [0, 60].map((x, index) => ({
    ...{ x, y: 20, bedM: -3, widthCells: 8, manning: 0.033 },
    meanLevelM: index === 0 ? 0.6 : 0.4,
    floodLevelM: floods[index] ?? Number.NaN,
  }));

const house = (index: number, x: number, y: number, side = 4) => ({
  index,
  rings: [Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side)],
});

describe('water at the start', () => {
  it('is level and at rest in a river, and stays so while the run goes on', () => {
    const { grid, depthM, bodies } = prepareGround(aValley({ footprints: [house(7, 10, 5)] }));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({ kind: 'river', cells: 8 * width });
    expect(bodies[0]?.levelM).toBeCloseTo(0.5, 2);
    for (const scheme of ['local-inertial', 'shallow-water'] as const) {
      const solver = createReferenceSolver(grid, { scheme, depthM });
      solver.setEdges(bodies.flatMap(({ edges }) => edges));
      solver.run(60);
      const state = solver.state();
      if (state instanceof Promise) throw new Error('expected a synchronous solver');
      const fastest = Math.max(...state.uMs.map(Math.abs), ...state.vMs.map(Math.abs));
      // f32 levels of 0.5 m over a bed at −3 m: a rounding of 2e-7 m a cell.
      expect(fastest).toBeLessThan(1e-5);
    }
  });

  it('is held at its level where the grid cuts through it', () => {
    const { bodies } = prepareGround(aValley());
    const edges = bodies[0]?.edges ?? [];
    expect(edges.map(({ side }) => side).sort()).toEqual([
      ...Array<string>(8).fill('east'),
      ...Array<string>(8).fill('west'),
    ]);
    for (const { kind, value } of edges) {
      expect(kind).toBe('stage');
      expect(value).toBeCloseTo(0.5, 2);
    }
  });

  it('keeps the slope of the stations at a level that is given, and knows who gave it', () => {
    const given = [{ id: 'gauge', line: Float64Array.of(28, 20, 32, 20), levelM: 1.5 }];
    const { bodies, depthM } = prepareGround(aValley({ given }));
    expect(bodies[0]?.sources).toEqual(['gauge']);
    const level = (column: number) => depthM[at(column, 20)]! - 3;
    // Half way between mean 0.5 and flood 3.5 lies 2.0; 1.5 is a third.
    expect(level(29)).toBeCloseTo(1.5, 1);
    expect(level(0)).toBeCloseTo(0.6 + (4 - 0.6) / 3, 1);
    expect(level(59)).toBeCloseTo(0.4 + (3 - 0.4) / 3, 1);
  });

  it('is level at a given height where no flood level is known', () => {
    const given = [{ id: 'gauge', line: Float64Array.of(28, 20, 32, 20), levelM: 1.2 }];
    const rivers = [stations([Number.NaN, Number.NaN])];
    const { depthM } = prepareGround(aValley({ given, rivers }));
    for (const column of [0, 30, 59]) expect(depthM[at(column, 20)]).toBeCloseTo(4.2, 5);
  });

  it('does not run over banks, nor behind a crest', () => {
    const zM = aValley().zM.map((level, cell) => (Math.floor(cell / width) < 16 ? -1 : level));
    const crestLines = [Float64Array.of(0, 16, 3, 60, 16, 3)];
    const { depthM } = prepareGround(aValley({ zM, crestLines }));
    for (let cell = 0; cell < 16 * width; cell++) expect(depthM[cell]).toBe(0);
    const open = prepareGround(aValley({ zM: zM.slice() })).depthM;
    expect(open[at(30, 15)]).toBeCloseTo(1.5, 2);
    // Only to the shore: the low land beyond is for the run to flood.
    expect(open[at(30, 8)]).toBe(0);
  });

  it('fills the sea at its level and leaves waters dry that nothing tells the level of', () => {
    const water = new Uint8Array(width * height);
    for (let cell = 0; cell < 6 * width; cell++) water[cell] = 2;
    for (const row of [30, 31, 32]) water.fill(3, at(10, row), at(14, row));
    const zM = new Float32Array(width * height).fill(2).fill(-4, 0, 6 * width);
    const { bodies, depthM, facts } = prepareGround(
      aValley({ zM, water, rivers: [], seaLevelM: 0.1 }),
    );
    expect(bodies.map(({ kind }) => kind)).toEqual(['sea']);
    expect(depthM[at(20, 3)]).toBeCloseTo(4.1, 5);
    expect(facts.dryWater).toHaveLength(1);
    expect(depthM[at(11, 31)]).toBe(0);
  });

  it('gets a bed cut where the elevation model shows its surface', () => {
    const zM = aValley().zM.map((level) => (level === -3 ? 0.5 : level));
    const { grid, depthM, facts } = prepareGround(aValley({ zM }));
    expect(facts.cutCells).toBe(8 * width);
    // A parabola across, −3 m in the middle; half a cell off it a little less.
    expect(grid.zM[at(30, 20)]).toBeCloseTo(-3 + 3.5 / 64, 2);
    expect(grid.zM[at(30, 16)]).toBeGreaterThan(-1);
    expect(depthM[at(30, 20)]).toBeGreaterThan(3.3);
  });
});

describe('a sea without a bed', () => {
  const sea = () => {
    const water = new Uint8Array(width * height).fill(2, 0, 6 * width);
    return { water, rivers: [], seaLevelM: 0.1 };
  };

  it('is taken to be 3 m deep where the elevation model has one level or none', () => {
    const zM = new Float32Array(width * height).fill(2).fill(0, 0, 5 * width);
    zM.fill(Number.NaN, 5 * width, 6 * width);
    const { depthM, facts } = prepareGround(aValley({ ...sea(), zM }));
    expect(depthM[at(7, 2)]).toBeCloseTo(3, 5);
    expect(depthM[at(7, 5)]).toBeCloseTo(3, 5);
    expect(facts.cutCells).toBe(6 * width);
    expect(facts.holes).toHaveLength(0);
  });

  it('keeps the bed that was surveyed', () => {
    const zM = Float32Array.from({ length: width * height }, (_, cell) =>
      cell < 6 * width ? -1 - (cell % width) / 32 : 2,
    );
    const { grid, facts } = prepareGround(aValley({ ...sea(), zM }));
    expect(facts.cutCells).toBe(0);
    expect(grid.zM[at(32, 0)]).toBe(-2);
  });
});

describe('buildings', () => {
  it('as walls stand on every face around them at the sill over the higher ground', () => {
    const zM = new Float32Array(width * height).fill(2);
    zM[at(9, 6)] = 2.5;
    const { grid, buildingAt } = prepareGround(
      aValley({ zM, rivers: [], footprints: [house(7, 10, 5)] }),
    );
    expect(buildingAt[at(10, 5)]).toBe(7);
    expect(buildingAt.filter((index) => index === 7)).toHaveLength(16);
    expect(grid.crestWestM?.[at(10, 5)]).toBeCloseTo(2.3, 6);
    expect(grid.crestWestM?.[at(10, 6)]).toBeCloseTo(2.8, 6);
    expect(grid.crestWestM?.[at(14, 8)]).toBeCloseTo(2.3, 6);
    expect(grid.crestNorthM?.[at(13, 9)]).toBeCloseTo(2.3, 6);
    expect(grid.crestNorthM?.[at(12, 7)]).toBe(Number.NEGATIVE_INFINITY);
    expect(grid.manning[at(10, 5)]).toBeCloseTo(0.3, 6);
  });

  it('share a wall where they stand side by side', () => {
    const { grid } = prepareGround(
      aValley({ rivers: [], footprints: [house(1, 10, 5), house(2, 14, 5)] }),
    );
    expect(grid.crestWestM?.[at(14, 6)]).toBeGreaterThan(2);
  });

  it('as blocked take no water, and as ground change nothing', () => {
    const footprints = [house(7, 10, 5)];
    const blocked = prepareGround(aValley({ footprints, buildings: 'blocked' }));
    expect(blocked.grid.zM[at(11, 6)]).toBeNaN();
    expect(blocked.placeZM[at(11, 6)]).toBeGreaterThan(2);
    expect(blocked.facts.holes).toHaveLength(0);
    const ground = prepareGround(aValley({ footprints, buildings: 'ground' }));
    expect(ground.grid.crestWestM).toBeUndefined();
    expect(ground.grid.manning[at(11, 6)]).toBeCloseTo(0.035, 6);
  });

  it('that no middle of a cell lies in are counted', () => {
    const { facts } = prepareGround(aValley({ footprints: [house(3, 10.6, 5.6, 0.3)] }));
    expect(facts.missedBuildings).toEqual([3]);
  });
});

describe('the ground', () => {
  it('tells its holes with their size and place', () => {
    const zM = aValley().zM.slice();
    for (const row of [5, 6, 7]) zM.fill(Number.NaN, at(40, row), at(45, row));
    zM[at(2, 2)] = Number.NaN;
    const { facts, depthM } = prepareGround(aValley({ zM }));
    expect(facts.holes.map(({ cells }) => cells.length)).toEqual([15, 1]);
    expect(facts.holes[0]?.middle).toBe(at(42, 6));
    expect(depthM[at(42, 6)]).toBe(0);
  });

  it('is as rough as what covers it, times the factor', () => {
    const cover = new Uint8Array(width * height).fill(coverCode('forest'));
    cover[at(3, 3)] = coverCode('road');
    const { grid } = prepareGround(aValley({ cover, roughnessFactor: 1.5 }));
    expect(grid.manning[at(4, 3)]).toBeCloseTo(0.15, 6);
    expect(grid.manning[at(3, 3)]).toBeCloseTo(0.024, 6);
    expect(grid.manning[at(3, 20)]).toBeCloseTo(0.033 * 1.5, 6);
  });

  it('refuses sills and factors out of range, naming them', () => {
    expect(() => prepareGround(aValley({ sillM: -1 }))).toThrow('-1 m');
    expect(() => prepareGround(aValley({ roughnessFactor: 0 }))).toThrow('factor is 0');
  });
});
