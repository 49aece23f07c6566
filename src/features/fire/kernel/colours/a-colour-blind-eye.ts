// Colours as people see them who lack one kind of cone, for tests of scales.
// Machado, Oliveira & Fernandes 2009, full protanopia and deuteranopia, on linear sRGB; distances in Oklab (Ottosson 2020).

const blindness = {
  protanopia: [
    ...[0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216],
    ...[-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    ...[0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413],
    ...[-0.01182, 0.04294, 0.968881],
  ],
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
} as const;
export const eyes = ['protanopia', 'deuteranopia', 'none'] as const;

/** Oklab of a colour (0xRRGGBB): lightness 0 … 1 and two axes of hue. */
export function seenBy(eye: (typeof eyes)[number], colour: number): readonly number[] {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => linear((colour >> shift) & 255));
  const matrix = blindness[eye];
  const mix = [0, 3, 6].map(
    (row) => matrix[row]! * red + matrix[row + 1]! * green + matrix[row + 2]! * blue,
  );
  return toOklab(mix.map((value) => Math.min(1, Math.max(0, value))));
}

/** Of the two colours that are hardest to tell apart. */
export function leastDistance(eye: (typeof eyes)[number], colours: readonly number[]): number {
  const seen = colours.map((colour) => seenBy(eye, colour));
  const distances = seen.flatMap((one, at) =>
    seen
      .slice(at + 1)
      .map((other) => Math.hypot(...one.map((value, axis) => value - other[axis]!))),
  );
  return Math.min(...distances);
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function toOklab([red = 0, green = 0, blue = 0]: readonly number[]): number[] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
