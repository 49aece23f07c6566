// The placing tool on the globe: the draft's box and ring to take hold of, the file's other readings as boxes
// with a line to each and its distance.

import {
  Cartesian2,
  Cartesian3,
  Color,
  LabelCollection,
  LabelStyle,
  Material,
  PolylineCollection,
  type Primitive,
  VerticalOrigin,
} from 'cesium';
import { type BimModel, type StoredPlacement, toModelPlacement } from '#contract/bim-model.ts';
import { toDistanceText } from '#conversion/ifc/georeferencing/words.ts';
import type { ModelPoint } from '#model/model-moves.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { enuToEcefMatrix, toEcef } from '#model/position.ts';
import type { Stage } from '#scene/layer.ts';
import { linkPlacingHandles } from '#scene/placing-handles.ts';
import {
  axisLine,
  boxLines,
  drawLines,
  moveLines,
  ringLines,
  ringRadius,
} from '#scene/placing-lines.ts';
import type { Preferences } from '#store/preferences.ts';
import {
  BIM_GESTURE,
  BIM_GROUND,
  type GroundUnder,
  type PlacingGesture,
} from '../contract/placing.ts';
import { BIM_MODELS, type BimModels } from '../session/line.ts';
import {
  apartM,
  isSamePlacement,
  moveDraft,
  type PlacingTask,
  pivotOf,
  standOfDraft,
  turnDraft,
} from '../state/placing.ts';
import { watchGround } from './placing-ground.ts';

export interface PlacingGizmo {
  /** Shows the draft of a task; nothing without one. */
  update(task: PlacingTask | undefined, theme: Preferences['theme']): void;
  /** Takes everything off the globe. */
  remove(): void;
}

export interface GizmoOptions {
  /** Whether a model is what is seen at a point of the picture, CSS pixels from the globe's corner. */
  readonly isModelAt: (model: string, x: number, y: number) => boolean;
}

const looks = {
  dark: { draft: '#ff9d2e', other: '#7cc6f5', ink: '#ffffff', halo: '#10161c' },
  light: { draft: '#e06c00', other: '#0b66a7', ink: '#10161c', halo: '#ffffff' },
} as const;

/** Closer than this two readings are one. */
const SAME_M = 0.5;

export function createPlacingGizmo(stage: Stage, { isModelAt }: GizmoOptions): PlacingGizmo {
  const { scene, frames } = stage;
  let shown: Shown | undefined;
  const ground = watchGround(scene, (found) =>
    frames.publish(BIM_GROUND, found satisfies GroundUnder),
  );
  const handles = linkPlacingHandles(scene, () => shown && targetOf(shown, isModelAt), {
    drag({ task: { model, draft }, foot }, stroke) {
      const next =
        stroke.kind === 'move'
          ? moveDraft(draft, foot, [stroke.eastM, stroke.northM, 0])
          : turnDraft(draft, foot, stroke.byDeg);
      frames.publish(BIM_GESTURE, { model, draft: next } satisfies PlacingGesture);
    },
  });

  function clear(): void {
    if (!shown) return;
    for (const primitive of shown.all) scene.primitives.remove(primitive);
    shown = undefined;
  }

  return {
    update(task, theme) {
      const models = frames.peek<BimModels>(BIM_MODELS) ?? [];
      const opened = task && models.find(({ source }) => source.id === task.model);
      if (!task || !opened) {
        if (shown) stage.requestRender();
        clear();
        return;
      }
      const isOther =
        shown?.model !== opened.model || shown.theme !== theme || shown.task.model !== task.model;
      if (isOther) {
        clear();
        shown = show(scene.primitives, opened.model, task, theme);
      } else if (shown?.task !== task) {
        shown = { ...shown!, task };
      }
      if (!shown) return;
      follow(shown);
      ground.ask(task.model, task.draft, opened.model.boundsM);
      stage.requestRender();
    },
    remove() {
      handles.remove();
      ground.stop();
      clear();
    },
  };
}

/** What a hand takes hold of. */
const targetOf = ({ task, pivot: foot, ringM }: Shown, isModelAt: GizmoOptions['isModelAt']) => ({
  ...{ task, foot, ringM },
  pivot: standOfDraft(task.draft, foot),
  rotationDeg: task.draft.rotationDeg,
  isSeenAt: (x: number, y: number) => isModelAt(task.model, x, y),
});

interface Shown {
  readonly model: BimModel;
  readonly theme: Preferences['theme'];
  readonly task: PlacingTask;
  readonly pivot: ModelPoint;
  readonly ringM: number;
  readonly box: Primitive;
  readonly ring: Primitive;
  readonly axis: Primitive;
  readonly links: PolylineCollection;
  readonly labels: LabelCollection;
  readonly others: readonly StoredPlacement[];
  /** A box for each of them. */
  readonly ghosts: readonly Primitive[];
  /** All of them, to take away. */
  readonly all: readonly object[];
}

function show(
  primitives: { add<Drawn>(drawn: Drawn): Drawn },
  model: BimModel,
  task: PlacingTask,
  theme: Preferences['theme'],
): Shown {
  const look = looks[theme];
  const pivot = pivotOf(model);
  const ringM = ringRadius(model.boundsM);
  const at = toModelMatrix(toModelPlacement(task.draft));
  const strong = { colour: look.draft, opacity: 1, width: 2.5 };
  const ghost = { colour: look.other, opacity: 0.85, width: 1.5 };
  const box = drawLines(boxLines(model.boundsM), strong, at);
  const ring = drawLines(ringLines(ringM), { ...strong, width: 4 }, at);
  const axis = drawLines(axisLine(ringM), { ...strong, width: 2 }, at);
  const others = distinctReadings(model, pivot);
  const ghosts = others.map((placement) =>
    drawLines(boxLines(model.boundsM), ghost, toModelMatrix(toModelPlacement(placement))),
  );
  const links = new PolylineCollection();
  const labels = new LabelCollection();
  for (const at of others.keys()) {
    const material = Material.fromType('Color', {
      color: Color.fromCssColorString(look.other).withAlpha(0.85),
    });
    links.add({ width: 2, material, show: false });
    labels.add({
      position: Cartesian3.ZERO,
      font: '600 13px system-ui, sans-serif',
      style: LabelStyle.FILL_AND_OUTLINE,
      fillColor: Color.fromCssColorString(look.ink),
      outlineColor: Color.fromCssColorString(look.halo),
      outlineWidth: 4,
      verticalOrigin: VerticalOrigin.BOTTOM,
      // One above the other where they begin at the same place.
      pixelOffset: new Cartesian2(0, -6 - 18 * at),
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    });
  }
  const all = [...ghosts, links, labels, ring, axis, box];
  for (const one of all) primitives.add(one);
  return { model, theme, task, pivot, ringM, box, ring, axis, links, labels, others, ghosts, all };
}

/** Where else the file may mean, each place once. */
function distinctReadings({ georeferencing }: BimModel, pivot: ModelPoint): StoredPlacement[] {
  const distinct: StoredPlacement[] = [];
  for (const { source, placement } of georeferencing.readings) {
    if (source === 'none') continue;
    const isKnown = distinct.some((known) => apartM(known, placement, pivot) < SAME_M);
    if (!isKnown) distinct.push(placement);
  }
  return distinct;
}

/** Everything to where the draft is. */
function follow({ task, pivot, box, ring, axis, links, labels, others, ghosts }: Shown): void {
  const { draft } = task;
  const matrix = toModelMatrix(toModelPlacement(draft));
  const stand = standOfDraft(draft, pivot);
  moveLines(box, matrix);
  moveLines(ring, enuToEcefMatrix(stand));
  moveLines(axis, movedTo(matrix, pivot));
  const from = toEcef(stand);
  for (const [at, other] of others.entries()) {
    const line = links.get(at);
    const label = labels.get(at);
    const distance = apartM(draft, other, pivot);
    const isApart = distance >= SAME_M && !isSamePlacement(draft, other);
    const ghost = ghosts[at];
    if (ghost) ghost.show = isApart;
    line.show = isApart;
    label.show = isApart;
    if (!isApart) continue;
    const to = toEcef(standOfDraft(other, pivot));
    const ends = [from, to].map(({ x, y, z }) => new Cartesian3(x, y, z));
    line.positions = ends;
    // Beyond the horizon only this end is to be seen.
    const share = distance < 20000 ? 0.5 : 0;
    label.position = Cartesian3.lerp(ends[0]!, ends[1]!, share, new Cartesian3());
    label.text = toDistanceText(distance);
  }
}

/** The matrix with its origin at a point of its frame. */
function movedTo(matrix: Float64Array, [x, y, z]: ModelPoint): Float64Array {
  const moved = matrix.slice();
  for (let row = 0; row < 3; row++) {
    moved[12 + row]! += matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z;
  }
  return moved;
}
