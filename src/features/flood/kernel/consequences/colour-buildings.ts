// Colours of wet and of cut-off buildings, from the bytes of `FloodImpact.buildings`: the classes and colours of depth.

import { floodScale } from '../legend.ts';

/** Bits of `FloodImpact.buildings` beside the depth class. */
const CLASS_BITS = 7;
const CUT_OFF_BIT = 32;

/** A dry building that no passable road reaches (sRGB): no colour of water. */
export const CUT_OFF_COLOUR = 0x8a5fb0;

/** Four bytes a building for `scene/building-colours.ts`; the fourth is 0 where it is dry and can be reached. */
export function colourBuildings(bytes: Uint8Array): Uint8Array {
  const { colours } = floodScale('depth', 'urban');
  const rgba = new Uint8Array(bytes.length * 4);
  for (let building = 0; building < bytes.length; building++) {
    const byte = bytes[building]!;
    if (byte === 0) continue;
    const depth = (byte & CLASS_BITS) - 1;
    const isCutOff = (byte & CUT_OFF_BIT) !== 0;
    const colour = isCutOff ? CUT_OFF_COLOUR : colours[depth];
    if (colour === undefined) continue;
    rgba[building * 4] = colour >> 16;
    rgba[building * 4 + 1] = (colour >> 8) & 255;
    rgba[building * 4 + 2] = colour & 255;
    rgba[building * 4 + 3] = 255;
  }
  return rgba;
}
