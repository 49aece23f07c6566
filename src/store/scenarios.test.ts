import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScenario,
  propose,
  removeScenario,
  renameScenario,
  scenariosSlice,
  selectGoneBuildings,
  selectGoneModels,
  selectScenario,
  selectScenarios,
  setReplaced,
  setStanding,
  showScenario,
  withdraw,
} from './scenarios.ts';
import { createAppStore } from './store.ts';

/** A town whose fire station has a model, and a proposal of a new one on the same ground. */
function aTown() {
  const store = createAppStore();
  setStanding(store, [
    { model: 'fire-station', replaces: ['MH-1'] },
    { model: 'proposal', replaces: [] },
  ]);
  const gone = () => ({
    models: selectGoneModels(store.getState()),
    buildings: selectGoneBuildings(store.getState()),
  });
  return { store, gone, state: () => selectScenarios(store.getState()) };
}

describe('a link that is opened beside scenarios', () => {
  const shared = (names: readonly string[], current: number) => ({
    version: 1,
    scenarios: names.map((id) => ({ id, name: id, proposals: [] })),
    current,
  });
  const taken = (link: unknown) => {
    const { store, state } = aTown();
    addScenario(store, 'Mine');
    addScenario(store, 'Mine too');
    return scenariosSlice.takeShared(state(), link);
  };

  it('shows its own one, and leaves the others and what stands', () => {
    const { scenarios, current, standing } = taken(shared(['theirs', 'scenario-1'], 1));
    expect(scenarios.map(({ id }) => id)).toEqual(['scenario-2', 'theirs', 'scenario-1']);
    expect(scenarios[current - 1]?.id).toBe('theirs');
    expect(standing).toHaveLength(2);
  });

  it('shows what exists where it knows of none', () => {
    expect(taken(undefined)).toMatchObject({ current: 0, scenarios: [{ name: 'Mine' }, {}] });
  });
});

describe('what exists', () => {
  it('is scenario 0, whatever else there is', () => {
    const { store, state } = aTown();
    expect(state().current).toBe(0);
    expect(selectScenario(store.getState())).toBeUndefined();
    addScenario(store, 'New station');
    expect(selectScenario(store.getState())?.name).toBe('New station');
    showScenario(store, 0);
    expect(selectScenario(store.getState())).toBeUndefined();
    showScenario(store, 7);
    showScenario(store, -1);
    expect(state().current).toBe(0);
  });

  it('loses the plain buildings that a standing model is the detail of', () => {
    const { store, gone } = aTown();
    expect(gone()).toEqual({ models: [], buildings: ['MH-1'] });
    setStanding(store, []);
    expect(gone()).toEqual({ models: [], buildings: [] });
  });
});

describe('a scenario', () => {
  it('shows its proposals alone, and the buildings that they stand on give way', () => {
    const { store, gone } = aTown();
    addScenario(store, 'A');
    propose(store, 'scenario-1', { model: 'proposal', replaces: ['MH-2', 'MH-3'] });
    expect(gone()).toEqual({ models: [], buildings: ['MH-1', 'MH-2', 'MH-3'] });
    showScenario(store, 0);
    expect(gone()).toEqual({ models: ['proposal'], buildings: ['MH-1'] });
    addScenario(store, 'B');
    expect(gone()).toEqual({ models: ['proposal'], buildings: ['MH-1'] });
  });

  it('takes away the detail of a building that gives way to another model', () => {
    const { store, gone } = aTown();
    addScenario(store, 'A');
    propose(store, 'scenario-1', { model: 'proposal', replaces: ['MH-1'] });
    expect(gone()).toEqual({ models: ['fire-station'], buildings: ['MH-1'] });
  });

  it('lets nothing give way to a model that isn’t there: no hole in the town', () => {
    const { store, gone } = aTown();
    addScenario(store, 'A');
    propose(store, 'scenario-1', { model: 'lost', replaces: ['MH-5'] });
    expect(gone().buildings).toEqual(['MH-1']);
  });

  it('is changed, renamed and removed; what is shown stays shown', () => {
    const { store, state } = aTown();
    for (const name of ['A', 'B', 'C']) addScenario(store, name);
    propose(store, 'scenario-2', { model: 'proposal', replaces: ['MH-2'] });
    setReplaced(store, 'scenario-2', 'proposal', ['MH-2', 'MH-4', 'MH-4']);
    expect(state().scenarios[1]?.proposals).toEqual([
      { model: 'proposal', replaces: ['MH-2', 'MH-4'] },
    ]);
    propose(store, 'scenario-2', { model: 'proposal', replaces: [] });
    expect(state().scenarios[1]?.proposals).toHaveLength(1);
    withdraw(store, 'scenario-2', 'proposal');
    expect(state().scenarios[1]?.proposals).toEqual([]);
    renameScenario(store, 'scenario-3', 'Last');
    removeScenario(store, 'scenario-1');
    expect(selectScenario(store.getState())?.name).toBe('Last');
    removeScenario(store, 'scenario-3');
    expect(state()).toMatchObject({ current: 0, scenarios: [{ name: 'B' }] });
    removeScenario(store, 'scenario-9');
    expect(state().scenarios).toHaveLength(1);
    addScenario(store, 'D');
    expect(new Set(state().scenarios.map(({ id }) => id)).size).toBe(2);
  });

  it('wakes nobody while it stays the same', () => {
    const { store } = aTown();
    const before = selectGoneBuildings(store.getState());
    store.setState(({ preferences }) => ({ preferences: { ...preferences } }));
    expect(selectGoneBuildings(store.getState())).toBe(before);
  });
});

describe('a shared link', () => {
  it('carries scenarios and which one is shown, but not what stands at this moment', () => {
    const { store, state } = aTown();
    expect(scenariosSlice.toShared(state())).toBeUndefined();
    addScenario(store, 'A');
    propose(store, 'scenario-1', { model: 'proposal', replaces: ['MH-2'] });
    const read = scenariosSlice.fromShared(
      JSON.parse(JSON.stringify(scenariosSlice.toShared(state()))),
    );
    expect(read).toEqual({ ...state(), standing: [] });
  });

  it('reads whatever it is given, and never shows a scenario that it lacks', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { scenarios, current } = scenariosSlice.fromShared(value);
        expect(current).toBeLessThanOrEqual(scenarios.length);
      }),
    );
    const odd = { version: 1, scenarios: [{ id: 'a', name: 'A', proposals: 3 }, 7], current: 9 };
    expect(scenariosSlice.fromShared(odd)).toMatchObject({ scenarios: [], current: 0 });
  });
});
