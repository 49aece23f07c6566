// The line of a section on the ground, and the hand that draws it or points at a network's place.

import { PrimitiveCollection } from 'cesium';
import type { PlaceDeg } from '#model/place-deg.ts';
import { drape } from '#scene/drape.ts';
import { createDrawTool } from '#scene/draw-tool.ts';
import type { Stage } from '#scene/layer.ts';
import { type LineLook, sketchLine } from '#scene/sketch-lines.ts';
import { PIPES_GESTURE } from '../contract/gesture.ts';
import type { PipesDrawing } from '../state/initial.ts';

const look: LineLook = { colour: '#ffffff', stroke: 'dashed', width: 5 };
const LIFT_M = 0.6;
const NONE: readonly PlaceDeg[] = [];

export interface Drawn {
  show(drawing: PipesDrawing | undefined, line: readonly PlaceDeg[]): void;
  stop(): void;
}

export function createDrawn(stage: Stage): Drawn {
  const { scene, frames, requestRender } = stage;
  const group = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  const tool = createDrawTool(stage, (gesture) => frames.publish(PIPES_GESTURE, gesture));
  let shown = NONE;
  return {
    show(drawing, line) {
      tool.show(drawing, look);
      const next = drawing?.purpose === 'section' ? NONE : line;
      if (next === shown) return;
      shown = next;
      group.removeAll();
      if (next.length > 1) group.add(sketchLine(drape(scene, next, LIFT_M), look, undefined));
      requestRender();
    },
    stop() {
      tool.stop();
      if (!scene.isDestroyed()) scene.primitives.remove(group);
    },
  };
}
