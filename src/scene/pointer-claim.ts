// Whoever draws on the globe takes its clicks: nothing is selected or flown to meanwhile; dragging still moves the view.

import type { Scene } from 'cesium';
import type { ScreenPoint } from './ground.ts';

export interface PointerClaim {
  /** CSS pixels from the globe's corner. A double click is two clicks first. */
  click(point: ScreenPoint): void;
  doubleClick(point: ScreenPoint): void;
}

const claims = new WeakMap<Scene, PointerClaim>();

/** The latest claim holds; returns how to give it up. */
export function claimPointer(scene: Scene, claim: PointerClaim): () => void {
  claims.set(scene, claim);
  return () => {
    if (claims.get(scene) === claim) claims.delete(scene);
  };
}

export const pointerClaimOf = (scene: Scene): PointerClaim | undefined => claims.get(scene);
