// Strokes and fills in tile units with widths in pixels or metres; what lies outside of the picture is skipped.

import type { DrawnFeature } from './map-tile.ts';
import type { View } from './paint-tile.ts';
import type { Colour } from './palette.ts';
import type { BasemapTheme } from './protocol.ts';
import { type AreaStyle, at, type LineStyle } from './style.ts';

export interface Pen {
  readonly view: View;
  readonly theme: BasemapTheme;
  fill(areas: readonly DrawnFeature[], style: AreaStyle): void;
  /** `part`: the line itself, or what shows of it at its sides. */
  stroke(
    lines: readonly DrawnFeature[],
    style: LineStyle,
    part: 'line' | 'casing' | 'bridge' | 'tunnel' | 'pavement',
    beside?: Colour,
  ): void;
  colour(pair: Colour): string;
}

/** Of each pavement, m. */
const PAVEMENT_M = 1.9;
const NARROWEST_CASED_PX = 0.8;
/** Lines at their true width start to be drawn so from here on. */
const TRUE_WIDTH_ZOOM = 13;

export function createPen(
  context: OffscreenCanvasRenderingContext2D,
  view: View,
  theme: BasemapTheme,
): Pen {
  const { scale, offsetX, offsetY, sizePx, zoom } = view;
  const colour = ([dark, light]: Colour) => (theme === 'dark' ? dark : light);
  context.setTransform(scale, 0, 0, scale, offsetX, offsetY);
  context.lineJoin = 'round';

  const isVisible = ({ box: [left, top, right, bottom] }: DrawnFeature, marginPx: number) =>
    right * scale + offsetX >= -marginPx &&
    left * scale + offsetX <= sizePx + marginPx &&
    bottom * scale + offsetY >= -marginPx &&
    top * scale + offsetY <= sizePx + marginPx;

  const ratio = sizePx / 512;
  function widthPx(style: LineStyle, { feature: { properties } }: DrawnFeature): number {
    const isService = properties.is_service === true;
    const least = at(style.px, zoom - Math.log2(ratio)) * ratio * (isService ? 0.7 : 1);
    if (zoom < TRUE_WIDTH_ZOOM || style.widthM === undefined) return least;
    const factor = properties.is_link === true ? 0.6 : 1;
    const lanes = typeof properties.lanes === 'number' ? properties.lanes * 3.25 : undefined;
    const stated = typeof properties.width === 'number' ? properties.width : lanes;
    const metres = stated ?? style.widthM * factor;
    return Math.max(least * factor, metres * view.pxPerMetre);
  }

  /** Lines of the same width in one stroke, so that they merge where they meet. */
  function byWidth(lines: readonly DrawnFeature[], style: LineStyle): Map<number, Path2D> {
    const paths = new Map<number, Path2D>();
    for (const drawn of lines) {
      const width = Math.round(widthPx(style, drawn) * 8) / 8;
      if (!isVisible(drawn, width)) continue;
      const path = paths.get(width) ?? new Path2D();
      paths.set(width, path);
      path.addPath(drawn.path);
    }
    return paths;
  }

  function strokePath(path: Path2D, width: number, ink: string, dash: readonly number[] = []) {
    context.lineWidth = width / scale;
    context.strokeStyle = ink;
    context.lineCap = dash.length > 0 ? 'butt' : 'round';
    context.setLineDash(dash.map((length) => (length * Math.max(1, width)) / scale));
    context.stroke(path);
  }

  return {
    view,
    theme,
    colour,
    fill(areas, { fill, edge }) {
      context.fillStyle = colour(fill);
      for (const area of areas) {
        if (isVisible(area, 1)) context.fill(area.path, 'evenodd');
      }
      if (!edge || zoom < 13) return;
      context.lineWidth = Math.min(1, 0.4 + (zoom - 13) * 0.15) / scale;
      context.strokeStyle = colour(edge);
      context.setLineDash([]);
      for (const area of areas) {
        if (isVisible(area, 1)) context.stroke(area.path);
      }
    },
    stroke(lines, style, part, beside) {
      if (zoom < style.fromZoom || lines.length === 0) return;
      for (const [width, path] of byWidth(lines, style)) {
        if (part === 'casing') {
          if (!style.casing || width < NARROWEST_CASED_PX * ratio) continue;
          strokePath(path, width + Math.min(2.4, 0.8 + width * 0.14), colour(style.casing));
        } else if (part === 'bridge') {
          if (!beside || zoom < 13) continue;
          context.lineCap = 'butt';
          const edge = width + Math.min(5, 2 + width * 0.12);
          context.lineWidth = edge / scale;
          context.strokeStyle = colour(beside);
          context.setLineDash([]);
          context.stroke(path);
        } else if (part === 'pavement') {
          if (beside) strokePath(path, width + 2 * PAVEMENT_M * view.pxPerMetre, colour(beside));
        } else if (part === 'tunnel') {
          context.globalAlpha = 0.4;
          strokePath(path, width, colour(style.colour), style.dash ?? [2, 0.7]);
          context.globalAlpha = 1;
        } else {
          strokePath(path, width, colour(style.colour), style.dash);
          if (style.ties && width >= 1.6) {
            strokePath(path, width * 0.55, colour(style.ties), [2.4, 2.4]);
          }
        }
      }
    },
  };
}
