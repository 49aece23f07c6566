// Colours of smoke and gas on the ground, for globe and legend alike, mildest first. They darken with the harm, so that
// they are read without hue; of their own beside water (blue), zones (yellow to red) and buildings.

import type { AirQuantity } from '../contract/smoke.ts';
import { airScales } from './air-scale.ts';

/** sRGB; of three tiers, and of any number of classes. */
const tiers = ['#f6d746', '#e5642b', '#7a1150'] as const;
const smoke = ['#efe6b4', '#d9b98a', '#b98285', '#8a4f86', '#4d2a6b'] as const;
const murk = ['#d8d2c4', '#b0a594', '#877766', '#5d4c40', '#33261f'] as const;

/** One a class above the first, which is clear: mildest first, also of sight, where less is worse. */
export function airColours(quantity: AirQuantity): readonly string[] {
  const count = airScales[quantity].limits.length;
  if (quantity === 'tier') return tiers;
  return spread(quantity === 'visibility' ? murk : smoke, count);
}

/** Of a released substance: by its three tiers. */
export const releaseColours: readonly string[] = tiers;

/** `count` of some colours, the first and the last among them. */
function spread(colours: readonly string[], count: number): readonly string[] {
  const last = colours.length - 1;
  return Array.from(
    { length: count },
    (_, at) => colours[count === 1 ? last : Math.round((at * last) / (count - 1))] ?? '',
  );
}
