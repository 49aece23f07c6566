import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { selectFire } from '../state.ts';
import { aBuilding, aFire } from './a-fire.ts';
import { seek, shownFireOf } from './clock.ts';
import { addFire, renameFire } from './fires.ts';
import {
  addEngine,
  addEngines,
  defend,
  igniteMore,
  removeAct,
  sendDispatched,
  setDefenceFlow,
  setDuration,
  setMode,
  shortenWater,
  turnWind,
  undo,
} from './steer.ts';

function burning(): AppStore {
  const store = createAppStore();
  setTime(store, instant(1_000_000));
  addFire(store, aFire());
  return store;
}

let store: AppStore;
const fire = () => shownFireOf(store.getState());
beforeEach(() => {
  store = burning();
});

describe('what is done to a fire', () => {
  it('holds from the shown time on', () => {
    seek(store, 600.4);
    turnWind(store, { speedMs: 9, fromRad: 3 });
    shortenWater(store, 0.4);
    defend(store, [aBuilding('c'), aBuilding('d')], 'Block');
    addEngine(store, { name: 'Engine 1', at: [10.6, 54.3] });
    igniteMore(store, [aBuilding('b'), aBuilding('e')]);
    expect(fire()).toMatchObject({
      wind: [
        { fromS: 0, speedMs: 4 },
        { fromS: 600, speedMs: 9 },
      ],
      water: [{ fromS: 600, share: 0.4 }],
      defences: [{ name: 'Block', fromS: 600, flowLs: 100 }],
      engines: [{ name: 'Engine 1', arriveS: 600, flowLs: 33 }],
      ignitions: [{ timeS: 0 }, { building: { id: 'e' }, timeS: 600 }],
      air: { source: { kind: 'station' } },
    });
  });

  it('is taken back one by one, the latest first; a new name stays', () => {
    const before = fire();
    turnWind(store, { speedMs: 9, fromRad: 3 });
    shortenWater(store, 0.4);
    renameFire(store, 'f', 'Renamed');
    undo(store);
    expect(fire()).toMatchObject({ water: [], wind: [{ speedMs: 9 }], name: 'Renamed' });
    undo(store);
    expect(fire()).toEqual({ ...before, name: 'Renamed' });
    undo(store);
    expect(fire()).toEqual({ ...before, name: 'Renamed' });
  });

  it('at its beginning, wind is that of a person', () => {
    turnWind(store, { speedMs: 2, fromRad: 0 });
    expect(fire()).toMatchObject({
      wind: [{ fromS: 0, speedMs: 2, fromRad: 0 }],
      air: { source: { kind: 'given' } },
    });
  });

  it('sends engines for when their ways take them, and none twice', () => {
    seek(store, 300);
    const found = {
      building: aBuilding('b', { at: [10, 54] }),
      engines: [
        {
          ...{ id: 'e1', name: 'E1', station: 's', stationName: 'South', arriveS: 240.6 },
          ...{ distanceM: 900, role: 'first' as const },
          line: [
            [10.1, 54],
            [10.01, 54],
          ] as const,
        },
        {
          ...{ id: 'e2', name: 'E2', station: 's', stationName: 'South', arriveS: 300 },
          ...{ distanceM: 900, role: 'second' as const, line: [] },
        },
      ],
    };
    sendDispatched(store, found);
    sendDispatched(store, found);
    expect(fire()?.engines).toMatchObject([
      { id: 'e1', station: 's', arriveS: 541, at: [10.01, 54] },
      { id: 'e2', arriveS: 600, at: [10, 54] },
    ]);
    expect(selectFire(store.getState()).past.f).toHaveLength(1);
  });

  it('leaves the fire as it is where nothing is asked', () => {
    defend(store, [], 'Nothing');
    addEngines(store, []);
    igniteMore(store, [aBuilding('b')]);
    setMode(store, 'isochrones', 1);
    setDuration(store, 7200);
    setDuration(store, 0);
    removeAct(store, { kind: 'wind', fromS: 0 });
    removeAct(store, { kind: 'ignition', building: 'b' });
    expect(fire()).toEqual(aFire());
    expect(selectFire(store.getState()).past.f).toBeUndefined();
  });

  it('is taken out whenever it was', () => {
    seek(store, 60);
    turnWind(store, { speedMs: 9, fromRad: 3 });
    defend(store, [aBuilding('c')], 'House');
    const id = fire()?.defences[0]?.id ?? '';
    setDefenceFlow(store, id, 250);
    setDefenceFlow(store, id, 0);
    expect(fire()?.defences).toMatchObject([{ flowLs: 250 }]);
    removeAct(store, { kind: 'wind', fromS: 60 });
    removeAct(store, { kind: 'defence', id });
    expect(fire()).toEqual(aFire());
  });
});

const spell = fc.record({
  at: fc.integer({ min: 0, max: 7200 }),
  speedMs: fc.double({ min: 0, max: 40, noNaN: true }),
});

it('keeps wind in order of time, one a moment, and what was before an act as it was', () => {
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 12 }), (spells) => {
      const own = burning();
      for (const { at, speedMs } of spells) {
        seek(own, at);
        const before = shownFireOf(own.getState())?.wind ?? [];
        turnWind(own, { speedMs, fromRad: 0 });
        const after = shownFireOf(own.getState())?.wind ?? [];
        expect(after.filter(({ fromS }) => fromS < at)).toEqual(
          before.filter(({ fromS }) => fromS < at),
        );
        expect(after.find(({ fromS }) => fromS === at)?.speedMs).toBe(speedMs);
        const times = after.map(({ fromS }) => fromS);
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      }
    }),
  );
});
