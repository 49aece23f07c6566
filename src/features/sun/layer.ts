import { Cartesian3, Color, DirectionalLight, type Scene } from 'cesium';
import { type Instant, instant } from '#model/time.ts';
import type { Layer } from '#scene/layer.ts';
import { dressScene, studioLight } from '#scene/look.ts';
import { fitShadows } from '#scene/shadows.ts';
import { directionTo } from '#scene/sun-direction.ts';
import { selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import type { AppState, OpenCity } from '#store/store.ts';
import { centreOf } from './kernel/city-centre.ts';
import { daylightOf } from './kernel/daylight.ts';
import { findSun } from './kernel/sun-position.ts';
import { sunSlice } from './state.ts';

interface SunPicture {
  readonly city: OpenCity | undefined;
  readonly followsClock: boolean;
  readonly shadows: boolean;
  /** By the minute: the sun moves a quarter of a degree in it, and no frame is drawn in between. */
  readonly minute: Instant;
  readonly theme: Preferences['theme'];
}

const MINUTE_MS = 60_000;
const PLAIN_SHADOW_LIGHT = 0.5;
/** What Cesium begins with. */
const PLAIN_SKY_SHARE = 0.3;
const selectSunLayer = selectLayer(sunSlice.id);

/** Light, sky and shadows of the clock's time; even light while it is off. */
export function createLayer(): Layer<SunPicture> {
  let scene: Scene | undefined;
  let city: OpenCity | undefined;
  let forgetFrame: (() => void) | undefined;

  return {
    id: sunSlice.id,

    select: (state: AppState) => {
      const { followsClock, shadows } = sunSlice.select(state);
      const { on } = selectSunLayer(state);
      return {
        city: state.city,
        followsClock: on && followsClock,
        shadows: on && shadows,
        minute: instant(
          on && followsClock ? Math.floor(state.clock.now / MINUTE_MS) * MINUTE_MS : 0,
        ),
        theme: state.preferences.theme,
      };
    },

    attach(stage) {
      scene = stage.scene;
      forgetFrame = fitShadows(scene);
      stage.reportStatus({ kind: 'ready' });
    },

    update(next) {
      if (!scene) return;
      city = next.city;
      const sun = findSun(next.minute, centreOf(city));
      const light = next.followsClock ? daylightOf(sun) : undefined;
      scene.light = light ? lightOf(city, light) : studioLight(city);
      scene.globe.enableLighting = light !== undefined;
      // Cesium's name for the least light of the ground, whichever way it is turned.
      scene.globe.vertexShadowDarkness = light?.skyShare ?? PLAIN_SKY_SHARE;
      scene.shadowMap.darkness = light?.shadowLight ?? PLAIN_SHADOW_LIGHT;
      scene.shadowMap.enabled = next.shadows && (light?.castsShadows ?? true);
      dressScene(scene, next.theme, light?.day ?? 1);
    },

    detach() {
      forgetFrame?.();
      if (!scene || scene.isDestroyed()) return;
      scene.shadowMap.enabled = false;
      scene.globe.enableLighting = false;
      scene.globe.vertexShadowDarkness = PLAIN_SKY_SHARE;
      scene.light = studioLight(city);
      scene = undefined;
    },
  };
}

function lightOf(city: OpenCity | undefined, light: ReturnType<typeof daylightOf>) {
  const { x, y, z } = directionTo(centreOf(city), light.bearing);
  const [red, green, blue] = light.colour;
  const { intensity } = light;
  return new DirectionalLight({
    direction: new Cartesian3(-x, -y, -z),
    // Cesium's low-range light ignores an intensity below 1: it has to be in the colour.
    color: new Color(red * intensity, green * intensity, blue * intensity),
    intensity: 1,
  });
}
