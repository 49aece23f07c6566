import fc from 'fast-check';
import { zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { fromTile, intersection, tilesWithin, toTile, union } from './tile-grid.ts';

describe('the tile grid', () => {
  it('has its origin in the north-west and the equator in the middle', () => {
    expect(toTile(-180, 85.0511287798, 3)).toEqual([0, expect.closeTo(0, 9)]);
    expect(toTile(0, 0, 3)).toEqual([4, 4]);
  });

  it('finds Florence where OpenStreetMap has it', () => {
    expect(toTile(11.2558, 43.7695, 14).map(Math.floor)).toEqual([8704, 5972]);
  });

  it('leads back to where one came from', () => {
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    const latitude = fc.double({ min: -85, max: 85, noNaN: true });
    fc.assert(
      fc.property(longitude, latitude, fc.integer({ min: 0, max: 20 }), (lon, lat, z) => {
        const [column, row] = toTile(lon, lat, z);
        const [east, north] = fromTile(column, row, z);
        expect(east).toBeCloseTo(lon, 8);
        expect(north).toBeCloseTo(lat, 8);
      }),
    );
  });

  it('lists the tiles of bounds in the order that archives want', () => {
    const tiles = tilesWithin([11.15, 43.72, 11.33, 43.84], 12);
    const ids = tiles.map(([z, x, y]) => zxyToTileId(z, x, y));
    expect(tiles).toHaveLength(new Set(ids).size);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  it('joins and intersects bounds, and says where they don’t meet', () => {
    expect(union([0, 0, 1, 1], [2, -1, 3, 0.5])).toEqual([0, -1, 3, 1]);
    expect(intersection([0, 0, 2, 2], [1, 1, 3, 3])).toEqual([1, 1, 2, 2]);
    expect(intersection([0, 0, 1, 1], [2, 2, 3, 3])).toBeUndefined();
  });
});
