// Flames on the roofs that burn at the shown moment: decoration, at most three hundred, the hottest.

import { FireFlames } from '#scene/fire-flames.ts';
import type { Stage } from '#scene/layer.ts';
import type { BurningPlaces, FireMoment } from '../contract/spread.ts';
import { flamesOf } from '../kernel/flames.ts';
import { dayOf } from './light.ts';
import type { FireView } from './view.ts';

export interface FlamesPicture {
  take(moment: FireMoment | undefined, places: BurningPlaces | undefined): void;
  setWind(towardsRad: number, speedMs: number): void;
  show(view: FireView): void;
  setTime(timeS: number): void;
  wear(): void;
  readonly isEmpty: boolean;
  stop(): void;
}

export function createFlames(stage: Stage): FlamesPicture {
  const { scene } = stage;
  const flames = scene.primitives.add(new FireFlames(scene)) as FireFlames;

  return {
    take(moment, places) {
      const isFitting = moment && places && moment.scenario === places.scenario;
      flames.set(isFitting ? flamesOf(moment, places) : []);
    },
    setWind(towardsRad, speedMs) {
      const lean = Math.min(1, speedMs / 12);
      flames.setWind(Math.sin(towardsRad) * lean, Math.cos(towardsRad) * lean);
    },
    show({ on, look, opacity, fire }) {
      flames.show = on && look.showsFlames && fire !== undefined;
      flames.opacity = opacity;
    },
    setTime(timeS) {
      flames.timeS = timeS;
    },
    wear() {
      flames.night = 1 - dayOf(scene);
    },
    get isEmpty() {
      return flames.isEmpty || !flames.show;
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(flames);
    },
  };
}
