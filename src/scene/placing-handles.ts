// Dragging a thing over the ground and turning it by a ring about its pivot: pointer events become moves and turns.

import {
  Cartesian2,
  Cartesian3,
  IntersectionTests,
  Plane,
  type Scene,
  SceneTransforms,
} from 'cesium';
import { enuToEcefMatrix, type Geodetic } from '#model/position.ts';
import { holdPointer, pointOf } from './held-pointer.ts';

export interface PlacingTarget {
  /** Where it is turned about. */
  readonly pivot: Geodetic;
  readonly ringM: number;
  /** Counter-clockwise; with Shift it comes to a multiple of 5°. */
  readonly rotationDeg: number;
  /** Whether the thing itself is seen at a point of the picture (CSS pixels from the globe's corner). */
  readonly isSeenAt?: (x: number, y: number) => boolean;
}

/** Since the press, counter-clockwise. */
export type PlacingStroke =
  | { readonly kind: 'move'; readonly eastM: number; readonly northM: number }
  | { readonly kind: 'turn'; readonly byDeg: number };

export interface PlacingActs<Target> {
  /** `from`: the target as it was when it was taken hold of. */
  readonly drag: (from: Target, stroke: PlacingStroke) => void;
  readonly drop?: () => void;
}

const NEAR_PX = 12;
const NEAR_TOUCH_PX = 24;
const SNAP_DEG = 5;

/** Takes hold of the globe's pointer where it is on the thing, its foot or its ring; elsewhere the globe keeps it. */
export function linkPlacingHandles<Target extends PlacingTarget>(
  scene: Scene,
  target: () => Target | undefined,
  { drag, drop }: PlacingActs<Target>,
): { remove(): void } {
  return holdPointer<Started<Target>>(scene, {
    grab(event) {
      const from = target();
      const started = from && begin(scene, from, event);
      return started && { ...started, from };
    },
    drag({ from, to }, event) {
      const stroke = to(event);
      if (stroke) drag(from, stroke);
    },
    ...(drop && { drop }),
    cursorOf: ({ kind }) => (kind === 'turn' ? 'grabbing' : 'move'),
    hover(event) {
      const held = target();
      // Asking what is seen there costs a picture: a press does, a pointer passing by doesn't.
      const kind = held && handleAt(scene, { ...held, isSeenAt: () => false }, event)?.kind;
      return kind === 'turn' ? 'grab' : (kind ?? '');
    },
  });
}

interface Stroke {
  readonly kind: PlacingStroke['kind'];
  readonly to: (event: PointerEvent) => PlacingStroke | undefined;
}
interface Started<Target> extends Stroke {
  readonly from: Target;
}

function begin(scene: Scene, target: PlacingTarget, event: PointerEvent): Stroke | undefined {
  const handle = handleAt(scene, target, event);
  if (!handle) return undefined;
  const { kind, frame, start } = handle;
  const on = (later: PointerEvent) => groundAt(scene, frame, pointOf(scene, later));
  if (kind === 'move') {
    return {
      kind,
      to: (later) => {
        const now = on(later);
        return now && { kind, eastM: now[0] - start[0], northM: now[1] - start[1] };
      },
    };
  }
  const bearing = ([east, north]: Ground) => (Math.atan2(north, east) * 180) / Math.PI;
  return {
    kind,
    to: (later) => {
      const now = on(later);
      if (!now) return undefined;
      const byDeg = bearing(now) - bearing(start);
      return { kind, byDeg: later.shiftKey ? toStep(target.rotationDeg, byDeg) : byDeg };
    },
  };
}

/** So that the rotation itself is a multiple of the step. */
const toStep = (rotationDeg: number, byDeg: number) =>
  Math.round((rotationDeg + byDeg) / SNAP_DEG) * SNAP_DEG - rotationDeg;

/** East and north of the pivot, m. */
type Ground = readonly [number, number];

interface Handle {
  readonly kind: PlacingStroke['kind'];
  /** East-north-up at the pivot, at the height that was grabbed. */
  readonly frame: Float64Array;
  readonly start: Ground;
}

function handleAt(scene: Scene, target: PlacingTarget, event: PointerEvent): Handle | undefined {
  const { pivot, ringM, isSeenAt } = target;
  const frame = enuToEcefMatrix(pivot);
  const point = pointOf(scene, event);
  const ground = groundAt(scene, frame, point);
  if (ground) {
    const away = Math.hypot(...ground);
    const nearest = away === 0 ? undefined : pixelOf(scene, frame, ground, ringM / away);
    const nearPx = event.pointerType === 'touch' ? NEAR_TOUCH_PX : NEAR_PX;
    if (nearest && Cartesian2.distance(nearest, point) <= nearPx) {
      return { kind: 'turn', frame, start: ground };
    }
  }
  if (!isSeenAt?.(point.x, point.y)) {
    const isOnFoot = ground && Math.hypot(...ground) < ringM;
    return isOnFoot ? { kind: 'move', frame, start: ground } : undefined;
  }
  // A tower grabbed by its top moves with the hand, not with the ground far behind it.
  const raised = raiseTo(scene, frame, point);
  const start = groundAt(scene, raised, point);
  return start && { kind: 'move', frame: raised, start };
}

/** Where the ray through a point of the picture meets the level plane of a frame. */
function groundAt({ camera }: Scene, frame: Float64Array, point: Cartesian2): Ground | undefined {
  const ray = camera.getPickRay(point);
  const origin = new Cartesian3(frame[12], frame[13], frame[14]);
  const up = new Cartesian3(frame[8], frame[9], frame[10]);
  const plane = Plane.fromPointNormal(origin, up);
  const hit = ray && IntersectionTests.rayPlane(ray, plane);
  if (!hit) return undefined;
  const offset = Cartesian3.subtract(hit, origin, new Cartesian3());
  const along = (axis: number) =>
    offset.x * frame[axis]! + offset.y * frame[axis + 1]! + offset.z * frame[axis + 2]!;
  return [along(0), along(4)];
}

/** The frame lifted to what is seen at the point. */
function raiseTo(scene: Scene, frame: Float64Array, point: Cartesian2): Float64Array {
  const seen = scene.pickPositionSupported ? scene.pickPosition(point) : undefined;
  if (!seen) return frame;
  const offset = [0, 1, 2].map((axis) => [seen.x, seen.y, seen.z][axis]! - frame[12 + axis]!);
  const height = offset.reduce((sum, value, axis) => sum + value * frame[8 + axis]!, 0);
  const raised = frame.slice();
  for (let axis = 0; axis < 3; axis++) raised[12 + axis]! += height * frame[8 + axis]!;
  return raised;
}

/** Where a point of the plane, its distance from the pivot scaled, is in the picture. */
function pixelOf(
  scene: Scene,
  frame: Float64Array,
  [east, north]: Ground,
  scale: number,
): Cartesian2 | undefined {
  const axis = (row: number) =>
    frame[row]! * east * scale + frame[4 + row]! * north * scale + frame[12 + row]!;
  const position = new Cartesian3(axis(0), axis(1), axis(2));
  return SceneTransforms.worldToWindowCoordinates(scene, position);
}
