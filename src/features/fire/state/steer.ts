// What is done to a fire while it burns: each act holds from the shown time on and can be taken back, so everything
// before it stays as it was.

import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { Dispatch } from '../contract/response.ts';
import type {
  BuildingRef,
  DroughtRecord,
  EngineAtFire,
  FireScenario,
  WindSpell,
} from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';
import { shownFireOf, timeOf } from './clock.ts';

const MOST_PAST = 50;
/** Pump of a usual engine: 2,000 L/min (EN 1028, FPN 10-2000). */
export const ENGINE_FLOW_LS = 33;
/** Three lengths of hose of 20 m and the jet. */
export const ENGINE_REACH_M = 80;
/** For each building that is kept wet; what its facade needs is told by the run. */
export const DEFENCE_FLOW_LS = 50;

/** Changes the shown fire, or another one, so that it can be taken back; `timeS` is the shown time in whole seconds. */
export function changeFire(
  store: AppStore,
  how: (fire: FireScenario, timeS: number) => FireScenario,
): void {
  const state = store.getState();
  const fire = shownFireOf(state);
  if (!fire) return;
  const changed = how(fire, Math.round(timeOf(state) ?? 0));
  if (changed === fire) return;
  change(store, ({ scenarios, past }) => ({
    scenarios: scenarios.map((one) => (one === fire ? changed : one)),
    past: { ...past, [fire.id]: [...(past[fire.id] ?? []), fire].slice(-MOST_PAST) },
  }));
}

/** Takes the latest change of the shown fire back; a name that it got meanwhile stays. */
export function undo(store: AppStore): void {
  const fire = shownFireOf(store.getState());
  const before = fire && selectFire(store.getState()).past[fire.id]?.at(-1);
  if (!fire || !before) return;
  change(store, ({ scenarios, past }) => ({
    scenarios: scenarios.map((one) => (one === fire ? { ...before, name: fire.name } : one)),
    past: { ...past, [fire.id]: (past[fire.id] ?? []).slice(0, -1) },
  }));
}

/** Sets more buildings on fire at the shown time. */
export const igniteMore = (store: AppStore, buildings: readonly BuildingRef[]) =>
  changeFire(store, (fire, timeS) => {
    const known = new Set(fire.ignitions.map(({ building }) => building.id));
    const fresh = buildings.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return fire;
    return {
      ...fire,
      ignitions: [...fire.ignitions, ...fresh.map((building) => ({ building, timeS }))],
    };
  });

/** The wind blows otherwise from the shown time on, until what was set for later. */
export const turnWind = (store: AppStore, wind: Omit<WindSpell, 'fromS'>) =>
  changeFire(store, (fire, fromS) => ({
    ...fire,
    wind: inOrder(fire.wind, { fromS, ...wind }),
    ...(fromS === 0 && { air: { ...fire.air, source: { kind: 'given' } as const } }),
  }));

/** Water supply gives only this share of what is wanted from the shown time on; 1: all of it. */
export const shortenWater = (store: AppStore, share: number) =>
  changeFire(store, (fire, fromS) => ({
    ...fire,
    water: inOrder(fire.water, { fromS, share: Math.min(1, Math.max(0, share)) }),
  }));

/** One spell a moment, in order of time. */
const inOrder = <Spell extends { readonly fromS: number }>(
  spells: readonly Spell[],
  added: Spell,
): readonly Spell[] =>
  [...spells.filter(({ fromS }) => fromS !== added.fromS), added].toSorted(
    (a, b) => a.fromS - b.fromS,
  );

/** An engine as it is sent: what is left out is as usual, and it is there at once. */
export type SentEngine = Pick<EngineAtFire, 'name' | 'at'> &
  Partial<Omit<EngineAtFire, 'name' | 'at'>>;

/** Puts engines at the fire; one that is there already, by its id, is not sent twice. */
export const addEngines = (store: AppStore, engines: readonly SentEngine[]) =>
  changeFire(store, (fire, timeS) => {
    const known = new Set(fire.engines.map(({ id }) => id));
    const fresh = engines
      .filter(({ id }) => id === undefined || !known.has(id))
      .map((engine) => ({
        ...{ id: newId(), arriveS: timeS, flowLs: ENGINE_FLOW_LS, reachM: ENGINE_REACH_M },
        ...engine,
      }));
    return fresh.length === 0 ? fire : { ...fire, engines: [...fire.engines, ...fresh] };
  });

export const addEngine = (store: AppStore, engine: SentEngine) => addEngines(store, [engine]);

/** Sends what was found for the fire: each engine is there when its way takes it, from the shown time on. */
export const sendDispatched = (
  store: AppStore,
  { building, engines }: Pick<Dispatch, 'building' | 'engines'>,
) => {
  const timeS = Math.round(timeOf(store.getState()) ?? 0);
  addEngines(
    store,
    engines.map(({ id, name, station, arriveS, line }) => ({
      ...{ id, name, station, arriveS: timeS + Math.round(arriveS) },
      at: line.at(-1) ?? building.at,
    })),
  );
};

/** Keeps buildings wet from the shown time on, with so much water in all. */
export const defend = (
  store: AppStore,
  buildings: readonly BuildingRef[],
  name: string,
  flowLs = DEFENCE_FLOW_LS * buildings.length,
) =>
  changeFire(store, (fire, fromS) =>
    buildings.length === 0
      ? fire
      : { ...fire, defences: [...fire.defences, { id: newId(), name, buildings, fromS, flowLs }] },
  );

/** Gives a defence another flow from its beginning on. */
export const setDefenceFlow = (store: AppStore, id: string, flowLs: number) =>
  changeFire(store, (fire) =>
    flowLs > 0
      ? {
          ...fire,
          defences: fire.defences.map((one) => (one.id === id ? { ...one, flowLs } : one)),
        }
      : fire,
  );

/** One thing that was done to a fire. */
export type FireAct =
  | { readonly kind: 'ignition'; readonly building: string }
  | { readonly kind: 'wind' | 'water'; readonly fromS: number }
  | { readonly kind: 'engine' | 'defence'; readonly id: string };

/** Takes one act out of the shown fire, whenever it was; the first wind and the last ignition stay. */
export const removeAct = (store: AppStore, act: FireAct) =>
  changeFire(store, (fire) => withoutAct(fire, act));

function withoutAct(fire: FireScenario, act: FireAct): FireScenario {
  switch (act.kind) {
    case 'ignition': {
      const ignitions = fire.ignitions.filter(({ building }) => building.id !== act.building);
      return ignitions.length === 0 ? fire : { ...fire, ignitions };
    }
    case 'wind':
      return fire.wind.length === 1 || fire.wind[0]?.fromS === act.fromS
        ? fire
        : { ...fire, wind: fire.wind.filter(({ fromS }) => fromS !== act.fromS) };
    case 'water':
      return { ...fire, water: fire.water.filter(({ fromS }) => fromS !== act.fromS) };
    case 'engine':
      return { ...fire, engines: fire.engines.filter(({ id }) => id !== act.id) };
    case 'defence':
      return { ...fire, defences: fire.defences.filter(({ id }) => id !== act.id) };
  }
}

/** How it is computed: without chance, or one member with firebrands and scatter. */
export const setMode = (store: AppStore, mode: FireScenario['mode'], seed: number) =>
  changeFire(store, (fire) =>
    fire.mode === mode && fire.seed === seed ? fire : { ...fire, mode, seed },
  );

/** How far lawns have dried in the shown fire: on record, or as a person says; undefined: not known. */
export const setDrought = (store: AppStore, droughtCode?: number, droughtRecord?: DroughtRecord) =>
  changeFire(store, (fire) => {
    const { droughtCode: _code, droughtRecord: _record, ...air } = fire.air;
    if (droughtCode === undefined) return { ...fire, air };
    if (!(droughtCode >= 0)) return fire;
    return { ...fire, air: { ...air, droughtCode, ...(droughtRecord && { droughtRecord }) } };
  });

export const setDuration = (store: AppStore, durationS: number) =>
  changeFire(store, (fire) =>
    fire.durationS === durationS || !(durationS >= 60) ? fire : { ...fire, durationS },
  );
