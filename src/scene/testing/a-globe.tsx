import type { Scene } from 'cesium';
import { createRoot } from 'react-dom/client';
import { type AppState, type AppStore, createAppStore } from '#store/store.ts';
import type { GlobeHandle } from '../bridge.ts';
import { createFrames, type Frames } from '../frames.ts';
import Globe from '../Globe.tsx';
import type { Layer } from '../layer.ts';

export interface TestGlobe {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly scene: () => Scene;
  readonly handle: () => GlobeHandle;
  /** How often a viewer was built. */
  readonly builds: () => number;
  setLayers(layers: readonly Layer<object>[]): void;
  remove(): void;
}

/** A globe of 480 × 320 on the page, with these layers, ready to draw. */
export async function aGlobe(
  start: Partial<AppState> = {},
  layers: readonly Layer<object>[] = [],
): Promise<TestGlobe> {
  const store = createAppStore(start);
  const frames = createFrames();
  const page = document.createElement('div');
  const credits = document.createElement('div');
  page.style.cssText = 'position:fixed;inset:0;width:480px;height:320px';
  document.body.append(page, credits);
  const root = createRoot(page);
  let scene: Scene | undefined;
  let handle: GlobeHandle | undefined;
  let builds = 0;
  const probe: Layer<object> = {
    id: 'probe',
    select: () => ({}),
    attach: (stage) => {
      scene = stage.scene;
    },
    update: () => {},
    detach: () => {
      scene = undefined;
    },
  };
  const render = (shown: readonly Layer<object>[]) =>
    root.render(
      <Globe
        store={store}
        frames={frames}
        layers={[probe, ...shown]}
        credits={credits}
        onPointer={() => {}}
        onContextMenu={() => {}}
        onReady={(ready) => {
          handle = ready;
          builds++;
        }}
      />,
    );
  render(layers);
  await until(() => handle !== undefined && scene !== undefined);
  // Where the ground is still to come one sees the sky.
  await until(() => {
    need(scene).requestRender();
    return need(scene).globe.tilesLoaded;
  });
  return {
    store,
    frames,
    scene: () => need(scene),
    handle: () => need(handle),
    builds: () => builds,
    setLayers: render,
    remove: () => {
      root.unmount();
      page.remove();
      credits.remove();
    },
  };
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The globe is not ready.');
  return value;
}

/** Waits until `isTrue`, at most 20 s: software rendering takes its time. */
export async function until(isTrue: () => boolean, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`Still not so after ${limitMs} ms: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits for `count` pictures, asking for each. */
export async function draw(scene: Scene, count = 2): Promise<void> {
  for (let at = 0; at < count; at++) {
    await new Promise<void>((resolve) => {
      const forget = scene.postRender.addEventListener(() => {
        forget();
        resolve();
      });
      scene.requestRender();
    });
  }
}

/** Red, green, blue (0 … 255) of the picture at CSS pixels. */
export async function colourAt(globe: TestGlobe, x: number, y: number) {
  const bitmap = await createImageBitmap(await globe.handle().screenshot());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { clientWidth } = globe.scene().canvas;
  const scale = bitmap.width / clientWidth;
  const [red = 0, green = 0, blue = 0] =
    context?.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data ?? [];
  return { red, green, blue };
}
