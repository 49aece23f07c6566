import type { Scene } from 'cesium';

/** How bright the day is, 0 … 1, by the light that the sun's layer has set. */
export function dayOf({ light }: Scene): number {
  const { red = 1, green = 1, blue = 1 } = light.color ?? {};
  const strength = 'intensity' in light ? Math.min(1, Number(light.intensity)) : 1;
  return Math.min(1, Math.max(red, green, blue) * strength);
}
