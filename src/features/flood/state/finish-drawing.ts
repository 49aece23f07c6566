// What becomes of a drawing: a part of the scenario, a steering of the run, a run beside it, or a gauge.

import type { AppState, AppStore } from '#store/store.ts';
import type { FloodScenario, HazardKind } from '../contract.ts';
import { kindNames, partMessages } from '../messages/parts.ts';
import { selectFlood } from '../state.ts';
import { change } from './change.ts';
import { shownRunOf, shownTimeS } from './clock.ts';
import { addGauge } from './gauges.ts';
import type { DrawnKind, FloodDrawing } from './initial.ts';
import { makePart } from './make-part.ts';
import { newScenario } from './new-scenario.ts';
import { atPlaces, partsOf, type ScenarioPart } from './parts.ts';
import { highRiver } from './river.ts';
import { startRun, startWhatIf, steerPart } from './runs.ts';
import { editedScenario, putPart } from './scenarios.ts';

const hazards: Readonly<Partial<Record<DrawnKind, HazardKind>>> = {
  breach: 'breach',
  inflow: 'river',
  stage: 'surge',
  rain: 'rain',
  'dam-break': 'dam-break',
  burst: 'burst',
};

export function finish(store: AppStore, drawing: FloodDrawing): void {
  const state = store.getState();
  if (drawing.part === 'gauge') {
    addGauge(store, nextName(state, 'gauge'), drawing.points);
    return;
  }
  const run = shownRunOf(state);
  const scenario = editedScenario(state);
  const old = scenario && partsOf(scenario).find(({ id }) => id === drawing.redraws);
  if (old) {
    putPart(store, atPlaces(old, drawing.points));
    return;
  }
  const timeS = shownTimeS(state) ?? 0;
  const fromS = drawing.into === 'run' || drawing.into === 'what-if' ? timeS : 0;
  const name = nextName(state, drawing.part);
  const part = makePart(drawing, { name, waters: selectFlood(state).waters, fromS });
  if (!part) return;
  if (run && drawing.into === 'run') steerPart(store, run.id, part);
  else if (run && drawing.into === 'what-if') whatIfWith(store, timeS, part);
  else if (scenario && drawing.into !== 'new') putPart(store, part);
  else begin(store, part);
}

/** The run that is shown goes on beside another one that has this part from here on. */
export function whatIfWith(store: AppStore, timeS: number, part: ScenarioPart): void {
  const state = store.getState();
  const run = shownRunOf(state);
  if (!run) return;
  const { scenario } = run;
  const name = partMessages.withPart(scenario.name, part.name)[state.preferences.language];
  const { sources, structures } = scenario;
  startWhatIf(store, timeS, {
    ...{ ...scenario, name },
    ...(isSource(part)
      ? { sources: [...sources, part], structures }
      : { sources, structures: [...structures, part] }),
  });
}

const isSource = (part: ScenarioPart): part is Extract<ScenarioPart, { kind: SourceKind }> =>
  part.kind in hazards;
type SourceKind = 'breach' | 'inflow' | 'stage' | 'rain' | 'dam-break' | 'burst';

/** The first part of all: a run around it begins at once; a wall alone waits for water. */
function begin(store: AppStore, part: ScenarioPart): void {
  const scenario = scenarioOf(store.getState(), part);
  if (!scenario) return;
  if (isSource(part)) startRun(store, scenario);
  else
    change(store, ({ scenarios }) => ({
      scenarios: [...scenarios, scenario],
      edited: scenario.id,
    }));
}

/** What would run if the drawing were finished now; undefined where it begins nothing yet. */
export function drawnScenario(state: AppState): FloodScenario | undefined {
  const { drawing, waters } = selectFlood(state);
  if (drawing?.into !== 'new' || drawing.redraws !== '' || drawing.part === 'gauge')
    return undefined;
  const part = makePart(drawing, { name: '', waters, fromS: 0 });
  return part && isSource(part) ? scenarioOf(state, part) : undefined;
}

function scenarioOf(state: AppState, part: ScenarioPart): FloodScenario | undefined {
  const hazard = hazards[part.kind] ?? 'river';
  const say = ({ en, zh }: { en: string; zh: string }) =>
    state.preferences.language === 'zh' ? zh : en;
  const river =
    part.kind === 'breach'
      ? highRiver(selectFlood(state).waters, part.line[0], say(partMessages.highRiver))
      : undefined;
  return newScenario(state, hazard, part.name, river ? [part, river] : [part]);
}

/** `Barrier 2`, the first number that no part has yet. */
function nextName(state: AppState, kind: DrawnKind): string {
  const { gauges } = selectFlood(state);
  const scenario = editedScenario(state);
  const taken = new Set([
    ...gauges.map((gauge) => gauge.name),
    ...(scenario ? partsOf(scenario).map((part) => part.name) : []),
  ]);
  for (let number = 1; ; number++) {
    const name = partMessages.numbered(kindNames[kind], number)[state.preferences.language];
    if (!taken.has(name)) return name;
  }
}
