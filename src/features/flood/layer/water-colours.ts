// What the water mirrors and how its edge and streaks look, by theme and light.

import type { Scene } from 'cesium';
import type { FloodColours } from '#scene/flood-surface.ts';
import type { Preferences } from '#store/preferences.ts';

type Colour = readonly [number, number, number];

const themes: Readonly<Record<Preferences['theme'], FloodColours>> = {
  dark: {
    zenith: [0.1, 0.17, 0.27],
    horizon: [0.42, 0.52, 0.62],
    shore: [0.93, 0.98, 1],
    streak: [0.97, 1, 1],
  },
  light: {
    zenith: [0.42, 0.6, 0.8],
    horizon: [0.9, 0.94, 0.97],
    shore: [0.07, 0.2, 0.36],
    streak: [1, 1, 1],
  },
};

/** `scene.light` carries how bright the day is: at night the water mirrors a dark sky. */
export function waterColours(theme: Preferences['theme'], { light }: Scene): FloodColours {
  const { red = 1, green = 1, blue = 1 } = light.color ?? {};
  const day = Math.min(1, 0.12 + 0.95 * Math.max(red, green, blue));
  const look = themes[theme];
  const dim = ([r, g, b]: Colour): Colour => [r * day, g * day, b * day];
  return { ...look, zenith: dim(look.zenith), horizon: dim(look.horizon) };
}
