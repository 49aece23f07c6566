// The painted map as imagery for the globe: what Cesium asks of a provider, answered by the worker.

import {
  Credit,
  type DefaultProxy,
  Event,
  type ImageryProvider,
  Rectangle,
  type TileDiscardPolicy,
  WebMercatorTilingScheme,
} from 'cesium';
import { toTile } from '#conversion/basemap/tile-grid.ts';
import type { BasemapPort, OpenedBasemap, TilePicture } from '#workers/basemap/client.ts';

/** Deepest level that is painted, from the archive's vectors: a tile is then 40 m wide. */
const DEEPEST_LEVEL = 20;
/** Asked for at once; Cesium asks again for what it still wants, so that nothing stale is painted. */
const MOST_PENDING = 6;
/** Picture side, px, and for how many of them Cesium takes it when it chooses the level. */
const PICTURE_PX = 512;

export interface ImageryOptions {
  readonly port: BasemapPort;
  readonly opened: OpenedBasemap;
  readonly theme: TilePicture['theme'];
  readonly streetNames: TilePicture['streetNames'];
  readonly attribution: string | undefined;
  readonly onPicture: () => void;
  readonly onProblem: (error: unknown) => void;
}

export function createImagery(options: ImageryOptions): ImageryProvider {
  const { port, opened, theme, streetNames } = options;
  const [west, south, east, north] = opened.landDeg;
  const rectangle = Rectangle.fromDegrees(west, south, east, north);
  const attribution = options.attribution ?? opened.attribution;
  let pending = 0;

  async function paint(z: number, x: number, y: number): Promise<ImageBitmap> {
    pending++;
    try {
      const request = { z, x, y, theme, sizePx: PICTURE_PX, streetNames };
      return (await port.call('paint', request)) ?? (await emptyPicture());
    } catch (error) {
      options.onProblem(error);
      return emptyPicture();
    } finally {
      pending--;
      options.onPicture();
    }
  }

  // Cesium's class can't be built: what it declares is what a provider has to have.
  return {
    rectangle,
    // Half of what they are: Cesium then takes the level above, sharp where the ground is seen at a slant.
    tileWidth: PICTURE_PX / 2,
    tileHeight: PICTURE_PX / 2,
    minimumLevel: firstLevel(opened),
    maximumLevel: DEEPEST_LEVEL,
    tilingScheme: new WebMercatorTilingScheme(),
    tileDiscardPolicy: undefined as unknown as TileDiscardPolicy,
    errorEvent: new Event(),
    credit: new Credit(attribution ?? '', true),
    proxy: undefined as unknown as DefaultProxy,
    hasAlphaChannel: true,
    getTileCredits: () => [],
    requestImage: (x, y, level) => (pending < MOST_PENDING ? paint(level, x, y) : undefined),
    pickFeatures: () => undefined,
  };
}

/** The deepest level at which no more than 2 by 2 tiles cover the map: Cesium wants few at the first. */
function firstLevel({ landDeg: [west, south, east, north], maxZoom }: OpenedBasemap): number {
  for (let z = Math.min(maxZoom, 12); z > 0; z--) {
    const [left, top] = toTile(west, north, z);
    const [right, bottom] = toTile(east, south, z);
    const columns = Math.floor(right) - Math.floor(left) + 1;
    const rows = Math.floor(bottom) - Math.floor(top) + 1;
    if (columns <= 2 && rows <= 2) return z;
  }
  return 0;
}

let empty: Promise<ImageBitmap> | undefined;

function emptyPicture(): Promise<ImageBitmap> {
  empty ??= createImageBitmap(new ImageData(1, 1));
  return empty;
}
