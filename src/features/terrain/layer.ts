import { CesiumTerrainProvider, EllipsoidTerrainProvider } from 'cesium';
import type { Layer, Stage } from '#scene/layer.ts';
import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { messages } from './messages.ts';
import { selectLowestM, selectTilesUrl, terrainSlice } from './state.ts';

interface TerrainPicture {
  /** undefined while it is off or the city has none. */
  readonly url: string | undefined;
  readonly exaggeration: number;
  readonly lowestM: number;
  readonly attempt: number;
}

const PROBLEM = { path: 'terrain', code: 'terrain-unreadable' } as const;
const TILE_PROBLEM = { path: 'terrain/tiles', code: 'terrain-tile' } as const;
const selectRow = selectLayer(terrainSlice.id);

/** The open city's ground; the bare ellipsoid while it is off. */
export function createLayer(): Layer<TerrainPicture> {
  let stage: Stage | undefined;
  /** Counts the openings, so that a late answer for an older one is thrown away. */
  let opening = 0;
  let forgetErrors: (() => void) | undefined;

  async function open(on: Stage, url: string): Promise<void> {
    const turn = ++opening;
    on.reportStatus({ kind: 'loading', pending: 1 });
    try {
      const provider = await CesiumTerrainProvider.fromUrl(url, { requestVertexNormals: true });
      if (turn !== opening) return;
      forgetErrors = provider.errorEvent.addEventListener(({ message }: { message: string }) => {
        on.reportProblem({ ...TILE_PROBLEM, text: messages.tileUnreadable(message) });
      });
      on.scene.terrainProvider = provider;
      on.clearProblem(PROBLEM);
      on.reportStatus({ kind: 'ready' });
      on.requestRender();
    } catch (error) {
      if (turn !== opening) return;
      const reason = error instanceof Error ? error.message : String(error);
      on.reportStatus({ kind: 'failed', reason });
      on.reportProblem({ ...PROBLEM, text: messages.unreadable(reason) });
    }
  }

  function flatten(on: Stage): void {
    opening++;
    forgetErrors?.();
    forgetErrors = undefined;
    on.clearProblem(PROBLEM);
    on.clearProblem(TILE_PROBLEM);
    if (on.scene.isDestroyed()) return;
    if (!(on.scene.terrainProvider instanceof EllipsoidTerrainProvider)) {
      on.scene.terrainProvider = new EllipsoidTerrainProvider();
    }
    on.requestRender();
  }

  return {
    id: terrainSlice.id,

    select: (state: AppState) => {
      const { on, attempt = 0 } = selectRow(state);
      const { exaggeration } = terrainSlice.select(state);
      return {
        url: on ? selectTilesUrl(state) : undefined,
        exaggeration: on ? exaggeration : 1,
        lowestM: selectLowestM(state),
        attempt,
      };
    },

    attach(on) {
      stage = on;
    },

    update(next, previous) {
      if (!stage) return;
      const { scene } = stage;
      scene.verticalExaggeration = next.exaggeration;
      scene.verticalExaggerationRelativeHeight = next.lowestM;
      if (previous && next.url === previous.url && next.attempt === previous.attempt) return;
      flatten(stage);
      if (next.url) void open(stage, next.url);
      else stage.reportStatus({ kind: 'idle' });
    },

    detach() {
      if (!stage) return;
      flatten(stage);
      if (!stage.scene.isDestroyed()) {
        stage.scene.verticalExaggeration = 1;
        stage.scene.verticalExaggerationRelativeHeight = 0;
      }
      stage = undefined;
    },
  };
}
