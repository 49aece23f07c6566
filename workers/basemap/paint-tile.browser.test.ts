import { describe, expect, it } from 'vitest';
import type { BasemapLayerName, TileFeature } from '#conversion/basemap/schema.ts';
import { createMapTile } from './map-tile.ts';
import { paintTile } from './paint-tile.ts';
import { palette } from './palette.ts';
import type { TilePicture } from './protocol.ts';

const world = [-180, -85, 180, 85] as const;

const area = (...ring: number[]): TileFeature => ({
  shape: 'polygon',
  properties: { kind: 'lake' },
  parts: [Int32Array.from(ring)],
});
const road = (properties: TileFeature['properties'], ...line: number[]): TileFeature => ({
  shape: 'line',
  properties: { kind: 'major_road', kind_detail: 'primary', ...properties },
  parts: [Int32Array.from(line)],
});
/** The western half of the tile under water, and a road along the middle from west to east. */
const halfWater = area(0, 0, 2048, 0, 2048, 4096, 0, 4096, 0, 0);
const across = road({}, 0, 2048, 4096, 2048);

const Z = 14;
const X = 8704;
const Y = 5972;

function paint(
  features: Partial<Record<BasemapLayerName, readonly TileFeature[]>>,
  picture: Partial<TilePicture> = {},
  bounds: readonly [number, number, number, number] = world,
) {
  const layers = new Map(Object.entries(features) as [BasemapLayerName, TileFeature[]][]);
  const canvas = paintTile(
    createMapTile(Z, X, Y, layers),
    { z: Z, x: X, y: Y, theme: 'light', sizePx: 512, streetNames: 'none', ...picture },
    bounds,
  );
  const context = canvas?.getContext('2d');
  const at = (x: number, y: number) => Array.from(context!.getImageData(x, y, 1, 1).data);
  return { canvas, at };
}

function rgba(colour: string): number[] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [r!, g!, b!, 255];
}

describe('painting a tile', () => {
  it('paints water in the colour of water and land in that of land, dark and light', () => {
    for (const [side, theme] of ['dark', 'light'].entries()) {
      const { at } = paint({ water: [halfWater] }, { theme: theme as 'dark' });
      expect(at(100, 100)).toEqual(rgba(palette.water[side]!));
      expect(at(400, 100)).toEqual(rgba(palette.earth[side]!));
    }
  });

  it('paints a road over the water', () => {
    const { at } = paint({ water: [halfWater], roads: [across] });
    expect(at(100, 256)).toEqual(rgba(palette.primary[1]));
    expect(at(100, 200)).toEqual(rgba(palette.water[1]));
  });

  it('paints a bridge over the road below it and lets a tunnel shine through faintly', () => {
    const bridge = road({ kind_detail: 'motorway', is_bridge: true }, 2048, 0, 2048, 4096);
    expect(paint({ roads: [bridge, across] }).at(256, 256)).toEqual(rgba(palette.motorway[1]));
    const tunnel = road({ is_tunnel: true }, 0, 2048, 4096, 2048);
    const faint = paint({ roads: [tunnel] }).at(4, 256);
    expect(faint).not.toEqual(rgba(palette.primary[1]));
    expect(faint).not.toEqual(rgba(palette.earth[1]));
  });

  it('draws a road as wide as the data says, in metres', () => {
    // At level 17 and 43.8° north a picture of 512 px shows 220.7 m.
    const picture = { z: 17, x: X * 8, y: Y * 8 + 4 } as const;
    const { at } = paint({ roads: [road({ width: 40 }, -64, 2048, 4160, 2048)] }, picture);
    const pxPerMetre = 512 / 220.7;
    const edge = 20 * pxPerMetre;
    expect(at(256, Math.floor(edge) - 2)).toEqual(rgba(palette.primary[1]));
    expect(at(256, Math.ceil(edge) + 5)).toEqual(rgba(palette.earth[1]));
  });

  it('paints a broken line along the middle of greater roads near by, and on no lane', () => {
    const inks = (kind: string, z: number) => {
      const x = X * 2 ** (z - Z);
      const y = Y * 2 ** (z - Z) + 2 ** (z - Z - 1);
      const middle = road({ kind_detail: kind, width: 12 }, -64, 2052, 4160, 2052);
      const { canvas } = paint({ roads: [middle] }, { z, x, y });
      const { data } = canvas!.getContext('2d')!.getImageData(0, 0, 512, 512);
      const [red, green, blue] = rgba(palette.marking[1]);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) found++;
      }
      return found;
    };
    // 2 px wide and 9 of 22 painted; where it is cut, its edge is of mixed colour.
    expect(inks('primary', 20)).toBeGreaterThan(150);
    expect(inks('primary', 20)).toBeLessThan(512 * 2 * 0.6);
    expect(inks('residential', 20)).toBe(0);
    expect(inks('primary', 16)).toBe(0);
  });

  it('lays pavements beside a road that has them, near by, and none beside another', () => {
    // At level 18 a picture of 512 px shows 110.4 m, with the road along its upper edge.
    const picture = { z: 18, x: X * 16, y: Y * 16 + 8 } as const;
    const pxPerMetre = 512 / 110.4;
    const beside = (more: TileFeature['properties'], z = picture) => {
      const street = road(
        { kind_detail: 'residential', width: 10, ...more },
        -64,
        2048,
        4160,
        2048,
      );
      return paint({ roads: [street] }, z).at(256, Math.round((5 + 1.2) * pxPerMetre));
    };
    expect(beside({ has_pavements: true })).toEqual(rgba(palette.pavement[1]));
    expect(beside({})).toEqual(rgba(palette.earth[1]));
  });

  it('paints stripes where people cross a road, upon it', () => {
    // Half a metre of paint and half a metre of road in turn, at level 20 (27.6 m on 512 px).
    const place = { z: 20, x: X * 64, y: Y * 64 + 32 } as const;
    const street = road({ kind_detail: 'tertiary', width: 14 }, -64, 2048, 4160, 2048);
    const crossing = road({ kind: 'path', kind_detail: 'crossing' }, 32, 1968, 32, 2128);
    const { at } = paint({ roads: [crossing, street] }, place);
    const column = Array.from({ length: 120 }, (_, y) => at(256, y).join());
    const painted = column.filter((colour) => colour === rgba(palette.marking[1]).join()).length;
    const plain = column.filter((colour) => colour === rgba(palette.street[1]).join()).length;
    expect(painted).toBeGreaterThan(30);
    expect(plain).toBeGreaterThan(30);
    expect(at(400, 60)).toEqual(rgba(palette.street[1]));
  });

  it('stays crisp far below the deepest tile: an edge is one pixel wide, not a blur', () => {
    // Level 19 at the shore, which runs along the left edge of the picture's middle column.
    const { at } = paint(
      { water: [area(0, 0, 2052, 0, 2052, 4096, 0, 4096, 0, 0)] },
      {
        z: 19,
        x: X * 32 + 16,
        y: Y * 32 + 16,
      },
    );
    // 4 units east of the tile's middle are 16 px here.
    expect(at(12, 256)).toEqual(rgba(palette.water[1]));
    expect(at(20, 256)).toEqual(rgba(palette.earth[1]));
  });

  it('paints plain land where the archive has no tile, and nothing far from the map', () => {
    const picture = { z: Z, x: X, y: Y, theme: 'dark', sizePx: 512, streetNames: 'none' } as const;
    const land = paintTile(undefined, picture, world);
    expect(Array.from(land!.getContext('2d')!.getImageData(9, 9, 1, 1).data)).toEqual(
      rgba(palette.earth[0]),
    );
    expect(paintTile(undefined, picture, [100, 10, 101, 11])).toBeUndefined();
  });

  it('lets the land fade out around the map', () => {
    // The map ends a quarter of a tile width west of this tile, and the land in the middle of it.
    const { at } = paint({}, {}, [11.19, 43.74, 11.245, 43.79]);
    const [near, far] = [at(5, 256)[3]!, at(507, 256)[3]!];
    expect(near).toBeGreaterThan(far);
    expect(far).toBeLessThan(255);
  });

  it('writes street names along the streets from level 16 on, Chinese ones too', () => {
    const inkIn = (name: string, streetNames: 'en' | 'none') => {
      const street = road({ kind_detail: 'residential', name }, 0, 512, 4096, 512);
      const { canvas } = paint({ roads: [street] }, { z: 16, x: X * 4, y: Y * 4, streetNames });
      return canvas!.getContext('2d')!.getImageData(0, 0, 512, 512).data.join();
    };
    expect(inkIn('Via Roma', 'en')).not.toBe(inkIn('Via Roma', 'none'));
    // Where a font lacks the glyphs both would be the same boxes.
    expect(inkIn('人民路', 'en')).not.toBe(inkIn('解放街', 'en'));
  });
});
