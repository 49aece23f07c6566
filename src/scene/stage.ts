import type { Scene } from 'cesium';
import { instant } from '#model/time.ts';
import { reportLayer } from '#store/layers.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import type { Frames } from './frames.ts';
import type { Stage } from './layer.ts';
import type { TileBudget } from './tile-budget.ts';

/** Makes what each layer gets to work with on one scene. */
export function stageMaker(options: {
  readonly scene: Scene;
  readonly store: AppStore;
  readonly frames: Frames;
  readonly budget: TileBudget;
}): (layerId: string) => Stage {
  const { scene, store, frames, budget } = options;
  return (layerId) => ({
    scene,
    frames,
    requestRender: () => scene.requestRender(),
    keepInBudget: (tileset) => budget.add(tileset),
    reportStatus: (status) => reportLayer(store, layerId, status),
    reportProblem: (problem) => reportProblem(store, { ...problem, since: instant(Date.now()) }),
    clearProblem: (problem) => clearProblem(store, problem),
  });
}
