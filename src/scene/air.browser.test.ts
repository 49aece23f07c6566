import { CustomHeightmapTerrainProvider } from 'cesium';
import { afterEach, describe, expect, it } from 'vitest';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { initialCamera } from '#store/camera.ts';
import type { OpenCity } from '#store/store.ts';
import { aGlobe, colourAt, draw, type TestGlobe } from './testing/a-globe.tsx';

let globe: TestGlobe | undefined;

afterEach(() => {
  globe?.remove();
  globe = undefined;
});

const city: OpenCity = {
  baseUrl: 'http://localhost/',
  manifest: {
    format: 'panopolis-city',
    version: 1,
    id: 'plain',
    name: 'Plain',
    build: '000000000000',
    boundsDeg: [4.4, 51.88, 4.5, 51.94],
    heightM: [0, 20],
    crs: { horizontal: 'EPSG:4326', vertical: 'EPSG:4979' },
    timeZone: 'Europe/Amsterdam',
    sources: [],
    layers: [],
  },
};

const brightness = ({ red, green, blue }: { red: number; green: number; blue: number }) =>
  red + green + blue;

describe('the air over ground that is still to come', () => {
  it('shows it in the colour of the bare globe, below the horizon alone', async () => {
    const camera = {
      ...initialCamera,
      position: {
        longitude: fromDegrees(4.45),
        latitude: fromDegrees(51.9),
        height: metres(800),
      },
      heading: radians(0),
      pitch: fromDegrees(-12),
    };
    globe = await aGlobe({ city, camera });
    const scene = globe.scene();
    await draw(scene, 3);
    const whole = [await colourAt(globe, 240, 300), await colourAt(globe, 240, 20)] as const;
    scene.terrainProvider = new CustomHeightmapTerrainProvider({
      ...{ width: 2, height: 2 },
      callback: () => new Promise<Float32Array>(() => {}),
    });
    await draw(scene, 3);
    const bare = [await colourAt(globe, 240, 300), await colourAt(globe, 240, 20)] as const;
    expect(Math.abs(brightness(bare[0]) - brightness(whole[0]))).toBeLessThan(24);
    expect(bare[1]).toEqual(whole[1]);
    // The dark theme's ground is far darker than its sky by day.
    expect(brightness(bare[0])).toBeLessThan(brightness(bare[1]) - 60);
  });
});
