// Tells the store which models are drawn and which buildings of the city they are the detail of: those give way.

import type { CityManifest } from '#contract/city-package.ts';
import { selectLayer } from '#store/layers.ts';
import { type StandingModel, selectScenarios, setStanding } from '#store/scenarios.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { bimSlice, selectBim } from '../state.ts';

/** Returns how to stop; nothing stands then. */
export function followStanding(store: AppStore): () => void {
  function tell(): void {
    const standing = findStanding(store.getState());
    if (!isSame(standing, selectScenarios(store.getState()).standing)) setStanding(store, standing);
  }
  const unfollow = watch(
    store,
    (state) => {
      const { on, opacity } = selectLayer(bimSlice.id)(state);
      return [state.city, state.guests, selectBim(state).report.models, on && opacity > 0];
    },
    tell,
  );
  tell();
  return () => {
    unfollow();
    setStanding(store, []);
  };
}

function findStanding(state: AppState): readonly StandingModel[] {
  const { on, opacity } = selectLayer(bimSlice.id)(state);
  if (!on || opacity === 0) return [];
  const { models, report } = selectBim(state);
  const isReady = (id: string) =>
    report.models.some((one) => one.id === id && one.state === 'ready');
  return models
    .filter(({ id }) => isReady(id))
    .map(({ id, origin }) => ({
      model: id,
      replaces: origin === 'city' ? replacedBy(state.city?.manifest, id) : [],
    }));
}

function replacedBy(manifest: CityManifest | undefined, id: string): readonly string[] {
  const layer = manifest?.layers.find((one) => one.kind === 'bim' && one.id === id);
  return layer?.kind === 'bim' ? (layer.replaces ?? []) : [];
}

const isSame = (a: readonly StandingModel[], b: readonly StandingModel[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ model, replaces }, at) =>
      model === b[at]?.model && replaces.join('\n') === b[at]?.replaces.join('\n'),
  );
