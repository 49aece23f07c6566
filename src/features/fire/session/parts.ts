import type { StartPart } from '#features/feature.ts';

/** What runs while the city is open, each in a file or folder of its own; each starts its worker when it is first needed. */
export const parts: readonly StartPart[] = [];
