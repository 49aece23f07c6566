// What the map tells the air over the city: where water is, and, once it gets dark or wet, where streets and lamps are.

import type { Scene } from 'cesium';
import { airOf } from '#scene/air.ts';
import { StreetLamps } from '#scene/street-lamps.ts';
import { type BasemapPort, startBasemapWorker } from '#workers/basemap/client.ts';

const WATER_PX = 2048;
const LIGHT_PX = 2048;

export interface NightLight {
  show(isShown: boolean): void;
  stop(): void;
}

export interface NightLightOptions {
  readonly scene: Scene;
  /** The archive that the map is painted from. */
  readonly url: string;
  readonly boundsDeg: readonly [number, number, number, number] | undefined;
  readonly streetsUrl: string | undefined;
  readonly requestRender: () => void;
}

/** Each question has a worker of its own, so that neither waits for the pictures of the map nor holds them up. */
export function createNightLight(options: NightLightOptions): NightLight {
  const { scene, url, boundsDeg, streetsUrl, requestRender } = options;
  const air = airOf(scene);
  const ports = new Set<BasemapPort>();
  let lamps: StreetLamps | undefined;
  let isShown = true;
  let isAskedForLight = false;

  /** Decoration: what can't be had is not there, and the map itself says what is wrong with its file. */
  async function ask<Answer>(
    question: (port: BasemapPort) => Promise<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    const port = startBasemapWorker();
    ports.add(port);
    const answer = await port
      .call('open', { url })
      .then(() => question(port))
      .then(
        (value) => ({ value }),
        () => undefined,
      );
    port.close();
    if (!ports.delete(port) || !answer) return;
    take(answer.value);
    requestRender();
  }

  void ask(
    (port) => port.call('water', { mostPx: WATER_PX }),
    (map) => air.setWater(map && { ...map, channels: 1 }),
  );

  const forget = scene.preRender.addEventListener(() => {
    const isDarkOrWet = air.state.x > 0 || air.state.y > 0;
    if (!isDarkOrWet || isAskedForLight || !boundsDeg) return;
    isAskedForLight = true;
    void ask(
      (port) => port.call('streetLight', { boundsDeg, streetsUrl, mostPx: LIGHT_PX }),
      (light) => {
        air.setLamps({ ...light.map, channels: 2 });
        lamps = new StreetLamps(scene, air);
        lamps.set(light.lamps);
        lamps.show = isShown;
        scene.primitives.add(lamps);
      },
    );
  });

  return {
    show(next) {
      isShown = next;
      air.isMapped = next;
      if (lamps) lamps.show = next;
    },
    stop() {
      forget();
      for (const port of ports) port.close();
      ports.clear();
      air.setWater(undefined);
      air.setLamps(undefined);
      if (lamps) scene.primitives.remove(lamps);
    },
  };
}
