import { beforeEach, describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import type { PlaceDeg } from '../contract.ts';
import { selectFire } from '../state.ts';
import {
  addDrawnZone,
  changePlan,
  endEvacuation,
  leaveHazard,
  orderEvacuation,
  orderFor,
  renewHazards,
  setShelterOpen,
  takeHazard,
} from './evacuate.ts';
import type { TakenHazard } from './evacuation.ts';

const ring: readonly PlaceDeg[] = [
  [10, 54],
  [10.01, 54],
  [10, 54.01],
];
const label = { en: 'Smoke', zh: '烟气' };
const smoke: TakenHazard = { owner: 'smoke', id: 'co', label, rings: [ring], timeS: 60 };

let store: AppStore;
const evacuation = () => selectFire(store.getState()).evacuation;
beforeEach(() => {
  const manifest = { id: 'c', timeZone: 'Europe/Berlin' } as CityManifest;
  store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/' } });
  // 10 in the morning in Berlin.
  setTime(store, instant(Date.UTC(2026, 5, 1, 8)));
});

describe('an order to leave', () => {
  it('needs a danger', () => {
    orderEvacuation(store, 'Order');
    expect(evacuation().request).toBeUndefined();
  });

  it('takes the dangers that were chosen, and people by the hour of the city', () => {
    takeHazard(store, smoke);
    orderEvacuation(store, 'Order');
    expect(evacuation().request).toMatchObject({
      ...{ name: 'Order', marginM: 100, occupancy: 'day', hazards: [[ring]] },
    });
    changePlan(store, { occupancy: 'night' });
    expect(evacuation().request?.occupancy).toBe('night');
  });

  it('follows whatever is changed, and stays the same order', () => {
    orderFor(store, [smoke], 'Order');
    const id = evacuation().request?.id;
    changePlan(store, { marginM: 300 });
    setShelterOpen(store, 'SHE-1', false);
    expect(evacuation().request).toMatchObject({ id, marginM: 300, closedShelters: ['SHE-1'] });
    setShelterOpen(store, 'SHE-1', true);
    expect(evacuation().request?.closedShelters).toEqual([]);
  });

  it('does not move with the smoke until a person says so', () => {
    orderFor(store, [smoke], 'Order');
    const moved = ring.map(([x, y]): PlaceDeg => [x + 1, y]);
    const zone = { ...smoke, kind: 'smoke' as const, tier: 2 as const, rings: [moved] };
    const counted = { areaM2: 1, buildings: 0, peopleDay: 0, peopleNight: 0, sites: [] };
    const model = { en: '', zh: '' };
    const shown = { owner: 'smoke', of: 'f', timeS: 900, model } as const;
    renewHazards(store, [{ ...shown, zones: [{ ...zone, ...counted, id: 'other' }] }]);
    expect(evacuation().request?.hazards).toEqual([[ring]]);
    renewHazards(store, [{ ...shown, zones: [{ ...zone, ...counted }] }]);
    expect(evacuation().request?.hazards).toEqual([[moved]]);
    expect(evacuation().plan.hazards[0]?.timeS).toBe(900);
  });

  it('ends with its last danger, and by a press', () => {
    orderFor(store, [smoke], 'Order');
    leaveHazard(store, smoke);
    expect(evacuation().request).toBeUndefined();
    orderFor(store, [smoke], 'Order');
    endEvacuation(store);
    expect(evacuation()).toMatchObject({ request: undefined, plan: { hazards: [] } });
  });

  it('takes a drawn area, and nothing that is none', () => {
    addDrawnZone(store, ring.slice(0, 2), label);
    expect(evacuation().plan.hazards).toEqual([]);
    addDrawnZone(store, ring, label);
    expect(evacuation().plan.hazards).toMatchObject([{ owner: 'drawn', rings: [ring] }]);
  });
});
