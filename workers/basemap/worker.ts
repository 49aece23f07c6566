import { type Endpoint, serve, Transfer } from '../port.ts';
import { createMapSource } from './map-source.ts';
import { paintTile } from './paint-tile.ts';
import { waterMap } from './place-map.ts';
import { findPlaces } from './places.ts';
import type { BasemapProtocol } from './protocol.ts';
import { lightStreets } from './street-light.ts';

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
    water: async ({ mostPx }) => {
      const map = await waterMap(source, mostPx);
      return map && new Transfer(map, [map.texels.buffer]);
    },
    streetLight: async (request) => {
      const light = await lightStreets(source, request);
      return new Transfer(light, [light.map.texels.buffer, light.lamps.buffer]);
    },
    places: async (address) => {
      const tile = await source.tileFor(address);
      return tile ? findPlaces(tile) : [];
    },
  },
  streams: {},
});
