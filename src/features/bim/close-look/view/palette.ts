// The kit's colours as the shaders need them: linear, 0 … 1.

import { Color } from 'three';

export interface Palette {
  readonly ground: Color;
  readonly accent: Color;
  readonly line: Color;
  readonly lineAlpha: number;
  /** What a cut through matter is filled with. */
  readonly cap: Color;
}

/** Reads the tokens as they are where `element` stands, so that the theme is the page's. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => linear(style.getPropertyValue(name).trim());
  const ground = token('--ground');
  const isDark = ground.r + ground.g + ground.b < 0.6;
  return {
    ground,
    accent: token('--accent'),
    line: token('--ink'),
    // White lines on dark read stronger than black ones on light.
    lineAlpha: isDark ? 0.34 : 0.55,
    cap: token(isDark ? '--ink-soft' : '--ink'),
  };
}

/** As the shaders decode: a plain power, which is near enough to sRGB. */
function linear(css: string): Color {
  const { r, g, b } = new Color(css || '#000').convertLinearToSRGB();
  return new Color(r ** 2.2, g ** 2.2, b ** 2.2);
}
