import { type StepIndex, scanStep } from './scan.ts';

const indexes = new WeakMap<Uint8Array, StepIndex>();

/** Remembers a file's index as long as its bytes live. */
export function keepIndex(bytes: Uint8Array, index: StepIndex): void {
  indexes.set(bytes, index);
}

/** Index of a file's bytes, made on the first call. */
export function indexOf(bytes: Uint8Array): StepIndex {
  let index = indexes.get(bytes);
  if (!index) {
    index = scanStep(bytes);
    indexes.set(bytes, index);
  }
  return index;
}
