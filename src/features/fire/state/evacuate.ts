// What a person does about an evacuation: which hazards, how far around them, who goes how, and the order itself. Once it
// is ordered, whatever is changed is computed anew at once.

import { isDaytime } from '#model/day-or-night.ts';
import type { Text } from '#model/text.ts';
import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { EvacuationRequest } from '../contract/evacuation.ts';
import type { HazardZones, PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';
import { change } from './change.ts';
import { shownFireOf } from './clock.ts';
import type {
  EvacuationPlan,
  EvacuationState,
  EvacuationWork,
  HazardOwner,
  TakenHazard,
} from './evacuation.ts';

/** Zones that are shown now, with who they are of. */
export interface ShownHazards extends HazardZones {
  readonly owner: Exclude<HazardOwner, 'drawn'>;
}

const update = (store: AppStore, part: (state: EvacuationState) => Partial<EvacuationState>) =>
  change(store, ({ evacuation }) => ({ evacuation: { ...evacuation, ...part(evacuation) } }));

export const takenOf = ({ owner, timeS, zones }: ShownHazards): readonly TakenHazard[] =>
  zones.map(({ id, label, rings }) => ({ owner, id, label, rings, timeS }));

/** What is in the plan stays; an order that stands follows it. */
export function changePlan(store: AppStore, part: Partial<EvacuationPlan>): void {
  update(store, ({ plan, request }) => {
    const next = { ...plan, ...part };
    const isLeft = request && next.hazards.length > 0;
    return { plan: next, request: isLeft ? requestOf(store, next, request) : undefined };
  });
}

const isSame = (a: TakenHazard, b: Pick<TakenHazard, 'owner' | 'id'>) =>
  a.owner === b.owner && a.id === b.id;

export function takeHazard(store: AppStore, hazard: TakenHazard): void {
  const { hazards } = selectFire(store.getState()).evacuation.plan;
  changePlan(store, { hazards: [...hazards.filter((one) => !isSame(one, hazard)), hazard] });
}

export function leaveHazard(store: AppStore, hazard: Pick<TakenHazard, 'owner' | 'id'>): void {
  const { hazards } = selectFire(store.getState()).evacuation.plan;
  changePlan(store, { hazards: hazards.filter((one) => !isSame(one, hazard)) });
}

/** Adds what was drawn by hand; nothing where it is no area. */
export function addDrawnZone(store: AppStore, ring: readonly PlaceDeg[], label: Text): void {
  if (ring.length < 3) return;
  takeHazard(store, { ...{ owner: 'drawn', id: newId(), timeS: 0 }, label, rings: [ring] });
}

/** Takes the hazards of the plan as they are shown now; those that are shown no more stay as they were. */
export function renewHazards(store: AppStore, shown: readonly ShownHazards[]): void {
  const now = shown.flatMap(takenOf);
  const { hazards } = selectFire(store.getState()).evacuation.plan;
  changePlan(store, {
    hazards: hazards.map((one) => now.find((other) => isSame(other, one)) ?? one),
  });
}

/** The zone is to be left from now on. */
export function orderEvacuation(store: AppStore, name: string): void {
  update(store, ({ plan, request }) =>
    plan.hazards.length === 0
      ? {}
      : {
          request: requestOf(store, plan, {
            id: request?.id ?? newId(),
            name,
            atMs: Math.round(store.getState().clock.now),
          }),
        },
  );
}

/** With one press: all hazards that are shown, as the plan has margin, people and cars. */
export function orderFor(store: AppStore, hazards: readonly TakenHazard[], name: string): void {
  update(store, ({ plan }) => ({ plan: { ...plan, hazards } }));
  orderEvacuation(store, name);
}

export const endEvacuation = (store: AppStore) =>
  update(store, ({ plan, work }) => ({
    plan: { ...plan, hazards: [], contraflow: [], closedShelters: [] },
    request: undefined,
    work: { ...work, phase: 'idle', problem: '' },
  }));

export function setContraflow(store: AppStore, streets: readonly string[]): void {
  changePlan(store, { contraflow: streets });
}

export function setShelterOpen(store: AppStore, shelter: string, isOpen: boolean): void {
  const { closedShelters } = selectFire(store.getState()).evacuation.plan;
  const others = closedShelters.filter((one) => one !== shelter);
  changePlan(store, { closedShelters: isOpen ? others : [...others, shelter] });
}

export const setEvacuationWork = (store: AppStore, part: Partial<EvacuationWork>) =>
  update(store, ({ work }) => ({ work: { ...work, ...part } }));

/** Which head count holds: as chosen, else by the hour of the city at the order. */
export function occupancyAt(
  { occupancy }: EvacuationPlan,
  atMs: number,
  timeZone: string,
): 'day' | 'night' {
  if (occupancy !== 'auto') return occupancy;
  return isDaytime(atMs, timeZone) ? 'day' : 'night';
}

function requestOf(
  store: AppStore,
  plan: EvacuationPlan,
  { id, name, atMs }: Pick<EvacuationRequest, 'id' | 'name' | 'atMs'>,
): EvacuationRequest {
  const timeZone = store.getState().city?.manifest.timeZone ?? 'UTC';
  const { marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters } = plan;
  return {
    ...{ id, name, atMs, marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters },
    occupancy: occupancyAt(plan, atMs, timeZone),
    hazards: plan.hazards.map(({ rings }) => rings),
  };
}

/** What an order is called where nobody names it. */
export const nameOfOrder = (store: AppStore, otherwise: string): string =>
  shownFireOf(store.getState())?.name ?? otherwise;
