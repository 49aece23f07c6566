// Soft shadows fit for a city. Cesium's bias for models suits a single one seen near: over a city, where a
// texel of the shadow map is half a metre, every roof would shade itself in stripes. It can only be set inside.

import type { Scene, ShadowMap } from 'cesium';

interface ShadowMapInside {
  readonly _primitiveBias: {
    normalOffsetScale: number;
    normalShadingSmooth: number;
    depthBias: number;
  };
}

/** Farthest shadow in heights of the eye: beyond it a pixel holds more than one shadow. */
const REACH = 5;

/** Prepares the scene's shadow map and keeps its reach in step with the eye; returns how to stop. */
export function fitShadows(scene: Scene): () => void {
  const { shadowMap } = scene;
  shadowMap.softShadows = true;
  shadowMap.darkness = 0.5;
  shadowMap.size = 2048;
  const { _primitiveBias: bias } = shadowMap as ShadowMap & ShadowMapInside;
  bias.normalOffsetScale = 2;
  bias.normalShadingSmooth = 0.3;
  bias.depthBias = 0.0006;
  return scene.preRender.addEventListener(() => {
    if (!shadowMap.enabled) return;
    const { camera, globe } = scene;
    const ground = globe.getHeight(camera.positionCartographic) ?? 0;
    const eye = Math.max(60, camera.positionCartographic.height - ground);
    shadowMap.maximumDistance = Math.min(12_000, Math.max(500, eye * REACH));
  });
}
