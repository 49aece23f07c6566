// Which section a person looks at: across or along, and along what.

import type { PlaceDeg } from '#model/place-deg.ts';
import type { AppStore } from '#store/store.ts';
import { type LongWay, SECTION_TOOL, type SectionChoice } from '../contract/section.ts';
import type { PipeKey } from '../contract.ts';
import { parseKey } from '../kernel/index-space.ts';
import { openTool, pipesSlice } from '../state.ts';

export const chooseSection = (store: AppStore, part: Partial<SectionChoice>) =>
  pipesSlice.update(store, (state) => ({ ...state, section: { ...state.section, ...part } }));

/** Marks a place of the long section on the globe. */
export const markSection = (store: AppStore, sectionPoint: PlaceDeg | undefined) =>
  pipesSlice.update(store, (state) => ({ ...state, sectionPoint }));

/** Opens the tool with the long section of what another tool has found. */
export function showLongSection(store: AppStore, part: Omit<SectionChoice, 'kind'>): void {
  chooseSection(store, { ...part, kind: 'long' });
  openTool(store, SECTION_TOOL);
}

/** Where it begins and ends: as said, else as selected. */
export function endsOf(
  { along, from: saidFrom, to: saidTo }: SectionChoice,
  selected: readonly PipeKey[],
): { readonly from: PipeKey | undefined; readonly to: PipeKey | undefined } {
  const from = saidFrom ?? selected[0];
  if (along !== 'between') return { from, to: undefined };
  return { from, to: saidTo ?? selected.find((key) => key !== from) };
}

/** Undefined where something is still to be said or selected. */
export function longWayOf(
  choice: SectionChoice,
  selected: readonly PipeKey[],
): LongWay | undefined {
  const { from, to } = endsOf(choice, selected);
  switch (choice.along) {
    case 'selected':
      return alongSelected(selected);
    case 'between':
      return from === undefined || to === undefined ? undefined : { from, to };
    case 'downstream':
    case 'upstream':
      return from === undefined ? undefined : { from, kind: choice.along };
  }
}

/** One thing: down from it. Two: between them. Several: along the pipes among them. */
function alongSelected(selected: readonly PipeKey[]): LongWay | undefined {
  const [from, to] = selected;
  if (from === undefined) return undefined;
  if (to === undefined) return { from, kind: 'downstream' };
  return selected.length === 2
    ? { from, to }
    : { along: selected.filter((key) => parseKey(key)?.kind === 'link') };
}
