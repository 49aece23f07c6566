import { ImageryLayer } from 'cesium';
import type { Language } from '#model/text.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import type { AppState, OpenCity } from '#store/store.ts';
import {
  type BasemapPort,
  type OpenedBasemap,
  startBasemapWorker,
} from '#workers/basemap/client.ts';
import { createImagery } from './layer/imagery.ts';
import { createNightLight, type NightLight } from './layer/night-light.ts';
import { createPlaceLabels, type PlaceLabels } from './layer/place-labels.ts';
import { messages } from './messages.ts';
import {
  basemapSlice,
  selectArchiveUrl,
  selectAttribution,
  selectStreetsUrl,
  selectTheme,
} from './state.ts';

interface BasemapPicture {
  readonly url: string | undefined;
  readonly attribution: string | undefined;
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly labels: boolean;
  readonly language: Language;
  readonly attempt: number;
  readonly boundsDeg: OpenCity['manifest']['boundsDeg'] | undefined;
  readonly streetsUrl: string | undefined;
}

/** One opened archive on the globe. */
interface Map {
  readonly port: BasemapPort;
  readonly opened: OpenedBasemap;
  imagery: ImageryLayer | undefined;
  /** The pictures of another theme, kept until the new ones cover them. */
  replaced: ImageryLayer[];
  labels: PlaceLabels | undefined;
  readonly light: NightLight;
}

const PROBLEM = { path: 'basemap', code: 'basemap-unreadable' } as const;
const TILE_PROBLEM = { path: 'basemap/tiles', code: 'basemap-tile' } as const;

/** The open city's map: painted tiles on the terrain, names above it. */
export function createLayer(): Layer<BasemapPicture> {
  let stage: Stage | undefined;
  let map: Map | undefined;
  let latest: BasemapPicture | undefined;
  /** Counts the openings, so that a late answer for an older one is thrown away. */
  let opening = 0;
  let forgetSwap: (() => void) | undefined;

  async function open(on: Stage, url: string): Promise<void> {
    const turn = ++opening;
    const port = startBasemapWorker();
    on.reportStatus({ kind: 'loading', pending: 1 });
    try {
      const opened = await port.call('open', { url });
      if (turn !== opening) {
        port.close();
        return;
      }
      const light = createNightLight({
        ...{ scene: on.scene, url, requestRender: on.requestRender },
        ...{ boundsDeg: latest?.boundsDeg, streetsUrl: latest?.streetsUrl },
      });
      map = { port, opened, imagery: undefined, replaced: [], labels: undefined, light };
      on.clearProblem(PROBLEM);
      on.reportStatus({ kind: 'ready' });
      if (latest) dress(on, map, latest, undefined);
    } catch (error) {
      port.close();
      if (turn !== opening) return;
      const reason = error instanceof Error ? error.message : String(error);
      on.reportStatus({ kind: 'failed', reason });
      on.reportProblem({ ...PROBLEM, text: messages.unreadable(reason) });
    }
  }

  function close(): void {
    opening++;
    if (!map || !stage) return;
    forgetSwap?.();
    map.labels?.stop();
    map.light.stop();
    const layers = stage.scene.imageryLayers;
    for (const one of [map.imagery, ...map.replaced]) if (one) layers.remove(one);
    map.port.close();
    map = undefined;
  }

  /** Brings what stands on the globe in line with the picture. */
  function dress(
    on: Stage,
    to: Map,
    next: BasemapPicture,
    before: BasemapPicture | undefined,
  ): void {
    const isShown = next.on && next.opacity > 0;
    const isRepainted =
      !before ||
      before.theme !== next.theme ||
      before.labels !== next.labels ||
      before.language !== next.language ||
      before.attribution !== next.attribution;
    if (isShown && (isRepainted || !to.imagery)) repaint(on, to, next);
    for (const one of [to.imagery, ...to.replaced]) {
      if (!one) continue;
      one.show = isShown;
      one.alpha = next.opacity;
    }
    to.light.show(isShown);
    const look = { theme: next.theme, language: next.language, opacity: next.opacity };
    if (isShown && next.labels) {
      to.labels ??= createPlaceLabels({
        ...{ scene: on.scene, port: to.port, opened: to.opened, look },
        requestRender: on.requestRender,
      });
      to.labels.wear(look);
    } else {
      to.labels?.stop();
      to.labels = undefined;
    }
    on.requestRender();
  }

  function repaint(on: Stage, to: Map, next: BasemapPicture): void {
    const { imageryLayers } = on.scene;
    if (to.imagery) to.replaced.push(to.imagery);
    const provider = createImagery({
      port: to.port,
      opened: to.opened,
      theme: next.theme,
      streetNames: next.labels ? next.language : 'none',
      attribution: next.attribution,
      onPicture: on.requestRender,
      onProblem: (error) => {
        if (map !== to) return;
        const reason = error instanceof Error ? error.message : String(error);
        on.reportProblem({ ...TILE_PROBLEM, text: messages.tileUnreadable(reason) });
      },
    });
    const below = to.imagery && imageryLayers.indexOf(to.imagery);
    to.imagery = new ImageryLayer(provider);
    imageryLayers.add(to.imagery, below === undefined ? undefined : below + 1);
    swapWhenLoaded(on, to);
  }

  /** Takes the replaced pictures away once the globe has everything of the new ones in sight. */
  function swapWhenLoaded(on: Stage, to: Map): void {
    forgetSwap?.();
    if (to.replaced.length === 0) return;
    let pictures = 0;
    const forget = on.scene.postRender.addEventListener(() => {
      pictures++;
      if (pictures < 3 || !on.scene.globe.tilesLoaded) {
        if (pictures < 3) on.requestRender();
        return;
      }
      forgetSwap?.();
      for (const one of to.replaced.splice(0)) on.scene.imageryLayers.remove(one);
      on.requestRender();
    });
    forgetSwap = () => {
      forget();
      forgetSwap = undefined;
    };
  }

  return {
    id: basemapSlice.id,
    select: (state: AppState) => {
      const { on, opacity, attempt } = selectLayer(basemapSlice.id)(state);
      return {
        url: selectArchiveUrl(state),
        attribution: selectAttribution(state),
        on,
        opacity,
        theme: selectTheme(state),
        labels: basemapSlice.select(state).labels,
        language: state.preferences.language,
        attempt: attempt ?? 0,
        boundsDeg: state.city?.manifest.boundsDeg,
        streetsUrl: selectStreetsUrl(state),
      };
    },
    attach: (given) => {
      stage = given;
    },
    update(next, previous) {
      if (!stage) return;
      latest = next;
      if (!previous || previous.url !== next.url || previous.attempt !== next.attempt) {
        close();
        stage.clearProblem(TILE_PROBLEM);
        if (next.url) void open(stage, next.url);
        else stage.reportStatus({ kind: 'idle' });
      } else if (map) {
        dress(stage, map, next, previous);
      }
    },
    detach() {
      close();
      stage = undefined;
      latest = undefined;
    },
  };
}
