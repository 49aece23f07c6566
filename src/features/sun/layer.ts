import { Cartesian3, Color, DirectionalLight, type Scene } from 'cesium';
import { type Instant, instant } from '#model/time.ts';
import { toDegrees } from '#model/units.ts';
import { WEATHER_READINGS, type WeatherReading } from '#model/weather-reading.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { dressScene, studioDay, studioLight } from '#scene/look.ts';
import { fitShadows } from '#scene/shadows.ts';
import { directionTo } from '#scene/sun-direction.ts';
import { selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import type { AppState, OpenCity } from '#store/store.ts';
import { centreOf } from './kernel/city-centre.ts';
import { daylightOf, inRain } from './kernel/daylight.ts';
import { rainOver } from './kernel/rain.ts';
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
  let shown: SunPicture | undefined;
  let rain = 0;
  let forget: readonly (() => void)[] = [];

  /** Readings come every second; a picture is asked for only where the rain itself changed. */
  function hear(on: Stage): void {
    const stations = on.frames.peek<readonly WeatherReading[]>(WEATHER_READINGS) ?? [];
    const next = rainOver(stations);
    if (next === rain) return;
    rain = next;
    if (!shown?.followsClock) return;
    light(on.scene, shown);
    on.requestRender();
  }

  function light(on: Scene, { city, minute, followsClock, shadows, theme }: SunPicture): void {
    const sun = findSun(minute, centreOf(city));
    const daylight = followsClock ? inRain(daylightOf(sun), rain) : undefined;
    on.light = daylight ? lightOf(city, daylight) : studioLight(city);
    on.globe.enableLighting = daylight !== undefined;
    // Cesium's name for the least light of the ground, whichever way it is turned.
    on.globe.vertexShadowDarkness = daylight?.skyShare ?? PLAIN_SKY_SHARE;
    on.shadowMap.darkness = daylight?.shadowLight ?? PLAIN_SHADOW_LIGHT;
    on.shadowMap.enabled = shadows && (daylight?.castsShadows ?? true);
    const day = daylight && {
      day: daylight.day,
      sunDeg: toDegrees(sun.elevation),
      sun: directionTo(centreOf(city), sun),
      rain,
    };
    dressScene(on, theme, day ?? studioDay(city));
  }

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
      forget = [
        fitShadows(scene),
        stage.frames.subscribe((channel) => channel === WEATHER_READINGS && hear(stage)),
      ];
      hear(stage);
      stage.reportStatus({ kind: 'ready' });
    },

    update(next) {
      shown = next;
      if (scene) light(scene, next);
    },

    detach() {
      for (const end of forget) end();
      if (!scene || scene.isDestroyed()) return;
      scene.shadowMap.enabled = false;
      scene.globe.enableLighting = false;
      scene.globe.vertexShadowDarkness = PLAIN_SKY_SHARE;
      scene.light = studioLight(shown?.city);
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
