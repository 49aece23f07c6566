// Which sets of an element the inspector lists, in which order, and which of their entries a search lets through.

import type { ElementSet } from '../contract.ts';
import { nameProperty } from '../state/property-names.ts';
import { layersOf } from './material-layers.ts';

export interface ListedSet extends ElementSet {
  /** Tells sets of the same name apart. */
  readonly id: string;
}

const kindOrder = ['quantity-set', 'property-set', 'material', 'classification', 'document'];

/** Quantities first, then properties: those common to all of its class, its own, its type's; then the rest. */
export function listSets(sets: readonly ElementSet[]): readonly ListedSet[] {
  const rank = ({ kind, isOfType, name }: ElementSet) => {
    const ofKind = kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length;
    return ofKind * 4 + Number(isOfType) * 2 + Number(!name.endsWith('Common'));
  };
  return sets
    .map((set, at) => ({ ...set, id: `${at} ${set.name}` }))
    .filter((set) => set.entries.length > 0 && layersOf(set).length === 0)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Entries that hold every word, in name, words or value; a set whose own name holds them keeps all of its. */
export function filterSets(sets: readonly ListedSet[], query: string): readonly ListedSet[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return sets;
  const holds = (text: string) => words.every((word) => text.toLocaleLowerCase().includes(word));
  return sets.flatMap((set) => {
    if (holds(set.name)) return [set];
    const entries = set.entries.filter(({ name, value }) => {
      const { en, zh } = nameProperty(name);
      return holds(`${name} ${en} ${zh} ${value ?? ''}`);
    });
    return entries.length > 0 ? [{ ...set, entries }] : [];
  });
}
