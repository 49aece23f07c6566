// The map ends where its data ends: there the drawing fades into plain land, and the land into the globe.

import { type Bounds, fromTile, toTile } from '#conversion/basemap/tile-grid.ts';

/** How far outside of the bounds the plain land reaches, in widths of the bounds. */
const LAND_MARGIN = 0.35;
/** How far inside the drawing begins to fade. */
const DRAWING_MARGIN = 0.02;

const CELLS = 32;

export interface EdgeFade {
  /** Opacity of the plain land: 1 inside of the bounds, 0 from `LAND_MARGIN` outside of them. */
  readonly land: OffscreenCanvas | 'all' | 'none';
  /** Opacity of the drawing: 0 outside of the bounds. */
  readonly drawing: OffscreenCanvas | 'all' | 'none';
}

/** The fades over one tile, as small alpha pictures to be stretched over it. */
export function edgeFade(bounds: Bounds, z: number, x: number, y: number): EdgeFade {
  const [left, top] = toTile(bounds[0], bounds[3], z);
  const [right, bottom] = toTile(bounds[2], bounds[1], z);
  const size = Math.max(right - left, bottom - top);
  /** Distance into the bounds in sizes of them; negative outside. */
  const depthAt = (column: number, row: number) => {
    const inX = Math.min(column - left, right - column) / size;
    const inY = Math.min(row - top, bottom - row) / size;
    return inX < 0 && inY < 0 ? -Math.hypot(inX, inY) : Math.min(inX, inY);
  };
  return {
    land: toPicture((column, row) => smooth(1 + depthAt(x + column, y + row) / LAND_MARGIN)),
    drawing: toPicture((column, row) => smooth(depthAt(x + column, y + row) / DRAWING_MARGIN)),
  };
}

const smooth = (share: number) => {
  const t = Math.min(1, Math.max(0, share));
  return t * t * (3 - 2 * t);
};

/** The bounds with the land that fades around them, deg. */
export function landAround(bounds: Bounds): Bounds {
  const [left, top] = toTile(bounds[0], bounds[3], 0);
  const [right, bottom] = toTile(bounds[2], bounds[1], 0);
  const margin = Math.max(right - left, bottom - top) * LAND_MARGIN;
  const [west, north] = fromTile(left - margin, top - margin, 0);
  const [east, south] = fromTile(right + margin, bottom + margin, 0);
  return [Math.max(-180, west), south, Math.min(180, east), north];
}

/** Samples at the middles of a grid one cell larger on each side, so that neighbouring tiles meet. */
function toPicture(opacityAt: (column: number, row: number) => number): EdgeFade['land'] {
  const side = CELLS + 2;
  const pixels = new ImageData(side, side);
  let least = 1;
  let greatest = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const opacity = opacityAt((column - 0.5) / CELLS, (row - 0.5) / CELLS);
      pixels.data[(row * side + column) * 4 + 3] = Math.round(opacity * 255);
      least = Math.min(least, opacity);
      greatest = Math.max(greatest, opacity);
    }
  }
  if (least >= 1) return 'all';
  if (greatest <= 0) return 'none';
  const canvas = new OffscreenCanvas(side, side);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}

/** Keeps of the canvas what `fade` lets through. */
export function applyFade(
  context: OffscreenCanvasRenderingContext2D,
  fade: EdgeFade['land'],
  sizePx: number,
): void {
  if (fade === 'all') return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (fade === 'none') {
    context.clearRect(0, 0, sizePx, sizePx);
    return;
  }
  context.globalCompositeOperation = 'destination-in';
  context.imageSmoothingQuality = 'high';
  context.drawImage(fade, 1, 1, CELLS, CELLS, 0, 0, sizePx, sizePx);
  context.globalCompositeOperation = 'source-over';
}
