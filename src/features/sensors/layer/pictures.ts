// The pictures that pins are put together from, white on nothing so that one picture takes every colour.

import type { SensorKind } from '#model/sensor-kind.ts';
import { glyphs } from './glyphs.ts';
import type { Draw, Region, SpriteAtlas } from './sprite-atlas.ts';

/** 0 normal, 1 warning, 2 alarm: positions in `levels` of the model. */
export type LevelShape = 0 | 1 | 2;

/** A pin's picture: its tip is `TIP` from the lower left corner, its head `HEAD`, CSS px. */
export const PIN_WIDTH = 42;
const PIN_HEIGHT = 50;
export const TIP = { x: PIN_WIDTH / 2, y: 3 } as const;
export const HEAD = { x: PIN_WIDTH / 2, y: PIN_HEIGHT - 21 } as const;
const GLYPH = 16;
const HALO = 58;
const WEDGE = 132;
const BADGE_HEIGHT = 16;

export interface Pictures {
  /** Head and tail with a soft shadow below; dashed where the news is old. */
  ring(shape: LevelShape, isStale: boolean): Region;
  /** What the ring surrounds. */
  fill(shape: LevelShape): Region;
  glyph(kind: SensorKind): Region;
  /** A badge wide enough for `characters`. */
  badge(urgency: number, characters: number): Region;
  /** A ring around a head: selected, or one that pulses. */
  halo(): Region;
  /** The way a camera looks. */
  wedge(): Region;
  /** A spot of plain white, for lines. */
  plain(): Region;
}

export function createPictures(atlas: SpriteAtlas): Pictures {
  const pin = (key: string, draw: Draw) => atlas.picture(key, PIN_WIDTH, PIN_HEIGHT, draw);
  return {
    ring: (shape, isStale) =>
      pin(`ring ${shape} ${isStale}`, (context) => drawRing(context, shape, isStale)),
    fill: (shape) => pin(`fill ${shape}`, (context) => drawFill(context, shape)),
    glyph: (kind) =>
      atlas.picture(`glyph ${kind}`, GLYPH, GLYPH, (context) => {
        context.scale(GLYPH / 24, GLYPH / 24);
        strokeWhite(context, 2.3);
        context.stroke(new Path2D(glyphs[kind]));
      }),
    badge: (urgency, characters) => {
      const width = Math.max(BADGE_HEIGHT, 8 + characters * 6.5);
      return atlas.picture(
        `badge ${urgency} ${characters}`,
        width + 4,
        BADGE_HEIGHT + 4,
        (context) => drawBadge(context, urgency, width),
      );
    },
    halo: () =>
      atlas.picture('halo', HALO, HALO, (context) => {
        strokeWhite(context, 3);
        context.arc(HALO / 2, HALO / 2, 21, 0, 2 * Math.PI);
        context.stroke();
      }),
    wedge: () => atlas.picture('wedge', WEDGE, WEDGE, drawWedge),
    plain: () =>
      atlas.picture('plain', 4, 4, (context) => {
        context.fillStyle = '#fff';
        context.fillRect(-1, -1, 6, 6);
      }),
  };
}

function drawRing(context: CanvasRenderingContext2D, shape: LevelShape, isStale: boolean): void {
  context.shadowColor = 'rgb(0 0 0 / 0.55)';
  context.shadowBlur = 4;
  context.shadowOffsetY = 1;
  context.fillStyle = isStale ? '#999' : '#fff';
  const outline = outlineOf(shape, 0);
  context.fill(outline);
  if (!isStale) return;
  context.shadowColor = 'transparent';
  context.clip(outline);
  strokeWhite(context, 5);
  context.lineCap = 'butt';
  context.setLineDash([5, 4]);
  context.stroke(headOf(shape, 0));
}

function drawFill(context: CanvasRenderingContext2D, shape: LevelShape): void {
  context.fillStyle = '#fff';
  context.fill(headOf(shape, shape === 0 ? 2.2 : 1.8));
}

/** Head and tail as one path, `inset` from their edge. */
function outlineOf(shape: LevelShape, inset: number): Path2D {
  const path = headOf(shape, inset);
  const middle = PIN_HEIGHT - HEAD.y;
  path.moveTo(HEAD.x - 6, middle + 9);
  path.lineTo(HEAD.x, PIN_HEIGHT - TIP.y);
  path.lineTo(HEAD.x + 6, middle + 9);
  path.closePath();
  return path;
}

const RADII = [14, 18.5, 16.5] as const;
const CORNERS = [0, 4, 8] as const;

function headOf(shape: LevelShape, inset: number): Path2D {
  const path = new Path2D();
  const y = PIN_HEIGHT - HEAD.y;
  const corners = CORNERS[shape];
  const radius = RADII[shape] - inset * (corners === 4 ? Math.SQRT2 : 1);
  if (corners === 0) {
    path.arc(HEAD.x, y, radius, 0, 2 * Math.PI);
    return path;
  }
  const turn = corners === 4 ? 0 : Math.PI / 8;
  const at = (corner: number) => {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    return [HEAD.x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  };
  const [lastX, lastY] = at(corners - 1);
  const [firstX, firstY] = at(0);
  path.moveTo((lastX + firstX) / 2, (lastY + firstY) / 2);
  for (let corner = 0; corner < corners; corner++) {
    path.arcTo(...at(corner), ...at(corner + 1), corners === 4 ? 4 : 2);
  }
  path.closePath();
  return path;
}

/** Round, pointed or with cut corners: the urgency of what is inside, as with the pins. */
function drawBadge(context: CanvasRenderingContext2D, urgency: number, width: number): void {
  context.translate(2, 2);
  const path = new Path2D();
  const half = BADGE_HEIGHT / 2;
  if (urgency === 0) path.roundRect(0, 0, width, BADGE_HEIGHT, half);
  else {
    const cut = urgency === 1 ? half - 1 : 4;
    path.moveTo(cut, 0);
    path.lineTo(width - cut, 0);
    path.lineTo(width, urgency === 1 ? half : cut);
    path.lineTo(width, BADGE_HEIGHT - (urgency === 1 ? half : cut));
    path.lineTo(width - cut, BADGE_HEIGHT);
    path.lineTo(cut, BADGE_HEIGHT);
    path.lineTo(0, BADGE_HEIGHT - (urgency === 1 ? half : cut));
    path.lineTo(0, urgency === 1 ? half : cut);
    path.closePath();
  }
  context.lineWidth = 2.5;
  context.strokeStyle = 'rgb(4 8 13)';
  context.stroke(path);
  context.fillStyle = '#fff';
  context.fill(path);
}

function drawWedge(context: CanvasRenderingContext2D): void {
  const middle = WEDGE / 2;
  const half = Math.PI / 7;
  const fade = context.createRadialGradient(middle, middle, 6, middle, middle, middle);
  fade.addColorStop(0, 'rgb(255 255 255 / 0.85)');
  fade.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = fade;
  context.moveTo(middle, middle);
  context.arc(middle, middle, middle, -Math.PI / 2 - half, -Math.PI / 2 + half);
  context.fill();
}

function strokeWhite(context: CanvasRenderingContext2D, width: number): void {
  context.strokeStyle = '#fff';
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
}
