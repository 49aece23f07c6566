import type { Vector } from '../vector.ts';

export const viewKinds = ['orbit', 'plan', 'walk'] as const;
export type ViewKind = (typeof viewKinds)[number];

/** One way to look at the part; it has the pointer and the keys until it is stopped. */
export interface View {
  /** What it looks at, for the next view to begin there. */
  target(): Vector;
  /** True where the key meant something here. */
  press(key: string, isShift: boolean): boolean;
  release?(key: string): void;
  stop(): void;
}
