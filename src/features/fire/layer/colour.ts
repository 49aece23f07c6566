export type Rgb = readonly [red: number, green: number, blue: number];
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** sRGB 0 … 1 of `#rrggbb` or 0xRRGGBB. */
export function toRgb(colour: string | number): Rgb {
  const packed = typeof colour === 'number' ? colour : Number.parseInt(colour.slice(1), 16);
  const byte = (shift: number) => ((packed >> shift) & 255) / 255;
  return [byte(16), byte(8), byte(0)];
}

export const toRgba = (colour: string | number, alpha: number): Rgba => [...toRgb(colour), alpha];
