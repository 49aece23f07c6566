// What the map tells the air over the city: where water is, and, once it gets dark or wet, where streets and lamps are.

import type { Scene } from 'cesium';
import { airOf } from '#scene/air.ts';
import { StreetLamps } from '#scene/street-lamps.ts';
import type { BasemapPort } from '#workers/basemap/client.ts';

const WATER_PX = 2048;
const LIGHT_PX = 2048;

export interface NightLight {
  show(isShown: boolean): void;
  stop(): void;
}

export interface NightLightOptions {
  readonly scene: Scene;
  readonly port: BasemapPort;
  readonly boundsDeg: readonly [number, number, number, number] | undefined;
  readonly streetsUrl: string | undefined;
  readonly requestRender: () => void;
}

/** The map itself comes first: nothing is asked of its worker before all of it in sight is there. */
export function createNightLight(options: NightLightOptions): NightLight {
  const { scene, port, boundsDeg, streetsUrl, requestRender } = options;
  const air = airOf(scene);
  let lamps: StreetLamps | undefined;
  let isShown = true;
  let isStopped = false;
  let asked = 0;
  let isAskedForLight = false;

  async function askForWater(): Promise<void> {
    const map = await port.call('water', { mostPx: WATER_PX });
    if (isStopped) return;
    air.setWater(map && { ...map, channels: 1 });
    requestRender();
  }

  async function askForLight(bounds: readonly [number, number, number, number]): Promise<void> {
    const light = await port.call('streetLight', {
      ...{ boundsDeg: bounds, streetsUrl, mostPx: LIGHT_PX },
    });
    if (isStopped) return;
    air.setLamps({ ...light.map, channels: 2 });
    lamps = new StreetLamps(scene, air);
    lamps.set(light.lamps);
    lamps.show = isShown;
    scene.primitives.add(lamps);
    requestRender();
  }

  /** Decoration: what can't be had is not there, and the map itself says what is wrong with its file. */
  const quietly = (work: Promise<void>) => void work.catch(() => {});

  const forget = scene.postRender.addEventListener(() => {
    if (!scene.globe.tilesLoaded) return;
    if (asked++ === 0) quietly(askForWater());
    const isDarkOrWet = air.state.x > 0 || air.state.y > 0;
    if (!isDarkOrWet || isAskedForLight || !boundsDeg) return;
    isAskedForLight = true;
    quietly(askForLight(boundsDeg));
  });

  return {
    show(next) {
      isShown = next;
      air.isMapped = next;
      if (lamps) lamps.show = next;
    },
    stop() {
      isStopped = true;
      forget();
      air.setWater(undefined);
      air.setLamps(undefined);
      if (lamps) scene.primitives.remove(lamps);
    },
  };
}
