import type { MapTile } from './map-tile.ts';
import { palette } from './palette.ts';
import type { Pen } from './pen.ts';
import { placeStreetNames } from './street-names.ts';

const FAMILY =
  '"Inter", system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const FIRST_ZOOM = 15;

const fontOf = (sizePx: number) => `500 ${sizePx}px ${FAMILY}`;

/** Paints the names of the streets along them. */
export function drawStreetNames(
  context: OffscreenCanvasRenderingContext2D,
  tile: MapTile,
  pen: Pen,
  language: 'en' | 'zh',
): void {
  const { view } = pen;
  if (view.zoom < FIRST_ZOOM) return;
  const ratio = view.sizePx / 512;
  const names = placeStreetNames(tile.streets(), {
    tilePx: view.sizePx,
    scale: view.scale,
    offsetX: view.offsetX,
    offsetY: view.offsetY,
    language,
    sizePx: (rank) => (rank >= 5 ? 13 : rank >= 3 ? 12 : 11) * ratio,
    leastRank: view.zoom < 15.5 ? 4 : view.zoom < 16.5 ? 3 : 1,
    measure: (text, sizePx) => {
      context.font = fontOf(sizePx);
      return [...text].map((letter) => context.measureText(letter).width + 0.3 * ratio);
    },
  });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.lineWidth = 3 * ratio;
  context.strokeStyle = pen.colour(palette.streetNameHalo);
  context.fillStyle = pen.colour(palette.streetName);
  for (const ink of ['halo', 'text'] as const) {
    for (const { sizePx, letters } of names) {
      context.font = fontOf(sizePx);
      for (const { text, x, y, angle } of letters) {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        context.setTransform(cos, sin, -sin, cos, x, y);
        if (ink === 'halo') context.strokeText(text, 0, 0);
        else context.fillText(text, 0, 0);
      }
    }
  }
}
