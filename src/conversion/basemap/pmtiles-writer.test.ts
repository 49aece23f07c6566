import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { createPmtilesWriter } from './pmtiles-writer.ts';

const gzip = async (bytes: Uint8Array) => gzipSync(bytes);
const description = {
  boundsDeg: [-10.5, -20.25, 30, 40] as const,
  minZoom: 0,
  maxZoom: 10,
  metadata: { attribution: '© someone', vector_layers: [{ id: 'roads' }] },
};

type Tile = readonly [z: number, x: number, y: number, content: string];

async function anArchive(tiles: readonly Tile[]) {
  const data: Uint8Array[] = [];
  const writer = createPmtilesWriter({ append: (bytes) => void data.push(bytes), gzip });
  for (const [z, x, y, content] of tiles) await writer.add(z, x, y, gzipSync(content));
  const head = await writer.finish(description);
  const bytes = Buffer.concat([head, ...data]);
  const archive = new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: toBuffer(bytes.subarray(offset, offset + length)),
    }),
  });
  return { archive, bytes, dataBytes: Buffer.concat(data).length };
}

const toBuffer = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;

const byId = (a: Tile, b: Tile) => zxyToTileId(a[0], a[1], a[2]) - zxyToTileId(b[0], b[1], b[2]);

const someTiles = fc
  .uniqueArray(
    fc.integer({ min: 0, max: 6 }).chain((z) =>
      fc.tuple(
        fc.constant(z),
        fc.integer({ min: 0, max: 2 ** z - 1 }),
        fc.integer({ min: 0, max: 2 ** z - 1 }),
        // Few contents, so that equal neighbours and equal strangers are common.
        fc.constantFrom('sea', 'land', 'forest', 'a longer text than the others'),
      ),
    ),
    { selector: ([z, x, y]) => zxyToTileId(z, x, y), maxLength: 300 },
  )
  .map((tiles) => tiles.toSorted(byId));

describe('the PMTiles writer', () => {
  it('writes what the pmtiles library reads: every tile, and none else', async () => {
    await fc.assert(
      fc.asyncProperty(someTiles, async (tiles) => {
        const { archive } = await anArchive(tiles);
        for (const [z, x, y, content] of tiles) {
          const tile = await archive.getZxy(z, x, y);
          expect(Buffer.from(tile!.data).toString()).toBe(content);
        }
        const known = new Set(tiles.map(([z, x, y]) => zxyToTileId(z, x, y)));
        for (let x = 0; x < 8; x++) {
          if (!known.has(zxyToTileId(3, x, 3))) {
            expect(await archive.getZxy(3, x, 3)).toBeUndefined();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stores equal tiles once and counts addresses, entries and contents', async () => {
    const tiles: Tile[] = [
      [1, 0, 0, 'sea'],
      [1, 0, 1, 'sea'],
      [1, 1, 1, 'land'],
      [1, 1, 0, 'sea'],
    ];
    const { archive, dataBytes } = await anArchive(tiles);
    const header = await archive.getHeader();
    expect(header).toMatchObject({
      numAddressedTiles: 4,
      // The first two are neighbours on the curve and share an entry.
      numTileEntries: 3,
      numTileContents: 2,
      clustered: true,
      tileDataLength: dataBytes,
    });
    expect(dataBytes).toBe(gzipSync('sea').length + gzipSync('land').length);
  });

  it('keeps bounds, zooms and metadata', async () => {
    const { archive } = await anArchive([[0, 0, 0, 'world']]);
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      minZoom: 0,
      maxZoom: 10,
      minLon: -10.5,
      minLat: -20.25,
      maxLon: 30,
      maxLat: 40,
      tileType: 1,
    });
    expect(await archive.getMetadata()).toEqual(description.metadata);
  });

  it('spreads many tiles over leaf directories and keeps the root in the first 16 kB', async () => {
    // Scattered over a level and of all lengths, or the directory would be packed to nothing.
    const random = createRandom('leaves');
    const ids = new Set(Array.from({ length: 12_000 }, () => random.whole(0, 2 ** 20 - 1)));
    const tiles: Tile[] = Array.from(ids, (id) => {
      return [10, id % 1024, Math.floor(id / 1024), `${id * random.next()}`.repeat(1 + (id % 53))];
    });
    const { archive, bytes } = await anArchive(tiles.sort(byId));
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16384);
    expect(
      gunzipSync(bytes.subarray(127, 127 + header.rootDirectoryLength)).length,
    ).toBeGreaterThan(0);
    for (const [z, x, y, content] of [tiles[0]!, tiles[8191]!, tiles.at(-1)!]) {
      const tile = await archive.getZxy(z, x, y);
      expect(Buffer.from(tile!.data).toString()).toBe(content);
    }
  });

  it('refuses tiles out of order', async () => {
    await expect(
      anArchive([
        [2, 3, 3, 'late'],
        [1, 0, 0, 'early'],
      ]),
    ).rejects.toThrow('Tile 1/0/0 comes after a tile with a greater id.');
  });
});
