import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchHit, SessionContext } from '#features/feature.ts';
import { FIRE_READINGS, type FireReading } from '#model/fire-reading.ts';
import { instant } from '#model/time.ts';
import { fromDegrees, metres } from '#model/units.ts';
import { WEATHER_READINGS, type WeatherReading } from '#model/weather-reading.ts';
import { createFrames } from '#scene/frames.ts';
import { goLive, setRate, setTime } from '#store/clock.ts';
import { select } from '#store/selection.ts';
import { createAppStore } from '#store/store.ts';
import { FIRE_GESTURE } from '../contract/gesture.ts';
import { aFire } from '../state/a-fire.ts';
import { shownFireOf } from '../state/clock.ts';
import { addFire } from '../state/fires.ts';
import { beginPointing, pointAt } from '../state/pointing.ts';
import { selectFire } from '../state.ts';
import { keepAlarmed } from './alarmed.ts';
import { findInRing, squareAround } from './building-refs.ts';
import { stopClockAtEnd } from './clock.ts';
import { followGestures } from './gestures.ts';
import { makePointed } from './pointed.ts';
import { followSelected } from './selected.ts';
import { keepStations } from './stations.ts';

/** A street of houses, each 0.0005° (33 m) east of the one before. */
const eastDeg = (house: number) => 10 + house * 0.0005;

function aStreet(houses = 5) {
  const hits: SearchHit[] = Array.from({ length: houses }, (_, house) => ({
    title: `House ${house}`,
    detail: '',
    selected: { feature: 'city', index: 100 + house, id: `h${house}` },
    at: {
      longitude: fromDegrees(eastDeg(house)),
      latitude: fromDegrees(54),
      height: metres(0),
      radius: metres(8),
    },
  }));
  const store = createAppStore();
  setTime(store, instant(2_000_000));
  const frames = createFrames();
  const context: SessionContext = {
    ...{ store, frames },
    find: async (feature, id) =>
      feature === 'city' ? hits.find(({ selected }) => selected.id === id) : undefined,
    findInside: async (_, polygon) => {
      const lons = polygon.map(([longitude]) => longitude);
      return hits
        .filter(({ at }) => at.longitude >= Math.min(...lons) && at.longitude <= Math.max(...lons))
        .map(({ selected }) => selected);
    },
    measure: async () => [],
  };
  const fire = () => shownFireOf(store.getState());
  const notice = () => store.getState().workbench.notices.at(-1)?.text.en;
  return { store, frames, context, fire, notice };
}

const settled = (wanted: () => unknown) => vi.waitFor(() => expect(wanted()).toBeTruthy());
const { signal } = new AbortController();
let street: ReturnType<typeof aStreet>;
beforeEach(() => {
  street = aStreet();
});

describe('what is pointed at', () => {
  it('is the building there: the first burns, the next burns with it', async () => {
    const { context, store, fire } = street;
    makePointed(context, signal);
    pointAt(store, 'ignition', [eastDeg(2) + 0.00005, 54]);
    await settled(fire);
    expect(fire()?.ignitions).toMatchObject([{ building: { id: 'h2', index: 102 } }]);
    pointAt(store, 'ignition', [eastDeg(0), 54]);
    await settled(() => fire()?.ignitions.length === 2);
    expect(fire()?.ignitions[1]?.building).toMatchObject({ id: 'h0', name: 'House 0' });
  });

  it('says so where no building stands', async () => {
    const { context, store, fire, notice } = street;
    makePointed(context, signal);
    pointAt(store, 'ignition', [11, 54]);
    await settled(notice);
    expect(notice()).toMatch(/^No building stands where you pointed/);
    expect(fire()).toBeUndefined();
  });

  it('is a block that is kept wet, of everything inside what was drawn', async () => {
    const { context, store, fire } = street;
    makePointed(context, signal);
    addFire(store, aFire({ startMs: 2_000_000 }));
    const [west, east] = [eastDeg(1) - 0.0001, eastDeg(3) + 0.0001];
    beginPointing(store, 'defence');
    const stop = followGestures(context);
    for (const place of [
      [west, 53.9],
      [east, 53.9],
      [east, 54.1],
      [0, 0],
    ]) {
      street.frames.publish(FIRE_GESTURE, { act: 'add', place });
    }
    street.frames.publish(FIRE_GESTURE, { act: 'undo' });
    street.frames.publish(FIRE_GESTURE, { act: 'finish' });
    await settled(() => fire()?.defences.length);
    expect(fire()?.defences[0]).toMatchObject({ name: 'Block of 3 buildings', flowLs: 150 });
    expect(fire()?.defences[0]?.buildings.map(({ id }) => id)).toEqual(['h1', 'h2', 'h3']);
    beginPointing(store, 'engine');
    street.frames.publish(FIRE_GESTURE, { act: 'cancel' });
    expect(selectFire(store.getState()).pointing).toBeUndefined();
    stop();
  });

  it('is never a tree that stands among the houses', async () => {
    const { context } = street;
    const find: typeof context.find = async (feature, id, asked) => {
      const hit = await context.find(feature, id, asked);
      return hit && { ...hit, isOther: id === 'h2' };
    };
    const ring = squareAround([eastDeg(2), 54], 50);
    const { buildings, inAll } = await findInRing({ ...context, find }, ring, signal);
    expect(buildings.map(({ id }) => id)).toEqual(['h1', 'h3']);
    expect(inAll).toBe(2);
  });

  it('takes no engine where no fire is shown', () => {
    const { context, store, notice } = street;
    makePointed(context, signal);
    pointAt(store, 'engine', [10, 54]);
    expect(notice()).toMatch(/^No fire is shown/);
  });

  it('says why buildings can’t be asked for', async () => {
    const { context, store, notice } = street;
    const broken = { ...context, findInside: () => Promise.reject(new Error('The worker died.')) };
    makePointed(broken, signal);
    pointAt(store, 'ignition', [10, 54]);
    await settled(notice);
    expect(notice()).toMatch(/The worker died\.$/);
  });
});

const reading = (part: Partial<FireReading>): FireReading => ({
  ...{ building: 'h1', sensor: 'E-1', name: 'Unit 1', property: 'residualCurrent', value: 0.4 },
  ...{ timeMs: 5, isSimulated: true, isStale: false, level: 'alarm' },
  ...part,
});

describe('what is selected', () => {
  it('is its buildings, or the one that a selected detector is in, until it is left', async () => {
    const { context, store, frames } = street;
    frames.publish(FIRE_READINGS, [reading({})]);
    followSelected(context, signal);
    const ids = () => selectFire(store.getState()).selected.map(({ id }) => id);
    select(store, [
      { feature: 'city', index: 0, id: 'h0' },
      { feature: 'city', index: 0, id: 'nowhere' },
      { feature: 'sensors', index: 3, id: 'E-1' },
    ]);
    await settled(() => ids().length > 0);
    expect(ids()).toEqual(['h0', 'h1']);
    select(store, []);
    expect(ids()).toEqual([]);
  });
});

describe('buildings that detectors warn of', () => {
  it('are kept with the reading that says most, and go with it', async () => {
    vi.useFakeTimers();
    const { context, store, frames } = street;
    const stop = keepAlarmed(context, signal);
    frames.publish(FIRE_READINGS, [
      reading({ building: 'h2', level: 'warning' }),
      reading({}),
      reading({ building: 'unknown' }),
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    const alarmed = () => selectFire(store.getState()).alarmed;
    expect(alarmed().map(({ building, level }) => [building.name, level])).toEqual([
      ['House 1', 'alarm'],
      ['House 2', 'warning'],
    ]);
    const before = alarmed();
    frames.publish(FIRE_READINGS, [
      reading({ building: 'h2', level: 'warning' }),
      reading({}),
      reading({ building: 'h4', level: 'normal' }),
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(alarmed()).toBe(before);
    frames.publish(FIRE_READINGS, []);
    await vi.advanceTimersByTimeAsync(1000);
    expect(alarmed()).toEqual([]);
    stop();
    vi.useRealTimers();
  });
});

describe('weather stations', () => {
  it('are kept as they come, then four times a minute, and forgotten with the city', () => {
    const { context, store, frames } = street;
    let now = 0;
    const stop = keepStations(context, signal, () => now);
    const station = (timeMs: number, isStale = false): WeatherReading[] => [
      {
        ...{ sensor: 'W', name: 'Harbour', longitudeDeg: 10, latitudeDeg: 54, heightM: 10 },
        values: isStale ? {} : { windSpeed: 4, windDirection: 1 },
        ...{ timeMs, isStale, isSimulated: true },
      },
    ];
    frames.publish(WEATHER_READINGS, station(0, true));
    const kept = () => selectFire(store.getState()).stations[0]?.timeMs;
    frames.publish(WEATHER_READINGS, station(1));
    expect(kept()).toBe(1);
    now = 14_000;
    frames.publish(WEATHER_READINGS, station(2));
    expect(kept()).toBe(1);
    now = 16_000;
    frames.publish(WEATHER_READINGS, station(3));
    expect(kept()).toBe(3);
    // Away from the present what was heard last holds; in the present silence is told.
    setRate(store, 60);
    now = 60_000;
    frames.publish(WEATHER_READINGS, station(4, true));
    expect(kept()).toBe(3);
    goLive(store, instant(0));
    frames.publish(WEATHER_READINGS, station(5, true));
    expect(kept()).toBe(5);
    stop();
    expect(kept()).toBeUndefined();
  });
});

describe('the clock of a fire', () => {
  it('stands still at the fire’s end, and runs on where no fire is', () => {
    const { context, store } = street;
    stopClockAtEnd(context);
    setRate(store, 60);
    store.setState(({ clock }) => ({ clock: { ...clock, now: instant(9_000_000) } }));
    expect(store.getState().clock.rate).toBe(60);
    addFire(store, aFire({ startMs: 9_000_000, durationS: 600 }));
    setRate(store, 60);
    store.setState(({ clock }) => ({ clock: { ...clock, now: instant(9_630_000) } }));
    expect(store.getState().clock).toMatchObject({ now: 9_600_000, rate: 0 });
  });
});
