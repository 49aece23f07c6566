// Paints a map tile onto a canvas: the part of it that the wanted tile shows, at the wanted size.

import type { BasemapLayerName } from '#conversion/basemap/schema.ts';
import { type Bounds, fromTile } from '#conversion/basemap/tile-grid.ts';
import { drawStreetNames } from './draw-street-names.ts';
import { applyFade, edgeFade } from './edge-fade.ts';
import type { DrawnFeature, MapTile } from './map-tile.ts';
import { paintRoads } from './paint-roads.ts';
import { type Colour, palette } from './palette.ts';
import { createPen, type Pen } from './pen.ts';
import type { TilePicture } from './protocol.ts';
import { areaStyles, boundaryStyles, streamStyles } from './style.ts';

const EARTH_CIRCUMFERENCE_M = 40075016.686;
const EXTENT = 4096;
/** Painted by the processor: the graphics card has the globe to draw. */
const CPU = { willReadFrequently: true } as const;

/** The picture of one tile; undefined where it would be empty. `tile` is absent where the archive has none. */
export function paintTile(
  tile: MapTile | undefined,
  picture: TilePicture,
  bounds: Bounds,
): OffscreenCanvas | undefined {
  const { z, x, y, sizePx, theme } = picture;
  const fade = edgeFade(bounds, z, x, y);
  if (fade.land === 'none') return undefined;
  const canvas = new OffscreenCanvas(sizePx, sizePx);
  const context = canvas.getContext('2d', CPU);
  if (!context) throw new Error('A 2D canvas context is not to be had.');
  if (tile && fade.drawing !== 'none') {
    const view = toView(tile, picture);
    const pen = createPen(context, view, theme);
    paintDrawing(tile, pen);
    if (picture.streetNames !== 'none') {
      drawStreetNames(context, tile, pen, picture.streetNames);
    }
    applyFade(context, fade.drawing, sizePx);
  }
  const ground = new OffscreenCanvas(sizePx, sizePx);
  const groundContext = ground.getContext('2d', CPU);
  if (!groundContext) throw new Error('A 2D canvas context is not to be had.');
  groundContext.fillStyle = colourIn(palette.earth, theme);
  groundContext.fillRect(0, 0, sizePx, sizePx);
  applyFade(groundContext, fade.land, sizePx);
  groundContext.drawImage(canvas, 0, 0);
  return ground;
}

const colourIn = ([dark, light]: Colour, theme: TilePicture['theme']) =>
  theme === 'dark' ? dark : light;

/** How the wanted tile lies in the tile that has the data. */
export interface View {
  readonly zoom: number;
  readonly sizePx: number;
  /** px = unit · scale + offset. */
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly pxPerMetre: number;
}

function toView(tile: MapTile, { z, x, y, sizePx }: TilePicture): View {
  const levels = z - tile.z;
  const [, latitude] = fromTile(x + 0.5, y + 0.5, z);
  const tileM = (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180)) / 2 ** z;
  return {
    // A picture of 512 px is what the style's levels are meant for.
    zoom: z + Math.log2(sizePx / 512),
    sizePx,
    scale: (sizePx * 2 ** levels) / EXTENT,
    offsetX: -(x - tile.x * 2 ** levels) * sizePx,
    offsetY: -(y - tile.y * 2 ** levels) * sizePx,
    pxPerMetre: sizePx / tileM,
  };
}

function paintDrawing(tile: MapTile, pen: Pen): void {
  for (const style of areaStyles) {
    if (pen.view.zoom < (style.fromZoom ?? 0)) continue;
    const areas = pick(tile, style.layer, 'polygon', style.kinds);
    if (areas.length > 0) pen.fill(areas, style);
    if (style.layer === 'water') {
      for (const stream of streamStyles) {
        pen.stroke(pick(tile, 'water', 'line', stream.kinds), stream, 'line');
      }
    }
  }
  paintRoads(tile, pen);
  for (const style of boundaryStyles) {
    pen.stroke(pick(tile, 'boundaries', 'line', style.kinds), style, 'line');
  }
}

function pick(
  tile: MapTile,
  layer: BasemapLayerName,
  shape: 'line' | 'polygon',
  kinds: readonly string[] | undefined,
): readonly DrawnFeature[] {
  return tile.of(layer).filter(({ feature }) => {
    if (feature.shape !== shape) return false;
    return !kinds || kinds.includes(String(feature.properties.kind));
  });
}
