import type { StartPart } from './part.ts';

/** What runs while networks are open, each in a file or folder of its own. */
export const parts: readonly StartPart[] = [];
