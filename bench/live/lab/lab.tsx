// The page that the live bench drives: the feed's worker, and the sensors on our globe.

import 'cesium/Build/Cesium/Widgets/widgets.css';
import type { Scene } from 'cesium';
import { createRoot } from 'react-dom/client';
import { parseCityManifest } from '#contract/city-package.ts';
import type { SensorFrame } from '#features/sensors/contract.ts';
import { createLayer } from '#features/sensors/layer.ts';
import { startSession } from '#features/sensors/session.ts';
import { homeView } from '#scene/camera-pose.ts';
import { createFrames } from '#scene/frames.ts';
import Globe from '#scene/Globe.tsx';
import type { Layer } from '#scene/layer.ts';
import { initialCamera } from '#store/camera.ts';
import { createAppStore, type OpenCity } from '#store/store.ts';
import { startFeedWorker } from '#workers/feed/client.ts';

type Given = readonly (string | number)[];

const element = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  found.style.cssText = id === 'globe' ? 'position:fixed;inset:0' : 'position:fixed;bottom:0';
  return found;
};

/** Readings a second decoded in a worker: our frames, and SensorThings JSON. */
function decode(): Promise<number[]> {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** Follows a city for good; `window.followed` says how far it is. */
async function follow([city = '']: Given): Promise<number[]> {
  const worker = startFeedWorker();
  await worker.call('open', { city: String(city), origin: location.origin });
  void (async () => {
    for await (const { summary, latest } of worker.stream('follow', undefined)) {
      window.followed = {
        sequence: summary.sequence,
        snapshots: summary.snapshotsTaken,
        isLive: summary.connection === 'live',
        checksum: latest?.value[0] ?? Number.NaN,
      };
    }
  })();
  return [];
}

/**
 * Delays, ms, from the instant that a reading speaks of, which is when it was delivered: to the frame on
 * the page that holds it, and to the picture that shows it, of each the median and the 95th percentile; then
 * the longest of the layer's updates, ms; then how many readings and pictures there were.
 */
async function draw([city = '', seconds = 0]: Given): Promise<number[]> {
  const baseUrl = new URL(`/cities/${city}/`, location.href).href;
  const answer = await fetch(`${baseUrl}city.json`);
  const open: OpenCity = { baseUrl, manifest: parseCityManifest(await answer.json(), 'city.json') };
  const store = createAppStore({
    city: open,
    camera: { ...initialCamera, ...homeView(open.manifest) },
  });
  const frames = createFrames();
  const session = startSession({
    store,
    frames,
    find: async () => undefined,
    findInside: async () => [],
    measure: async () => [],
  });
  const layer = createLayer();
  const published = createDelays();
  const drawn = createDelays();
  let longestUpdateMs = 0;
  let isMeasuring = false;
  let taken: SensorFrame | undefined;

  const update = layer.update.bind(layer);
  layer.update = (next, previous) => {
    const began = performance.now();
    update(next, previous);
    if (isMeasuring) longestUpdateMs = Math.max(longestUpdateMs, performance.now() - began);
    taken = frames.peek<SensorFrame>('sensors');
  };
  const probe: Layer<object> = {
    id: 'probe',
    select: () => ({}),
    attach: ({ scene }) => void scene.postRender.addEventListener(afterPicture),
    update: () => {},
    detach: () => {},
  };
  function afterPicture(_scene: Scene): void {
    const shown = taken;
    taken = undefined;
    // The next animation frame begins when this picture has been handed to the screen.
    if (shown) requestAnimationFrame(() => drawn.note(shown, isMeasuring));
  }
  frames.subscribe((channel) => {
    const frame = frames.peek<SensorFrame>('sensors');
    if (channel === 'sensors' && frame) published.note(frame, isMeasuring);
  });

  createRoot(element('globe')).render(
    <Globe
      store={store}
      frames={frames}
      layers={[layer, probe]}
      credits={element('credits')}
      onPointer={() => {}}
      onContextMenu={() => {}}
      onReady={() => {}}
    />,
  );
  await pause(10);
  isMeasuring = true;
  await pause(Number(seconds));
  isMeasuring = false;
  session.stop();
  return [
    ...published.percentiles(0.5, 0.95),
    ...drawn.percentiles(0.5, 0.95),
    longestUpdateMs,
    drawn.readings,
    drawn.frames,
  ];
}

/** How old readings are when they come to the place that notes them. */
function createDelays() {
  const delays: number[] = [];
  let before: Float64Array | undefined;
  let frames = 0;
  return {
    note({ timeMs }: SensorFrame, isMeasured: boolean): void {
      const now = performance.timeOrigin + performance.now();
      const known = before;
      before = timeMs;
      if (!isMeasured || !known) return;
      frames += 1;
      for (let row = 0; row < timeMs.length; row += 1) {
        if (timeMs[row] !== known[row]) delays.push(now - (timeMs[row] ?? now));
      }
    },
    percentiles(...shares: readonly number[]): number[] {
      const sorted = Float64Array.from(delays).sort();
      return shares.map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
    },
    get readings() {
      return delays.length;
    },
    get frames() {
      return frames;
    },
  };
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Each takes names and numbers and gives figures, so that they cross into the page and back. */
const lab = { decode, follow, draw };
export type Lab = typeof lab;

declare global {
  interface Window {
    liveLab: Lab;
    followed?: {
      readonly sequence: number;
      readonly snapshots: number;
      readonly isLive: boolean;
      readonly checksum: number;
    };
  }
}

window.liveLab = lab;
