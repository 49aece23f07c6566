// Maps of water and of streets by place, for the air over the city: rasters over bounds, rows from the north, on the
// Mercator grid.

import { type Bounds, tilesWithin, toTile } from '#conversion/basemap/tile-grid.ts';
import type { MapSource } from './map-source.ts';
import type { DrawnFeature } from './map-tile.ts';
import type { PlaceMap } from './protocol.ts';
import { shoreDistances, squaredDistances } from './shore-distance.ts';
import { roadStyles } from './style.ts';

const EXTENT = 4096;
const EARTH_M = 40075016.686;
/** Tiles across the bounds at most: the level is chosen by it. */
const MOST_TILES = 7;
/** Half metres from the shore are told within ± 64 m. */
const SHORE_UNIT_M = 0.5;
/** Cells that a byte can tell and that are looked at, in a map of a small place. */
const REACH_CELLS = 256;
/** A side of the map along which so much is water without a break has open water beyond it; no river is as wide. */
const OPEN_SHARE = 0.12;

const LAND = '#000000';
const WATER = '#0000ff';
const UNKNOWN = 2;

interface Sheet {
  readonly bounds: Bounds;
  readonly width: number;
  readonly height: number;
  readonly metresPerCell: number;
  readonly context: OffscreenCanvasRenderingContext2D;
}

/** Distances to the shores of the whole map; undefined where it has no water. */
export async function waterMap(source: MapSource, mostPx: number): Promise<PlaceMap | undefined> {
  const sheet = createSheet(source.boundsDeg, mostPx);
  const { context } = sheet;
  await paint(source, sheet, (tile) => {
    context.fillStyle = LAND;
    for (const layer of ['earth', 'landcover', 'landuse'] as const) fillAreas(context, tile, layer);
    context.fillStyle = WATER;
    fillAreas(context, tile, 'water');
  });
  const { bounds, width, height, metresPerCell } = sheet;
  const isWater = waterOf(sheet);
  if (!isWater.includes(1)) return undefined;
  const unit = metresPerCell / SHORE_UNIT_M;
  const cells = shoreDistances(isWater, width, height, Math.min(REACH_CELLS, 128 / unit + 1));
  const texels = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    texels[at] = Math.min(255, Math.max(0, Math.round(128 + cells[at]! * unit)));
  }
  const open = [
    longestWater(isWater, height, (at) => at * width),
    longestWater(isWater, width, (at) => (height - 1) * width + at),
    longestWater(isWater, height, (at) => at * width + width - 1),
    longestWater(isWater, width, (at) => at),
  ].map((share) => share > OPEN_SHARE);
  const [west = false, south = false, east = false, north = false] = open;
  return { boundsDeg: bounds, width, height, texels, open: [west, south, east, north] };
}

/** 255 on streets within the bounds. */
export async function streetMap(
  source: MapSource,
  bounds: Bounds,
  mostPx: number,
): Promise<PlaceMap> {
  const sheet = createSheet(bounds, mostPx);
  const { context, width, height } = sheet;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  await paint(source, sheet, (tile, unitsPerMetre) => {
    for (const drawn of tile.of('roads')) {
      const metres = widthOf(drawn);
      if (metres === undefined) continue;
      context.lineWidth = metres * unitsPerMetre;
      context.stroke(drawn.path);
    }
  });
  const { data } = context.getImageData(0, 0, width, height);
  const texels = new Uint8Array(width * height);
  for (let at = 0; at < texels.length; at++) texels[at] = data[at * 4 + 3]!;
  return { boundsDeg: bounds, width, height, texels };
}

function widthOf({ feature: { shape, properties } }: DrawnFeature): number | undefined {
  if (shape !== 'line' || properties.is_tunnel === true) return undefined;
  const kind = String(properties.kind_detail ?? properties.kind);
  const style = roadStyles.find(({ kinds }) => kinds.includes(kind));
  if (style?.widthM === undefined || style.dash) return undefined;
  return typeof properties.width === 'number' ? properties.width : style.widthM;
}

function createSheet(bounds: Bounds, mostPx: number): Sheet {
  const [west, south, east, north] = bounds;
  const [left, top] = toTile(west, north, 0);
  const [right, bottom] = toTile(east, south, 0);
  const across = right - left;
  const down = bottom - top;
  const scale = mostPx / Math.max(across, down);
  // Rows of whole words, as WebGL reads them.
  const width = Math.max(4, Math.ceil((across * scale) / 4) * 4);
  const height = Math.max(4, Math.round(down * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('A 2D canvas context is not to be had.');
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const metresPerCell = (across * EARTH_M * Math.cos(middle)) / width;
  return { bounds, width, height, metresPerCell, context };
}

async function paint(
  source: MapSource,
  { bounds, width, height, metresPerCell, context }: Sheet,
  draw: (tile: Tile, unitsPerMetre: number) => void,
): Promise<void> {
  const [west, south, east, north] = bounds;
  let level = source.maxZoom;
  while (level > 0) {
    const [left, top] = toTile(west, north, level);
    const [right, bottom] = toTile(east, south, level);
    if (Math.max(right - left, bottom - top) <= MOST_TILES) break;
    level--;
  }
  const [left, top] = toTile(west, north, level);
  const [right, bottom] = toTile(east, south, level);
  const [perColumn, perRow] = [width / (right - left), height / (bottom - top)];
  for (const [z, x, y] of tilesWithin(bounds, level)) {
    const tile = await source.tileFor({ z, x, y });
    if (!tile) continue;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.save();
    context.beginPath();
    context.rect((x - left) * perColumn, (y - top) * perRow, perColumn, perRow);
    context.clip();
    context.setTransform(
      ...([perColumn / EXTENT, 0, 0, perRow / EXTENT] as const),
      ...([(x - left) * perColumn, (y - top) * perRow] as const),
    );
    draw(tile, EXTENT / perColumn / metresPerCell);
    context.restore();
  }
}

type Tile = NonNullable<Awaited<ReturnType<MapSource['tileFor']>>>;

/** 1 where water is; where the map says nothing it goes on as what it is nearest to, if it tells land at all. */
function waterOf({ context, width, height }: Sheet): Uint8Array {
  const { data } = context.getImageData(0, 0, width, height);
  const kinds = new Uint8Array(width * height);
  for (let at = 0; at < kinds.length; at++) {
    const isKnown = data[at * 4 + 3]! >= 128;
    kinds[at] = !isKnown ? UNKNOWN : data[at * 4 + 2]! >= 128 ? 1 : 0;
  }
  if (!kinds.includes(UNKNOWN)) return kinds;
  if (!kinds.includes(0)) return kinds.map((kind) => Number(kind === 1));
  const toWater = squaredDistances(kinds, width, height, 1);
  const toLand = squaredDistances(kinds, width, height, 0);
  return kinds.map((kind, at) => (kind === UNKNOWN ? Number(toWater[at]! < toLand[at]!) : kind));
}

function fillAreas(
  context: OffscreenCanvasRenderingContext2D,
  tile: Tile,
  layer: 'earth' | 'landcover' | 'landuse' | 'water',
): void {
  for (const { feature, path } of tile.of(layer)) {
    if (feature.shape === 'polygon') context.fill(path, 'evenodd');
  }
}

/** The longest stretch of water along a side, as a share of the side. */
function longestWater(cells: Uint8Array, count: number, at: (index: number) => number): number {
  let longest = 0;
  let stretch = 0;
  for (let index = 0; index < count; index++) {
    stretch = cells[at(index)] ? stretch + 1 : 0;
    longest = Math.max(longest, stretch);
  }
  return longest / count;
}
