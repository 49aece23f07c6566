import * as v from 'valibot';
import { joinedById } from './joined-by-id.ts';
import { defineSlice } from './slice.ts';
import type { AppState, AppStore } from './store.ts';

/** A building model that takes the place of buildings of the city. */
export interface Proposal {
  /** Id of the model among those that are open. */
  readonly model: string;
  /** Ids of the buildings that give way to it. */
  readonly replaces: readonly string[];
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly proposals: readonly Proposal[];
}

/** A model that is drawn at present. */
export interface StandingModel {
  readonly model: string;
  /** The buildings that it is the detail of: they give way wherever it is seen. */
  readonly replaces: readonly string[];
}

export interface ScenariosState {
  /** What could be. What exists is scenario 0 and is not among them. */
  readonly scenarios: readonly Scenario[];
  /** 0: what exists; n: `scenarios[n − 1]`. */
  readonly current: number;
  /** Told by what draws models; never shared. */
  readonly standing: readonly StandingModel[];
}

const initial: ScenariosState = { scenarios: [], current: 0, standing: [] };

const proposal = v.object({ model: v.string(), replaces: v.fallback(v.array(v.string()), []) });
const scenario = v.object({
  id: v.string(),
  name: v.string(),
  proposals: v.fallback(v.array(proposal), []),
});
const shared = v.object({
  version: v.literal(1),
  scenarios: v.fallback(v.array(scenario), []),
  current: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

export const scenariosSlice = defineSlice<ScenariosState>({
  id: 'scenarios',
  initial,
  toShared: ({ scenarios, current }) =>
    scenarios.length === 0 ? undefined : { version: 1, scenarios, current },
  fromShared: (value) => {
    const parsed = v.safeParse(shared, value);
    if (!parsed.success) return initial;
    const { scenarios, current } = parsed.output;
    return { ...initial, scenarios, current: current <= scenarios.length ? current : 0 };
  },
  keep: (linked, { scenarios: here, standing }) => {
    const scenarios = joinedById(linked.scenarios, here);
    const before = scenarios.length - linked.scenarios.length;
    return { scenarios, current: linked.current === 0 ? 0 : before + linked.current, standing };
  },
});

export const selectScenarios = scenariosSlice.select;

/** The one that is shown; undefined while what exists is shown. */
export const selectScenario = (state: AppState): Scenario | undefined => {
  const { scenarios, current } = selectScenarios(state);
  return scenarios[current - 1];
};

const change = (store: AppStore, part: (state: ScenariosState) => Partial<ScenariosState>) =>
  scenariosSlice.update(store, (state) => ({ ...state, ...part(state) }));

/** Adds an empty one and shows it. */
export const addScenario = (store: AppStore, name: string) =>
  change(store, ({ scenarios }) => ({
    scenarios: [...scenarios, { id: freeId(scenarios), name, proposals: [] }],
    current: scenarios.length + 1,
  }));

function freeId(scenarios: readonly Scenario[]): string {
  let number = scenarios.length + 1;
  while (scenarios.some(({ id }) => id === `scenario-${number}`)) number++;
  return `scenario-${number}`;
}

/** What is beyond the last one leaves things as they are. */
export const showScenario = (store: AppStore, number: number) =>
  scenariosSlice.update(store, (state) =>
    number === state.current || number < 0 || number > state.scenarios.length
      ? state
      : { ...state, current: number },
  );

/** What is shown stays shown; what exists is shown where that one goes. */
export const removeScenario = (store: AppStore, id: string) =>
  change(store, ({ scenarios, current }) => {
    const at = scenarios.findIndex((one) => one.id === id) + 1;
    if (at === 0) return {};
    return {
      scenarios: scenarios.filter((one) => one.id !== id),
      current: current === at ? 0 : current > at ? current - 1 : current,
    };
  });

const changeScenario = (store: AppStore, id: string, part: (one: Scenario) => Scenario) =>
  change(store, ({ scenarios }) => ({
    scenarios: scenarios.map((one) => (one.id === id ? part(one) : one)),
  }));

export const renameScenario = (store: AppStore, id: string, name: string) =>
  changeScenario(store, id, (one) => ({ ...one, name }));

/** A model is proposed once in a scenario: the later wish counts. */
export const propose = (store: AppStore, id: string, proposed: Proposal) =>
  changeScenario(store, id, (one) => ({
    ...one,
    proposals: [...one.proposals.filter(({ model }) => model !== proposed.model), proposed],
  }));

export const withdraw = (store: AppStore, id: string, model: string) =>
  changeScenario(store, id, (one) => ({
    ...one,
    proposals: one.proposals.filter((proposed) => proposed.model !== model),
  }));

export const setReplaced = (
  store: AppStore,
  id: string,
  model: string,
  replaces: readonly string[],
) =>
  changeScenario(store, id, (one) => ({
    ...one,
    proposals: one.proposals.map((proposed) =>
      proposed.model === model ? { ...proposed, replaces: [...new Set(replaces)] } : proposed,
    ),
  }));

export const setStanding = (store: AppStore, standing: readonly StandingModel[]) =>
  change(store, () => ({ standing }));

/** The same lists as long as the scenarios are the same, so that whoever watches them sleeps. */
const found = new WeakMap<
  ScenariosState,
  { models: readonly string[]; buildings: readonly string[] }
>();

function findGone(state: ScenariosState) {
  const known = found.get(state);
  if (known) return known;
  const models = goneModels(state);
  const gone = { models, buildings: goneBuildings(state, models) };
  found.set(state, gone);
  return gone;
}

/**
 * Models that are not seen now: those that only other scenarios propose, and those that are the detail of
 * buildings which all give way to somebody else's proposal.
 */
export const selectGoneModels = (state: AppState): readonly string[] =>
  findGone(selectScenarios(state)).models;

/** Ids of the city's buildings that have given way to models that stand. */
export const selectGoneBuildings = (state: AppState): readonly string[] =>
  findGone(selectScenarios(state)).buildings;

function goneModels({ scenarios, current, standing }: ScenariosState): readonly string[] {
  const now = scenarios[current - 1]?.proposals ?? [];
  const isProposedNow = (model: string) => now.some((one) => one.model === model);
  const elsewhere = scenarios.flatMap(({ proposals }) => proposals.map(({ model }) => model));
  const gone = new Set(elsewhere.filter((model) => !isProposedNow(model)));
  for (const { model, replaces } of standing) {
    const taken = new Set(now.filter((one) => one.model !== model).flatMap((one) => one.replaces));
    if (replaces.length > 0 && !isProposedNow(model) && replaces.every((id) => taken.has(id))) {
      gone.add(model);
    }
  }
  return [...gone];
}

function goneBuildings(
  { scenarios, current, standing }: ScenariosState,
  models: readonly string[],
): readonly string[] {
  const seen = standing.filter(({ model }) => !models.includes(model));
  const isSeen = (model: string) => seen.some((one) => one.model === model);
  const now = scenarios[current - 1]?.proposals ?? [];
  return [
    ...new Set([
      ...seen.flatMap(({ replaces }) => replaces),
      ...now.filter(({ model }) => isSeen(model)).flatMap(({ replaces }) => replaces),
    ]),
  ];
}
