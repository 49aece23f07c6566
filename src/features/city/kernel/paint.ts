// The RGBA table of the feature-state texture: one pixel a building.

import { MISSING_COLOUR, OTHERS_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import {
  COLOURED,
  type ColourBy,
  type FilteredLook,
  GHOST,
  type Legend,
  VISIBLE,
} from '../contract.ts';
import type { Classes } from './classify.ts';

export interface Paint {
  readonly classes: Classes | undefined;
  /** sRGB of each class, 0xRRGGBB. */
  readonly colours: readonly number[];
  /** 1 where a building meets every filter. */
  readonly matching: Uint8Array;
  readonly filteredLook: FilteredLook;
  readonly hidden: Iterable<number>;
}

/** Four bytes a building: red, green, blue, flags (`VISIBLE`, `COLOURED`, `GHOST`). */
export function paint({ classes, colours, matching, filteredLook, hidden }: Paint): Uint8Array {
  const rgba = new Uint8Array(matching.length * 4);
  const filteredOut = filteredLook === 'ghost' ? VISIBLE | GHOST : 0;
  const flagColoured = classes ? COLOURED : 0;
  for (let index = 0, at = 0; index < matching.length; index++, at += 4) {
    if (classes) {
      const colour = colours[classes.of[index]!]!;
      rgba[at] = colour >> 16;
      rgba[at + 1] = (colour >> 8) & 255;
      rgba[at + 2] = colour & 255;
    }
    rgba[at + 3] = flagColoured | (matching[index] ? VISIBLE : filteredOut);
  }
  for (const index of hidden) rgba[index * 4 + 3]! &= ~(VISIBLE | GHOST);
  return rgba;
}

/** A colour for each class: the ramp over the ordered ones, grey for others and missing. */
export function chooseColours(
  classes: Classes,
  by: Pick<ColourBy, 'ramp' | 'isReversed'>,
): number[] {
  const ordered = classes.keys.filter(({ kind }) => kind === 'range' || kind === 'category');
  const ramp = sampleRamp(by.ramp, ordered.length, by.isReversed);
  return classes.keys.map(({ kind }, position) => {
    if (kind === 'missing') return MISSING_COLOUR;
    return kind === 'others' ? OTHERS_COLOUR : ramp[position]!;
  });
}

/** What the colours mean, with the matching buildings counted. */
export function explain(
  column: string,
  classes: Classes,
  colours: readonly number[],
  matching: Uint8Array,
): Legend {
  const counts = new Array<number>(classes.keys.length).fill(0);
  for (let index = 0; index < matching.length; index++) {
    if (matching[index]) counts[classes.of[index]!]!++;
  }
  return {
    column,
    breaks: classes.breaks,
    classes: classes.keys.map((key, position) => ({
      key,
      colour: toHex(colours[position]!),
      count: counts[position]!,
    })),
  };
}
