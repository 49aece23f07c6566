// How the world around the city looks by theme. Calm: what the city says shall be the loudest.

import { Color, DirectionalLight, type Scene } from 'cesium';
import type { Preferences } from '#store/preferences.ts';
import type { AppState } from '#store/store.ts';
import type { Layer } from './layer.ts';

interface Look {
  readonly theme: Preferences['theme'];
}

const looks = {
  dark: {
    ground: '#0b1118',
    background: '#04070b',
    imagery: { brightness: 0.34, saturation: 0.35, contrast: 1.05, gamma: 0.9 },
    sky: { brightness: -0.32, saturation: -0.2 },
    fogBrightness: 0.02,
    atmosphereIntensity: 7,
  },
  light: {
    ground: '#e6e9ec',
    background: '#aebfce',
    imagery: { brightness: 1.12, saturation: 0.62, contrast: 0.9, gamma: 1.15 },
    sky: { brightness: 0.12, saturation: -0.25 },
    fogBrightness: 0.5,
    atmosphereIntensity: 11,
  },
} as const;

/** Dresses globe, sky and base imagery for the theme. */
export function createLook(): Layer<Look> {
  let scene: Scene | undefined;
  return {
    id: 'look',
    select: ({ preferences }: AppState) => ({ theme: preferences.theme }),
    attach: (stage) => {
      scene = stage.scene;
    },
    update: ({ theme }) => {
      if (scene) dress(scene, theme);
    },
    detach: () => {
      scene = undefined;
    },
  };
}

function dress(scene: Scene, theme: Look['theme']): void {
  const look = looks[theme];
  scene.backgroundColor = Color.fromCssColorString(look.background);
  scene.globe.baseColor = Color.fromCssColorString(look.ground);
  scene.fog.minimumBrightness = look.fogBrightness;
  const base = scene.imageryLayers.length > 0 ? scene.imageryLayers.get(0) : undefined;
  if (base) Object.assign(base, look.imagery);
  if (scene.skyAtmosphere) {
    scene.skyAtmosphere.brightnessShift = look.sky.brightness;
    scene.skyAtmosphere.saturationShift = look.sky.saturation;
    scene.skyAtmosphere.atmosphereLightIntensity = look.atmosphereIntensity * 4;
  }
  scene.globe.atmosphereBrightnessShift = look.sky.brightness * 0.6;
  scene.globe.atmosphereSaturationShift = look.sky.saturation;
  scene.globe.atmosphereLightIntensity = look.atmosphereIntensity;
  if (scene.skyBox) scene.skyBox.show = theme === 'dark';
}

/** What does not depend on the theme, set once when the scene is new. */
export function prepareScene(scene: Scene): void {
  const { globe, screenSpaceCameraController: controller, fog } = scene;
  globe.depthTestAgainstTerrain = true;
  globe.showGroundAtmosphere = true;
  globe.tileCacheSize = 200;
  fog.enabled = true;
  fog.density = 2.2e-4;
  scene.highDynamicRange = false;
  scene.sunBloom = false;
  if (scene.sun) scene.sun.show = false;
  if (scene.moon) scene.moon.show = false;
  controller.minimumZoomDistance = 3;
  controller.maximumZoomDistance = 4e7;
  controller.inertiaSpin = 0.8;
  controller.inertiaTranslate = 0.8;
  controller.inertiaZoom = 0.7;
  scene.light = new DirectionalLight({
    direction: scene.camera.directionWC.clone(),
    intensity: 1,
  });
}
