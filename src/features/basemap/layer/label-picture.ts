import type { Preferences } from '#store/preferences.ts';
import type { PlaceKind } from '#workers/basemap/client.ts';
import { labelStyles } from './label-style.ts';

/** On the screen, CSS px. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

export interface LabelPicture extends LabelSize {
  readonly canvas: HTMLCanvasElement;
}

/** System fonts with Chinese glyphs on every platform; the page brings no font of its own. */
const FAMILY =
  '"Inter", system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const HALO_PX = 3.5;
const MARK_PX = 5;
const LONGEST_LINE = 16;

interface Layout extends LabelSize {
  readonly lines: readonly string[];
  readonly lineHeight: number;
  readonly top: number;
  readonly font: string;
  readonly spacing: string;
}

let ruler: CanvasRenderingContext2D | undefined;

/** How much room the name takes: known before it is drawn, so that names can be arranged. */
export function measureLabel(name: string, kind: PlaceKind): LabelSize {
  ruler ??= contextOf(document.createElement('canvas'));
  const { width, height } = layOut(ruler, name, kind);
  return { width, height };
}

function layOut(context: CanvasRenderingContext2D, name: string, kind: PlaceKind): Layout {
  const style = labelStyles[kind];
  const lines = toLines(style.spacingEm ? name.toLocaleUpperCase() : name);
  const font = `${style.isItalic ? 'italic ' : ''}${style.weight} ${style.sizePx}px ${FAMILY}`;
  const spacing = `${style.sizePx * (style.spacingEm ?? 0)}px`;
  context.font = font;
  context.letterSpacing = spacing;
  const lineHeight = style.sizePx * 1.2;
  const top = style.mark ? MARK_PX * 2 + 2 : 0;
  const widest = Math.max(...lines.map((line) => context.measureText(line).width));
  return {
    ...{ lines, lineHeight, top, font, spacing },
    width: Math.ceil(widest + HALO_PX * 2),
    height: Math.ceil(lines.length * lineHeight + HALO_PX * 2 + top),
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A 2D canvas context is not to be had.');
  return context;
}

/** The name drawn sharp for a screen of `ratio` device px to a CSS px, in at most two lines. */
export function drawLabel(
  name: string,
  kind: PlaceKind,
  theme: Preferences['theme'],
  ratio: number,
): LabelPicture {
  const style = labelStyles[kind];
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const { lines, lineHeight, top, font, spacing, width, height } = layOut(context, name, kind);
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);

  context.scale(ratio, ratio);
  // Setting the size reset them.
  context.font = font;
  context.letterSpacing = spacing;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const side = theme === 'dark' ? 0 : 1;
  context.strokeStyle = style.halo[side];
  context.fillStyle = style.ink[side];
  context.lineWidth = HALO_PX;
  if (style.mark) drawMark(context, style.mark, width / 2, HALO_PX + MARK_PX);
  for (const ink of ['strokeText', 'fillText'] as const) {
    for (const [index, line] of lines.entries()) {
      context[ink](line, width / 2, HALO_PX + top + lineHeight * (index + 0.5));
    }
  }
  return { canvas, width, height };
}

function drawMark(context: CanvasRenderingContext2D, mark: 'dot' | 'square', x: number, y: number) {
  const path = new Path2D();
  if (mark === 'dot') path.arc(x, y, MARK_PX / 2 + 0.5, 0, 2 * Math.PI);
  else path.roundRect(x - MARK_PX / 2, y - MARK_PX / 2, MARK_PX, MARK_PX, 1);
  context.stroke(path);
  context.fill(path);
}

/** A long name in two lines of about the same length, broken at a space. */
export function toLines(name: string): string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const spaces = Array.from(name.matchAll(/\s/g), ({ index }) => index);
  const middle = spaces.reduce<number | undefined>(
    (best, at) =>
      best === undefined || Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2)
        ? at
        : best,
    undefined,
  );
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}
