import type { OpenCity } from '#store/store.ts';
import type { PipeSource } from '../contract/clash.ts';

/** The collections of the city that hold pipes. */
export const pipeSources = (city: OpenCity | undefined): readonly PipeSource[] =>
  (city?.manifest.layers ?? []).flatMap((layer) =>
    city && layer.kind === 'collection' && layer.id.startsWith('pipes-')
      ? [{ collection: layer.id, name: layer.name, url: new URL(layer.items, city.baseUrl).href }]
      : [],
  );
