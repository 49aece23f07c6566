import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BimModel, GeoreferencingReading, StoredPlacement } from '#contract/bim-model.ts';
import { createAppStore } from '#store/store.ts';
import { aModel } from '../kernel/a-model.ts';
import { selectBim, setModels } from '../state.ts';
import {
  apartM,
  applyPlacing,
  cancelPlacing,
  changeDraft,
  chooseReading,
  forgetPlace,
  groundPointOf,
  moveDraft,
  pivotOf,
  readingInUse,
  selectPlacing,
  startPlacing,
  turnDraft,
} from './placing.ts';

const here: StoredPlacement = {
  longitudeDeg: 8.4,
  latitudeDeg: 49,
  heightM: 120,
  rotationDeg: 30,
  scale: 1,
};
const there = { ...here, latitudeDeg: 49.1 };
const reading = (source: GeoreferencingReading['source'], placement: StoredPlacement) => ({
  source,
  placement,
  steps: [],
});

function aHouse() {
  const store = createAppStore();
  const source = { id: 'house', name: 'House', url: 'https://x/', origin: 'city' as const };
  setModels(store, [source]);
  return store;
}

const house = (store: ReturnType<typeof aHouse>) => selectBim(store.getState()).models[0]!;

function aModelWith(readings: BimModel['georeferencing']['readings']): BimModel {
  const { model } = aModel({ class: 'IfcProject' });
  return { ...model, georeferencing: { ...model.georeferencing, readings } };
}

describe('placing a model', () => {
  it('shows a draft and makes it the place when it is applied', () => {
    const store = aHouse();
    startPlacing(store, 'house', here);
    changeDraft(store, 'house', there);
    expect(house(store).placement).toBeUndefined();
    applyPlacing(store);
    expect(house(store).placement).toEqual(there);
    expect(selectPlacing(store.getState())).toBeUndefined();
  });

  it('leaves everything as it was when it is cancelled', () => {
    const store = aHouse();
    startPlacing(store, 'house', there);
    cancelPlacing(store);
    expect(house(store).placement).toBeUndefined();
    applyPlacing(store);
    expect(house(store).placement).toBeUndefined();
  });

  it('bears drafts of another model, and drafts that come too late', () => {
    const store = aHouse();
    startPlacing(store, 'house', here);
    changeDraft(store, 'hall', there);
    expect(selectPlacing(store.getState())?.draft).toBe(here);
    cancelPlacing(store);
    changeDraft(store, 'house', there);
    expect(selectPlacing(store.getState())).toBeUndefined();
  });

  it('follows a reading by its source, and the second of a source by its place', () => {
    const store = aHouse();
    const model = aModelWith([
      reading('map-conversion', here),
      reading('map-conversion', there),
      reading('site', there),
    ]);
    chooseReading(store, model, 'house', 2);
    expect(house(store)).toMatchObject({ placement: undefined, reading: 'site' });
    expect(readingInUse(house(store), model.georeferencing.readings)).toBe(2);
    chooseReading(store, model, 'house', 1);
    expect(house(store)).toMatchObject({ placement: there, reading: 'map-conversion' });
    expect(readingInUse(house(store), model.georeferencing.readings)).toBe(1);
    chooseReading(store, model, 'house', 9);
    expect(house(store).placement).toEqual(there);
    forgetPlace(store, 'house');
    expect(readingInUse(house(store), model.georeferencing.readings)).toBe(0);
  });

  it('knows when a model stands as no reading says', () => {
    const readings = [reading('site', here)];
    expect(readingInUse({ placement: there, reading: undefined }, readings)).toBeUndefined();
  });

  it('turns and moves by the middle of the foot', () => {
    const pivot = pivotOf({
      boundsM: [
        [-10, 0, 2],
        [30, 20, 9],
      ],
    });
    expect(pivot).toEqual([10, 10, 2]);
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (byDeg) => {
        expect(apartM(turnDraft(here, pivot, byDeg), here, pivot)).toBeLessThan(1e-5);
      }),
    );
    expect(apartM(moveDraft(here, pivot, [3, 4, 12]), here, pivot)).toBeCloseTo(13, 3);
  });

  it('meets the ground with its ground storey, over the middle of its foot', () => {
    const boundsM: BimModel['boundsM'] = [
      [-10, 0, -4],
      [30, 20, 9],
    ];
    const storeys = [
      { element: 1, name: 'Keller', elevationM: -3, heightM: 3 },
      { element: 2, name: 'Erdgeschoss', elevationM: 0.2, heightM: 3 },
    ];
    expect(groundPointOf({ boundsM, storeys })).toMatchObject({
      ...{ point: [10, 10, 0.2], by: 'storey', storey: 'Erdgeschoss' },
    });
    expect(groundPointOf({ boundsM, storeys: [] })).toMatchObject({
      point: [10, 10, 0],
      by: 'zero',
    });
  });
});
