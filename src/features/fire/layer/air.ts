// Smoke and gas: classes on the ground, and the body of the plume above it.

import type { PrimitiveCollection } from 'cesium';
import { FirePlume } from '#scene/fire-plume.ts';
import { FireRaster } from '#scene/fire-raster.ts';
import type { Stage } from '#scene/layer.ts';
import { airQuantities, type PlumeSlice, type SmokeFrame } from '../contract/smoke.ts';
import { airColours, releaseColours } from '../kernel/air-colours.ts';
import { airScales } from '../kernel/air-scale.ts';
import { type Rgba, toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import { createIsoLabels } from './iso-labels.ts';
import { dayOf } from './light.ts';
import type { FireView } from './view.ts';

export interface AirPicture {
  /** `frame` undefined: nothing in the air. */
  take(frame: SmokeFrame | undefined, heat: number): void;
  show(view: FireView, isShown: boolean): void;
  /** Theme and light. */
  wear(theme: FireView['theme']): void;
  setTime(timeS: number): void;
  stop(): void;
}

/** Alpha of the mildest and of the worst class. */
const [MILD, WORST] = [0.42, 0.78];

/** `words`: what is drawn above all else of fire. */
export function createAir(
  stage: Stage,
  ground: FireGround,
  words: PrimitiveCollection,
): AirPicture {
  const { scene } = stage;
  const raster = scene.primitives.add(new FireRaster(scene)) as FireRaster;
  const plume = scene.primitives.add(new FirePlume(scene)) as FirePlume;
  const values = createIsoLabels(stage, ground, words);

  return {
    take(frame, heat) {
      values.take(frame);
      if (!frame) {
        raster.set(undefined, { leastM: 0, greatestM: 0 });
        plume.set([], 0);
        return;
      }
      const { corners, columns, rows } = frame;
      const bounds = boundsOf(Object.values(corners)) ?? [0, 0, 0, 0];
      raster.setPaint(paintOf(frame));
      raster.set({ ...corners, columns, rows, values: frame.values }, ground.rangeOf(bounds));
      const sections = frame.slices.map((slice: PlumeSlice) => ({
        ...slice,
        heightM: ground.heightOf(slice.at) + slice.heightM,
      }));
      plume.set(sections, heat);
    },
    show({ look, opacity }, isShown) {
      raster.show = isShown && look.air !== 'none';
      values.show(raster.show);
      plume.show = isShown && look.showsPlume;
      raster.opacity = opacity;
      plume.opacity = opacity;
    },
    wear(theme) {
      const day = dayOf(scene);
      plume.setLook({
        dense: theme === 'dark' ? [0.27, 0.26, 0.26] : [0.24, 0.23, 0.23],
        thin: theme === 'dark' ? [0.62, 0.63, 0.66] : [0.5, 0.5, 0.52],
        glow: [1, 0.52, 0.16],
        ambient: 0.5 + 0.2 * (1 - day),
      });
    },
    setTime(timeS) {
      plume.timeS = timeS;
    },
    stop() {
      if (scene.isDestroyed()) return;
      scene.primitives.remove(raster);
      scene.primitives.remove(plume);
    },
  };
}

function paintOf({ quantity, limits }: SmokeFrame) {
  const known = airQuantities.find((one) => one === quantity);
  const isLess = known !== undefined && airScales[known].worse === 'less';
  const severe = known ? airColours(known) : releaseColours;
  const classes: Rgba[] = limits.map((_, at) => {
    const share = limits.length > 1 ? at / (limits.length - 1) : 1;
    return toRgba(severe[at] ?? severe.at(-1) ?? '#000000', MILD + (WORST - MILD) * share);
  });
  const mildest = classes[0] ?? toRgba('#000000', 0);
  const clear: Rgba = [mildest[0], mildest[1], mildest[2], 0];
  // Values rise along the classes; of sight the worst comes first.
  const colours = isLess ? [...classes.reverse(), clear] : [clear, ...classes];
  const line: Rgba = [0.1, 0.06, 0.14, 0.75];
  const scale = quantity === 'tier' ? ('linear' as const) : ('logarithmic' as const);
  // Tiers are whole numbers: their borders lie between them.
  const drawn = quantity === 'tier' ? limits.map((limit) => limit - 0.5) : limits;
  return { limits: drawn, colours, line, scale };
}
