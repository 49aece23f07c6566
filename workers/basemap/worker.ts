import { type Endpoint, serve, Transfer } from '../port.ts';
import { createMapSource } from './map-source.ts';
import { paintTile } from './paint-tile.ts';
import { findPlaces } from './places.ts';
import type { BasemapProtocol } from './protocol.ts';

const source = createMapSource();

serve<BasemapProtocol>(self as unknown as Endpoint, {
  calls: {
    open: ({ url }) => source.open(url),
    paint: async (picture, { signal }) => {
      const tile = await source.tileFor(picture);
      signal.throwIfAborted();
      const canvas = paintTile(tile, picture, source.boundsDeg);
      if (!canvas) return undefined;
      const bitmap = await createImageBitmap(canvas, {
        imageOrientation: 'flipY',
        premultiplyAlpha: 'none',
      });
      return new Transfer(bitmap, [bitmap]);
    },
    places: async (address) => {
      const tile = await source.tileFor(address);
      return tile ? findPlaces(tile) : [];
    },
  },
  streams: {},
});
