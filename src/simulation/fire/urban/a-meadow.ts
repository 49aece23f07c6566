// For tests: houses with ground around them, all of one fuel or bare in strips.

import { buildGraph } from './building-graph.ts';
import type { Construction } from './construction.ts';
import { createGround } from './ground.ts';
import type { GroundFuel, VegetationState } from './ground-fuels.ts';
import { type BuildingRectangle, outlinesOfRectangles } from './outlines.ts';
import { createTown, type UrbanTown } from './town.ts';

export const cellM = 5;

export interface Meadow {
  readonly houses: readonly BuildingRectangle[];
  readonly widthM: number;
  readonly depthM: number;
  /** 1 grass, 2 another fuel, 0 bare, by the middle of a cell; the ground begins at (0, 0) and goes east and north. */
  readonly coverAt?: (xM: number, yM: number) => number;
  readonly construction?: Construction;
}

export function aMeadow(meadow: Meadow): UrbanTown {
  const { houses, widthM, depthM, coverAt = () => 1, construction = 'bareWood' } = meadow;
  const outlines = outlinesOfRectangles(houses);
  const [columns, rows] = [widthM / cellM, depthM / cellM];
  const cover = Uint8Array.from({ length: columns * rows }, (_, cell) =>
    coverAt(((cell % columns) + 0.5) * cellM, depthM - (Math.floor(cell / columns) + 0.5) * cellM),
  );
  const raster = { columns, rows, cellM, westM: 0, northM: depthM, cover };
  return createTown({
    graph: buildGraph(outlines),
    construction: houses.map(() => construction),
    ground: createGround(raster, outlines),
  });
}

/** Cured grass in dry air, which burns well; GR4. */
export const dryGrass: GroundFuel = {
  model: 104,
  moisture: { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 0.3, liveWood: 0.7 },
};
/** Above the moisture of extinction of 15 %. */
export const dampGrass: GroundFuel = {
  model: 104,
  moisture: { h1: 0.16, h10: 0.17, h100: 0.18, liveHerb: 0.3, liveWood: 0.7 },
};
/** A mown lawn in the same dry air, green; GR1. */
export const greenLawn: GroundFuel = {
  model: 101,
  moisture: { h1: 0.06, h10: 0.07, h100: 0.08, liveHerb: 1.2, liveWood: 1.5 },
};

export const grown = (fuel: GroundFuel, brandIgnition = 0): VegetationState => ({
  ...{ fuels: [undefined, fuel, { ...fuel, model: 143 }], brandIgnition },
});
