import { describe, expect, it } from 'vitest';
import {
  describeFootprintChunk,
  formatFootprintChunk,
  formatFootprintDirectory,
} from '#contract/footprints.ts';
import { loadEgm96Grid } from '#conversion/terrain/egm96.ts';
import { type CompoundCrs, createToGeodetic } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { createGeoid } from '#model/geoid.ts';
import { radians, toDegrees } from '#model/units.ts';
import type { ReadBytes } from '../../town/read-bytes.ts';
import type { FloodCity } from '../protocol.ts';
import { createGroundReader, type GroundWish } from './read-ground.ts';

const geoid = createGeoid(await loadEgm96Grid());
const parsed = parseCrs('EPSG:25832+7837');
if (!parsed.ok) throw new Error(parsed.reason);
const crs: CompoundCrs = parsed.value;
const axes = { axes: 'east-north' } as const;
const toGeodetic = createToGeodetic(crs, geoid, axes);

const [west, north] = [607_000, 6_018_600];
/** Longitude, latitude (deg), height above the ellipsoid of a place m east and south of the north-west corner. */
function placeAt(east: number, south: number, levelM = 0): [number, number, number] {
  const place = Float64Array.of(west + east, north - south, levelM);
  toGeodetic(place, place);
  return [toDegrees(radians(place[0]!)), toDegrees(radians(place[1]!)), place[2]!];
}

const [columns, rows] = [600, 500];
/** Land that falls by 1 m in 100 to the east from 20 m. */
const levelAt = (column: number) => 20 - 0.02 * column;

interface AFolder {
  readonly city: FloodCity;
  readonly read: ReadBytes;
  /** Bytes asked of each file, by its name. */
  readonly asked: Map<string, number>;
}

function aCity(more: {
  footprints?: boolean;
  hole?: boolean;
  collections?: Record<string, object[]>;
}): AFolder {
  const base = 'https://city.test/build/';
  const heights = Float32Array.from({ length: columns * rows }, (_, cell) =>
    levelAt(cell % columns),
  );
  if (more.hole)
    for (const row of [250, 251])
      heights.fill(Number.NaN, row * columns + 300, row * columns + 302);
  const header = {
    ...{ width: columns, height: rows, west, north, cellX: 2, cellY: 2, data: 'grid.f32' },
    crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  };
  const house = [
    [600, 500],
    [612, 500],
    [612, 510],
    [600, 510],
  ].flatMap(([east = 0, south = 0]) => placeAt(east, south).slice(0, 2));
  const far = [
    [50, 900],
    [60, 900],
    [60, 910],
  ].flatMap(([east = 0, south = 0]) => placeAt(east, south).slice(0, 2));
  const chunks = [formatFootprintChunk([[house], []]), formatFootprintChunk([[far]])];
  const head = formatFootprintDirectory(chunks.map(describeFootprintChunk));
  const files = new Map<string, Uint8Array>([
    ['grid.json', new TextEncoder().encode(JSON.stringify(header))],
    ['grid.f32', new Uint8Array(heights.buffer)],
    ['footprints.bin', new Uint8Array(Buffer.concat([head, ...chunks]))],
  ]);
  for (const [id, features] of Object.entries(more.collections ?? {})) {
    const text = features.map((feature) => JSON.stringify(feature)).join('\n');
    files.set(`${id}.geojsonl`, new TextEncoder().encode(text));
  }
  const asked = new Map<string, number>();
  const take = (url: string, from = 0, to?: number) => {
    const name = url.replace(base, '');
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name}: the server answered 404.`);
    const part = bytes.slice(from, to);
    asked.set(name, (asked.get(name) ?? 0) + part.length);
    return part.buffer as ArrayBuffer;
  };
  return {
    asked,
    read: {
      whole: async (url) => take(url),
      range: async (url, from, to) => take(url, from, to),
    },
    city: {
      ...{
        id: 'c',
        name: 'C',
        crs: header.crs,
        grid: `${base}grid.json`,
        build: 'b1',
        terrain: 'dem.tif',
      },
      buildings: {
        index: `${base}index.bin`,
        ...(more.footprints === false ? {} : { footprints: `${base}footprints.bin` }),
      },
      columns: {},
      collections: Object.fromEntries(
        Object.keys(more.collections ?? {}).map((id) => [id, `${base}${id}.geojsonl`]),
      ),
    },
  };
}

function aWish(more: Partial<GroundWish> = {}, reach = 100): GroundWish {
  const [a, b] = [placeAt(600 - reach, 500 + reach), placeAt(600 + reach, 500 - reach)];
  return {
    boundsDeg: [a[0], a[1], b[0], b[1]],
    ...{ cellM: 2, buildings: 'walls', sillM: 0.3, roughnessFactor: 1, sources: [], ...more },
  };
}

describe('the ground of a run', () => {
  it('has the city’s levels where they are, to the cell', async () => {
    const { city, read } = aCity({});
    const ground = await createGroundReader(read)(city, aWish());
    const { grid, toGrid, toPlace, boundsDeg } = ground;
    const [x, y] = toGrid([placeAt(601, 501)[0], placeAt(601, 501)[1]]);
    expect(x % 1).toBeCloseTo(0.5, 2);
    const cell = Math.floor(y) * grid.width + Math.floor(x);
    expect(grid.zM[cell]).toBeCloseTo(levelAt(300), 5);
    const back = toGrid(toPlace(cell));
    expect(back[0]).toBeCloseTo(Math.floor(x) + 0.5, 3);
    expect(back[1]).toBeCloseTo(Math.floor(y) + 0.5, 3);
    const wish = aWish().boundsDeg;
    expect(boundsDeg[0]).toBeLessThanOrEqual(wish[0]);
    expect(boundsDeg[3]).toBeGreaterThanOrEqual(wish[3]);
  });

  it('tells where its cells stand by a lattice, and how high over the ellipsoid', async () => {
    const { city, read } = aCity({});
    const { place, toGrid } = await createGroundReader(read)(city, aWish());
    const { lattice } = place;
    const node = 3 * lattice.columns + 2;
    const [x, y] = toGrid([
      toDegrees(radians(lattice.longitudeRad[node]!)),
      toDegrees(radians(lattice.latitudeRad[node]!)),
    ]);
    expect(x).toBeCloseTo(2 * lattice.step, 3);
    expect(y).toBeCloseTo(3 * lattice.step, 3);
    expect(lattice.geoidM[node]).toBeCloseTo(placeAt(600, 500)[2], 1);
    expect(lattice.columns).toBe(Math.ceil(place.width / lattice.step) + 1);
  });

  it('reads only what lies there, and nothing twice', async () => {
    const { city, read, asked } = aCity({});
    const readGround = createGroundReader(read);
    await readGround(city, aWish({}, 30));
    // Two bands of 128 rows at most, of 500.
    expect(asked.get('grid.f32')).toBeLessThanOrEqual(256 * columns * 4);
    const directory = 16 + 2 * 32;
    expect(asked.get('footprints.bin')).toBeLessThan(16 + directory + 100);
    const before = new Map(asked);
    await readGround(city, aWish({ cellM: 4 }, 30));
    expect(asked).toEqual(before);
  });

  it('stands the city’s buildings on it under their city-wide index', async () => {
    const { city, read } = aCity({});
    const { grid, buildingAt, toGrid } = await createGroundReader(read)(city, aWish());
    const cellAt = (east: number, south: number) => {
      const [x, y] = toGrid([placeAt(east, south)[0], placeAt(east, south)[1]]);
      return Math.floor(y) * grid.width + Math.floor(x);
    };
    expect(buildingAt[cellAt(605, 505)]).toBe(0);
    expect(buildingAt.filter((index) => index === 0)).toHaveLength(6 * 5);
    expect(grid.crestWestM?.[cellAt(601, 505)]).toBeCloseTo(levelAt(299) + 0.3, 4);
  });

  it('says so where an old package has no outlines', async () => {
    const { city, read } = aCity({ footprints: false });
    const { assumptions, grid } = await createGroundReader(read)(city, aWish());
    const said = assumptions.find(({ code }) => code === 'no-footprints');
    expect(said?.text.en).toContain('panopolis ingest');
    expect(said?.text.zh).toContain('panopolis ingest');
    expect(grid.crestWestM).toBeUndefined();
  });

  it('tells of a hole in one sentence with its place, and lets no water in', async () => {
    const { city, read } = aCity({ hole: true });
    const { assumptions, grid } = await createGroundReader(read)(city, aWish());
    const [hole] = assumptions.filter(({ code }) => code === 'holes');
    expect(hole?.text.en).toMatch(
      /^The elevation model has a hole of 4 cells here.*16 m² at 1\d\.\d/,
    );
    expect(hole?.places).toHaveLength(1);
    expect(grid.zM.filter(Number.isNaN)).toHaveLength(4);
  });

  it('keeps a levee’s crest in cells five times as large as it is wide', async () => {
    const line = [
      [400, 480],
      [800, 520],
    ].map(([east = 0, south = 0]) => placeAt(east, south, 23.5));
    const { city, read } = aCity({
      collections: {
        levees: [
          {
            type: 'Feature',
            id: 'L',
            geometry: { type: 'LineString', coordinates: line },
            properties: {},
          },
        ],
      },
    });
    const { grid, assumptions } = await createGroundReader(read)(
      city,
      aWish({ cellM: 10, buildings: 'ground' }),
    );
    const levels = [...(grid.crestNorthM ?? [])].filter(Number.isFinite);
    // Both the frame's width in cells and the crest's level, to the millimetre of the collection.
    expect(levels).toHaveLength(grid.width);
    for (const level of levels) expect(level).toBeCloseTo(23.5, 2);
    expect(assumptions.map(({ code }) => code)).toContain('crests-raised');
  });

  it('hands on culverts that lie there whole', async () => {
    const culvert = (id: string, east: number) => ({
      ...{ type: 'Feature', id },
      geometry: { type: 'LineString', coordinates: [placeAt(east, 500), placeAt(east + 20, 500)] },
      properties: { width_mm: 1600, height_mm: 1200, barrels: 2, flapValve: true, name: 'Siel' },
    });
    const { city, read } = aCity({
      collections: { culverts: [culvert('in', 590), culvert('out', 20)] },
    });
    const { structures } = await createGroundReader(read)(city, aWish());
    expect(structures).toHaveLength(1);
    expect(structures[0]).toMatchObject({
      ...{ kind: 'culvert', id: 'in', name: 'Siel', widthM: 1.6, heightM: 1.2 },
      ...{ count: 2, isOneWay: true },
    });
  });

  it('refuses in one sentence what lies elsewhere, and headers that are none', async () => {
    const { city, read } = aCity({});
    const readGround = createGroundReader(read);
    await expect(readGround(city, aWish({ boundsDeg: [0, 0, 1, 1] }))).rejects.toThrow('outside');
    await expect(readGround(city, aWish({ boundsDeg: [11, 54, 10, 55] }))).rejects.toThrow(
      'expected west, south, east, north',
    );
    const broken: ReadBytes = {
      ...read,
      whole: async () => new TextEncoder().encode('{"width": 3}').buffer,
    };
    await expect(createGroundReader(broken)(city, aWish())).rejects.toThrow('grid.json, height');
    const short: ReadBytes = { ...read, range: async () => new ArrayBuffer(8) };
    await expect(createGroundReader(short)(city, aWish({ buildings: 'ground' }))).rejects.toThrow(
      '8 bytes at row',
    );
  });
});
