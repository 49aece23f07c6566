// From a city's package and a scenario to the ground that a run begins on.

import * as v from 'valibot';
import { type ElevationGridHeader, elevationGridHeader } from '#contract/elevation-grid.ts';
import { loadSparseEgm96 } from '#conversion/terrain/egm96.ts';
import type { FloodScenario, FloodSource } from '#features/flood/contract.ts';
import { toBedLevels } from '#simulation/flood/ground/coarsen.ts';
import {
  GroundError,
  type GroundFrame,
  planFrame,
  type RasterPlace,
  windowOf,
} from '#simulation/flood/ground/frame.ts';
import { prepareGround, UNKNOWN_COVER } from '#simulation/flood/ground/prepare-ground.ts';
import type { GivenLevel } from '#simulation/flood/ground/water.ts';
import { createFetchBytes, type ReadBytes } from '../../town/read-bytes.ts';
import { Outlines } from '../../town/read-outlines.ts';
import type { FloodCity } from '../protocol.ts';
import { type CityPlane, createCityPlane, degreesOf } from './city-plane.ts';
import { describeGround } from './describe-ground.ts';
import { ElevationBands } from './elevation-bands.ts';
import { createGridPlaces, type GridPlaces } from './grid-places.ts';
import type { Ground } from './ground.ts';
import { keepGrounds } from './kept-grounds.ts';
import { placeOutlines } from './place-outlines.ts';
import { type Cover, CoverMap } from './read-cover.ts';
import { type MapFeature, readFeatures } from './read-features.ts';
import { isOfCrests, toCrestLines, toCulverts, toRivers } from './water-works.ts';

export type GroundWish = Pick<
  FloodScenario,
  'boundsDeg' | 'cellM' | 'buildings' | 'sillM' | 'roughnessFactor'
> &
  Partial<Pick<FloodScenario, 'sources'>>;

export type GroundReader = (
  city: FloodCity,
  scenario: GroundWish,
  signal?: AbortSignal,
) => Promise<Ground>;

/** Keeps what it read, so that the next scenario of a place is there at once. */
export function createGroundReader(read: ReadBytes = createFetchBytes()): GroundReader {
  const elevation = new ElevationBands(read);
  const outlines = new Outlines(read);
  const map = new CoverMap(read);
  const planes = new Map<string, Promise<Opened>>();
  const features = new Map<string, Promise<readonly MapFeature[]>>();

  /** Rejects with `GroundError`, one sentence, where the city has no ground there. */
  return async (city, scenario, signal) => {
    const { header, plane, raster } = await keep(planes, city.grid, () =>
      openGrid(read, city.grid),
    );
    const frame = planFrame(raster, plane.boxOf(scenario.boundsDeg), scenario.cellM);
    const places = createGridPlaces(frame, plane);
    const boundsDeg = boundsOf(frame, plane);
    const footprints = city.buildings?.footprints;
    const collection = (id: string) => {
      const url = city.collections[id];
      return url === undefined ? [] : keep(features, url, () => readFeatures(read, url));
    };
    const [window, chunks, cover, crests, stations, culverts] = await Promise.all([
      elevation.window(new URL(header.data, city.grid).href, raster, windowOf(raster, frame)),
      footprints === undefined || scenario.buildings === 'ground'
        ? []
        : outlines.within(footprints, boundsDeg),
      readCover(map, city, boundsDeg, frame, places),
      Promise.all(Object.keys(city.collections).filter(isOfCrests).map(collection)),
      collection('river-stations'),
      collection('culverts'),
    ]);
    signal?.throwIfAborted();
    const { width, height, cellM } = frame;
    const prepared = prepareGround({
      ...{ width, height, cellM },
      zM: toBedLevels(raster, window, frame),
      footprints: placeOutlines(chunks, places),
      buildings: scenario.buildings,
      sillM: scenario.sillM,
      crestLines: crests.flatMap((lines) => toCrestLines(lines, places)),
      cover: cover?.cover ?? new Uint8Array(width * height).fill(UNKNOWN_COVER),
      water: cover?.water ?? new Uint8Array(width * height),
      roughnessFactor: scenario.roughnessFactor,
      rivers: toRivers(stations, places, cellM),
      seaLevelM: plane.seaLevelM,
      given: (scenario.sources ?? []).flatMap((source) => toGiven(source, places)),
    });
    const { grid, depthM, buildingAt, bodies, placeZM } = prepared;
    const [west, south, east, north] = boundsDeg;
    const isInside = (longitude: number, latitude: number) =>
      longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    return {
      ...{ grid, depthM, buildingAt, bodies, boundsDeg },
      place: {
        ...{ width, height, cellM, zM: placeZM, lattice: places.lattice },
        raster: {
          ...{ west: frame.west, north: frame.north, cellX: frame.cellX, cellY: frame.cellY },
          crs: header.crs,
        },
      },
      edges: bodies.flatMap((body) => body.edges),
      structures: toCulverts(culverts, isInside),
      terrain: city.terrain,
      ...(city.surveyed !== undefined && { surveyed: city.surveyed }),
      toGrid: places.toGrid,
      toPlace: places.toPlace,
      assumptions: describeGround(prepared, {
        cellM,
        wantedCellM: scenario.cellM,
        hasFootprints: footprints !== undefined || scenario.buildings === 'ground',
        hasBuildings: city.buildings !== undefined,
        hasCover: cover !== undefined,
        toPlace: places.toPlace,
      }),
    };
  };
}

interface Opened {
  readonly header: ElevationGridHeader;
  readonly plane: CityPlane;
  readonly raster: RasterPlace;
}

async function openGrid(read: ReadBytes, url: string): Promise<Opened> {
  const file = url.split('/').at(-1) ?? url;
  const value: unknown = JSON.parse(new TextDecoder().decode(await read.whole(url)));
  const parsed = v.safeParse(elevationGridHeader, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new GroundError(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
  }
  const header = parsed.output;
  const plane = createCityPlane(header, await loadSparseEgm96());
  const { metresPerX, metresPerY } = plane;
  return { header, plane, raster: { ...header, metresPerX, metresPerY } };
}

function keep<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  made.catch(() => kept.delete(key));
  kept.set(key, made);
  return made;
}

async function readCover(
  map: CoverMap,
  { basemap }: FloodCity,
  boundsDeg: readonly [number, number, number, number],
  frame: GroundFrame,
  places: GridPlaces,
): Promise<Cover | undefined> {
  if (basemap === undefined) return undefined;
  try {
    return await map.paint(basemap, boundsDeg, frame, places);
  } catch {
    // A run without the map's roughness is worth more than none; that it is missing is told.
    return undefined;
  }
}

function boundsOf(
  { west, north, cellX, cellY, width, height }: GroundFrame,
  plane: CityPlane,
): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (let step = 0; step <= 8; step++) {
    const x = west + (cellX * width * step) / 8;
    const y = north - (cellY * height * step) / 8;
    for (const [atX, atY] of [
      [x, north],
      [x, north - cellY * height],
      [west, y],
      [west + cellX * width, y],
    ] as const) {
      const [longitude, latitude] = plane.toGlobe(atX, atY).map(degreesOf);
      bounds[0] = Math.min(bounds[0], longitude ?? 0);
      bounds[1] = Math.min(bounds[1], latitude ?? 0);
      bounds[2] = Math.max(bounds[2], longitude ?? 0);
      bounds[3] = Math.max(bounds[3], latitude ?? 0);
    }
  }
  return bounds;
}

function toGiven(source: FloodSource, { toGridLine }: GridPlaces): GivenLevel[] {
  if (source.kind !== 'stage') return [];
  const levelM = levelAtStart(source.level);
  if (levelM === undefined) return [];
  return [{ id: source.id, line: toGridLine(source.line.flat()), levelM }];
}

/** At t = 0; linear between the points around it. */
function levelAtStart(series: readonly (readonly [number, number])[]): number | undefined {
  const after = series.findIndex(([timeS]) => timeS >= 0);
  const to = series[after];
  const from = series[after - 1];
  if (after <= 0 || !to || !from) return (to ?? series.at(-1))?.[1];
  const share = (0 - from[0]) / (to[0] - from[0] || 1);
  return from[1] + share * (to[1] - from[1]);
}

export const readGround: GroundReader = keepGrounds(createGroundReader());
