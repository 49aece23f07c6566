// Where the pointer was last on the ground: picking says that it is a zone, this says which.

import { Cartesian2, type Scene } from 'cesium';
import { toDegrees } from '#model/units.ts';
import { findGround } from '#scene/ground.ts';
import { pointOf } from '#scene/held-pointer.ts';
import type { PlaceDeg } from '../contract.ts';

export interface PointerPlace {
  place(): PlaceDeg | undefined;
  stop(): void;
}

export function watchPointer(scene: Scene): PointerPlace {
  const { canvas } = scene;
  let last = new Cartesian2();
  const keep = (event: PointerEvent) => {
    last = pointOf(scene, event);
  };
  const types = ['pointerdown', 'pointermove', 'pointerup'] as const;
  for (const type of types) canvas.addEventListener(type, keep, { capture: true });
  return {
    place() {
      const ground = findGround(scene, last);
      return ground && [toDegrees(ground.longitude), toDegrees(ground.latitude)];
    },
    stop() {
      for (const type of types) canvas.removeEventListener(type, keep, { capture: true });
    },
  };
}
