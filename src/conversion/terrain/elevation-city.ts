// Elevation models alone as a city in memory: terrain to look at, and the grid that floods run on.

import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';
import type { ElevationGridHeader } from '#contract/elevation-grid.ts';
import { type ElevationGrid, elevationRange, mergeElevation } from '#model/elevation-grid.ts';
import type { Geoid } from '#model/geoid.ts';
import { InputError } from '#model/input-error.ts';
import { radians, toDegrees } from '#model/units.ts';
import { hashBytes } from '../content-hash.ts';
import type { Stage } from '../convert.ts';
import { toBuildName } from '../convert.ts';
import type { ConvertedCity } from '../convert-city.ts';
import { type BoxRad, unite } from './box.ts';
import { createSurvey } from './elevation.ts';
import { type ElevationFile, readElevationBytes } from './read-elevation-bytes.ts';
import { createSurveySurface } from './surface.ts';
import { terrainFiles } from './terrain-files.ts';

export interface ElevationCityOptions {
  readonly id: string;
  readonly name: string;
  /** IANA name of the zone at a longitude and latitude (deg). */
  readonly timeZoneAt: (longitudeDeg: number, latitudeDeg: number) => string;
  readonly geoid: Geoid;
  /** Overrides what the files say. */
  readonly crs?: string | undefined;
  readonly onTask?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((stage: Stage, done: number, total: number) => void) | undefined;
}

/** Throws `InputError`; its code is `crs-missing` where a person has to be asked. */
export async function convertElevationCity(
  files: readonly ElevationFile[],
  { id, name, timeZoneAt, geoid, crs, onTask, onProgress }: ElevationCityOptions,
): Promise<ConvertedCity> {
  const grids: ElevationGrid[] = [];
  for (const file of files) {
    grids.push(await readElevationBytes(file, crs));
    onProgress?.('read', grids.length, files.length);
    await onTask?.();
  }
  const grid = joinOrSay(grids, files);
  const survey = createSurvey([grid], geoid);
  const built = new Map<string, Uint8Array>();
  for (const { path, bytes, done, total } of terrainFiles(
    createSurveySurface(survey, geoid),
    'Terrain',
  )) {
    built.set(`terrain/${path}`, bytes);
    onProgress?.('terrain', done, total);
    await onTask?.();
  }
  for (const [path, bytes] of gridFiles(grid)) built.set(`terrain/${path}`, bytes);
  const build = toBuildName([...built].map(([path, bytes]) => `${path} ${hashBytes(bytes)}`));
  return {
    manifest: parseCityManifest(
      {
        format: 'panopolis-city',
        version: 1,
        id,
        name,
        build,
        ...placeOf(grid, unite(survey.boxes), geoid, timeZoneAt),
        crs: { horizontal: grid.crs.horizontal.code, vertical: grid.crs.vertical.code },
        sources: files.map((file, at) => ({
          file: file.name,
          format: 'elevation model',
          features: 0,
          ...(grids[at]?.surveyed !== undefined && { surveyed: grids[at].surveyed }),
        })),
        layers: [
          {
            kind: 'terrain',
            id: 'terrain',
            name: 'Terrain',
            tiles: `${build}/terrain`,
            grid: `${build}/terrain/grid.json`,
            origin: 'survey',
          },
        ],
      },
      'city.json',
    ),
    files: new Map([...built].map(([path, bytes]) => [`${build}/${path}`, bytes])),
    report: { features: 0, classes: {}, findings: {} },
  };
}

function joinOrSay(
  grids: readonly ElevationGrid[],
  files: readonly ElevationFile[],
): ElevationGrid {
  const joined = mergeElevation(grids);
  const names = files.map((file) => file.name).join(', ');
  if (!joined) {
    throw new InputError(
      { file: names },
      'these elevation models differ in reference system or cells; drop one, or build them with panopolis ingest.',
    );
  }
  if (!elevationRange(joined)) {
    throw new InputError({ file: names }, 'no cell of the raster has a height.');
  }
  return joined;
}

function placeOf(
  grid: ElevationGrid,
  box: BoxRad,
  geoid: Geoid,
  timeZoneAt: ElevationCityOptions['timeZoneAt'],
): Pick<CityManifest, 'boundsDeg' | 'heightM' | 'timeZone'> {
  const [west = 0, south = 0, east = 0, north = 0] = box.map((angle) => toDegrees(radians(angle)));
  const middle = [radians((box[0] + box[2]) / 2), radians((box[1] + box[3]) / 2)] as const;
  const rise = grid.crs.vertical.surface === 'geoid' ? geoid(...middle) : 0;
  const [least, greatest] = elevationRange(grid) ?? [0, 0];
  return {
    boundsDeg: [west, south, east, north],
    heightM: [least + rise, greatest + rise],
    timeZone: timeZoneAt((west + east) / 2, (south + north) / 2),
  };
}

/** Little-endian, as every machine that runs this is. */
function gridFiles(grid: ElevationGrid): [path: string, bytes: Uint8Array][] {
  const { width, height, west, north, cellX, cellY, crs, heightsM } = grid;
  const header: ElevationGridHeader = {
    ...{ width, height, west, north, cellX, cellY },
    crs: { horizontal: crs.horizontal.code, vertical: crs.vertical.code },
    data: 'grid.f32',
  };
  return [
    ['grid.json', new TextEncoder().encode(`${JSON.stringify(header)}\n`)],
    ['grid.f32', new Uint8Array(heightsM.buffer, heightsM.byteOffset, heightsM.byteLength)],
  ];
}
