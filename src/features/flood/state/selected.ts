// How the things of a flood are named as the app selects them.

import type { Selected } from '#store/selection.ts';
import { FLOOD, type PlaceDeg } from '../contract.ts';

export type FloodThing =
  /** A part of the scenario that is drawn: a breach, a barrier. */
  | { readonly kind: 'part'; readonly id: string }
  /** A gauge or section that a person placed. */
  | { readonly kind: 'gauge'; readonly id: string }
  /** A levee, quay or sea wall of the city's collection `levees`. */
  | { readonly kind: 'levee'; readonly id: string }
  /** The water, or the ground, at a place. */
  | { readonly kind: 'place'; readonly place: PlaceDeg };

/** 1e-6 degrees are a hand's breadth. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export function toSelectedThing(thing: FloodThing): Selected {
  const name = thing.kind === 'place' ? thing.place.map(round).join(',') : thing.id;
  return { feature: FLOOD, index: 0, id: `${thing.kind}/${name}` };
}

/** Undefined for what is another feature's, or can't be read. */
export function thingOf({ feature, id }: Pick<Selected, 'feature' | 'id'>): FloodThing | undefined {
  if (feature !== FLOOD) return undefined;
  const cut = id.indexOf('/');
  const kind = id.slice(0, cut);
  const name = id.slice(cut + 1);
  if (kind === 'part' || kind === 'gauge' || kind === 'levee') {
    return name === '' ? undefined : { kind, id: name };
  }
  const [longitude, latitude] = name.split(',').map(Number);
  if (kind !== 'place' || longitude === undefined || latitude === undefined) return undefined;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return undefined;
  return { kind, place: [longitude, latitude] };
}
