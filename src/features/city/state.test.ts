import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampId } from '#model/colour-ramp.ts';
import { createAppStore } from '#store/store.ts';
import { type ColourBy, classification, type Filter } from './contract.ts';
import {
  addFilter,
  type CityState,
  changeFilter,
  citySlice,
  hide,
  removeFilter,
  selectCity,
  show,
  showAll,
  undoHide,
} from './state.ts';

const name = fc.string({ minLength: 1, maxLength: 12 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), column: name, from: finite, to: finite }),
  fc.record({ kind: fc.constant('range' as const), column: name }),
  fc.record({
    kind: fc.constant('categories' as const),
    column: name,
    values: fc.array(fc.string()),
  }),
  fc.record({ kind: fc.constant('contains' as const), column: name, text: fc.string() }),
  fc.record({ kind: fc.constant('boolean' as const), column: name, value: fc.boolean() }),
  fc.record({ kind: fc.constant('present' as const), column: name, isPresent: fc.boolean() }),
);
const anyColouring: fc.Arbitrary<ColourBy> = fc.record(
  {
    column: name,
    method: fc.constantFrom(...classification.options),
    classes: fc.integer({ min: 2, max: 10 }),
    breaks: fc.array(finite, { maxLength: 9 }),
    ramp: fc.constantFrom(...rampId.options),
    isReversed: fc.boolean(),
  },
  { requiredKeys: ['column', 'method', 'classes', 'ramp'] },
);
const anyState: fc.Arbitrary<CityState> = fc.record({
  colourBy: fc.option(anyColouring, { nil: undefined }),
  filters: fc.array(anyFilter, { maxLength: 5 }),
  filteredLook: fc.constantFrom('hide' as const, 'ghost' as const),
  hidden: fc.uniqueArray(fc.string(), { maxLength: 5 }),
  xray: fc.boolean(),
  hiddenSteps: fc.constant([]),
  wish: fc.constant(undefined),
  report: fc.constant(citySlice.initial.report),
});

describe('a shared look', () => {
  it('comes back as it was, through JSON', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const shared = citySlice.toShared(state);
        const sent = shared === undefined ? undefined : JSON.parse(JSON.stringify(shared));
        expect(citySlice.fromShared(sent)).toEqual(state);
      }),
    );
  });

  it('is nothing where nothing was changed', () => {
    expect(citySlice.toShared(citySlice.initial)).toBeUndefined();
    expect(citySlice.fromShared(undefined)).toEqual(citySlice.initial);
  });

  it('never fails, whatever a link holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (whole, filters, colourBy) => {
        expect(citySlice.fromShared(whole)).toMatchObject({ report: citySlice.initial.report });
        expect(citySlice.fromShared({ version: 9, filters, colourBy }).xray).toBe(false);
      }),
    );
  });

  it('keeps what it can read beside what it cannot', () => {
    const kept = { kind: 'contains', column: 'street', text: 'kerk' };
    const read = citySlice.fromShared({
      version: 2,
      filters: [{ kind: 'near', column: 'x' }, kept, { kind: 'range', column: 'y', from: 'low' }],
      colourBy: { column: 'use', method: 'rainbow', classes: 5, ramp: 'jet' },
      hidden: ['B-1', 7, 'B-1'],
    });
    expect(read).toMatchObject({ filters: [kept], colourBy: undefined, hidden: ['B-1'] });
  });

  it('opens links of version 1', () => {
    const read = citySlice.fromShared({
      version: 1,
      colourBy: { column: 'bouwjaar', method: 'natural', classes: 6, ramp: 'batlow' },
      filters: [{ kind: 'range', column: 'hoogte', from: 10 }],
      filteredLook: 'hide',
      hidden: ['B-2'],
      xray: true,
    });
    expect(read).toEqual({
      ...citySlice.initial,
      colourBy: { column: 'bouwjaar', method: 'natural', classes: 6, ramp: 'batlow' },
      filters: [{ kind: 'range', column: 'hoogte', from: 10 }],
      filteredLook: 'hide',
      hidden: ['B-2'],
      xray: true,
    });
  });
});

describe('hiding', () => {
  it('is undone act by act, the latest first', () => {
    const store = createAppStore();
    hide(store, ['B-1']);
    hide(store, ['B-2', 'B-3', 'B-1', 'B-2']);
    expect(selectCity(store.getState()).hidden).toEqual(['B-1', 'B-2', 'B-3']);
    undoHide(store);
    expect(selectCity(store.getState()).hidden).toEqual(['B-1']);
    undoHide(store);
    undoHide(store);
    expect(selectCity(store.getState()).hidden).toEqual([]);
  });

  it('of a shared link is undone in one act', () => {
    const store = createAppStore({
      features: { city: citySlice.fromShared({ hidden: ['A', 'B'] }) },
    });
    undoHide(store);
    expect(selectCity(store.getState()).hidden).toEqual([]);
  });

  it('of what is hidden already changes nothing', () => {
    const store = createAppStore();
    hide(store, ['B-1']);
    const before = store.getState();
    hide(store, ['B-1']);
    show(store, 'B-9');
    expect(store.getState()).toBe(before);
  });

  it('leaves every step undoable after one building was shown by itself', () => {
    const store = createAppStore();
    hide(store, ['B-1', 'B-2']);
    hide(store, ['B-3']);
    show(store, 'B-2');
    expect(selectCity(store.getState()).hidden).toEqual(['B-1', 'B-3']);
    undoHide(store);
    expect(selectCity(store.getState()).hidden).toEqual(['B-1']);
    showAll(store);
    expect(selectCity(store.getState())).toMatchObject({ hidden: [], hiddenSteps: [] });
  });
});

describe('filters', () => {
  it('are added, changed and taken away by their place', () => {
    const store = createAppStore();
    const filter = (text: string): Filter => ({ kind: 'contains', column: 'name', text });
    addFilter(store, filter('a'));
    addFilter(store, filter('b'));
    changeFilter(store, 1, filter('c'));
    removeFilter(store, 0);
    expect(selectCity(store.getState()).filters).toEqual([filter('c')]);
  });
});

describe('a link that is opened in the open city', () => {
  it('brings its own look, keeps what was found out, and lets the counts of other filters go', () => {
    const store = createAppStore();
    addFilter(store, { kind: 'contains', column: 'name', text: 'mill' });
    citySlice.update(store, (state) => ({
      ...state,
      report: { ...state.report, count: 120, matching: 3, facets: [undefined] },
    }));
    const here = selectCity(store.getState());
    const taken = citySlice.takeShared(here, { version: 1, xray: true });
    expect(taken).toMatchObject({ xray: true, filters: [] });
    expect(taken.report).toEqual({ ...here.report, facets: [] });
    expect(citySlice.takeShared(here, citySlice.toShared(here))).toBe(here);
  });
});
