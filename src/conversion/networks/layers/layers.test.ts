import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, it } from 'vitest';
import { readNetworkFiles } from '../read-network-files.ts';
import { parseMappings } from './field-mapping.ts';
import { proposeMapping } from './propose-mapping.ts';
import { toLayerFeatures } from './read-layer.ts';
import { guessSizeUnit, isMissing, readLength, readYear } from './read-value.ts';

const shared = fileURLToPath(
  new URL('../../../../../shared/data/pipes/sewer-gis/', import.meta.url),
);
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const line = (
  properties: object,
  coordinates: unknown = [
    [10, 50],
    [10.001, 50],
  ],
) => ({
  ...{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } },
});
const collection = (features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const read = (features: readonly unknown[], name = 'storm_mains.geojson') =>
  readNetworkFiles([{ name, bytes: bytesOf(collection(features)) }], { coverM: 1.2 });

describe('a length as cities write it', () => {
  it.each([
    [300, 'mm', 0.3],
    ['300 mm', 'm', 0.3],
    ['0.3 m', 'mm', 0.3],
    ['12"', 'mm', 0.3048],
    ['12 in', 'mm', 0.3048],
    ['1 ft', 'mm', 0.3048],
    ['0,25 m', 'mm', 0.25],
    ['DN 200', 'mm', 0.2],
  ] as const)('%s in %s is %d m', (value, unit, metres) => {
    expect(readLength(value, unit)?.metres).toBeCloseTo(metres, 9);
  });

  it('may be a width and a height', () => {
    expect(readLength('900x600', 'mm')).toEqual({ metres: 0.9, second: 0.6 });
    expect(readLength('1.2 × 0.8 m', 'mm')).toEqual({ metres: 1.2, second: 0.8 });
  });

  it.each(['unknown', '12 ells', '', null, true, 'x300'])('is none in %j', (value) => {
    expect(readLength(value, 'mm')).toBeUndefined();
  });

  it('has its unit guessed by the column', () => {
    expect(guessSizeUnit([200, 300, 1200]).unit).toBe('mm');
    expect(guessSizeUnit([0.2, 0.3, 1.2]).unit).toBe('m');
    expect(guessSizeUnit([6, 8, 12, 24]).unit).toBe('in');
  });
});

describe('a missing value', () => {
  it.each([9999, '9999', -99, -1, 'N/A', ' unknown ', '', null])('is %j', (value) => {
    expect(isMissing(value, [9999, -99, -1, 'n/a', 'unknown', ''], false)).toBe(true);
  });

  it('is zero only where nothing can be zero', () => {
    expect(isMissing(0, [], true)).toBe(true);
    expect(isMissing(0, [], false)).toBe(false);
    expect(isMissing(99.5, [-99], true)).toBe(false);
  });

  it.each([
    ['1998-05-01', '1998'],
    [2004, '2004'],
    ['05/01/1972', '1972'],
    [1656435099000, '2022'],
    ['long ago', undefined],
  ])('year of %j is %s', (value, year) => expect(readYear(value)).toBe(year));
});

describe('a proposed mapping', () => {
  it('knows fields by their names, and says how sure it is', () => {
    const features = toLayerFeatures(
      [line({ Asset_ID: 'a', DIAM: 300, INV_UP: 3.1, INV_DN: 3, MAT: 'CONC' })],
      'storm.geojson',
    );
    const mapping = proposeMapping(features, 'storm.geojson');
    expect(mapping).toMatchObject({
      ...{ layer: 'pipes', utility: 'storm' },
      fields: {
        id: { source: 'Asset_ID' },
        diameter: { source: 'DIAM', unit: 'mm' },
        fromInvert: { source: 'INV_UP', unit: 'm' },
        toInvert: { source: 'INV_DN' },
        material: { source: 'MAT' },
      },
    });
    expect(mapping?.fields.diameter?.confidence).toBeLessThan(1);
  });

  it('takes no length of a drawing for the shape of a pipe', () => {
    const drawn = toLayerFeatures([line({ diameter: 300, SHAPE_Length: 80.5 })], 'storm.geojson');
    expect(proposeMapping(drawn, 'storm.geojson')?.fields.shape).toBeUndefined();
  });

  it('takes a street for none', () => {
    const street = toLayerFeatures([line({ highway: 'service', width: 3 })], 'roads.geojson');
    expect(proposeMapping(street, 'roads.geojson')).toBeUndefined();
    const bare = toLayerFeatures([line({ name: 'Main Street' })], 'roads.geojson');
    expect(proposeMapping(bare, 'roads.geojson')).toBeUndefined();
  });

  it('can be kept and read again, and a wrong one is told by its place', () => {
    const mapping = proposeMapping(
      toLayerFeatures([line({ diameter: 300 })], 'gas.geojson'),
      'gas.geojson',
    );
    const kept = parseMappings(JSON.stringify({ 'gas.geojson': mapping }), 'm.json');
    expect(kept.get('gas.geojson')).toEqual(mapping);
    const wrong = JSON.stringify({ 'gas.geojson': { ...mapping, layer: 'tubes' } });
    expect(() => parseMappings(wrong, 'm.json')).toThrow(/^m\.json, gas\.geojson\.layer: /);
  });
});

describe('a layer of pipes', () => {
  it('keeps raw attributes and turns sizes, levels and materials into the schema', async () => {
    const raw = { id: 'p', diameter: 300, material: 'CNC', up_invert: 12, dn_invert: 9999 };
    const [network] = await read([line(raw), line({ ...raw, id: 'q', diameter: '900x600' })]);
    expect(network).toMatchObject({ id: 'storm', utility: 'storm' });
    const [p, q] = network?.pipes ?? [];
    expect(p).toMatchObject({ innerM: 0.3, material: 'concrete', materialRaw: 'CNC', raw });
    expect(p?.fromInvertM).toBe(12);
    expect(p?.toInvertM).toBeUndefined();
    expect(q).toMatchObject({ shape: 'box', widthM: 0.9, heightM: 0.6 });
    const said = network?.assumptions.map(({ text }) => text.en) ?? [];
    expect(said).toContain('Downstream invert: 2 values of 9999 are taken for unknown.');
  });

  it('leaves out what is out of service, numbers what has no id, and says both', async () => {
    const [network] = await read([
      line({ diameter: 300, status: 'IN SERVICE' }),
      line({ diameter: 300, status: 'OUT OF SERVICE' }),
      line({ diameter: 300, status: 'TO BE DISPOSED' }),
    ]);
    expect(network?.pipes.map(({ id }) => id)).toEqual(['P-1', 'P-3']);
    const codes = network?.assumptions.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['left-out', 'made-ids']));
  });

  it('asks what flows where nothing says it', async () => {
    await expect(read([line({ diameter: 300 })], 'mains.geojson')).rejects.toThrow(
      'mains.geojson: nothing says what flows; say what with --utility mains.geojson=storm',
    );
  });

  it('refuses a broken geometry by its feature', async () => {
    await expect(read([line({ diameter: 3 }, [[1, 'x']])])).rejects.toThrow(
      'storm_mains.geojson, feature 1: its geometry is',
    );
  });

  it('reads the same from FlatGeobuf', async () => {
    const feature = line({ id: 'p', diameter: 300, material: 'PVC' });
    const bytes = serialize(collection([feature]) as never);
    const [network] = await readNetworkFiles([{ name: 'storm.fgb', bytes }], {
      coverM: 1,
      utilities: new Map(),
    });
    expect(network?.pipes).toMatchObject([{ id: 'p', innerM: 0.3, material: 'PVC' }]);
    expect(network?.pipes[0]?.line.map(([x, y]) => [x, y])).toEqual([
      [10, 50],
      [10.001, 50],
    ]);
    const cut = bytes.slice(0, bytes.length - 40);
    await expect(
      readNetworkFiles([{ name: 'storm.fgb', bytes: cut }], { coverM: 1 }),
    ).rejects.toThrow(/^storm\.fgb: /);
  });

  it('reads the same from a zipped shapefile, with its attributes and its CRS', async () => {
    const prj = 'PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984"]]';
    const bytes = zipSync({
      'storm.shp': aShp([
        [500000, 5540000],
        [500050, 5540000],
      ]),
      'storm.dbf': aDbf('DIAMETER', '300'),
      'storm.prj': new TextEncoder().encode(prj),
    });
    const [network] = await readNetworkFiles([{ name: 'storm.zip', bytes }], { coverM: 1 });
    expect(network?.plane).toEqual({ kind: 'crs', code: 'EPSG:32632' });
    expect(network?.pipes).toMatchObject([{ innerM: 0.3 }]);
    await expect(
      readNetworkFiles([{ name: 'x.zip', bytes: zipSync({ 'a.dbf': aDbf('A', '1') }) }], {
        coverM: 1,
      }),
    ).rejects.toThrow('x.zip: the zip holds no file ending in .shp.');
  });

  const kamloops = join(shared, 'kamloops');
  it.skipIf(!existsSync(kamloops))('reads Kamloops without a word from anybody', async () => {
    const names = ['mains', 'manholes', 'outlets', 'catchbasins', 'sanitary_mains'];
    const files = names.map((name) => ({
      name: `${name}.geojson`,
      bytes: new Uint8Array(readFileSync(join(kamloops, `${name}.geojson`))),
    }));
    const [storm, sanitary] = await readNetworkFiles(files, { coverM: 1.2 });
    expect([storm?.utility, sanitary?.utility]).toEqual(['storm', 'sanitary']);
    // 1,064 mains, 42 of them out of service.
    expect(storm?.pipes).toHaveLength(1022);
    expect(storm?.pipes.filter(({ shape }) => shape === 'box')).toHaveLength(10);
    const inverts = storm?.pipes.flatMap(({ fromInvertM }) => fromInvertM ?? []) ?? [];
    expect(Math.max(...inverts)).toBeLessThan(600);
    expect(Math.min(...inverts)).toBeGreaterThan(330);
  });
});

/** A shapefile of one polyline (ESRI Shapefile Technical Description, 1998). */
function aShp(points: readonly (readonly [number, number])[]): Uint8Array {
  const content = 44 + 4 + 16 * points.length;
  const view = new DataView(new ArrayBuffer(100 + 8 + content));
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 3, true);
  view.setInt32(100, 1);
  view.setInt32(104, content / 2);
  view.setInt32(108, 3, true);
  view.setInt32(108 + 36, 1, true);
  view.setInt32(108 + 40, points.length, true);
  view.setInt32(108 + 44, 0, true);
  for (const [at, [x, y]] of points.entries()) {
    view.setFloat64(156 + 16 * at, x, true);
    view.setFloat64(164 + 16 * at, y, true);
  }
  return new Uint8Array(view.buffer);
}

/** A dBase III table of one row and one number. */
function aDbf(name: string, value: string): Uint8Array {
  const width = 8;
  const bytes = new Uint8Array(32 + 32 + 1 + 1 + width + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, 1, true);
  view.setUint16(8, 65, true);
  view.setUint16(10, 1 + width, true);
  bytes.set(new TextEncoder().encode(name), 32);
  bytes[43] = 'N'.charCodeAt(0);
  bytes[48] = width;
  bytes[64] = 13;
  bytes.set(new TextEncoder().encode(` ${value.padStart(width)}`), 65);
  bytes[bytes.length - 1] = 26;
  return bytes;
}
