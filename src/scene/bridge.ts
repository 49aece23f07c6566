import { Cartographic, ScreenSpaceEventType, type Viewer } from 'cesium';
import type { Geodetic } from '#model/position.ts';
import type { AppStore } from '#store/store.ts';
import { linkCamera } from './camera-link.ts';
import { linkFlyKeys } from './fly-keys.ts';
import type { Frames } from './frames.ts';
import {
  areaOfPolygon,
  areaOfRectangle,
  findGround,
  type GroundPolygon,
  type ScreenPoint,
  type ScreenRectangle,
} from './ground.ts';
import { sampleGround } from './ground-height.ts';
import type { Layer } from './layer.ts';
import { createLook } from './look.ts';
import { GLOBE_PICTURE, type TakePicture } from './picture.ts';
import { type ContextPlace, linkPointer } from './pointer.ts';
import { takeScreenshot } from './screenshot.ts';
import { rendererOf, samplesFor } from './smoothing.ts';
import { stageMaker } from './stage.ts';
import { reportMemory, sceneSlice } from './state.ts';
import { createTileBudget } from './tile-budget.ts';
import { createUpdater } from './updater.ts';

/** What the app may ask of the globe; the viewer itself stays inside. */
export interface GlobeHandle {
  areaOfRectangle(rectangle: ScreenRectangle): GroundPolygon | undefined;
  areaOfPolygon(points: readonly ScreenPoint[]): GroundPolygon | undefined;
  /** The ground in the middle of the picture; undefined where that is the sky. */
  groundInSight(): Geodetic | undefined;
  /** Of the ground, from the finest terrain there is, m above the ellipsoid; undefined while there is none. */
  groundHeight(longitudeDeg: number, latitudeDeg: number): Promise<number | undefined>;
  /** The picture as it stands, PNG. */
  screenshot(): Promise<Blob>;
  requestRender(): void;
}

export interface GlobeOptions {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly onPointer: (position: Geodetic | undefined) => void;
  readonly onContextMenu: (place: ContextPlace) => void;
  /** Cesium gave up drawing; the viewer has to be built anew. */
  readonly onStopped: (error: unknown) => void;
}

/** A scene at work: everything that lives as long as one WebGL context. */
export interface Bridge {
  readonly handle: GlobeHandle;
  setLayers(layers: readonly Layer<object>[]): void;
  disconnect(): void;
}

/** Connects a fresh viewer with the store: camera, pointer, keys, layers, memory budget. */
export function connectGlobe(viewer: Viewer, options: GlobeOptions): Bridge {
  const { store, frames } = options;
  const { scene } = viewer;
  const { cesiumWidget } = viewer;
  scene.msaaSamples = samplesFor(rendererOf(scene.canvas));
  cesiumWidget.screenSpaceEventHandler.removeInputAction(ScreenSpaceEventType.LEFT_CLICK);
  cesiumWidget.screenSpaceEventHandler.removeInputAction(ScreenSpaceEventType.LEFT_DOUBLE_CLICK);

  const { budgetBytes } = sceneSlice.select(store.getState()).memory;
  const budget = createTileBudget({
    budgetBytes,
    report: (used, isHeldBack) => reportMemory(store, used, isHeldBack),
  });
  const look = createLook();
  let layers: readonly Layer<object>[] = [];
  const updater = createUpdater({
    store,
    frames,
    createStage: stageMaker({ scene, store, frames, budget }),
    requestRender: () => scene.requestRender(),
    // Before Cesium decides whether to draw: an animation frame of our own comes after that, and what it
    // changed would be drawn one frame later.
    schedule: (callback) => {
      const forget = scene.preUpdate.addEventListener(() => {
        forget();
        callback();
      });
      return forget;
    },
  });
  const links = [
    linkCamera(scene, store),
    linkFlyKeys(scene),
    linkPointer({ ...options, scene, layers: () => layers }),
    scene.postUpdate.addEventListener(() => budget.keep()),
    scene.renderError.addEventListener((_: unknown, error: unknown) => {
      // Drawing without a context fails in many ways; `lost-context.ts` sees to that.
      const isLost = scene.canvas.getContext('webgl2')?.isContextLost() ?? false;
      if (!isLost) options.onStopped(error);
    }),
    store.subscribe((state, before) => {
      const { memory } = sceneSlice.select(state);
      if (memory.budgetBytes !== sceneSlice.select(before).memory.budgetBytes) {
        budget.setBudget(memory.budgetBytes);
        scene.requestRender();
      }
    }),
  ];
  updater.setLayers([look]);
  const takePicture: TakePicture = () => takeScreenshot(scene);
  frames.publish(GLOBE_PICTURE, takePicture);

  return {
    handle: {
      areaOfRectangle: (rectangle) => areaOfRectangle(scene, rectangle),
      areaOfPolygon: (points) => areaOfPolygon(scene, points),
      groundInSight: () => {
        const { clientWidth, clientHeight } = scene.canvas;
        return findGround(scene, { x: clientWidth / 2, y: clientHeight / 2 });
      },
      groundHeight: async (longitudeDeg, latitudeDeg) => {
        const place = Cartographic.fromDegrees(longitudeDeg, latitudeDeg);
        const [heightM] = await sampleGround(scene, [place]);
        return heightM;
      },
      screenshot: takePicture,
      requestRender: () => scene.requestRender(),
    },
    setLayers: (next) => {
      layers = next;
      updater.setLayers([look, ...next]);
    },
    disconnect: () => {
      frames.publish(GLOBE_PICTURE, undefined);
      updater.stop();
      for (const unlink of links) unlink();
    },
  };
}
