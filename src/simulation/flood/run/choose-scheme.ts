// Which scheme suits which flood. Full shallow water where momentum decides (breach, dam break, burst main, surge);
// local inertial, about 2.7 times cheaper, where the water rises (river, rain). Source: de Almeida & Bates 2013.

import type { FloodScheme } from '../parts.ts';

const schemes = {
  breach: 'shallow-water',
  'dam-break': 'shallow-water',
  burst: 'shallow-water',
  surge: 'shallow-water',
  river: 'local-inertial',
  rain: 'local-inertial',
} as const satisfies Record<string, FloodScheme>;

export type FloodHazard = keyof typeof schemes;

export const chooseScheme = (hazard: FloodHazard, wish: 'auto' | FloodScheme): FloodScheme =>
  wish === 'auto' ? schemes[hazard] : wish;
