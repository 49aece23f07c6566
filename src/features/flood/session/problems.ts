// What is wrong with floods, each said once beside the layer.

import { createSaidProblems, type SaidProblems } from '#store/said-problems.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD } from '../contract.ts';

export type FloodProblems = SaidProblems;

export const createFloodProblems = (store: AppStore, now: () => number): FloodProblems =>
  createSaidProblems(store, FLOOD, now);

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
