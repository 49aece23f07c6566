// Grass, shrubs and litter between the houses that have burnt by the shown time, and what will within half an hour.

import { FireRaster } from '#scene/fire-raster.ts';
import type { Stage } from '#scene/layer.ts';
import type { BurntGround, FireSpread } from '../contract/spread.ts';
import { toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import type { FireView } from './view.ts';

export interface BurntGroundPicture {
  take(spread: FireSpread | undefined): void;
  setTime(timeS: number): void;
  show(view: FireView): void;
  again(): void;
  build(): void;
  stop(): void;
}

const NEXT_S = 1800;
const colours = [toRgba('#2a1510', 0.72), toRgba('#f4a340', 0.4), toRgba('#f4a340', 0)];

export function createBurntGround(stage: Stage, ground: FireGround): BurntGroundPicture {
  const { scene } = stage;
  const raster = scene.primitives.add(new FireRaster(scene)) as FireRaster;
  let spread: FireSpread | undefined;
  let shown: string | undefined;
  let isDue = false;

  function lay(): void {
    isDue = false;
    const burnt = spread?.vegetation;
    if (!burnt) {
      raster.set(undefined, { leastM: 0, greatestM: 0 });
      return;
    }
    const corners = cornersOf(burnt);
    const bounds = boundsOf(Object.values(corners)) ?? [0, 0, 0, 0];
    const { columns, rows, arrivalS } = burnt;
    raster.set({ ...corners, columns, rows, values: arrivalS }, ground.rangeOf(bounds));
  }

  function sync(): void {
    raster.show = shown !== undefined && spread?.scenario === shown;
  }

  return {
    take(next) {
      isDue ||= next?.vegetation !== spread?.vegetation;
      spread = next;
      sync();
    },
    setTime(timeS) {
      const limits = [timeS, timeS + NEXT_S];
      raster.setPaint({ limits, colours, line: [0, 0, 0, 0], scale: 'linear' });
    },
    show({ on, opacity, fire, look }) {
      shown = on && look.showsFlames ? fire?.id : undefined;
      raster.opacity = opacity;
      sync();
    },
    again() {
      isDue = true;
    },
    build() {
      if (isDue) lay();
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(raster);
    },
  };
}

const cornersOf = ({ westDeg, southDeg, eastDeg, northDeg }: BurntGround) => ({
  northWest: [westDeg, northDeg] as const,
  northEast: [eastDeg, northDeg] as const,
  southEast: [eastDeg, southDeg] as const,
  southWest: [westDeg, southDeg] as const,
});
