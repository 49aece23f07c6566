// What is wrong with a part of the fire, each said once beside the layer.

import { createSaidProblems, type SaidProblems } from '#store/said-problems.ts';
import type { AppStore } from '#store/store.ts';
import { FIRE } from '../contract.ts';

export type FireProblems = SaidProblems;

/** `part`: whose they are, such as `response`. */
export const createFireProblems = (
  store: AppStore,
  part: string,
  now: () => number,
): FireProblems => createSaidProblems(store, `${FIRE}/${part}`, now);
