// Releases and explosions that a person puts into the twin: added with usual amounts, changed, shown one at a time.

import { presentOf } from '#store/clock.ts';
import { showLayer } from '#store/layers.ts';
import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { ReleaseKind, ReleaseScenario } from '../contract/smoke.ts';
import { FIRE, type PlaceDeg } from '../contract.ts';
import { substancesFor } from '../kernel/substances.ts';
import { openTool, selectFire } from '../state.ts';
import { change } from './change.ts';

export interface ReleasesState {
  readonly releases: readonly ReleaseScenario[];
  /** Ids; '' none. */
  readonly shown: string;
  readonly edited: string;
}

export const initialReleases: ReleasesState = { releases: [], shown: '', edited: '' };

/** Id of the tool in `panel/tools.ts`. */
export const SMOKE_TOOL = 'smoke';

type Amounts = Pick<ReleaseScenario, 'durationS' | 'rateKgS' | 'massKg' | 'heightM' | 'diameterM'>;

/** What is usual where nobody knows yet: a leak at a valve, a cylinder, a tank lorry, a spill. */
export const usualAmounts: Readonly<Record<ReleaseKind, Amounts>> = {
  plume: { durationS: 1800, rateKgS: 0.5, massKg: 0, heightM: 2, diameterM: 0 },
  puff: { durationS: 0, rateKgS: 0, massKg: 50, heightM: 1, diameterM: 0 },
  'dense-gas': { durationS: 1200, rateKgS: 2, massKg: 0, heightM: 0, diameterM: 0 },
  blast: { durationS: 0, rateKgS: 0, massKg: 50, heightM: 0, diameterM: 0 },
  'vapour-cloud': { durationS: 0, rateKgS: 0, massKg: 500, heightM: 0, diameterM: 0 },
  'pool-fire': { durationS: 0, rateKgS: 0, massKg: 5000, heightM: 0, diameterM: 10 },
};

export interface NewRelease {
  readonly at: PlaceDeg;
  /** '' where it is in none. */
  readonly building: string;
  /** What a person calls the place. */
  readonly name: string;
  readonly kind?: ReleaseKind;
}

/** Begins now, with usual amounts and the live wind; it is shown and its form is open. Returns its id. */
export function addRelease(
  store: AppStore,
  { at, building, name, kind = 'plume' }: NewRelease,
): string {
  const { clock } = store.getState();
  const release: ReleaseScenario = {
    ...{ id: newId(), name, kind, at, building, ...usualAmounts[kind] },
    startMs: Math.round(clock.mode === 'live' ? presentOf(clock, Date.now()) : clock.now),
    substance: substancesFor(kind)[0]?.key ?? '',
    ...{ wind: 'live', cloud: 0.5, stability: 'auto' },
  };
  showLayer(store, FIRE, true);
  changeReleases(store, ({ releases }) => ({
    releases: [...releases, release],
    ...{ shown: release.id, edited: release.id },
  }));
  openTool(store, SMOKE_TOOL);
  return release.id;
}

/** Another kind takes usual amounts, and a substance that can be released so. */
export const changeRelease = (
  store: AppStore,
  id: string,
  part: Partial<Omit<ReleaseScenario, 'id'>>,
) =>
  changeReleases(store, ({ releases }) => ({
    releases: releases.map((one) => (one.id === id ? changed(one, part) : one)),
  }));

function changed(
  release: ReleaseScenario,
  part: Partial<Omit<ReleaseScenario, 'id'>>,
): ReleaseScenario {
  const kind = part.kind ?? release.kind;
  if (kind === release.kind) return { ...release, ...part };
  const fitting = substancesFor(kind);
  const keeps = fitting.some(({ key }) => key === release.substance);
  const substance = keeps ? release.substance : (fitting[0]?.key ?? '');
  return { ...release, ...usualAmounts[kind], substance, ...part };
}

/** '' hides it. */
export const showRelease = (store: AppStore, id: string) =>
  changeReleases(store, () => ({ shown: id }));

/** '' closes its form; one that is edited is shown. */
export const editRelease = (store: AppStore, id: string) =>
  changeReleases(store, () => ({ edited: id, ...(id !== '' && { shown: id }) }));

export const removeRelease = (store: AppStore, id: string) =>
  changeReleases(store, ({ releases, shown, edited }) => ({
    releases: releases.filter((one) => one.id !== id),
    shown: shown === id ? '' : shown,
    edited: edited === id ? '' : edited,
  }));

const changeReleases = (
  store: AppStore,
  how: (before: ReleasesState) => Partial<ReleasesState>,
): void => change(store, ({ releases }) => ({ releases: { ...releases, ...how(releases) } }));

export const shownReleaseOf = (
  state: ReturnType<AppStore['getState']>,
): ReleaseScenario | undefined => {
  const { releases, shown } = selectFire(state).releases;
  return shown === '' ? undefined : releases.find(({ id }) => id === shown);
};
