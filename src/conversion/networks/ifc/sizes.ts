// Sizes of a pipe or cable: by its properties, else by what it is like across.

import type { ImportedPipe } from '../imported-network.ts';
import type { Section } from './axis.ts';
import type { Properties } from './ifc-source.ts';

export type PipeSize = Pick<ImportedPipe, 'shape' | 'innerM' | 'wallM' | 'widthM' | 'heightM'> & {
  /** Where no inside size is said: the nominal one, or the outside of its shape, stands for it. */
  readonly standsIn?: 'nominal' | 'outside' | undefined;
};

export function sizeOf(properties: Properties, section: Section | undefined): PipeSize {
  const wallM =
    lengthIn(properties, /^(wall|shell)thickness$/) ??
    (section?.shape === 'circle' ? section.wallM : undefined);
  if (section?.shape === 'box') {
    return { shape: 'box', widthM: section.widthM, heightM: section.heightM };
  }
  const innerM = lengthIn(properties, /^(inner|inside)diameter$/);
  const outerM = lengthIn(properties, /^(outer|outside)diameter$/) ?? section?.outerM;
  if (innerM !== undefined) {
    const known =
      wallM ?? (outerM !== undefined && outerM > innerM ? (outerM - innerM) / 2 : undefined);
    return { shape: 'circle', innerM, wallM: known };
  }
  if (outerM !== undefined && wallM !== undefined && outerM > 2 * wallM) {
    return { shape: 'circle', innerM: outerM - 2 * wallM, wallM };
  }
  const nominalM = lengthIn(properties, /^(nominal)?(diameter|size)(orwidth)?$/);
  if (nominalM !== undefined) return { shape: 'circle', innerM: nominalM, standsIn: 'nominal' };
  if (outerM !== undefined) return { shape: 'circle', innerM: outerM, standsIn: 'outside' };
  return { shape: 'circle' };
}

/** A length above zero under one of the names, however it is spelt; m. */
export function lengthIn(properties: Properties, name: RegExp): number | undefined {
  for (const [key, value] of properties) {
    const plain = key.toLowerCase().replace(/[\s_-]/g, '');
    if (typeof value === 'number' && value > 0 && value < 100 && name.test(plain)) return value;
  }
  return undefined;
}
