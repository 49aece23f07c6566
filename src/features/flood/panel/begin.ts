import { showLayer } from '#store/layers.ts';
import type { AppStore } from '#store/store.ts';
import { FLOOD } from '../contract.ts';
import type { Preset } from '../state/presets.ts';
import { startRun } from '../state/runs.ts';
import { lookAt } from './look-at.ts';

/** Runs it at once and flies to where it begins. */
export function begin(store: AppStore, preset: Preset): void {
  const scenario = preset.make(store.getState());
  if (!scenario) return;
  showLayer(store, FLOOD, true);
  startRun(store, scenario);
  if (preset.place) lookAt(store, preset.place);
}
