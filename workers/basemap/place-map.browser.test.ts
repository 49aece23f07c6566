import { describe, expect, it } from 'vitest';
import type { BasemapLayerName, TileFeature } from '#conversion/basemap/schema.ts';
import { toTile } from '#conversion/basemap/tile-grid.ts';
import type { MapSource } from './map-source.ts';
import { createMapTile } from './map-tile.ts';
import { streetMap, waterMap } from './place-map.ts';

const Z = 14;
const [X, Y] = toTile(11.25, 43.77, Z).map(Math.floor) as [number, number];

const area = (kind: string, ...ring: number[]): TileFeature => ({
  shape: 'polygon',
  properties: { kind },
  parts: [Int32Array.from(ring)],
});

/** One tile of these features, exactly as large as the map. */
function aMap(features: Partial<Record<BasemapLayerName, readonly TileFeature[]>>): MapSource {
  const layers = new Map(Object.entries(features) as [BasemapLayerName, TileFeature[]][]);
  const edge = (row: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** Z))) * 180) / Math.PI;
  const tile = createMapTile(Z, X, Y, layers);
  return {
    open: () => Promise.reject(new Error('It is open.')),
    boundsDeg: [(X / 2 ** Z) * 360 - 180, edge(Y + 1), ((X + 1) / 2 ** Z) * 360 - 180, edge(Y)],
    maxZoom: Z,
    tileFor: async ({ x, y }) => (x === X && y === Y ? tile : undefined),
  };
}

const northern = area('lake', 0, 0, 4096, 0, 4096, 2048, 0, 2048, 0, 0);
const southern = area('residential', 0, 2048, 4096, 2048, 4096, 4096, 0, 4096, 0, 2048);

describe('the map of water', () => {
  it('tells how far it is to the shore, on which side, and where water goes on', async () => {
    const map = await waterMap(aMap({ water: [northern], landuse: [southern] }), 256);
    const at = (row: number) => map!.texels[row * map!.width + 128]!;
    // A tile is 1.77 km wide here, a cell 6.9 m: beyond 64 m nothing more is told.
    expect(at(10)).toBe(255);
    expect(at(245)).toBe(0);
    expect(at(127)).toBeGreaterThan(128);
    expect(at(128)).toBeLessThan(128);
    expect(map!.open).toEqual([true, false, true, true]);
  });

  it('goes on beyond a side with a broad stretch of sea, not with rivers however many', async () => {
    const land = area('residential', 0, 0, 4096, 0, 4096, 4096, 0, 4096, 0, 0);
    const sea = area('sea', 3400, 0, 4096, 0, 4096, 700, 3400, 700, 3400, 0);
    const rivers = [0, 1, 2, 3].map((one) => {
      const [west, east] = [400 + one * 900, 800 + one * 900];
      return area('river', west, 3600, east, 3600, east, 4096, west, 4096, west, 3600);
    });
    const map = await waterMap(aMap({ landuse: [land], water: [sea, ...rivers] }), 256);
    expect(map!.open).toEqual([false, false, true, true]);
  });

  it('lets water go on where the map says nothing and water is nearest', async () => {
    const far = area('residential', 0, 3600, 4096, 3600, 4096, 4096, 0, 4096, 0, 3600);
    const map = await waterMap(aMap({ water: [northern], landuse: [far] }), 256);
    expect(map!.texels[140 * map!.width + 128]).toBeGreaterThan(128);
    expect(map!.texels[215 * map!.width + 128]).toBeLessThan(128);
  });

  it('takes what is no water for land where the map tells no land', async () => {
    const map = await waterMap(aMap({ water: [northern] }), 256);
    expect(map!.texels[200 * map!.width + 128]).toBe(0);
  });

  it('is none where there is no water', async () => {
    expect(await waterMap(aMap({ landuse: [southern] }), 64)).toBeUndefined();
  });
});

describe('the map of streets', () => {
  it('shows streets as wide as they are, and neither tunnels nor paths', async () => {
    const road = (y: number, properties: TileFeature['properties']): TileFeature => ({
      shape: 'line',
      properties: { kind: 'major_road', ...properties },
      parts: [Int32Array.of(0, y, 4096, y)],
    });
    const source = aMap({
      roads: [
        road(1024, { kind_detail: 'primary', width: 60 }),
        road(2048, { kind_detail: 'primary', width: 60, is_tunnel: true }),
        road(3072, { kind_detail: 'footway' }),
      ],
    });
    const map = await streetMap(source, source.boundsDeg, 256);
    const at = (row: number) => map.texels[row * map.width + 128]!;
    expect(at(64)).toBe(255);
    expect(at(64 + 3)).toBeGreaterThan(200);
    expect(at(64 + 8)).toBe(0);
    expect(at(128)).toBe(0);
    expect(at(192)).toBe(0);
  });
});
