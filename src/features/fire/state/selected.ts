// How the things of a fire are named as the app selects them.

import type { Selected } from '#store/selection.ts';
import { FIRE } from '../contract.ts';

export const fireThings = ['zone', 'engine', 'shelter', 'station', 'site', 'fire'] as const;

/** A zone's id has its owner before it: `smoke/co-2`. */
export interface FireThing {
  readonly kind: (typeof fireThings)[number];
  readonly id: string;
}

export const toSelectedThing = ({ kind, id }: FireThing): Selected => ({
  ...{ feature: FIRE, index: 0, id: `${kind}/${id}` },
});

/** Undefined for what is another feature's, or can't be read. */
export function thingOf({ feature, id }: Pick<Selected, 'feature' | 'id'>): FireThing | undefined {
  if (feature !== FIRE) return undefined;
  const cut = id.indexOf('/');
  const kind = fireThings.find((one) => one === id.slice(0, cut));
  const name = id.slice(cut + 1);
  return kind && name !== '' ? { kind, id: name } : undefined;
}
