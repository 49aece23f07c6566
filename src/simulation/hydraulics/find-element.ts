// Elements of a model by id, and what is said of those that are not there.

import type { ValvePlace, WaterModel } from './parts.ts';

/** Conflicting or unknown: the element's id stands in the sentence. */
export class ChangeError extends Error {
  override readonly name: string = 'ChangeError';
  readonly element: string;
  constructor(element: string, sentence: string) {
    super(sentence);
    this.element = element;
  }
}

export function nodeOf(model: WaterModel, id: string): number {
  const index = model.nodeIndex.get(id);
  if (index === undefined) throw new ChangeError(id, `The model has no node ${id}.`);
  return index;
}

export function linkOf(model: WaterModel, id: string): number {
  const index = model.linkIndex.get(id);
  if (index === undefined) throw new ChangeError(id, `The model has no link ${id}.`);
  return index;
}

export function valveOf(model: WaterModel, id: string): ValvePlace {
  const place = model.valves.get(id);
  if (!place) throw new ChangeError(id, `The model knows no valve ${id}.`);
  return place;
}
