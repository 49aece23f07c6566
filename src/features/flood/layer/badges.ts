// Signs at sites that are wet or cut off and at flooded entrances of the underground; told apart by their shape.

import {
  type Billboard,
  BillboardCollection,
  Cartesian3,
  NearFarScalar,
  VerticalOrigin,
} from 'cesium';
import type { Stage } from '#scene/layer.ts';
import type { FloodBadge } from '../contract/impact.ts';
import type { PlaceDeg } from '../contract.ts';
import { badgePicture } from './badge-pictures.ts';

const LIFT_M = 3;

/** What `scene.pick` finds on a sign. */
export class PickedBadge {
  readonly badge: FloodBadge;
  constructor(badge: FloodBadge) {
    this.badge = badge;
  }
}

export interface BadgesPicture {
  show(badges: readonly FloodBadge[], isOn: boolean): void;
  stop(): void;
}

/** `heightOf`: of the water or the ground above the ellipsoid, m. */
export function createBadges(
  stage: Stage,
  heightOf: (place: PlaceDeg) => number | undefined,
): BadgesPicture {
  const { scene } = stage;
  const collection = scene.primitives.add(
    new BillboardCollection({ scene }),
  ) as BillboardCollection;
  const drawn = new Map<string, Billboard>();

  function add(badge: FloodBadge): Billboard {
    const { longitudeDeg, latitudeDeg, kind } = badge;
    const heightM = heightOf([longitudeDeg, latitudeDeg]) ?? 0;
    const picture = badgePicture(kind);
    return collection.add({
      id: new PickedBadge(badge),
      position: Cartesian3.fromDegrees(longitudeDeg, latitudeDeg, heightM + LIFT_M),
      image: picture,
      width: 30,
      height: 36,
      verticalOrigin: VerticalOrigin.BOTTOM,
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
      scaleByDistance: new NearFarScalar(1500, 1, 8000, 0.55),
    });
  }

  return {
    show(badges, isOn) {
      collection.show = isOn;
      if (!isOn) return;
      const wanted = new Set(badges.map(keyOf));
      for (const [key, billboard] of drawn) {
        if (wanted.has(key)) continue;
        collection.remove(billboard);
        drawn.delete(key);
      }
      for (const badge of badges) {
        const key = keyOf(badge);
        if (!drawn.has(key)) drawn.set(key, add(badge));
      }
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(collection);
    },
  };
}

const keyOf = ({ id, kind }: FloodBadge) => `${kind} ${id}`;
