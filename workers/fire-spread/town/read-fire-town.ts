// The open city as a town that can burn: outlines and heights, construction and storeys of every building. What the
// city doesn't say is assumed, and counted.

import { forEachFootprint } from '#contract/footprints.ts';
import type { FireStatus } from '#features/fire/contract.ts';
import { buildGraph } from '#simulation/fire/urban/building-graph.ts';
import type { BuildingPolygon } from '#simulation/fire/urban/outlines.ts';
import { outlinesOf } from '#simulation/fire/urban/outlines.ts';
import { createTown, type UrbanTown } from '#simulation/fire/urban/town.ts';
import type { TownFiles } from '../../town/client.ts';
import { readBuildings, type TownBuildings } from '../../town/read-buildings.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import { Outlines } from '../../town/read-outlines.ts';
import { assumptionsOf } from './assumptions.ts';
import { constructionNames, constructionOf, yearNames } from './construction-of.ts';
import { createLocalPlane, type LocalPlane } from './local-plane.ts';
import { readGround } from './read-ground.ts';

/** Buildings of the kernel are numbered like `TownBuildings`. */
export interface FireTown {
  readonly buildings: TownBuildings;
  /** Number of a building by its city-wide index; −1: no building. */
  readonly rowOf: Int32Array;
  readonly plane: LocalPlane;
  readonly town: UrbanTown;
  readonly assumptions: FireStatus['assumptions'];
}

const WHOLE_EARTH = [-180, -90, 180, 90] as const;
const STOREY_M = 3;
const USUAL_HEIGHT_M = 7;
/** Below this an outline is taken for none, m². */
const LEAST_AREA_M2 = 1;

/** Rejects with one sentence where the city has no buildings. */
export async function readFireTown(read: ReadBytes, city: TownFiles): Promise<FireTown> {
  const buildings = await readBuildings(read, city);
  if (!buildings || buildings.count === 0) {
    throw new Error(`${city.name} has no buildings that could burn.`);
  }
  const [words, years] = await Promise.all([
    buildings.texts(...constructionNames),
    buildings.numbers(...yearNames),
  ]);
  const { longitudeDeg, latitudeDeg, count } = buildings;
  const plane = createLocalPlane(middleOf(longitudeDeg), middleOf(latitudeDeg));
  const rowOf = new Int32Array(buildings.cityCount).fill(-1);
  buildings.index.forEach((index, row) => {
    rowOf[index] = row;
  });
  const rings = await readRings(read, city, rowOf, plane);
  const lacks = { outline: 0, height: 0, construction: 0 };
  const polygons = Array.from({ length: count }, (_, row): BuildingPolygon => {
    const heightM = heightOf(buildings, row);
    if (heightM === undefined) lacks.height++;
    const corners = rings[row];
    if (!corners) lacks.outline++;
    return {
      heightM: heightM ?? USUAL_HEIGHT_M,
      corners: corners ?? squareOf(buildings, row, plane),
    };
  });
  const construction = Array.from({ length: count }, (_, row) => {
    const found = constructionOf(words?.[row] ?? '', years?.[row] ?? Number.NaN);
    if (!found) lacks.construction++;
    return found ?? 'protectedWood';
  });
  const storeys = Float32Array.from(buildings.storeys, (told, row) =>
    told >= 1 ? told : Math.max(1, Math.round((polygons[row]?.heightM ?? 0) / STOREY_M)),
  );
  const outlines = outlinesOf(polygons);
  const graph = buildGraph(outlines);
  const ground = await readGround(read, city, outlines, plane);
  const town = createTown({ graph, construction, storeys, ...(ground && { ground }) });
  return { buildings, rowOf, plane, town, assumptions: assumptionsOf(lacks) };
}

/** The largest ring of each building, m; undefined where it has none. */
async function readRings(
  read: ReadBytes,
  city: TownFiles,
  rowOf: Int32Array,
  plane: LocalPlane,
): Promise<readonly (BuildingPolygon['corners'] | undefined)[]> {
  const own: (BuildingPolygon['corners'] | undefined)[] = [];
  const url = city.buildings?.footprints;
  if (url === undefined) return own;
  for (const chunk of await new Outlines(read).within(url, WHOLE_EARTH)) {
    forEachFootprint(chunk, (index, rings) => {
      const row = rowOf[index] ?? -1;
      if (row >= 0) own[row] = largestOf(rings, plane);
    });
  }
  return own;
}

function largestOf(rings: readonly Float64Array[], plane: LocalPlane) {
  let largest: BuildingPolygon['corners'] | undefined;
  let most = LEAST_AREA_M2;
  for (const ring of rings) {
    const corners = Array.from({ length: ring.length / 2 }, (_, at): [number, number] => [
      plane.toX(ring[2 * at] ?? 0),
      plane.toY(ring[2 * at + 1] ?? 0),
    ]);
    const area = Math.abs(areaOf(corners));
    if (area > most) {
      most = area;
      largest = corners;
    }
  }
  return largest;
}

function areaOf(corners: BuildingPolygon['corners']): number {
  let [x1, y1] = corners.at(-1) ?? [0, 0];
  let twice = 0;
  for (const [x, y] of corners) {
    twice += x1 * y - x * y1;
    [x1, y1] = [x, y];
  }
  return twice / 2;
}

function heightOf({ topM, groundM, storeys }: TownBuildings, row: number): number | undefined {
  const heightM = (topM[row] ?? Number.NaN) - (groundM[row] ?? Number.NaN);
  if (heightM > 0.5 && Number.isFinite(heightM)) return heightM;
  const floors = storeys[row] ?? Number.NaN;
  return floors >= 1 ? floors * STOREY_M : undefined;
}

/** Of its floor area where that is known, else within its radius. */
function squareOf(buildings: TownBuildings, row: number, plane: LocalPlane) {
  const floors = Math.max(1, buildings.storeys[row] || 1);
  const plan = (buildings.floorAreaM2[row] ?? Number.NaN) / floors;
  const side = plan > LEAST_AREA_M2 ? Math.sqrt(plan) : (buildings.radiusM[row] || 7) * 1.2;
  const x = plane.toX(buildings.longitudeDeg[row] ?? 0);
  const y = plane.toY(buildings.latitudeDeg[row] ?? 0);
  const half = side / 2;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ] as const;
}

function middleOf(values: Float64Array): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return (least + most) / 2;
}
