// Scenarios: what a person drew, kept apart from the runs that were made of them.

import type { AppState, AppStore } from '#store/store.ts';
import type { FloodScenario } from '../contract.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import type { FloodState } from './initial.ts';
import { type ScenarioPart, withoutPart, withPart } from './parts.ts';

export const editedScenario = (state: AppState): FloodScenario | undefined => {
  const { scenarios, edited } = selectFlood(state);
  return scenarios.find(({ id }) => id === edited);
};

/** Adds it, or puts it in the place of the one with its id; it is what is edited then. */
export const keepScenario = (store: AppStore, scenario: FloodScenario) =>
  change(store, ({ scenarios }) => ({
    edited: scenario.id,
    scenarios: scenarios.some(({ id }) => id === scenario.id)
      ? scenarios.map((one) => (one.id === scenario.id ? scenario : one))
      : [...scenarios, scenario],
  }));

export const editScenario = (store: AppStore, part: Partial<Omit<FloodScenario, 'id'>>) =>
  changeEdited(store, (scenario) => ({ ...scenario, ...part }));

export const putPart = (store: AppStore, part: ScenarioPart) =>
  changeEdited(store, (scenario) => withPart(scenario, part));

export const removePart = (store: AppStore, id: string) =>
  changeEdited(store, (scenario) => withoutPart(scenario, id));

function changeEdited(store: AppStore, how: (scenario: FloodScenario) => FloodScenario): void {
  const scenario = editedScenario(store.getState());
  if (scenario) keepScenario(store, how(scenario));
}

/** With the city's storm sewers, if they take part, where they stand now. */
export function withSewers(
  { sewersAt: _, ...scenario }: FloodScenario,
  { sewersAt }: Pick<FloodState, 'sewersAt'>,
): FloodScenario {
  return { ...scenario, ...(scenario.hasSewers && sewersAt && { sewersAt }) };
}

/** Whether two scenarios compute the same: their names don't matter. */
export const isSameFlood = (a: FloodScenario, b: FloodScenario): boolean =>
  JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
