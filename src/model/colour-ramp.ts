// Colour ramps that are even to the eye and safe for colour-blind readers, as sRGB numbers 0xRRGGBB.
// viridis, magma, cividis: Smith, van der Walt; Nuñez et al. 2018 (matplotlib, CC0). mako: Waskom
// (seaborn, BSD). batlow: Crameri 2018, doi:10.5281/zenodo.1243862 (MIT). rdbu, puor: Brewer (Apache-2.0).
// okabe-ito: Okabe & Ito 2008, without black. tol-muted: Tol 2021, SRON/EPS/TN/09-002.

import * as v from 'valibot';

export interface Ramp {
  /** `categorical` colours have no order; the others run from low to high. */
  readonly kind: 'sequential' | 'diverging' | 'categorical';
  readonly stops: readonly number[];
}

export const rampId = v.picklist([
  'viridis',
  'cividis',
  'magma',
  'mako',
  'batlow',
  'rdbu',
  'puor',
  'okabe-ito',
  'tol-muted',
]);
export type RampId = v.InferOutput<typeof rampId>;

export const ramps: Readonly<Record<RampId, Ramp>> = {
  viridis: {
    kind: 'sequential',
    stops: parseStops(
      '440154 481a6c 472f7d 414487 39568c 31688e 2a788e 23888e 1f988b 22a884 35b779 54c568 7ad151 a5db36 d2e21b fde725',
    ),
  },
  cividis: {
    kind: 'sequential',
    stops: parseStops(
      '00224e 002e6c 1e3a6f 35456c 47516c 575d6d 666970 757575 848279 948e77 a59c74 b7a96e c8b866 dbc75a eed649 fee838',
    ),
  },
  magma: {
    kind: 'sequential',
    stops: parseStops(
      '000004 0b0924 20114b 3b0f70 57157e 721f81 8c2981 a8327d c43c75 de4968 f1605d fa7f5e fe9f6d febf84 fddea0 fcfdbf',
    ),
  },
  mako: {
    kind: 'sequential',
    stops: parseStops(
      '0b0405 1d111d 2d1d38 382a54 403872 40498e 395d9c 3671a0 3484a5 3497a9 38aaac 45bdad 60ceac 91dbb4 bbe7c8 def5e5',
    ),
  },
  batlow: {
    kind: 'sequential',
    stops: parseStops('011959 103f60 1c5460 3c6d56 687b3e 9d892b d29343 f8a17b fdb7bc faccfa'),
  },
  rdbu: {
    kind: 'diverging',
    stops: parseStops(
      '053061 2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b 67001f',
    ),
  },
  puor: {
    kind: 'diverging',
    stops: parseStops(
      '2d004b 542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806 7f3b08',
    ),
  },
  'okabe-ito': {
    kind: 'categorical',
    stops: parseStops('e69f00 56b4e9 009e73 f0e442 0072b2 d55e00 cc79a7'),
  },
  'tol-muted': {
    kind: 'categorical',
    stops: parseStops('cc6677 332288 ddcc77 117733 88ccee 882255 44aa99 999933 aa4499'),
  },
};

/** Things that have no value, and things beyond the categories shown. */
export const MISSING_COLOUR = 0x80858c;
export const OTHERS_COLOUR = 0xc4c8ce;

/**
 * `count` colours from low to high: evenly spaced on an ordered ramp, the first ones of a categorical
 * ramp, which repeats where more are asked for than it has.
 */
export function sampleRamp(id: RampId, count: number, isReversed = false): number[] {
  const { kind, stops } = ramps[id];
  const at = (position: number) =>
    kind === 'categorical'
      ? stops[position % stops.length]!
      : interpolate(stops, count === 1 ? 0.5 : position / (count - 1));
  const colours = Array.from({ length: count }, (_, position) => at(position));
  return isReversed ? colours.reverse() : colours;
}

/** `#rrggbb` */
export const toHex = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`;

function interpolate(stops: readonly number[], t: number): number {
  const place = t * (stops.length - 1);
  const low = Math.min(Math.floor(place), stops.length - 2);
  const share = place - low;
  let mixed = 0;
  for (const shift of [16, 8, 0]) {
    const from = (stops[low]! >> shift) & 255;
    const to = (stops[low + 1]! >> shift) & 255;
    mixed |= Math.round(from + (to - from) * share) << shift;
  }
  return mixed;
}

function parseStops(hex: string): number[] {
  return hex.split(' ').map((one) => Number.parseInt(one, 16));
}
