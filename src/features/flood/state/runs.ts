// What a person does with runs. The session watches them and tells how they stand (`setStatus`).

import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { FloodScenario, FloodStatus } from '../contract.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import type { FloodRun } from './initial.ts';
import { type ScenarioPart, withoutPart, withPart } from './parts.ts';
import { keepScenario, withSewers } from './scenarios.ts';

/** As fast as it can. */
export const FULL_PACE = Number.POSITIVE_INFINITY;

/** Begins at once and is shown. Other runs that go stand still meanwhile: the machine is for what is asked now. */
export function startRun(store: AppStore, drawn: FloodScenario): string {
  const scenario = withSewers(drawn, selectFlood(store.getState()));
  const run = { id: newId(), scenario, wanted: 'go', pace: FULL_PACE } as const;
  keepScenario(store, scenario);
  change(store, ({ runs }) => ({
    runs: [...runs.map(paused), run],
    ...{ shown: run.id, compared: '', followsRun: true, tool: '' },
  }));
  return run.id;
}

/** Goes on from a moment of the run that is shown, with another scenario beside it; the old one stays and goes on. */
export function startWhatIf(store: AppStore, timeS: number, scenario: FloodScenario): string {
  const { shown, runs } = selectFlood(store.getState());
  const old = runs.find(({ id }) => id === shown);
  if (!old) return startRun(store, scenario);
  const beside = { ...scenario, id: newId(), basedOn: old.scenario.id };
  const run: FloodRun = {
    ...{ id: newId(), scenario: beside, from: { run: old.id, timeS } },
    ...{ wanted: 'go', pace: old.pace },
  };
  keepScenario(store, beside);
  change(store, (state) => ({
    runs: [...state.runs, run],
    ...{ shown: run.id, compared: old.id, followsRun: true, tool: '' },
  }));
  return run.id;
}

const paused = (run: FloodRun): FloodRun =>
  run.wanted === 'go' ? { ...run, wanted: 'pause' } : run;

const changeRun = (store: AppStore, id: string, how: (run: FloodRun) => FloodRun) =>
  change(store, ({ runs }) => ({ runs: runs.map((run) => (run.id === id ? how(run) : run)) }));

/** What was stopped stays so: its frames can be looked at, and a what-if goes on from it. */
export const setWanted = (store: AppStore, id: string, wanted: FloodRun['wanted']) =>
  changeRun(store, id, (run) => (run.wanted === 'stop' ? run : { ...run, wanted }));

export const setPace = (store: AppStore, id: string, pace: number) =>
  changeRun(store, id, (run) => ({ ...run, pace }));

/** In effect at once in the run, and in the scenario that it was made of. */
export const steerPart = (store: AppStore, id: string, part: ScenarioPart) =>
  steer(store, id, (scenario) => withPart(scenario, part));

export const steerWithout = (store: AppStore, id: string, part: string) =>
  steer(store, id, (scenario) => withoutPart(scenario, part));

function steer(store: AppStore, id: string, how: (scenario: FloodScenario) => FloodScenario) {
  const run = selectFlood(store.getState()).runs.find((one) => one.id === id);
  if (!run) return;
  const scenario = how(run.scenario);
  changeRun(store, id, (one) => ({ ...one, scenario }));
  keepScenario(store, scenario);
}

/** What is shown is edited too, and is no longer compared with itself. */
export const showRun = (store: AppStore, id: string) =>
  change(store, ({ runs, compared, shown }) => {
    const run = runs.find((one) => one.id === id);
    if (!run || id === shown) return {};
    return { shown: id, edited: run.scenario.id, compared: compared === id ? shown : compared };
  });

export const compareRun = (store: AppStore, id: string) =>
  change(store, ({ shown }) => (id === shown ? {} : { compared: id }));

export const endComparison = (store: AppStore) => change(store, () => ({ compared: '' }));

export function renameRun(store: AppStore, id: string, name: string): void {
  if (name.trim() === '') return;
  changeRun(store, id, (run) => ({ ...run, scenario: { ...run.scenario, name } }));
  change(store, ({ runs, scenarios }) => {
    const scenario = runs.find((run) => run.id === id)?.scenario.id;
    return {
      scenarios: scenarios.map((one) => (one.id === scenario ? { ...one, name } : one)),
    };
  });
}

/** Takes its frames with it; its scenario stays. The latest of the others is shown then. */
export const forgetRun = (store: AppStore, id: string) =>
  change(store, ({ runs, shown, compared, status }) => {
    const rest = runs.filter((run) => run.id !== id);
    const { [id]: _, ...others } = status;
    const next = shown === id ? (rest.at(-1)?.id ?? '') : shown;
    const isOver = compared === id || compared === next;
    return { runs: rest, shown: next, compared: isOver ? '' : compared, status: others };
  });

/** From now on what is done to the run goes into the log of an incident of its own. */
export const openIncidentOf = (store: AppStore, run: string) =>
  change(store, () => ({ incident: { run, key: newId() } }));

/** Called by the session, at most twice a second a run. */
export const setStatus = (store: AppStore, status: FloodStatus) =>
  change(store, (state) =>
    state.runs.some(({ id }) => id === status.run)
      ? { status: { ...state.status, [status.run]: status } }
      : {},
  );
