import {
  Cartographic,
  CesiumTerrainProvider,
  CesiumWidget,
  EllipsoidTerrainProvider,
  Resource,
  sampleTerrainMostDetailed,
} from 'cesium';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildTile } from '#conversion/terrain/build-tile.ts';
import { planTiles, toLayerJson } from '#conversion/terrain/plan.ts';
import { createSurveySurface } from '#conversion/terrain/surface.ts';
import { createFrames } from '#scene/frames.ts';
import type { Stage } from '#scene/layer.ts';
import { showLayer } from '#store/layers.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { createLayer } from './layer.ts';
import { exaggerate } from './state.ts';

const DEGREE = Math.PI / 180;
const BASE = 'https://city.example/';

// A hill of 20 m and ripples of 1 m, over 300 m of ground on a level geoid of 43 m.
const west = 4.4 * DEGREE;
const south = 51.9 * DEGREE;
const box = [west, south, west + 7.6e-5, south + 4.7e-5] as const;
const truth = (longitude: number, latitude: number) => {
  const x = (longitude - west) * 6378137 * 0.617;
  const y = (latitude - south) * 6378137;
  return 45 + 20 * Math.exp(-(((x - 150) / 60) ** 2) - ((y - 150) / 80) ** 2) + Math.sin(x / 25);
};
const surface = createSurveySurface(
  {
    boxes: [box],
    cellM: 2,
    heightAt: (longitude, latitude) =>
      longitude >= box[0] && longitude <= box[2] && latitude >= box[1] && latitude <= box[3]
        ? truth(longitude, latitude)
        : Number.NaN,
  },
  () => 43,
);
const plan = planTiles(surface);

/** What a static file server would answer under `BASE`. */
function fileAt(url: string): ArrayBuffer | string | undefined {
  const path = url.slice(`${BASE}0123456789ab/terrain/`.length).replace(/\?.*/, '');
  if (path === 'layer.json') return toLayerJson(plan, 'Test');
  const [level = -1, x = 0, y = 0] = path.replace('.terrain', '').split('/').map(Number);
  const isPlanned = plan.levels[level]?.some(
    (range) => x >= range.startX && x <= range.endX && y >= range.startY && y <= range.endY,
  );
  if (!isPlanned) return undefined;
  const tolerance = plan.tolerancesM[level] ?? 0;
  return buildTile(surface.heightAt, { level, x, y }, tolerance).slice().buffer;
}

const requested: string[] = [];
type LoadWithXhr = (
  url: string,
  responseType: string,
  method: string,
  data: unknown,
  headers: unknown,
  deferred: { resolve: (value: unknown) => void; reject: (error: Error) => void },
) => unknown;
// Cesium loads through this one function, which its types keep private.
const network = (Resource as unknown as { _Implementations: { loadWithXhr: LoadWithXhr } })
  ._Implementations;

let widget: CesiumWidget;
let stage: Stage;
let store: AppStore;
let isOffline = false;

beforeAll(() => {
  const container = document.createElement('div');
  container.style.cssText = 'width: 200px; height: 150px';
  document.body.append(container);
  widget = new CesiumWidget(container, {
    baseLayer: false,
    skyBox: false,
    requestRenderMode: true,
    showRenderLoopErrors: false,
  });
  const original = network.loadWithXhr;
  vi.spyOn(network, 'loadWithXhr').mockImplementation(
    (url, type, method, data, headers, deferred) => {
      if (!url.startsWith(BASE)) return original(url, type, method, data, headers, deferred);
      requested.push(url);
      const file = isOffline ? undefined : fileAt(url);
      if (file === undefined) deferred.reject(new Error(`No file at ${url}`));
      else deferred.resolve(file);
      return undefined;
    },
  );
});

afterAll(() => {
  vi.restoreAllMocks();
  widget.destroy();
});

beforeEach(() => {
  isOffline = false;
  requested.length = 0;
  stage = {
    scene: widget.scene,
    frames: createFrames(),
    requestRender: vi.fn(),
    reportStatus: vi.fn(),
    reportProblem: vi.fn(),
    clearProblem: vi.fn(),
    keepInBudget: () => () => undefined,
  };
  store = createAppStore({
    city: {
      baseUrl: BASE,
      manifest: {
        format: 'panopolis-city',
        version: 1,
        id: 'hill',
        name: 'Hill',
        build: '0123456789ab',
        boundsDeg: [4.4, 51.9, 4.4044, 51.9027],
        heightM: [44, 66],
        crs: { horizontal: 'EPSG:4326', vertical: 'EPSG:4979' },
        timeZone: 'Europe/Amsterdam',
        sources: [],
        layers: [
          {
            kind: 'terrain',
            id: 'terrain',
            name: 'Terrain',
            tiles: '0123456789ab/terrain',
            origin: 'survey',
          },
        ],
      },
    },
  });
});

/** The layer on the stage, drawn from the store now and whenever `draw` is called. */
function attach() {
  const layer = createLayer();
  void layer.attach(stage);
  let previous: ReturnType<typeof layer.select> | undefined;
  const draw = () => {
    const next = layer.select(store.getState());
    layer.update(next, previous);
    previous = next;
  };
  draw();
  return { layer, draw };
}

const attached: { layer: ReturnType<typeof createLayer> }[] = [];
afterEach(() => {
  for (const { layer } of attached.splice(0)) layer.detach();
});

async function attachReady() {
  const one = attach();
  attached.push(one);
  await vi.waitFor(() => expect(stage.reportStatus).toHaveBeenLastCalledWith({ kind: 'ready' }));
  return one;
}

describe('the terrain layer', () => {
  it('puts the city’s tiles on the globe and takes them away again', async () => {
    const { scene } = stage;
    const primitives = scene.primitives.length;
    const { layer } = await attachReady();
    expect(scene.terrainProvider).toBeInstanceOf(CesiumTerrainProvider);
    expect(scene.terrainProvider.hasVertexNormals).toBe(true);
    layer.detach();
    expect(scene.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
    expect(scene.verticalExaggeration).toBe(1);
    expect(scene.primitives.length).toBe(primitives);
  });

  it('gives the surveyed heights within 3 cm, and mean sea level far away', async () => {
    await attachReady();
    const places = Array.from({ length: 40 }, (_, at) => {
      const longitude = box[0] + (box[2] - box[0]) * (0.05 + 0.9 * ((at * 0.7548776662) % 1));
      return new Cartographic(
        longitude,
        box[1] + (box[3] - box[1]) * (0.05 + 0.9 * ((at * 0.5698402909) % 1)),
      );
    });
    await sampleTerrainMostDetailed(stage.scene.terrainProvider, places, true);
    for (const { longitude, latitude, height } of places) {
      expect(Math.abs(height - truth(longitude, latitude))).toBeLessThan(0.03);
    }
    const far = [new Cartographic(-1, 0.4)];
    await sampleTerrainMostDetailed(stage.scene.terrainProvider, far, true);
    expect(Math.abs((far[0]?.height ?? 0) - 43)).toBeLessThan(0.01);
  });

  it('draws without asking for a tile that is not there', async () => {
    await attachReady();
    widget.camera.flyTo({
      destination: Cartographic.toCartesian(new Cartographic(box[0], box[1], 400)),
      duration: 0,
    });
    await vi.waitFor(
      () => {
        widget.scene.requestRender();
        widget.render();
        const finest = requested.filter((url) => url.includes(`/${plan.levels.length - 1}/`));
        expect(finest.length).toBeGreaterThan(0);
        expect(widget.scene.globe.tilesLoaded).toBe(true);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(stage.reportProblem).not.toHaveBeenCalled();
    const middle = new Cartographic((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    const ground = widget.scene.globe.getHeight(middle) ?? 0;
    // From 400 m up one level above the finest may be drawn, which is simplified to 0.35 m.
    const miss = Math.abs(ground - truth(middle.longitude, middle.latitude));
    expect(miss).toBeLessThan(0.35);
  }, 30_000);

  it('is the ellipsoid while it is off, and loads anew when it is on again', async () => {
    const { draw } = await attachReady();
    showLayer(store, 'terrain', false);
    draw();
    expect(stage.scene.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
    showLayer(store, 'terrain', true);
    draw();
    await vi.waitFor(() =>
      expect(stage.scene.terrainProvider).toBeInstanceOf(CesiumTerrainProvider),
    );
  });

  it('stretches heights from the lowest ground of the city', async () => {
    const { draw } = await attachReady();
    exaggerate(store, 3);
    draw();
    expect(stage.scene.verticalExaggeration).toBe(3);
    expect(stage.scene.verticalExaggerationRelativeHeight).toBe(44);
  });

  it('says what is wrong where the tiles can’t be read', async () => {
    isOffline = true;
    attached.push(attach());
    await vi.waitFor(() =>
      expect(stage.reportProblem).toHaveBeenCalledWith(
        expect.objectContaining({ path: 'terrain', code: 'terrain-unreadable' }),
      ),
    );
    expect(stage.scene.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
  });

  it('forgets tiles that arrive after it was switched off', async () => {
    const { layer, draw } = attach();
    showLayer(store, 'terrain', false);
    draw();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stage.scene.terrainProvider).toBeInstanceOf(EllipsoidTerrainProvider);
    layer.detach();
  });
});
