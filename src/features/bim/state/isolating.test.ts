import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import { bimSlice, hideParts, isolate } from '../state.ts';
import { showAgain, toggleAmongIsolated, toggleIsolated } from './isolating.ts';

const aStore = () => {
  const store = createAppStore();
  return { store, look: () => bimSlice.select(store.getState()).look };
};

describe('isolating', () => {
  it('shows parts alone, and everything when they are asked for once more', () => {
    const { store, look } = aStore();
    toggleIsolated(store, ['m/class/IfcDoor', 'm/class/IfcWall']);
    toggleIsolated(store, ['m/class/IfcDoor']);
    expect(look().isolated).toEqual(['m/class/IfcDoor']);
    toggleIsolated(store, ['m/class/IfcDoor']);
    expect(look().isolated).toEqual([]);
  });

  it('adds one class after the other from a legend, and takes each away again', () => {
    const { store, look } = aStore();
    toggleAmongIsolated(store, 'a');
    toggleAmongIsolated(store, 'b');
    expect(look().isolated).toEqual(['a', 'b']);
    toggleAmongIsolated(store, 'a');
    expect(look().isolated).toEqual(['b']);
  });
});

describe('showing a part again', () => {
  it('takes away that it is hidden, or that what it is in is', () => {
    const { store, look } = aStore();
    hideParts(store, ['m/element/storey', 'm/element/other']);
    showAgain(store, ['m/all', 'm/element/storey', 'm/element/door']);
    expect(look().hidden).toEqual(['m/element/other']);
    expect(look().isolated).toEqual([]);
  });

  it('adds it to what is shown alone where it is not in that', () => {
    const { store, look } = aStore();
    isolate(store, ['m/element/first']);
    showAgain(store, ['m/all', 'm/element/second']);
    expect(look().isolated).toEqual(['m/element/first', 'm/element/second']);
    showAgain(store, ['m/all', 'm/element/first', 'm/element/door']);
    expect(look().isolated).toEqual(['m/element/first', 'm/element/second']);
  });
});
