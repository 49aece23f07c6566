// The line of a section on the ground, and the hand that draws it or points at a network's place. Nothing of it is in
// the scene before it is first needed.

import { Color, PointPrimitiveCollection, PrimitiveCollection } from 'cesium';
import type { PlaceDeg } from '#model/place-deg.ts';
import { drape } from '#scene/drape.ts';
import { createDrawTool, type DrawTool } from '#scene/draw-tool.ts';
import type { Stage } from '#scene/layer.ts';
import { type LineLook, sketchLine } from '#scene/sketch-lines.ts';
import { PIPES_GESTURE } from '../contract/gesture.ts';
import type { PipesDrawing } from '../state/initial.ts';

const look: LineLook = { colour: '#ffffff', stroke: 'dashed', width: 5 };
const dot = {
  pixelSize: 11,
  color: Color.WHITE,
  outlineColor: Color.fromCssColorString('#10161c'),
  outlineWidth: 3,
  disableDepthTestDistance: Number.POSITIVE_INFINITY,
};
const LIFT_M = 0.6;
const NONE: readonly PlaceDeg[] = [];

export interface Drawn {
  /** `line`: of the section that is shown; `point`: where a long section is read out. */
  show(
    drawing: PipesDrawing | undefined,
    line: readonly PlaceDeg[] | undefined,
    point: PlaceDeg | undefined,
  ): void;
  stop(): void;
}

export function createDrawn(stage: Stage): Drawn {
  const { scene, frames } = stage;
  let group: PrimitiveCollection | undefined;
  let tool: DrawTool | undefined;
  let shown = NONE;
  let dots: PointPrimitiveCollection | undefined;
  let marked: PlaceDeg | undefined;

  function showPoint(point: PlaceDeg | undefined): void {
    if (point === marked) return;
    marked = point;
    if (point && !dots) {
      dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
    }
    dots?.removeAll();
    const [position] = point ? drape(scene, [point], LIFT_M) : [];
    if (position) dots?.add({ ...dot, position });
    stage.requestRender();
  }

  function showLine(line: readonly PlaceDeg[]): void {
    if (line === shown) return;
    shown = line;
    if (line.length > 1 && !group) {
      group = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
    }
    group?.removeAll();
    if (line.length > 1) group?.add(sketchLine(drape(scene, line, LIFT_M), look, undefined));
    stage.requestRender();
  }

  return {
    show(drawing, line, point) {
      if (drawing) {
        tool ??= createDrawTool(stage, (gesture) => frames.publish(PIPES_GESTURE, gesture));
      }
      tool?.show(drawing, look);
      showPoint(point);
      showLine(line === undefined || drawing?.purpose === 'section' ? NONE : line);
    },
    stop() {
      tool?.stop();
      if (scene.isDestroyed()) return;
      if (group) scene.primitives.remove(group);
      if (dots) scene.primitives.remove(dots);
    },
  };
}
