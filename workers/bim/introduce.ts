import { nameElement } from '#features/bim/kernel/element-name.ts';
import { matrixOf, placeElement } from '#features/bim/kernel/place-on-earth.ts';
import type { LoadedModel } from './open-models.ts';
import type { ElementHit } from './protocol.ts';

/** An element as a search lists it: what it is called, and what tells it from its neighbours. */
export function introduce({ source, model, data }: LoadedModel, row: number): ElementHit {
  const storey = data.storeyRowOf(row);
  const place = placeElement(data, matrixOf(source, model), row);
  const title = nameElement(data, row);
  const label = data.elements.label.at(row);
  return {
    index: data.base + row,
    model: source.id,
    globalId: data.elements.globalId.at(row),
    title,
    detail: [
      label !== title ? label : '',
      data.className(row),
      storey === undefined || storey === row ? '' : nameElement(data, storey),
      source.name,
    ]
      .filter((text) => text !== '')
      .join(' · '),
    at: place && {
      longitude: place.middle.longitude,
      latitude: place.middle.latitude,
      heightM: place.middle.height,
      radiusM: place.radiusM,
    },
  };
}
