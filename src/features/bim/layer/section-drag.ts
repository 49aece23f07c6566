// Dragging a section's handle along its direction: pointer events become distances.

import { type Cartesian2, Cartesian3, type Scene, SceneTransforms } from 'cesium';
import { holdPointer, pointOf } from '#scene/held-pointer.ts';
import type { HandleId, SectionHandle } from '../kernel/section-handles.ts';

export interface DragTargets {
  /** Model's frame → Earth-centred. */
  readonly matrix: Float64Array;
  readonly handles: readonly SectionHandle[];
  /** Half the length of an arrow, m. */
  readonly reachM: number;
}

const NEAR_PX = 10;
const NEAR_TOUCH_PX = 22;

/** Takes hold of the globe's pointer where it is on an arrow; elsewhere the globe keeps it. */
export function linkSectionDrag(
  scene: Scene,
  targets: () => DragTargets | undefined,
  onMove: (id: HandleId, distanceM: number) => void,
): { remove(): void } {
  return holdPointer<Grip>(scene, {
    grab(event) {
      const found = findHandle(scene, targets(), event);
      const start = found && alongAxis(scene, found.axis, event);
      if (!found || start === undefined) return undefined;
      const { id, distanceM } = found.handle;
      return { id, axis: found.axis, from: distanceM - start };
    },
    drag({ id, axis, from }, event) {
      const along = alongAxis(scene, axis, event);
      if (along !== undefined) onMove(id, from + along);
    },
    cursorOf: () => 'grabbing',
    hover: (event) => (findHandle(scene, targets(), event) ? 'grab' : ''),
  });
}

interface Grip {
  readonly id: HandleId;
  readonly axis: Axis;
  /** Distance of the section less where its axis was grabbed, m. */
  readonly from: number;
}

/** A line in Earth-centred coordinates; distances along it are metres of the model. */
interface Axis {
  readonly origin: Cartesian3;
  readonly direction: Cartesian3;
}

function findHandle(scene: Scene, target: DragTargets | undefined, event: PointerEvent) {
  if (!target) return undefined;
  const point = pointOf(scene, event);
  let nearest = event.pointerType === 'touch' ? NEAR_TOUCH_PX : NEAR_PX;
  let found: { readonly handle: SectionHandle; readonly axis: Axis } | undefined;
  for (const handle of target.handles) {
    const axis = axisOf(target.matrix, handle);
    const ends = [-target.reachM, target.reachM].map((along) => {
      const step = Cartesian3.multiplyByScalar(axis.direction, along, new Cartesian3());
      const place = Cartesian3.add(axis.origin, step, step);
      return SceneTransforms.worldToWindowCoordinates(scene, place);
    });
    const [a, b] = ends;
    const away = a && b ? distanceToSegment(point, a, b) : Number.POSITIVE_INFINITY;
    if (away > nearest) continue;
    nearest = away;
    found = { handle, axis };
  }
  return found;
}

function axisOf(m: Float64Array, { at, normal }: SectionHandle): Axis {
  const row = (vector: readonly number[], which: number, offset: number) =>
    m[which]! * vector[0]! + m[4 + which]! * vector[1]! + m[8 + which]! * vector[2]! + offset;
  return {
    origin: new Cartesian3(row(at, 0, m[12]!), row(at, 1, m[13]!), row(at, 2, m[14]!)),
    direction: new Cartesian3(row(normal, 0, 0), row(normal, 1, 0), row(normal, 2, 0)),
  };
}

/** Where on the axis, m from its origin, the ray through the pointer comes nearest; undefined where it runs along. */
function alongAxis(scene: Scene, { origin, direction }: Axis, event: PointerEvent) {
  const ray = scene.camera.getPickRay(pointOf(scene, event));
  if (!ray) return undefined;
  const between = Cartesian3.subtract(origin, ray.origin, new Cartesian3());
  const [aa, ab] = [Cartesian3.dot(direction, direction), Cartesian3.dot(direction, ray.direction)];
  const bb = Cartesian3.dot(ray.direction, ray.direction);
  const denominator = aa * bb - ab * ab;
  if (denominator < 1e-4 * aa * bb) return undefined;
  const [ac, bc] = [Cartesian3.dot(direction, between), Cartesian3.dot(ray.direction, between)];
  return (ab * bc - bb * ac) / denominator;
}

function distanceToSegment(point: Cartesian2, a: Cartesian2, b: Cartesian2): number {
  const [x, y] = [b.x - a.x, b.y - a.y];
  const length = x * x + y * y;
  const share = length === 0 ? 0 : ((point.x - a.x) * x + (point.y - a.y) * y) / length;
  const kept = Math.min(1, Math.max(0, share));
  return Math.hypot(a.x + x * kept - point.x, a.y + y * kept - point.y);
}
