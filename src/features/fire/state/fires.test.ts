import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#model/time.ts';
import { setTime } from '#store/clock.ts';
import { selectLayer, showLayer } from '#store/layers.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import { FIRE } from '../contract.ts';
import { selectFire } from '../state.ts';
import { aBuilding, aFire } from './a-fire.ts';
import { change } from './change.ts';
import { fireOf, isPlaying, pause, play, seek, setPace, shownFireOf, timeOf } from './clock.ts';
import {
  addFire,
  compareWith,
  hideFire,
  ignite,
  removeFire,
  showFire,
  swapCompared,
  wantMembers,
  whatIf,
} from './fires.ts';

let store: AppStore;
const fires = () => selectFire(store.getState());
const shown = () => shownFireOf(store.getState());

beforeEach(() => {
  store = createAppStore();
  setTime(store, instant(5_000_000));
});

describe('a building that is ignited', () => {
  it('burns from the clock’s now on, is shown with its card, and its clock plays', () => {
    showLayer(store, FIRE, false);
    const id = ignite(store, aBuilding('b'));
    expect(shown()).toMatchObject({ id, name: 'House b', startMs: 5_000_000 });
    expect(timeOf(store.getState())).toBe(0);
    expect(isPlaying(store.getState())).toBe(true);
    expect(store.getState().clock).toMatchObject({ mode: 'set', rate: 60 });
    expect(selectLayer(FIRE)(store.getState()).on).toBe(true);
    expect(store.getState().workbench.card?.layer).toBe(FIRE);
  });

  it('takes the wind of the nearest station that says one, and says whose it is', () => {
    const station = (sensor: string, longitudeDeg: number) => ({
      ...{ sensor, name: sensor, longitudeDeg, latitudeDeg: 54.3, heightM: 10 },
      ...{ timeMs: 4_900_000, isSimulated: true, isStale: false },
      values: { windSpeed: 7, windDirection: 2, airTemperature: -3 },
    });
    const stations = [
      station('far', 10.7),
      { ...station('stale', 10.64), isStale: true },
      { ...station('mute', 10.64), values: { airTemperature: 1 } },
      station('near', 10.65),
    ];
    change(store, () => ({ stations }));
    ignite(store, aBuilding('b'));
    expect(shown()?.wind).toEqual([{ fromS: 0, speedMs: 7, fromRad: 2 }]);
    expect(shown()?.air).toMatchObject({
      temperatureC: -3,
      source: { kind: 'station', name: 'near', timeMs: 4_900_000 },
    });
  });

  it('takes wind that was measured higher up as weaker at 10 m', () => {
    const stations = [
      {
        ...{ sensor: 's', name: 's', longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 40 },
        ...{ timeMs: 1, isSimulated: false, isStale: false },
        values: { windSpeed: 8, windDirection: 0 },
      },
    ];
    change(store, () => ({ stations }));
    ignite(store, aBuilding('b'));
    // (10/40)^0.25 of a neutral town.
    expect(shown()?.wind[0]?.speedMs).toBeCloseTo(8 * 0.25 ** 0.25, 9);
  });

  it('burns in light air that nobody measured where no station is heard', () => {
    ignite(store, [aBuilding('a'), aBuilding('b')]);
    expect(shown()).toMatchObject({
      name: 'House a +1',
      wind: [{ speedMs: 1 }],
      air: { source: { kind: 'given' } },
    });
  });

  it('is none where there is no building', () => {
    expect(ignite(store, [])).toBeUndefined();
    expect(fires().scenarios).toEqual([]);
  });
});

describe('the time of a fire', () => {
  beforeEach(() => addFire(store, aFire({ startMs: 5_000_000 })));

  it('is none where no fire is shown', () => {
    hideFire(store);
    expect(timeOf(store.getState())).toBeUndefined();
    seek(store, 60);
    play(store);
    expect(store.getState().clock).toMatchObject({ now: 5_000_000, rate: 0 });
  });

  it.each([
    [-5, 0],
    [90, 90],
    [1e9, 7200],
  ])('asked for %d s stands at %d s', (asked, kept) => {
    seek(store, asked);
    expect(timeOf(store.getState())).toBe(kept);
  });

  it('goes on at its pace where it is moved while it plays, and plays from the beginning at its end', () => {
    play(store);
    setPace(store, 300);
    seek(store, 600);
    expect(store.getState().clock.rate).toBe(300);
    pause(store);
    expect(isPlaying(store.getState())).toBe(false);
    seek(store, 7200);
    play(store);
    expect(timeOf(store.getState())).toBe(0);
  });

  it('keeps a new pace until it plays', () => {
    setPace(store, 900);
    expect(store.getState().clock.rate).toBe(0);
    play(store);
    expect(store.getState().clock.rate).toBe(900);
  });
});

describe('several fires', () => {
  it('are compared: a what-if is a copy that everything is done to from now on', () => {
    addFire(store, aFire());
    const id = whatIf(store);
    expect(shown()).toMatchObject({ id, basedOn: 'f' });
    expect(fires().compared).toBe('f');
    expect(shown()?.ignitions).toEqual(fireOf(store.getState(), 'f')?.ignitions);
    swapCompared(store);
    expect([fires().shown, fires().compared]).toEqual(['f', id]);
    compareWith(store, 'f');
    expect(fires().compared).toBe(id);
    compareWith(store, '');
    expect(fires().compared).toBe('');
  });

  it('leave what is beside them in view where the shown one is forgotten', () => {
    addFire(store, aFire());
    const id = whatIf(store) ?? '';
    wantMembers(store, 20);
    removeFire(store, id);
    expect(fires()).toMatchObject({ shown: 'f', compared: '', members: 0 });
    removeFire(store, 'f');
    expect(fires()).toMatchObject({ shown: '', scenarios: [] });
    expect(whatIf(store)).toBeUndefined();
  });

  it('keep the clock where the shown one burns too, else go to its beginning', () => {
    addFire(store, aFire({ id: 'a', startMs: 5_000_000 }));
    addFire(store, aFire({ id: 'b', startMs: 4_990_000 }));
    seek(store, 100);
    showFire(store, 'a');
    expect(store.getState().clock.now).toBe(5_090_000);
    addFire(store, aFire({ id: 'later', startMs: 9_000_000 }));
    expect(timeOf(store.getState())).toBe(0);
    showFire(store, 'b');
    expect(store.getState().clock.now).toBe(9_000_000);
    showFire(store, 'nowhere');
    expect(fires().shown).toBe('b');
  });
});
