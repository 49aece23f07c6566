import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPmtilesWriter } from '#conversion/basemap/pmtiles-writer.ts';
import type { TileFeature } from '#conversion/basemap/schema.ts';
import { tilesWithin, toTile } from '#conversion/basemap/tile-grid.ts';
import { formatVectorTile } from '#conversion/basemap/vector-tile.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { airOf } from '#scene/air.ts';
import { aGlobe, colourAt, draw, type TestGlobe, until } from '#scene/testing/a-globe.tsx';
import { initialCamera } from '#store/camera.ts';
import { showLayer } from '#store/layers.ts';
import { setPreferences } from '#store/preferences.ts';
import type { OpenCity } from '#store/store.ts';
import { createLayer } from './layer.ts';
import { setLabels } from './state.ts';

const NORTH = { x: 240, y: 60 };
const SOUTH = { x: 240, y: 260 };
const LONGITUDE = 4.45;
const LATITUDE = 51.91;

let globe: TestGlobe | undefined;
let url = '';

afterEach(() => {
  globe?.remove();
  globe = undefined;
  URL.revokeObjectURL(url);
});

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([Uint8Array.from(bytes)]).stream();
  const stream = packed.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A lake north of the middle, land south of it, and a district named in the middle. */
async function aLakeCity(): Promise<OpenCity> {
  const boundsDeg = [LONGITUDE - 0.05, LATITUDE - 0.03, LONGITUDE + 0.05, LATITUDE + 0.03] as const;
  const data: Uint8Array[] = [];
  const writer = createPmtilesWriter({ append: (bytes) => void data.push(bytes), gzip });
  for (let level = 0; level <= 14; level++) {
    for (const [z, x, y] of tilesWithin(boundsDeg, level)) {
      const [column, row] = toTile(LONGITUDE, LATITUDE, z);
      const isHere = Math.floor(column) === x && Math.floor(row) === y;
      const shore = Math.round(Math.max(-64, Math.min(4160, (row - y) * 4096)));
      const lake: TileFeature = {
        shape: 'polygon',
        properties: { kind: 'lake' },
        parts: [Int32Array.of(-64, -64, 4160, -64, 4160, shore, -64, shore, -64, -64)],
      };
      const place: TileFeature = {
        shape: 'point',
        properties: {
          kind: 'macrohood',
          kind_detail: 'suburb',
          name: 'Harbour',
          'name:zh': '港口',
        },
        parts: [Int32Array.of((column - x) * 4096, (row - y) * 4096)],
      };
      const tile = formatVectorTile([
        ['water', shore > -64 ? [lake] : []],
        ['places', isHere ? [place] : []],
      ]);
      await writer.add(z, x, y, await gzip(tile));
    }
  }
  const description = { boundsDeg, minZoom: 0, maxZoom: 14 };
  const metadata = {
    vector_layers: [
      { id: 'water', fields: {} },
      { id: 'places', fields: {} },
    ],
  };
  const head = await writer.finish({ ...description, metadata });
  url = URL.createObjectURL(new Blob([head, ...data].map((bytes) => Uint8Array.from(bytes))));
  return cityWith(url);
}

function cityWith(archive: string): OpenCity {
  const at = archive.lastIndexOf('/') + 1;
  return {
    baseUrl: archive.slice(0, at),
    manifest: {
      format: 'panopolis-city',
      version: 1,
      id: 'lake',
      name: 'Lake',
      build: '000000000000',
      boundsDeg: [4.4, 51.88, 4.5, 51.94],
      heightM: [0, 20],
      crs: { horizontal: 'EPSG:4326', vertical: 'EPSG:4979' },
      timeZone: 'Europe/Amsterdam',
      sources: [],
      layers: [
        {
          kind: 'basemap',
          id: 'basemap',
          name: 'Map',
          tiles: archive.slice(at),
          minZoom: 0,
          maxZoom: 14,
        },
      ],
    },
  };
}

async function aGlobeWith(city: OpenCity) {
  const camera = {
    ...initialCamera,
    position: {
      longitude: fromDegrees(LONGITUDE),
      latitude: fromDegrees(LATITUDE),
      height: metres(6000),
    },
    pitch: fromDegrees(-90),
    heading: radians(0),
  };
  const made = await aGlobe({ city, camera });
  globe = made;
  const before = [made.scene().primitives.length, made.scene().imageryLayers.length];
  made.setLayers([createLayer()]);
  const status = () => made.store.getState().layers.basemap?.status.kind;
  const countNow = () => [made.scene().primitives.length, made.scene().imageryLayers.length];
  return { made, before, status, countNow };
}

async function settle({ scene }: TestGlobe): Promise<void> {
  await draw(scene(), 3);
  await until(() => {
    scene().requestRender();
    return scene().globe.tilesLoaded;
  });
  await draw(scene(), 3);
}

const isBlue = ({ red, blue }: { red: number; blue: number }) => blue > red + 15;

describe('the basemap on the globe', () => {
  it('drapes the painted map, repaints it for another theme, and goes without a trace', async () => {
    const { made, before, status, countNow } = await aGlobeWith(await aLakeCity());
    await until(() => status() === 'ready');
    setLabels(made.store, false);
    await settle(made);
    const dark = await colourAt(made, NORTH.x, NORTH.y);
    expect(isBlue(dark)).toBe(true);
    // The right way up: WebGL doesn't turn pictures, the worker does.
    expect(isBlue(await colourAt(made, SOUTH.x, SOUTH.y))).toBe(false);

    setPreferences(made.store, { theme: 'light' });
    await settle(made);
    await until(() => countNow()[1] === (before[1] ?? 0) + 1);
    await draw(made.scene(), 3);
    const light = await colourAt(made, NORTH.x, NORTH.y);
    expect(light.red + light.green + light.blue).toBeGreaterThan(
      dark.red + dark.green + dark.blue + 150,
    );

    made.setLayers([]);
    await until(() => countNow().join() === before.join());
  }, 90_000);

  it('shows the names that the map has here, and takes them away when told to', async () => {
    const { made, before, status, countNow } = await aGlobeWith(await aLakeCity());
    await until(() => status() === 'ready');
    const { primitives } = made.scene();
    const names = () => (primitives.get(primitives.length - 1) as { length?: number }).length ?? 0;
    await until(() => {
      made.scene().requestRender();
      return countNow()[0] === (before[0] ?? 0) + 1 && names() === 1;
    });
    setLabels(made.store, false);
    await until(() => countNow()[0] === before[0]);
  }, 60_000);

  it('hides with its layer and comes back', async () => {
    const { made, status } = await aGlobeWith(await aLakeCity());
    await until(() => status() === 'ready');
    const { imageryLayers } = made.scene();
    const shown = () => imageryLayers.get(imageryLayers.length - 1)?.show;
    expect(shown()).toBe(true);
    showLayer(made.store, 'basemap', false);
    await until(() => shown() === false);
    showLayer(made.store, 'basemap', true);
    await until(() => shown() === true);
  });

  it('makes water shine before all of the map in sight is painted, also when the city is opened anew', async () => {
    const city = await aLakeCity();
    const { made, status } = await aGlobeWith(city);
    const scene = made.scene();
    vi.spyOn(scene.globe, 'tilesLoaded', 'get').mockReturnValue(false);
    const setWater = vi.spyOn(airOf(scene), 'setWater');
    await until(() => status() === 'ready');
    await until(() => setWater.mock.lastCall?.[0] !== undefined);
    made.store.setState({ city: { ...city } });
    await draw(scene, 3);
    expect(setWater.mock.lastCall?.[0]?.texels.some((half) => half > 128)).toBe(true);
  });

  it('says so when the archive is no archive, and draws nothing', async () => {
    url = URL.createObjectURL(new Blob(['not tiles at all'.repeat(2000)]));
    const { made, before, status, countNow } = await aGlobeWith(cityWith(url));
    await until(() => status() === 'failed');
    const [problem] = made.store.getState().problems;
    expect(problem).toMatchObject({ path: 'basemap', code: 'basemap-unreadable' });
    expect(problem?.text.en).toContain('is no PMTiles archive');
    expect(countNow()).toEqual(before);
  });
});
