import { describe, expect, it } from 'vitest';
import { type Selected, select, toggleSelected } from './selection.ts';
import { createAppStore } from './store.ts';

const building = (id: string, index = 0): Selected => ({ feature: 'city', index, id });
const ids = (store: ReturnType<typeof createAppStore>) =>
  store.getState().selection.map(({ feature, id }) => `${feature}:${id}`);

describe('the selection', () => {
  it('is replaced by a pick and grows and shrinks by toggling', () => {
    const store = createAppStore();
    select(store, [building('a'), building('b')]);
    toggleSelected(store, building('c'));
    toggleSelected(store, building('a'));
    expect(ids(store)).toEqual(['city:b', 'city:c']);
    select(store, [building('d')]);
    expect(ids(store)).toEqual(['city:d']);
  });

  it('knows a thing by its id, since the index changes when the city is built anew', () => {
    const store = createAppStore();
    select(store, [building('a', 1)]);
    toggleSelected(store, building('a', 99));
    expect(ids(store)).toEqual([]);
  });

  it('tells things of two features with the same id apart', () => {
    const store = createAppStore();
    select(store, [building('a')]);
    toggleSelected(store, { ...building('a'), feature: 'pipes' });
    expect(ids(store)).toEqual(['city:a', 'pipes:a']);
  });
});
