// How the ground gives way: globe and camera of each view, and everything as it was before once it ends.

import { Color, NearFarScalar, type Scene } from 'cesium';
import type { UndergroundView } from '../contract.ts';

/** Share of the ground that is left where one looks through it, near by and from afar. */
const NEAR_ALPHA = 0.3;
const FAR_ALPHA = 0.75;
const NEAR_M = 300;
const FAR_M = 6000;

export interface Underground {
  show(view: UndergroundView): void;
  /** Puts everything back. */
  stop(): void;
}

export function createUnderground(scene: Scene): Underground {
  const { globe, screenSpaceCameraController: controller } = scene;
  const { translucency } = globe;
  const before = {
    isTranslucent: translucency.enabled,
    front: translucency.frontFaceAlphaByDistance,
    back: translucency.backFaceAlphaByDistance,
    colour: globe.undergroundColor,
    colourByDistance: globe.undergroundColorAlphaByDistance,
    collides: controller.enableCollisionDetection,
  };

  function restore(): void {
    if (scene.isDestroyed()) return;
    translucency.enabled = before.isTranslucent;
    translucency.frontFaceAlphaByDistance = before.front;
    translucency.backFaceAlphaByDistance = before.back;
    globe.undergroundColor = before.colour;
    globe.undergroundColorAlphaByDistance = before.colourByDistance;
    controller.enableCollisionDetection = before.collides;
  }

  return {
    show(view) {
      if (view !== 'translucent') {
        restore();
        return;
      }
      translucency.enabled = true;
      translucency.frontFaceAlphaByDistance = new NearFarScalar(
        NEAR_M,
        NEAR_ALPHA,
        FAR_M,
        FAR_ALPHA,
      );
      translucency.backFaceAlphaByDistance = new NearFarScalar(NEAR_M, 0.5, FAR_M, 1);
      globe.undergroundColor = Color.fromCssColorString('#2b241d');
      globe.undergroundColorAlphaByDistance = new NearFarScalar(NEAR_M, 0.25, FAR_M, 0.9);
      controller.enableCollisionDetection = false;
    },
    stop: restore,
  };
}
