import {
  Cartesian2,
  KeyboardEventModifier,
  type Scene,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
} from 'cesium';
import type { Geodetic } from '#model/position.ts';
import { fromDegrees, metres, radians } from '#model/units.ts';
import { flyTo } from '#store/camera.ts';
import { type Selected, select, toggleSelected } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import { poseLookingAt } from './camera-pose.ts';
import { findGround, type ScreenPoint, toPosition } from './ground.ts';
import type { Layer } from './layer.ts';
import { pointerClaimOf } from './pointer-claim.ts';

/** Where a person asked what can be done here. */
export interface ContextPlace {
  /** CSS pixels from the window's top left corner, for the menu. */
  readonly screen: ScreenPoint;
  readonly position: Geodetic | undefined;
  readonly selected: Selected | undefined;
}

export interface PointerOptions {
  readonly scene: Scene;
  readonly store: AppStore;
  readonly layers: () => readonly Layer<object>[];
  readonly onPointer: (position: Geodetic | undefined) => void;
  readonly onContextMenu: (place: ContextPlace) => void;
}

const LONG_PRESS_MS = 600;
const { LEFT_CLICK, LEFT_DOUBLE_CLICK, MOUSE_MOVE, RIGHT_CLICK } = ScreenSpaceEventType;

/** Click inspects, Shift or Ctrl adds, double-click focuses, right click or long press asks what can be done. */
export function linkPointer(options: PointerOptions): () => void {
  const { scene, store, onPointer, onContextMenu } = options;
  const { canvas } = scene;
  ScreenSpaceEventHandler.touchHoldDelayMilliseconds = LONG_PRESS_MS;
  const handler = new ScreenSpaceEventHandler(canvas);
  let hovered: Cartesian2 | undefined;
  let handle = 0;

  /** The first answer of a layer to what lies under the point. */
  function ask<Answer>(
    picked: unknown,
    question: (layer: Layer<object>) => ((picked: unknown) => Answer | undefined) | undefined,
  ): Answer | undefined {
    if (picked === undefined) return undefined;
    for (const layer of options.layers()) {
      const answer = question(layer)?.call(layer, picked);
      if (answer) return answer;
    }
    return undefined;
  }

  const findThing = (point: Cartesian2): Selected | undefined =>
    ask(scene.pick(point), ({ pick }) => pick);

  const inspect = ({ position }: { position: Cartesian2 }) => {
    const claim = pointerClaimOf(scene);
    if (claim) {
      claim.click(position);
      return;
    }
    const picked: unknown = scene.pick(position);
    const target = ask(picked, ({ approach }) => approach);
    if (target) {
      const { heading, pitch } = scene.camera;
      flyTo(store, poseLookingAt(target, radians(heading), radians(pitch)));
      return;
    }
    const thing = ask(picked, ({ pick }) => pick);
    select(store, thing ? [thing] : []);
  };

  const add = ({ position }: { position: Cartesian2 }) => {
    if (pointerClaimOf(scene)) return;
    const thing = findThing(position);
    if (thing) toggleSelected(store, thing);
  };

  const focus = ({ position }: { position: Cartesian2 }) => {
    const claim = pointerClaimOf(scene);
    if (claim) {
      claim.doubleClick(position);
      return;
    }
    const place = findSurface(scene, position);
    if (place) flyTo(store, focusOn(scene, place));
  };

  const offer = ({ position }: { position: Cartesian2 }) => {
    const { left, top } = canvas.getBoundingClientRect();
    onContextMenu({
      screen: { x: left + position.x, y: top + position.y },
      position: findSurface(scene, position),
      selected: findThing(position),
    });
  };

  const hover = ({ endPosition }: { endPosition: Cartesian2 }) => {
    hovered = Cartesian2.clone(endPosition);
    handle ||= requestAnimationFrame(() => {
      handle = 0;
      onPointer(hovered && findGround(scene, hovered));
    });
  };

  const leave = () => {
    hovered = undefined;
    onPointer(undefined);
  };

  handler.setInputAction(inspect, LEFT_CLICK);
  handler.setInputAction(add, LEFT_CLICK, KeyboardEventModifier.SHIFT);
  handler.setInputAction(add, LEFT_CLICK, KeyboardEventModifier.CTRL);
  handler.setInputAction(focus, LEFT_DOUBLE_CLICK);
  handler.setInputAction(offer, RIGHT_CLICK);
  handler.setInputAction(hover, MOUSE_MOVE);
  canvas.addEventListener('pointerleave', leave);
  return () => {
    cancelAnimationFrame(handle);
    canvas.removeEventListener('pointerleave', leave);
    handler.destroy();
  };
}

/** What is seen at a point of the picture, be it roof or ground. */
function findSurface(scene: Scene, point: Cartesian2): Geodetic | undefined {
  const hit = scene.pickPositionSupported ? scene.pickPosition(point) : undefined;
  return (hit && toPosition(hit)) ?? findGround(scene, point);
}

function focusOn({ camera }: Scene, place: Geodetic) {
  const here = camera.positionCartographic;
  const across = Math.hypot(
    here.latitude - place.latitude,
    (here.longitude - place.longitude) * Math.cos(place.latitude),
  );
  const distance = Math.hypot(across * 6_371_000, here.height - place.height);
  const pitch = Math.min(fromDegrees(-25), Math.max(fromDegrees(-60), camera.pitch));
  return poseLookingAt(
    { ...place, radius: metres(Math.max(15, distance * 0.12)) },
    radians(camera.heading),
    radians(pitch),
  );
}
