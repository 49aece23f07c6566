// Words and numbers as sprites. Digits are pictures of their own, so that values which change every second
// make no new pictures; whatever else there is (units, states, names) is one picture a word.

import type { Region, SpriteAtlas } from './sprite-atlas.ts';
import type { SpriteWriter } from './sprite-buffer.ts';

/** System fonts with Chinese glyphs on every platform, as in the house's tokens. */
const FAMILY =
  'system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const FONTS = {
  value: { font: `600 12.5px ${FAMILY}`, heightPx: 17, haloPx: 3.5 },
  badge: { font: `700 10.5px ${FAMILY}`, heightPx: 14, haloPx: 0 },
} as const;

export type TextStyle = keyof typeof FONTS;

export interface TextRun {
  readonly widthPx: number;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly ink: Region;
  readonly halo: Region | undefined;
  /** From the start of the text, CSS px. */
  readonly leftPx: number;
}

export interface SpriteText {
  /** The text laid out in one line; the same object while it is remembered. */
  lay(text: string, style: TextStyle): TextRun;
  drawHalo(to: SpriteWriter, run: TextRun, leftPx: number, bottomPx: number, tint: number): void;
  drawInk(to: SpriteWriter, run: TextRun, leftPx: number, bottomPx: number, tint: number): void;
}

const MOST_RUNS = 4000;

export function createSpriteText(atlas: SpriteAtlas): SpriteText {
  const runs = new Map<string, TextRun>();
  const widths = new Map<string, number>();
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) throw new Error('A 2D canvas context is not to be had.');

  function widthOf(word: string, style: TextStyle): number {
    const key = `${style} ${word}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    ruler!.font = FONTS[style].font;
    const width = ruler!.measureText(word).width;
    widths.set(key, width);
    return width;
  }

  function picture(word: string, style: TextStyle, widthPx: number, isHalo: boolean): Region {
    const { font, heightPx, haloPx } = FONTS[style];
    const key = `text ${style} ${isHalo} ${word}`;
    return atlas.picture(key, widthPx + 2 * haloPx, heightPx + 2 * haloPx, (context) => {
      context.font = font;
      context.textBaseline = 'middle';
      context.fillStyle = '#fff';
      context.strokeStyle = '#fff';
      context.lineWidth = haloPx;
      context.lineJoin = 'round';
      const y = heightPx / 2 + haloPx + 0.5;
      if (isHalo) context.strokeText(word, haloPx, y);
      else context.fillText(word, haloPx, y);
    });
  }

  function layOut(text: string, style: TextStyle): TextRun {
    const { haloPx } = FONTS[style];
    let at = 0;
    const pieces = piecesOf(text).map((word) => {
      const width = widthOf(word, style);
      const leftPx = at - haloPx;
      at += width;
      return {
        leftPx,
        ink: picture(word, style, width, false),
        halo: haloPx > 0 ? picture(word, style, width, true) : undefined,
      };
    });
    return { widthPx: at, pieces };
  }

  return {
    lay(text, style) {
      const key = `${style} ${text}`;
      const known = runs.get(key);
      if (known) return known;
      if (runs.size > MOST_RUNS) runs.clear();
      const run = layOut(text, style);
      if (!atlas.isBehind) runs.set(key, run);
      return run;
    },
    drawHalo(to, run, leftPx, bottomPx, tint) {
      for (const { halo, leftPx: at } of run.pieces) {
        if (halo) to.upright(halo, leftPx + at, bottomPx, tint);
      }
    },
    drawInk(to, run, leftPx, bottomPx, tint) {
      for (const { ink, leftPx: at } of run.pieces) to.upright(ink, leftPx + at, bottomPx, tint);
    },
  };
}

/** Each digit and sign alone, everything between them in one piece. */
export const piecesOf = (text: string): string[] => text.match(/[\d.,−+k]|[^\d.,−+k]+/gu) ?? [];
