// Fire beside the town, as a map on the ground.

import { FireRaster } from '#scene/fire-raster.ts';
import type { Stage } from '#scene/layer.ts';
import type { WildlandFrame } from '../contract/wildland.ts';
import { wildlandColours } from '../kernel/wildland-colours.ts';
import { type Rgba, toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import type { FireView } from './view.ts';

export interface WildlandPicture {
  take(frame: WildlandFrame | undefined): void;
  show(view: FireView): void;
  stop(): void;
}

/** Codes of fuels that are told apart by colour. */
const KINDS = 8;

export function createWildland(stage: Stage, ground: FireGround): WildlandPicture {
  const { scene } = stage;
  const raster = scene.primitives.add(new FireRaster(scene)) as FireRaster;
  let shown: WildlandFrame | undefined;

  return {
    take(frame) {
      shown = frame;
      if (!frame) {
        raster.set(undefined, { leastM: 0, greatestM: 0 });
        return;
      }
      const { map, corners, columns, rows, values, limits } = frame;
      const isNamed = map === 'fuel';
      const classes = wildlandColours(map, isNamed ? KINDS : limits.length + 1);
      const colours = classes.map((colour): Rgba => toRgba(colour, isNamed ? 0.55 : 0.66));
      raster.setPaint({
        limits,
        colours,
        line: [0.1, 0.04, 0.06, isNamed ? 0 : 0.7],
        scale: isNamed ? 'named' : 'linear',
      });
      const bounds = boundsOf(Object.values(corners)) ?? [0, 0, 0, 0];
      raster.set({ ...corners, columns, rows, values }, ground.rangeOf(bounds));
    },
    show({ on, look, opacity }) {
      raster.show = on && shown !== undefined && look.wildland === shown.map;
      raster.opacity = opacity;
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(raster);
    },
  };
}
