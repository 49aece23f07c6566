import { describe, expect, it } from 'vitest';
import { toTile } from '#conversion/basemap/tile-grid.ts';
import { labelTiles } from './label-tiles.ts';

const opened = {
  minZoom: 0,
  maxZoom: 14,
  boundsDeg: [11.15, 43.72, 11.33, 43.84] as const,
  landDeg: [11, 43.6, 11.5, 43.95] as const,
  attribution: undefined,
};
const focus = { longitudeDeg: 11.25, latitudeDeg: 43.77 };

describe('the tiles searched for names', () => {
  it('hold the focus, at the level of the eye and no deeper than the archive', () => {
    const [x, y] = toTile(11.25, 43.77, 14).map(Math.floor);
    for (const zoom of [14.3, 18]) {
      expect(labelTiles(opened, focus, zoom)).toContainEqual({ z: 14, x, y });
    }
  });

  it('stay few and inside of the archive, wherever one looks', () => {
    for (let zoom = 0; zoom < 20; zoom += 0.5) {
      for (const longitudeDeg of [-120, 11.15, 11.25, 11.33, 170]) {
        const tiles = labelTiles(opened, { longitudeDeg, latitudeDeg: 43.77 }, zoom);
        expect(tiles.length).toBeLessThanOrEqual(34);
        for (const { z, x } of tiles) {
          expect(x).toBeGreaterThanOrEqual(Math.floor(toTile(11.15, 43.77, z)[0]));
          expect(x).toBeLessThanOrEqual(Math.floor(toTile(11.33, 43.77, z)[0]));
        }
      }
    }
  });
});
