// How the world around the city looks by theme. Calm: what the city says shall be the loudest.

import { Cartesian3, Color, DirectionalLight, type Scene } from 'cesium';
import { fromDegrees, metres } from '#model/units.ts';
import type { Preferences } from '#store/preferences.ts';
import type { AppState, OpenCity } from '#store/store.ts';
import { airOf } from './air.ts';
import { airColours } from './air-colours.ts';
import type { Layer } from './layer.ts';
import { directionTo } from './sun-direction.ts';

interface Look {
  readonly theme: Preferences['theme'];
  readonly city: OpenCity | undefined;
}

/** Even light, as on an architect's model: from the south-west, so that walls differ and streets stay open. */
const STUDIO = { azimuth: fromDegrees(250), elevation: fromDegrees(43) };

const looks = {
  dark: {
    ground: '#0b1118',
    background: '#04070b',
    imagery: { brightness: 0.34, saturation: 0.35, contrast: 1.05, gamma: 0.9 },
    sky: { brightness: -0.32, saturation: -0.2 },
    atmosphereIntensity: 7,
  },
  light: {
    ground: '#dfe7ec',
    background: '#aebfce',
    imagery: { brightness: 1.12, saturation: 0.62, contrast: 0.9, gamma: 1.15 },
    sky: { brightness: -0.08, saturation: -0.1 },
    atmosphereIntensity: 8,
  },
} as const;

/** Dresses globe, sky and base imagery for the theme. */
export function createLook(): Layer<Look> {
  let scene: Scene | undefined;
  let forgetFrame: (() => void) | undefined;
  return {
    id: 'look',
    select: ({ preferences, city }: AppState) => ({ theme: preferences.theme, city }),
    attach: (stage) => {
      scene = stage.scene;
      prepare(scene);
      airOf(scene);
      forgetFrame = scene.preRender.addEventListener(fadeBase);
    },
    update: ({ theme, city }, previous) => {
      if (!scene) return;
      const isOther = !previous || city !== previous.city;
      if (isOther) {
        airOf(scene).setPlace(city && middleOf(city));
        scene.light = studioLight(city);
      }
      if (isOther || theme !== previous.theme) dressScene(scene, theme, studioDay(city));
    },
    detach: () => {
      forgetFrame?.();
      scene = undefined;
    },
  };
}

/** What of day and weather the look of a scene follows. */
export interface DayLook {
  /** From 0 (night) to 1. */
  readonly day: number;
  /** Height of the sun above the horizon, degrees. */
  readonly sunDeg: number;
  /** Towards the sun, a unit vector on Earth's axes. */
  readonly sun: { readonly x: number; readonly y: number; readonly z: number };
  /** 0 … 1 in a downpour. */
  readonly rain: number;
}

/** Even light knows no hour: a clear day. */
export const studioDay = (city: OpenCity | undefined): DayLook => ({
  day: 1,
  sunDeg: 40,
  sun: directionTo(placeOf(city), STUDIO),
  rain: 0,
});

/** Sky, air, globe and base imagery of a theme. */
export function dressScene(scene: Scene, theme: Look['theme'], { day, ...weather }: DayLook): void {
  const look = looks[theme];
  airOf(scene).set(airColours(theme, weather.sunDeg, weather.rain), weather.sun);
  scene.backgroundColor = dimmed(look.background, day);
  scene.globe.baseColor = Color.fromCssColorString(look.ground);
  const { red, green, blue } = dimmed(look.ground, day);
  Cartesian3.fromElements(red, green, blue, airOf(scene).ground);
  const base = scene.imageryLayers.length > 0 ? scene.imageryLayers.get(0) : undefined;
  if (base) Object.assign(base, look.imagery);
  // The sky keeps its light until long after the streets have lost theirs, and has most colour then.
  const dusk = 4 * day * (1 - day);
  const brightness = look.sky.brightness * (1 - 0.6 * dusk) - (1 - day) ** 2.5 * NIGHT_SKY;
  const saturation = look.sky.saturation + dusk * DUSK_SATURATION;
  if (scene.skyAtmosphere) {
    scene.skyAtmosphere.brightnessShift = brightness;
    scene.skyAtmosphere.saturationShift = saturation;
    scene.skyAtmosphere.atmosphereLightIntensity = look.atmosphereIntensity * 4;
  }
  scene.globe.atmosphereBrightnessShift = brightness * 0.6;
  scene.globe.atmosphereSaturationShift = saturation;
  scene.globe.atmosphereLightIntensity = look.atmosphereIntensity;
}

/** How much darker the sky is at night, in Cesium's shift from -1 to 1. */
const NIGHT_SKY = 0.6;

/** How much more colour the sky has between day and night. */
const DUSK_SATURATION = 0.35;

function dimmed(css: string, day: number): Color {
  const colour = Color.fromCssColorString(css);
  const night = Color.fromCssColorString('#04070b');
  return Color.lerp(night, colour, day, new Color());
}

/** Natural Earth has a pixel per 10 km: near the ground it is a stain, so it gives way to the plain globe. */
const FADE_FROM_M = 40_000;
const FADE_TO_M = 400_000;

function fadeBase({ camera, imageryLayers }: Scene): void {
  if (imageryLayers.length === 0) return;
  const { height } = camera.positionCartographic;
  // Ground may lie below the ellipsoid.
  const share = Math.log(Math.max(1, height) / FADE_FROM_M) / Math.log(FADE_TO_M / FADE_FROM_M);
  imageryLayers.get(0).alpha = Math.min(1, Math.max(0, share));
}

/** Light for a scene that shows no time of day. */
export function studioLight(city: OpenCity | undefined): DirectionalLight {
  const { x, y, z } = directionTo(placeOf(city), STUDIO);
  return new DirectionalLight({ direction: new Cartesian3(-x, -y, -z), intensity: 1 });
}

function middleOf({ manifest: { boundsDeg } }: Pick<OpenCity, 'manifest'>) {
  const [west, south, east, north] = boundsDeg;
  return { longitudeDeg: (west + east) / 2, latitudeDeg: (south + north) / 2 };
}

function placeOf(city: OpenCity | undefined) {
  const { longitudeDeg, latitudeDeg } = city
    ? middleOf(city)
    : { longitudeDeg: 10, latitudeDeg: 45 };
  return {
    longitude: fromDegrees(longitudeDeg),
    latitude: fromDegrees(latitudeDeg),
    height: metres(0),
  };
}

/** What does not depend on the theme. */
function prepare(scene: Scene): void {
  const { globe, fog, screenSpaceCameraController: controller } = scene;
  globe.depthTestAgainstTerrain = true;
  globe.showGroundAtmosphere = true;
  fog.density = 2.2e-4;
  // Cesium's fog spares far tiles; what it looks like is the air's, whose colour is the sky's at the horizon.
  fog.visualDensityScalar = 0;
  scene.highDynamicRange = false;
  scene.sunBloom = false;
  if (scene.sun) scene.sun.show = false;
  if (scene.moon) scene.moon.show = false;
  controller.minimumZoomDistance = 3;
  controller.maximumZoomDistance = 4e7;
  controller.inertiaSpin = 0.8;
  controller.inertiaTranslate = 0.8;
  controller.inertiaZoom = 0.7;
}
