// The open city as a landscape that burns: heights and ground cover of its package as slopes and fuel models of a month.

import * as v from 'valibot';
import { elevationGridHeader } from '#contract/elevation-grid.ts';
import { loadSparseEgm96 } from '#conversion/terrain/egm96.ts';
import type { WildlandFrame } from '#features/fire/contract/wildland.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { fuelModelOf } from '#features/fire/kernel/wildland-fuels.ts';
import type { Landscape } from '#simulation/fire/wildland/landscape.ts';
import { slopesOf } from '#simulation/fire/wildland/slope.ts';
import { toBedLevels } from '#simulation/flood/ground/coarsen.ts';
import { GroundError, planFrame, windowOf } from '#simulation/flood/ground/frame.ts';
import { coverKinds } from '#simulation/flood/ground/roughness.ts';
import { type CityPlane, createCityPlane, degreesOf } from '../flood/ground/city-plane.ts';
import { ElevationBands } from '../flood/ground/elevation-bands.ts';
import { createGridPlaces, type GridPlaces } from '../flood/ground/grid-places.ts';
import { CoverMap } from '../flood/ground/read-cover.ts';
import type { TownFiles } from '../town/client.ts';
import { readBuildings, type TownBuildings } from '../town/read-buildings.ts';
import type { ReadBytes } from '../town/read-bytes.ts';

export interface WildLand {
  /** With the fuel of a month (0 … 11, of the northern year): fields are bare or ripe. */
  readonly landIn: (month: number) => Landscape;
  readonly size: { readonly width: number; readonly height: number; readonly cellM: number };
  readonly places: GridPlaces;
  readonly corners: WildlandFrame['corners'];
  readonly middle: PlaceDeg;
  readonly buildings: TownBuildings | undefined;
}

/** Rejects with one sentence where the city has no elevation model or no map of its ground. */
export async function readLand(read: ReadBytes, city: TownFiles, cellM: number): Promise<WildLand> {
  const { grid, basemap } = city;
  if (grid === undefined)
    throw new GroundError('The city has no elevation model: slopes are not known.');
  if (basemap === undefined)
    throw new GroundError(
      'The city has no map of what covers its ground: nothing is known to burn.',
    );
  const header = v.parse(
    elevationGridHeader,
    JSON.parse(new TextDecoder().decode(await read.whole(grid))),
  );
  const plane = createCityPlane(header, await loadSparseEgm96());
  const raster = { ...header, metresPerX: plane.metresPerX, metresPerY: plane.metresPerY };
  const [east, south] = [
    header.west + header.width * header.cellX,
    header.north - header.height * header.cellY,
  ];
  const frame = planFrame(raster, [header.west, south, east, header.north], cellM);
  const places = createGridPlaces(frame, plane);
  const corners = cornersOf(frame, plane);
  const [window, cover, buildings] = await Promise.all([
    new ElevationBands(read).window(
      new URL(header.data, grid).href,
      raster,
      windowOf(raster, frame),
    ),
    new CoverMap(read).paint(basemap, boundsOf(corners), frame, places),
    readBuildings(read, city),
  ]);
  const { width, height } = frame;
  const zM = toBedLevels(raster, window, frame);
  const size = { width, height, cellM: frame.cellM };
  const slopes = slopesOf(zM, width, frame.cellM);
  const landIn = (month: number): Landscape => {
    const models = Uint8Array.from(coverKinds, (kind) => fuelModelOf(kind, month));
    return {
      ...{ ...size, ...slopes, stands },
      fuel: cover.cover.map((code, cell) => (Number.isNaN(zM[cell]!) ? 0 : (models[code] ?? 0))),
    };
  };
  return {
    ...{ landIn, size },
    ...{ places, corners, buildings },
    middle: places.toPlace(Math.floor(height / 2) * width + Math.floor(width / 2)),
  };
}

/** Broadleaved woods hold the wind off what lies below them; fire doesn't run in their crowns. */
const stands = new Map([[186, { cover: 0.7, heightM: 18, crownRatio: 0.5 }]]);

function cornersOf(
  frame: ReturnType<typeof planFrame>,
  plane: CityPlane,
): WildlandFrame['corners'] {
  const at = (column: number, row: number): PlaceDeg => {
    const [longitude, latitude] = plane.toGlobe(
      frame.west + column * frame.cellX,
      frame.north - row * frame.cellY,
    );
    return [degreesOf(longitude), degreesOf(latitude)];
  };
  return {
    northWest: at(0, 0),
    northEast: at(frame.width, 0),
    southEast: at(frame.width, frame.height),
    southWest: at(0, frame.height),
  };
}

function boundsOf(corners: WildlandFrame['corners']): [number, number, number, number] {
  const all = Object.values(corners);
  const longitudes = all.map(([longitude]) => longitude);
  const latitudes = all.map(([, latitude]) => latitude);
  return [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
}
