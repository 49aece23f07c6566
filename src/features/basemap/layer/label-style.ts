// How the names on the globe look, by kind; sizes in CSS px.

import type { PlaceKind } from '#workers/basemap/client.ts';

export interface LabelStyle {
  readonly sizePx: number;
  readonly weight: number;
  readonly isItalic?: boolean;
  /** Set wide and in capitals, as districts are. */
  readonly spacingEm?: number;
  readonly ink: readonly [dark: string, light: string];
  readonly halo: readonly [dark: string, light: string];
  /** Map level from which on the thing is too close to be named as a whole. */
  readonly toZoom: number;
  /** A small mark above the name. */
  readonly mark?: 'dot' | 'square';
}

const halo = ['#0d1116d9', '#ffffffe6'] as const;
const strong = ['#f1f4f7', '#262420'] as const;
const plain = ['#d5dce3', '#3b3833'] as const;
const quiet = ['#aab5c0', '#6a645b'] as const;
const blue = ['#7fb2d6', '#35708f'] as const;
const green = ['#8fbd98', '#467048'] as const;
const transit = ['#b9c3e6', '#474f86'] as const;

export const labelStyles: Readonly<Record<PlaceKind, LabelStyle>> = {
  country: { sizePx: 20, weight: 600, spacingEm: 0.12, ink: strong, halo, toZoom: 6 },
  region: { sizePx: 16, weight: 500, spacingEm: 0.12, ink: quiet, halo, toZoom: 8.5 },
  city: { sizePx: 19, weight: 600, ink: strong, halo, toZoom: 14 },
  town: { sizePx: 16, weight: 600, ink: strong, halo, toZoom: 15.5 },
  village: { sizePx: 14, weight: 500, ink: plain, halo, toZoom: 16 },
  district: { sizePx: 13, weight: 600, spacingEm: 0.14, ink: plain, halo, toZoom: 16 },
  neighbourhood: { sizePx: 11.5, weight: 600, spacingEm: 0.1, ink: quiet, halo, toZoom: 17 },
  water: { sizePx: 13, weight: 500, isItalic: true, ink: blue, halo, toZoom: 19 },
  park: { sizePx: 12, weight: 500, ink: green, halo, toZoom: 18.5 },
  station: { sizePx: 12, weight: 600, ink: transit, halo, toZoom: 19, mark: 'square' },
  landmark: { sizePx: 12, weight: 500, ink: plain, halo, toZoom: 19, mark: 'dot' },
};
