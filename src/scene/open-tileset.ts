import { Cesium3DTileset, type CustomShader, type ShadowMode } from 'cesium';
import type { Stage } from './layer.ts';
import { retryFailedTiles } from './tile-retry.ts';

/** A tileset that is on its way to the globe, on it, or waiting for its server. */
export interface OpenTileset {
  show(isShown: boolean): void;
  wear(shader: CustomShader): void;
  has(tileset: Cesium3DTileset | undefined): boolean;
  close(): void;
}

export interface TilesetOptions {
  readonly url: string;
  /** What a person calls it. */
  readonly name: string;
  /** Of its problems, e.g. `city/buildings`. */
  readonly path: string;
  readonly shader: CustomShader;
  readonly shadows: ShadowMode;
  /** Called once it stands, before its first picture. */
  readonly onStand?: (tileset: Cesium3DTileset) => void;
}

const REPORT_MS = 200;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15_000;

/** Opens a tileset and keeps at it: what can't be fetched is a problem and asked for again until it can. */
export function openTileset(stage: Stage, options: TilesetOptions): OpenTileset {
  const { url, name, path } = options;
  let { shader } = options;
  let isShown = true;
  let isClosed = false;
  let tileset: Cesium3DTileset | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_RETRY_MS;
  let takeOutOfBudget: (() => void) | undefined;
  let reportedAt = 0;

  const missing = { path, code: 'tiles-missing' };

  function fail(reason: string): void {
    stage.reportProblem({
      ...missing,
      text: {
        en: `${name}: tiles can't be fetched (${reason}). Trying again.`,
        zh: `${name}：无法获取切片（${reason}），正在重试。`,
      },
    });
    timer ??= setTimeout(retry, wait);
    wait = Math.min(LONGEST_RETRY_MS, wait * 2);
  }

  function succeed(): void {
    wait = FIRST_RETRY_MS;
    stage.clearProblem(missing);
  }

  function retry(): void {
    timer = undefined;
    if (isClosed) return;
    if (tileset) retryFailedTiles(tileset);
    else void open();
    stage.requestRender();
  }

  async function open(): Promise<void> {
    stage.reportStatus({ kind: 'loading', pending: 1 });
    try {
      const opened = await Cesium3DTileset.fromUrl(url, { shadows: options.shadows });
      if (isClosed) opened.destroy();
      else stand(opened);
    } catch (error) {
      if (isClosed) return;
      stage.reportStatus({ kind: 'failed', reason: reasonOf(error) });
      fail(reasonOf(error));
    }
  }

  function stand(opened: Cesium3DTileset): void {
    tileset = opened;
    opened.customShader = shader;
    opened.show = isShown;
    opened.loadProgress.addEventListener((requests: number, processing: number) => {
      const pending = requests + processing;
      if (pending === 0) return;
      // Each report is a change of the store: not one per tile.
      const now = performance.now();
      if (now - reportedAt < REPORT_MS) return;
      reportedAt = now;
      stage.reportStatus({ kind: 'loading', pending });
    });
    opened.allTilesLoaded.addEventListener(() => {
      reportedAt = 0;
      if (timer === undefined) stage.reportStatus({ kind: 'ready' });
    });
    opened.tileLoad.addEventListener(succeed);
    opened.tileFailed.addEventListener(({ message }: { message?: string }) => {
      const reason = message ?? 'no answer';
      stage.reportStatus({ kind: 'failed', reason });
      fail(reason);
    });
    options.onStand?.(opened);
    takeOutOfBudget = stage.keepInBudget(opened);
    stage.scene.primitives.add(opened);
    stage.requestRender();
  }

  void open();
  return {
    show(next) {
      isShown = next;
      if (tileset) tileset.show = next;
    },
    wear(next) {
      shader = next;
      if (tileset) tileset.customShader = next;
    },
    has: (other) => other !== undefined && other === tileset,
    close() {
      isClosed = true;
      clearTimeout(timer);
      takeOutOfBudget?.();
      if (tileset) stage.scene.primitives.remove(tileset);
      stage.clearProblem(missing);
    },
  };
}

/** Cesium rejects with errors and with RequestErrorEvents that carry only a status. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  if (typeof error === 'object' && error && 'statusCode' in error && error.statusCode) {
    return `HTTP ${error.statusCode}`;
  }
  return 'no answer';
}
