// The page that the start bench drives: our globe and a bare Cesium viewer, one at a time, same size.

import {
  buildModuleUrl,
  Cartesian3,
  Cesium3DTileset,
  ImageryLayer,
  Ion,
  type Scene,
  TileMapServiceImageryProvider,
  Viewer,
} from 'cesium';
import 'cesium/Build/Cesium/Widgets/widgets.css';
import { createRoot } from 'react-dom/client';
import { parseCityManifest } from '#contract/city-package.ts';
import { createLayer } from '#features/city/layer.ts';
import { homeView } from '#scene/camera-pose.ts';
import { createFrames } from '#scene/frames.ts';
import Globe from '#scene/Globe.tsx';
import type { Layer } from '#scene/layer.ts';
import { sceneSlice, setMemoryBudget } from '#scene/state.ts';
import { aBlockCity } from '#scene/testing/block-city.ts';
import { type CameraPose, flyTo, initialCamera } from '#store/camera.ts';
import { createAppStore, type OpenCity } from '#store/store.ts';

const element = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  found.style.cssText = id === 'globe' ? 'position:fixed;inset:0' : 'position:fixed;bottom:0';
  return found;
};

async function openCity(id: string): Promise<OpenCity> {
  const baseUrl = new URL(`/cities/${id}/`, location.href).href;
  const answer = await fetch(`${baseUrl}city.json`);
  return { baseUrl, manifest: parseCityManifest(await answer.json(), 'city.json') };
}

/** Milliseconds from a fresh viewer to every tile of the first view, with Cesium alone. */
async function loadBare(id: string): Promise<number[]> {
  const city = await openCity(id);
  const start = performance.now();
  Ion.defaultAccessToken = '';
  const imagery = TileMapServiceImageryProvider.fromUrl(
    buildModuleUrl('Assets/Textures/NaturalEarthII'),
  );
  const viewer = new Viewer(element('globe'), {
    baseLayer: ImageryLayer.fromProviderAsync(imagery, {}),
    // Widgets are not what is compared, and Knockout's bindings need an eval that the server forbids.
    animation: false,
    baseLayerPicker: false,
    fullscreenButton: false,
    geocoder: false,
    homeButton: false,
    infoBox: false,
    navigationHelpButton: false,
    sceneModePicker: false,
    selectionIndicator: false,
    timeline: false,
  });
  const { position, heading, pitch, roll } = homeView(city.manifest);
  viewer.camera.setView({
    destination: Cartesian3.fromRadians(position.longitude, position.latitude, position.height),
    orientation: { heading, pitch, roll },
  });
  const tileset = await Cesium3DTileset.fromUrl(tilesetOf(city));
  viewer.scene.primitives.add(tileset);
  await new Promise<void>((resolve) => tileset.initialTilesLoaded.addEventListener(resolve));
  return [performance.now() - start];
}

/** The same with our globe and the city's layer. */
async function loadOurs(id: string): Promise<number[]> {
  const city = await openCity(id);
  const start = performance.now();
  const { store } = show(city, homeView(city.manifest));
  await new Promise<void>((resolve) => {
    const forget = store.subscribe(({ layers }) => {
      if (layers.city?.status.kind !== 'ready') return;
      forget();
      resolve();
    });
  });
  return [performance.now() - start];
}

function show(city: OpenCity, pose: CameraPose, extra: readonly Layer<object>[] = []) {
  const store = createAppStore({ city, camera: { ...initialCamera, ...pose } });
  const frames = createFrames();
  const layer = createLayer();
  const credits = element('credits');
  createRoot(element('globe')).render(
    <Globe
      store={store}
      frames={frames}
      layers={[layer, ...extra]}
      credits={credits}
      onPointer={() => {}}
      onContextMenu={() => {}}
      onReady={() => {}}
    />,
  );
  return { store, frames, layer };
}

/** Main-thread ms of each of `times` recolourings of about 100,000 buildings: the update and its upload. */
async function recolour(times: number): Promise<number[]> {
  const blocks = aBlockCity(316);
  let scene: Scene | undefined;
  const probe: Layer<object> = {
    id: 'probe',
    select: () => ({}),
    attach: (stage) => {
      scene = stage.scene;
    },
    update: () => {},
    detach: () => {},
  };
  const pose = homeView(blocks.city.manifest);
  const { store, frames, layer } = show(blocks.city, pose, [probe]);
  await waitFor(() => store.getState().layers.city?.status.kind === 'ready');
  const durations: number[] = [];
  const update = layer.update.bind(layer);
  layer.update = (next, previous) => {
    const start = performance.now();
    update(next, previous);
    durations.push(performance.now() - start);
  };
  for (let turn = 0; turn < times + 2; turn++) {
    const rgba = new Uint8Array(blocks.count * 4);
    for (let at = 0; at < rgba.length; at++) {
      rgba[at] = at % 4 === 3 ? 3 : (at * 31 + turn * 57) & 255;
    }
    const known = durations.length;
    const drawn = new Promise<void>((resolve) => {
      const forget = scene?.postRender.addEventListener(() => {
        if (durations.length === known) return;
        forget?.();
        resolve();
      });
    });
    frames.publish('city', { rgba });
    await drawn;
  }
  // The first two compile what the others run.
  return durations.slice(-times);
}

/** The most bytes that tiles held on a flight over the city, with the budget given. */
async function flyOver(id: string, budgetBytes: number, stops: number): Promise<number[]> {
  const city = await openCity(id);
  const { store } = show(city, homeView(city.manifest));
  setMemoryBudget(store, budgetBytes);
  let most = 0;
  store.subscribe((state) => {
    most = Math.max(most, sceneSlice.select(state).memory.usedBytes);
  });
  await waitFor(() => store.getState().layers.city?.status.kind === 'ready');
  const [west, south, east, north] = city.manifest.boundsDeg;
  for (let stop = 0; stop < stops; stop++) {
    const share = (stop + 0.5) / stops;
    const boundsDeg: typeof city.manifest.boundsDeg = [
      west + (east - west) * (share - 0.05),
      south + (north - south) * (share - 0.05),
      west + (east - west) * (share + 0.05),
      south + (north - south) * (share + 0.05),
    ];
    const to = homeView({ ...city.manifest, view: undefined, boundsDeg });
    flyTo(store, to, 2);
    await waitFor(() => store.getState().camera.flight === undefined);
  }
  return [most];
}

function tilesetOf({ baseUrl, manifest }: OpenCity): string {
  const buildings = manifest.layers.find((layer) => layer.kind === 'buildings');
  if (!buildings) throw new Error(`${manifest.name} has no buildings.`);
  return `${baseUrl}${buildings.tileset}`;
}

async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Each takes names and numbers and gives figures, so that they cross into the page and back. */
const lab = {
  loadBare: ([id = '']: Given) => loadBare(String(id)),
  loadOurs: ([id = '']: Given) => loadOurs(String(id)),
  recolour: ([times = 0]: Given) => recolour(Number(times)),
  flyOver: ([id = '', budgetBytes = 0, stops = 0]: Given) =>
    flyOver(String(id), Number(budgetBytes), Number(stops)),
};

type Given = readonly (string | number)[];
export type Lab = typeof lab;

declare global {
  interface Window {
    lab: Lab;
  }
}

window.lab = lab;
