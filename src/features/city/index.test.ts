import { describe, expect, it } from 'vitest';
import { type AppStore, createAppStore } from '#store/store.ts';
import { city } from './index.ts';
import { colourCity, selectCity } from './state.ts';

const command = (id: string) => city.commands?.find((one) => one.id === id) ?? expect.fail(id);
const isOffered = (store: AppStore, id: string) => command(id).when?.(store.getState()) ?? true;
const look = (store: AppStore) => selectCity(store.getState());

describe('the commands of the city', () => {
  it('hide the selected buildings, leave other selected things be, and show all again', () => {
    const building = { feature: 'city', index: 1, id: 'B-1' };
    const pipe = { feature: 'pipes', index: 0, id: 'P-0' };
    const store = createAppStore();
    expect(isOffered(store, 'city.hide-selected')).toBe(false);
    store.setState({ selection: [building, pipe] });
    command('city.hide-selected').run(store);
    expect(look(store).hidden).toEqual(['B-1']);
    expect(store.getState().selection).toEqual([pipe]);
    expect(isOffered(store, 'city.hide-selected')).toBe(false);
    command('city.show-all').run(store);
    expect(look(store).hidden).toEqual([]);
    expect(isOffered(store, 'city.show-all')).toBe(false);
  });

  it('turn x-ray on and off, and take the colours away', () => {
    const store = createAppStore();
    command('city.xray').run(store);
    expect(look(store).xray).toBe(true);
    command('city.xray').run(store);
    expect(look(store).xray).toBe(false);
    colourCity(store, { column: 'h', method: 'equal', classes: 3, ramp: 'mako' });
    expect(isOffered(store, 'city.clear-colours')).toBe(true);
    command('city.clear-colours').run(store);
    expect(look(store).colourBy).toBeUndefined();
  });
});
