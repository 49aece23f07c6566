// The comparison of two versions and the search for clashes: what a person asked for and what came of it.

import type { AppStore } from '#store/store.ts';
import type { ClashMark, ClashRules } from '../contract/clash.ts';
import { bimSlice } from '../state.ts';
import type { CheckProgress, ChecksState } from './initial.ts';

const changeChecks = (store: AppStore, part: Partial<ChecksState>) =>
  bimSlice.update(store, (state) => ({ ...state, checks: { ...state.checks, ...part } }));

export const compareModels = (store: AppStore, before: string, after: string) =>
  changeChecks(store, { compared: { before, after } });

export const stopComparing = (store: AppStore) =>
  changeChecks(store, { compared: undefined, comparing: { kind: 'idle' } });

export const reportComparing = (store: AppStore, comparing: CheckProgress) =>
  changeChecks(store, { comparing });

export const findClashes = (store: AppStore, rules: ClashRules) =>
  changeChecks(store, { clashing: { ...rules } });

export const stopClashes = (store: AppStore) => changeChecks(store, { clashing: undefined });

export const reportClashes = (store: AppStore, clashProgress: CheckProgress) =>
  changeChecks(store, { clashProgress });

export const markClash = (store: AppStore, id: string, part: Partial<ClashMark>) =>
  bimSlice.update(store, (state) => {
    const mark = { ...newMark, ...state.checks.marks[id], ...part };
    return {
      ...state,
      checks: { ...state.checks, marks: { ...state.checks.marks, [id]: mark } },
    };
  });

/** Marks of an earlier visit; nothing of another city's stays. */
export const bringMarks = (store: AppStore, marks: ReadonlyMap<string, ClashMark>) =>
  changeChecks(store, { marks: Object.fromEntries(marks) });

export const newMark: ClashMark = { status: 'new', note: '' };
