// Two versions of a model held against each other, element by element, by GlobalId.

/** Channel of `scene/frames.ts` that carries the latest `Comparison`. */
export const COMPARISON = 'bim/comparison';

/** What became of an element, as one word: the graver where several are true. */
export const differenceKinds = ['added', 'removed', 'geometry', 'moved', 'properties'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly globalId: string;
  readonly kind: DifferenceKind;
  /** Its properties are others too, whatever else changed. */
  readonly hasProperties: boolean;
  /** Index with base in the older and in the newer model; undefined where it is not there. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly name: string;
  readonly class: string;
  readonly storey: string;
  /** Way from the old to the new place in the model's frame, m; of those that only moved. */
  readonly moveM: readonly [number, number, number] | undefined;
}

export interface Comparison {
  /** Ids of the open models. */
  readonly before: string;
  readonly after: string;
  readonly differences: readonly Difference[];
  readonly counts: Readonly<Record<DifferenceKind | 'same', number>>;
  /** Where the newer file counts from another origin: the way that nearly everything moved, m. It is no difference. */
  readonly shiftM: readonly [number, number, number] | undefined;
}

/** A value that is another one now; undefined where there is none. */
export interface ValueChange {
  readonly set: string;
  readonly name: string;
  readonly unit: string;
  readonly before: string | number | boolean | undefined;
  readonly after: string | number | boolean | undefined;
}
