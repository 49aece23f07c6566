import { describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { showLayer } from '#store/layers.ts';
import { selectGoneBuildings, selectScenarios } from '#store/scenarios.ts';
import { createAppStore } from '#store/store.ts';
import { report, setModels } from '../state.ts';
import { followStanding } from './follow-standing.ts';

const manifest = {
  id: 'town',
  layers: [
    { kind: 'bim', id: 'fire-station', name: 'F', model: 'm.json', replaces: ['MH-1'] },
    { kind: 'bim', id: 'museum', name: 'M', model: 'm.json' },
  ],
} as unknown as CityManifest;

function aTown() {
  const store = createAppStore({ city: { manifest, baseUrl: 'https://twin.example/' } });
  setModels(store, [
    { id: 'fire-station', name: 'F', url: 'f', origin: 'city' },
    { id: 'dropped-1', name: 'D', url: 'd', origin: 'dropped' },
  ]);
  const stop = followStanding(store);
  const ready = (...ids: string[]) =>
    report(store, { models: ids.map((id) => ({ id, state: 'ready' as const })) });
  return { store, stop, ready, gone: () => selectGoneBuildings(store.getState()) };
}

describe('models that stand', () => {
  it('take the place of their plain buildings once they can be drawn', () => {
    const { ready, gone, store } = aTown();
    expect(gone()).toEqual([]);
    ready('fire-station', 'dropped-1');
    expect(gone()).toEqual(['MH-1']);
    expect(selectScenarios(store.getState()).standing.map(({ model }) => model)).toEqual([
      ...['fire-station', 'dropped-1'],
    ]);
  });

  it('give the place back where they are switched off, fail or are gone', () => {
    const { ready, gone, store, stop } = aTown();
    ready('fire-station');
    showLayer(store, 'bim', false);
    expect(gone()).toEqual([]);
    showLayer(store, 'bim', true);
    expect(gone()).toEqual(['MH-1']);
    report(store, { models: [{ id: 'fire-station', state: 'failed', reason: 'away' }] });
    expect(gone()).toEqual([]);
    ready('fire-station');
    stop();
    expect(gone()).toEqual([]);
  });

  it('wake nobody while the same ones stand', () => {
    const { ready, store } = aTown();
    ready('fire-station');
    const before = selectScenarios(store.getState());
    ready('fire-station');
    expect(selectScenarios(store.getState())).toBe(before);
  });
});
