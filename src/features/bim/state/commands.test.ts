import { describe, expect, it } from 'vitest';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import type { ElementDetails } from '../contract.ts';
import { bimSlice, changeLook, report, setModels } from '../state.ts';
import { commands } from './commands.ts';

const details = {
  index: 7,
  model: 'm',
  globalId: 'D',
  storey: 'Level 1',
  path: [
    { index: 0, label: 'House', key: 'm/element/B' },
    { index: 1, label: 'Level 1', key: 'm/element/S' },
  ],
  boundsM: [
    [0, 0, 3],
    [1, 1, 5],
  ],
} as unknown as ElementDetails;

function aHouse() {
  const store = createAppStore();
  const command = (id: string) => commands.find((one) => one.id === `bim.${id}`)!;
  return {
    store,
    look: () => bimSlice.select(store.getState()).look,
    task: () => bimSlice.select(store.getState()).task,
    can: () => commands.filter(({ when }) => when?.(store.getState())).map(({ id }) => id.slice(4)),
    run: (id: string) => command(id).run(store),
    selectDoor() {
      select(store, [{ feature: 'bim', index: 7, id: 'm/D' }]);
      report(store, { details });
    },
    openModel: () => setModels(store, [{ id: 'm', name: 'M', url: '', origin: 'city' }]),
  };
}

describe('the commands of building models', () => {
  it('are offered where there is something to do', () => {
    const house = aHouse();
    expect(house.can()).toEqual([]);
    house.openModel();
    expect(house.can()).toEqual(['explode', 'ghosts', 'rooms']);
    house.selectDoor();
    expect(house.can()).toEqual(
      expect.arrayContaining(['isolate', 'hide', 'cut', 'section', 'close-look']),
    );
    expect(house.can()).not.toContain('show-all');
    changeLook(house.store, { explodeM: 2 });
    expect(house.can()).toContain('show-all');
  });

  it('isolate what is selected, hide it and let go of it, and show everything again', () => {
    const house = aHouse();
    house.selectDoor();
    house.run('isolate');
    expect(house.look().isolated).toEqual(['m/element/D']);
    house.run('hide');
    expect(house.look().hidden).toEqual(['m/element/D']);
    expect(house.store.getState().selection).toEqual([]);
    house.run('show-all');
    expect([house.look().isolated, house.look().hidden]).toEqual([[], []]);
  });

  it('cut the storey of the selected element open, and close it', () => {
    const house = aHouse();
    house.selectDoor();
    house.run('cut');
    expect(house.look().cutStorey).toBe('m/S');
    house.run('cut');
    expect(house.look().cutStorey).toBeUndefined();
  });

  it('cut level through the middle of the selected element, and take every plane away', () => {
    const house = aHouse();
    house.selectDoor();
    house.run('section');
    expect(house.look()).toMatchObject({
      planes: [{ normal: [0, 0, 1], distanceM: 4 }],
      sectionModel: 'm',
    });
    house.run('section');
    expect(house.look().planes).toEqual([]);
  });

  it('pull storeys apart and back, toggle ghosts and rooms, take a close look', () => {
    const house = aHouse();
    house.selectDoor();
    house.run('explode');
    expect(house.look().explodeM).toBeGreaterThan(0);
    house.run('explode');
    house.run('ghosts');
    house.run('rooms');
    expect(house.look()).toMatchObject({ explodeM: 0, ghost: false, showSpaces: true });
    house.run('close-look');
    expect(house.task()).toEqual({ kind: 'close-look', part: 'm/element/D' });
  });
});
