import { describe, expect, it } from 'vitest';
import { fromDegrees } from '#model/units.ts';
import type { BoxRad } from './box.ts';
import { createFootingsSurface } from './surface.ts';
import { type BareTiles, terrainFiles } from './terrain-files.ts';

const geoid = (longitude: number, latitude: number) =>
  30 * Math.sin(3 * longitude) * Math.cos(2 * latitude);

/** A house on ground 160 m above the ellipsoid. */
function surfaceAt(longitudeDeg: number, latitudeDeg: number) {
  const [west, south] = [fromDegrees(longitudeDeg), fromDegrees(latitudeDeg)];
  const bounds: BoxRad = [west, south, west + 2e-5, south + 2e-5];
  return createFootingsSurface(
    {
      longitudes: Float64Array.of(bounds[0], bounds[2]),
      latitudes: Float64Array.of(bounds[1], bounds[3]),
      groundsM: Float64Array.of(160, 160),
    },
    bounds,
    geoid,
  );
}

function keepTiles() {
  const tiles = new Map<string, Uint8Array>();
  let found = 0;
  const bare: BareTiles = {
    find({ level, x, y }) {
      const known = tiles.get(`${level}/${x}/${y}`);
      if (known) found++;
      return known;
    },
    add: ({ level, x, y }, bytes) => tiles.set(`${level}/${x}/${y}`, bytes),
  };
  return { bare, tiles, found: () => found };
}

const filesOf = (...of: Parameters<typeof terrainFiles>) =>
  new Map([...terrainFiles(...of)].map(({ path, bytes }) => [path, bytes]));

describe('the files of a terrain', () => {
  it('are the same to the byte where tiles of the bare globe are taken from another city’s', () => {
    const { bare, tiles, found } = keepTiles();
    filesOf(surfaceAt(8.4, 49), 'Terrain', bare);
    expect(tiles.size).toBeGreaterThan(30);
    // What stands in the corner of four tiles touches them all.
    const corner = surfaceAt(-0.00001, -0.00001);
    const shared = filesOf(corner, 'Terrain', bare);
    expect(found()).toBeGreaterThan(25);
    const own = filesOf(corner, 'Terrain');
    expect([...shared.keys()]).toEqual([...own.keys()]);
    for (const [path, bytes] of own) {
      expect(Buffer.compare(shared.get(path)!, bytes), path).toBe(0);
    }
  });
});
