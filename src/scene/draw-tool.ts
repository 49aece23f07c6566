// The hand that draws on the globe: clicks become points, keys take them back or end it. What is drawn stands in the
// store; here it is only shown, with the way to the pointer, and told as gestures.

import {
  Cartesian2,
  Color,
  PointPrimitiveCollection,
  PrimitiveCollection,
  SceneTransforms,
} from 'cesium';
import { toDegrees } from '#model/units.ts';
import { drape, type PlaceDeg } from './drape.ts';
import { findGround, type ScreenPoint, toPosition } from './ground.ts';
import { pointOf } from './held-pointer.ts';
import type { Stage } from './layer.ts';
import { claimPointer } from './pointer-claim.ts';
import { type LineLook, sketchLine } from './sketch-lines.ts';

/** Nearer than this to the first corner a click closes an area; touching is rougher. CSS px. */
const CLOSING_PX = 12;
/** The second click of a double click adds nothing, ms and CSS px. */
const TWICE_MS = 400;
const TWICE_PX = 6;

export type DrawGesture =
  | { readonly act: 'add'; readonly place: PlaceDeg }
  | { readonly act: 'undo' }
  | { readonly act: 'finish' }
  | { readonly act: 'cancel' };

/** What is drawn so far. */
export interface Drawn {
  readonly shape: 'point' | 'pair' | 'line' | 'area';
  readonly points: readonly PlaceDeg[];
}

export interface DrawTool {
  /** The same object means that nothing changed. */
  show(drawing: Drawn | undefined, look: LineLook): void;
  stop(): void;
}

/** `tell`: what the hand did; what is drawn follows from it elsewhere and comes back by `show`. */
export function createDrawTool(stage: Stage, tell: (gesture: DrawGesture) => void): DrawTool {
  const { scene } = stage;
  const { canvas } = scene;
  const group = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let drawing: Drawn | undefined;
  let look: LineLook = { colour: '#ffffff', stroke: 'dashed', width: 5 };
  let hovered: PlaceDeg | undefined;
  let handle = 0;
  let last: { readonly point: ScreenPoint; readonly at: number } | undefined;
  let release: (() => void) | undefined;

  function placeAt(point: ScreenPoint): PlaceDeg | undefined {
    // Where no ground is drawn yet, the ellipsoid's is near enough to go on with.
    const beneath = scene.camera.pickEllipsoid(new Cartesian2(point.x, point.y));
    const ground = findGround(scene, point) ?? (beneath && toPosition(beneath));
    return ground && [toDegrees(ground.longitude), toDegrees(ground.latitude)];
  }

  function click(point: ScreenPoint): void {
    if (!drawing) return;
    const now = performance.now();
    const isTwice = last && now - last.at < TWICE_MS && away(last.point, point) < TWICE_PX;
    last = { point: { x: point.x, y: point.y }, at: now };
    if (isTwice) return;
    const [first] = drawing.points;
    const corner =
      first && drawing.shape === 'area' && drawing.points.length >= 3 && toPixel(first);
    if (corner && away(corner, point) < CLOSING_PX) {
      tell({ act: 'finish' });
      return;
    }
    const place = placeAt(point);
    if (place) tell({ act: 'add', place });
  }

  function toPixel(place: PlaceDeg): Cartesian2 | undefined {
    const [position] = drape(scene, [place], 0);
    return position && SceneTransforms.worldToWindowCoordinates(scene, position);
  }

  function move(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const point = pointOf(scene, event);
    handle ||= requestAnimationFrame(() => {
      handle = 0;
      if (!drawing || scene.isDestroyed()) return;
      hovered = placeAt(point);
      draw();
      stage.requestRender();
    });
  }

  function press(event: KeyboardEvent): void {
    const gesture = gestureOf(event);
    if (!gesture) return;
    event.preventDefault();
    event.stopPropagation();
    tell(gesture);
  }

  function begin(): void {
    release = claimPointer(scene, { click, doubleClick: () => tell({ act: 'finish' }) });
    canvas.addEventListener('pointermove', move);
    window.addEventListener('keydown', press, { capture: true });
    canvas.style.cursor = 'crosshair';
  }

  function end(): void {
    release?.();
    release = undefined;
    last = undefined;
    hovered = undefined;
    cancelAnimationFrame(handle);
    handle = 0;
    canvas.removeEventListener('pointermove', move);
    window.removeEventListener('keydown', press, { capture: true });
    canvas.style.cursor = '';
  }

  function draw(): void {
    group.removeAll();
    if (!drawing) return;
    const wanted =
      hovered && drawing.shape !== 'point' ? [...drawing.points, hovered] : drawing.points;
    const line = drawing.shape === 'area' ? closed(wanted) : wanted;
    if (line.length > 1) {
      group.add(sketchLine(drape(scene, line, 0.8), { ...look, stroke: 'dashed' }, undefined));
    }
    const dots = group.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
    for (const place of hovered ? [...drawing.points, hovered] : drawing.points) {
      const [position] = drape(scene, [place], 0.8);
      if (!position) continue;
      dots.add({
        position,
        pixelSize: place === hovered ? 8 : 11,
        color: Color.fromCssColorString(place === hovered ? look.colour : '#ffffff'),
        outlineColor: Color.fromCssColorString(look.colour),
        outlineWidth: 3,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
  }

  return {
    show(next, nextLook) {
      if (next === drawing) return;
      look = nextLook;
      const wasOn = drawing !== undefined;
      drawing = next;
      if (next && !wasOn) begin();
      if (!next && wasOn) end();
      draw();
    },
    stop() {
      if (drawing) end();
      drawing = undefined;
      if (!scene.isDestroyed()) scene.primitives.remove(group);
    },
  };
}

/** An area's corners and its first again. */
const closed = (area: readonly PlaceDeg[]): readonly PlaceDeg[] => {
  const [first] = area;
  return first && area.length > 2 ? [...area, first] : area;
};

const away = (a: ScreenPoint, b: ScreenPoint) => Math.hypot(a.x - b.x, a.y - b.y);

/** What is written into, or pressed by the key itself, keeps the key. */
function gestureOf({ key, target, isComposing }: KeyboardEvent): DrawGesture | undefined {
  if (isComposing) return undefined;
  const element = target instanceof HTMLElement ? target : undefined;
  const isWriting =
    element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? '');
  if (key === 'Escape') return { act: 'cancel' };
  if (isWriting) return undefined;
  if (key === 'Backspace' || key === 'Delete') return { act: 'undo' };
  if (key === 'Enter' && !element?.closest('button, a, [role="button"]')) return { act: 'finish' };
  return undefined;
}
