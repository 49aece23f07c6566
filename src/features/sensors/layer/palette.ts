// Colours of the pins by theme, as 0xAABBGGRR for the sprites. Level is told by shape first: round is
// normal, a diamond is a warning, an octagon is an alarm.

import type { Preferences } from '#store/preferences.ts';

export interface PinColours {
  readonly ring: number;
  readonly fill: number;
  readonly glyph: number;
}

export interface Palette {
  /** By position in `levels` of the model. */
  readonly pins: readonly [PinColours, PinColours, PinColours];
  readonly stale: PinColours;
  /** Badges by the most urgent thing inside: 0 … 3, see `kernel/placing.ts`. */
  readonly badges: readonly Omit<PinColours, 'ring'>[];
  readonly text: number;
  readonly textStale: number;
  readonly halo: number;
  readonly selected: number;
  readonly pulse: number;
  readonly leader: number;
  readonly wedge: number;
}

export const palettes: Readonly<Record<Preferences['theme'], Palette>> = {
  dark: {
    pins: [
      colours('#86a9c4', '#111c28', '#e3eef8'),
      colours('#fff1cf', '#f0a91b', '#241702'),
      colours('#ffffff', '#e0343d', '#ffffff'),
    ],
    stale: colours('#6d7885', '#1d242d', '#98a3af'),
    badges: badges('#cfdfed', '#16222f'),
    text: tint('#f2f6fa'),
    textStale: tint('#aab4c1'),
    halo: tint('#05090e', 0.92),
    selected: tint('#54b3f0'),
    pulse: tint('#ff4d57'),
    leader: tint('#cfe0ee', 0.75),
    wedge: tint('#9fd2ff', 0.8),
  },
  light: {
    pins: [
      colours('#33658c', '#ffffff', '#163a57'),
      colours('#4f3300', '#f7b32b', '#2b1b00'),
      colours('#5c0710', '#d4232f', '#ffffff'),
    ],
    stale: colours('#8a949f', '#eef1f4', '#6d7783'),
    badges: badges('#274a66', '#ffffff'),
    text: tint('#0f1822'),
    textStale: tint('#55606d'),
    halo: tint('#ffffff', 0.94),
    selected: tint('#0b66a7'),
    pulse: tint('#d4232f'),
    leader: tint('#1d3d57', 0.75),
    wedge: tint('#0b66a7', 0.7),
  },
};

const DARK = tint('#10161f');
const WHITE = tint('#ffffff');

/** What reads on a fill of any colour: dark ink where it is light, white where it is dark. */
export function inkOn(hex: string): number {
  const [red, green, blue] = channels(hex).map((one) => (one / 255) ** 2.2);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) > 0.22 ? DARK : WHITE;
}

/** `#rrggbb` and an opacity as the sprites want it. */
export function tint(hex: string, alpha = 1): number {
  const [red = 0, green = 0, blue = 0] = channels(hex);
  return ((Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** The same colour, `share` as opaque. */
export const faded = (colour: number, share: number): number =>
  ((colour & 0xffffff) | (Math.round((colour >>> 24) * share) << 24)) >>> 0;

function colours(ring: string, fill: string, glyph: string): PinColours {
  return { ring: tint(ring), fill: tint(fill), glyph: tint(glyph) };
}

function badges(fill: string, ink: string): readonly Omit<PinColours, 'ring'>[] {
  const alarm = { fill: tint('#e0343d'), glyph: tint('#ffffff') };
  return [
    { fill: tint(fill), glyph: tint(ink) },
    { fill: tint('#f0a91b'), glyph: tint('#241702') },
    alarm,
    alarm,
  ];
}

function channels(hex: string): [number, number, number] {
  const all = Number.parseInt(hex.slice(1), 16);
  return [(all >> 16) & 255, (all >> 8) & 255, all & 255];
}
