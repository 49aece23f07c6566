// Small pictures in one texture, each drawn when it is first asked for, sharp for the screen's pixels.

import {
  PixelFormat,
  Sampler,
  type Scene,
  Texture,
  TextureMagnificationFilter,
  TextureMinificationFilter,
} from 'cesium';
import { contextOf, pixelRatioOf } from '#scene/cesium-inside.ts';

/** A picture's place in the atlas and its size on the screen. */
export interface Region {
  /** Shares of the atlas, 0 … 65535. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface SpriteAtlas {
  readonly texture: Texture;
  /** Device pixels to a CSS pixel that its pictures are drawn for. */
  readonly ratio: number;
  /** Begins another few milliseconds in which pictures may be drawn. */
  beginTurn(): void;
  /** Whether pictures were left out in this turn, since there was no more time. */
  readonly isBehind: boolean;
  /** The picture called `key`; `draw` paints it in CSS px where it isn't there yet. Nothing where it has to wait. */
  picture(key: string, widthPx: number, heightPx: number, draw: Draw): Region;
  destroy(): void;
}

export type Draw = (context: CanvasRenderingContext2D) => void;

/** Thrown where a picture finds no room: begin a new atlas. */
export class AtlasFullError extends Error {
  override readonly name = 'AtlasFullError';
}

const GAP = 1;
/** So that a hundred pictures at the start never stop the page for longer than a frame. */
const TURN_MS = 6;
const nothing: Region = { left: 0, top: 0, width: 0, height: 0, widthPx: 0, heightPx: 0 };
const SHARES = 65535;

export function createSpriteAtlas(scene: Scene, sidePx = 2048): SpriteAtlas {
  const ratio = pixelRatioOf(scene);
  const texture = new Texture({
    context: contextOf(scene),
    width: sidePx,
    height: sidePx,
    pixelFormat: PixelFormat.RGBA,
    flipY: false,
    preMultiplyAlpha: true,
    sampler: new Sampler({
      minificationFilter: TextureMinificationFilter.LINEAR,
      magnificationFilter: TextureMagnificationFilter.LINEAR,
    }),
  });
  const regions = new Map<string, Region>();
  const canvas = document.createElement('canvas');
  let endOfTurn = Number.POSITIVE_INFINITY;
  let isBehind = false;
  // One row of pictures after the other, as tall as the tallest so far.
  let x = GAP;
  let y = GAP;
  let rowHeight = 0;

  function place(width: number, height: number): { left: number; top: number } {
    if (x + width + GAP > sidePx) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    if (y + height + GAP > sidePx) throw new AtlasFullError('The atlas of the pins is full.');
    const at = { left: x, top: y };
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
    return at;
  }

  return {
    texture,
    ratio,
    beginTurn() {
      endOfTurn = performance.now() + TURN_MS;
      isBehind = false;
    },
    get isBehind() {
      return isBehind;
    },
    picture(key, widthPx, heightPx, draw) {
      const known = regions.get(key);
      if (known) return known;
      if (performance.now() > endOfTurn) {
        isBehind = true;
        return nothing;
      }
      const width = Math.ceil(widthPx * ratio);
      const height = Math.ceil(heightPx * ratio);
      const { left, top } = place(width, height);
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('A 2D canvas context is not to be had.');
      context.scale(ratio, ratio);
      draw(context);
      texture.copyFrom({ xOffset: left, yOffset: top, source: canvas });
      const share = (pixels: number) => Math.round((pixels / sidePx) * SHARES);
      const region = {
        left: share(left),
        top: share(top),
        width: share(width),
        height: share(height),
        widthPx: width / ratio,
        heightPx: height / ratio,
      };
      regions.set(key, region);
      return region;
    },
    destroy: () => texture.destroy(),
  };
}
