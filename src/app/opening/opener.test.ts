import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import type { Feature, Session } from '#features/feature.ts';
import { instant } from '#model/time.ts';
import { fromDegrees } from '#model/units.ts';
import { createFrames } from '#scene/frames.ts';
import { setTime } from '#store/clock.ts';
import type { CityEntry } from '#store/opening.ts';
import { select } from '#store/selection.ts';
import { defineSlice } from '#store/slice.ts';
import { createAppStore } from '#store/store.ts';
import { toHash } from '../sharing/link.ts';
import { toSharedView } from '../sharing/shared-view.ts';
import { createOpener } from './opener.ts';

const aManifest = (id: string, change: Partial<CityManifest> = {}): CityManifest => ({
  format: 'panopolis-city',
  version: 1,
  id,
  name: `City of ${id}`,
  build: 'aaaaaaaaaaaa',
  boundsDeg: [4.4, 51.9, 4.5, 52],
  heightM: [40, 90],
  crs: { horizontal: 'EPSG:28992', vertical: 'EPSG:5709' },
  timeZone: 'Europe/Amsterdam',
  sources: [],
  layers: [],
  ...change,
});

const anEntry = (manifest: CityManifest): CityEntry => ({
  id: manifest.id,
  name: manifest.name,
  url: `http://panopolis.test/cities/${manifest.id}/city.json`,
  manifest,
});

const paint = defineSlice<{ readonly colour: string }>({
  id: 'paint',
  initial: { colour: 'grey' },
  toShared: ({ colour }) => (colour === 'grey' ? undefined : colour),
  fromShared: (shared) => ({ colour: typeof shared === 'string' ? shared : 'grey' }),
});

/** A feature that notes when it works, and finds houses by id. */
function aFeature(diary: string[], session: Partial<Session> = {}): Feature {
  return {
    id: 'paint',
    name: { en: 'Paint', zh: '颜色' },
    summary: { en: 'Paints', zh: '上色' },
    icon: 'palette',
    isAvailable: () => true,
    slice: paint,
    session: async () => ({
      startSession: ({ store }) => {
        diary.push(`start ${store.getState().city?.manifest.id}`);
        return { stop: () => diary.push('stop'), ...session };
      },
    }),
  };
}

function aHouse(
  cities: CityEntry[],
  { session = {} as Partial<Session>, failures = 0, kept = [] as CityEntry[] } = {},
) {
  const store = createAppStore();
  const diary: string[] = [];
  const features = [aFeature(diary, session)];
  let asked = 0;
  const opener = createOpener({
    store,
    frames: createFrames(),
    features,
    fetchCities: async () => {
      if (asked++ < failures) throw new Error('No answer from /api/cities.');
      return cities;
    },
    listKept: async () => kept,
    fetchManifest: async (url) => {
      throw new Error(`${url}, build: expected 12 hex digits.`);
    },
  });
  const ask = (hash = '', id?: string, lastId?: string) => opener.ask({ hash, id, lastId });
  const step = () => store.getState().opening.step;
  const notices = () => store.getState().workbench.notices.map(({ id }) => id);
  return { store, opener, features, diary, ask, step, notices, asked: () => asked };
}

const delft = anEntry(aManifest('delft'));
const gouda = anEntry(aManifest('gouda'));

describe('opening a city', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('lists what was dropped onto a city only where that city is gone', async () => {
    const guestOf = (id: string, city: string) => ({ ...anEntry(aManifest(id)), guestOf: city });
    const kept = [guestOf('dropped-hall', 'delft'), guestOf('dropped-shed', 'gone')];
    const { opener, store } = aHouse([anEntry(aManifest('delft')), anEntry(aManifest('leiden'))], {
      kept: [...kept, anEntry(aManifest('dropped-town'))],
    });
    await opener.ask({ hash: '', id: undefined, lastId: undefined });
    expect(store.getState().opening.cities.map(({ id }) => id)).toEqual([
      ...['delft', 'leiden', 'dropped-shed', 'dropped-town'],
    ]);
  });

  it('opens the only city there is beside a model that was dropped onto another one', async () => {
    const layer = { kind: 'bim', id: 'hall', name: 'Hall', model: 'model.json', count: 9 } as const;
    const hall = {
      ...anEntry(
        aManifest('dropped-hall', { layers: [{ ...layer, boundsDeg: [4.4, 51.9, 4.5, 52] }] }),
      ),
      url: 'http://panopolis.test/dropped/dropped-hall/city.json',
      guestOf: 'gone',
    };
    const beside = aHouse([delft], { kept: [hall] });
    await beside.ask();
    await vi.runAllTimersAsync();
    expect(beside.store.getState().city?.manifest.id).toBe('delft');
    const alone = aHouse([], { kept: [hall] });
    await alone.ask();
    await vi.runAllTimersAsync();
    expect(alone.store.getState().city?.manifest.id).toBe('dropped-hall');
  });

  it('opens the only city there is', async () => {
    const { store, ask, step, diary } = aHouse([delft]);
    await ask();
    await vi.runAllTimersAsync();
    expect(store.getState().city).toEqual({
      manifest: delft.manifest,
      baseUrl: 'http://panopolis.test/cities/delft/',
    });
    expect(step()).toEqual({ kind: 'open' });
    expect(diary).toEqual(['start delft']);
  });

  it('lets the person choose where there are several, unless one was open last time', async () => {
    const { ask, step, store } = aHouse([delft, gouda]);
    await ask();
    expect(step()).toEqual({ kind: 'choosing' });
    await ask('', undefined, 'gouda');
    expect(store.getState().city?.manifest.id).toBe('gouda');
  });

  it('prefers the link to the address, and the address to the last visit', async () => {
    const made = aHouse([delft, gouda]);
    await made.ask('', 'delft', 'gouda');
    expect(made.store.getState().city?.manifest.id).toBe('delft');
    const view = toSharedView(made.store.getState(), made.features);
    const { store, ask } = aHouse([delft, gouda]);
    await ask(view && toHash(view), 'gouda', 'gouda');
    expect(store.getState().city?.manifest.id).toBe('delft');
  });

  it('asks again, ever more slowly, until the server answers', async () => {
    const { ask, step, asked } = aHouse([delft], { failures: 5 });
    const asking = ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(step()).toMatchObject({ kind: 'failed', reason: 'No answer from /api/cities.' });
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000);
    expect(asked()).toBe(4);
    await vi.advanceTimersByTimeAsync(8000 + 8000);
    await asking;
    expect(step()).toEqual({ kind: 'open' });
  });

  it('stops the sessions and forgets the layers of the city that it leaves', async () => {
    const { store, opener, ask, diary } = aHouse([delft, gouda]);
    await ask('', 'delft');
    await vi.runAllTimersAsync();
    paint.update(store, () => ({ colour: 'red' }));
    select(store, [{ feature: 'paint', index: 1, id: 'A' }]);
    await opener.open('gouda');
    await vi.runAllTimersAsync();
    expect(diary).toEqual(['start delft', 'stop', 'start gouda']);
    expect(paint.select(store.getState())).toEqual({ colour: 'grey' });
    expect(store.getState().selection).toEqual([]);
  });

  it('starts nothing for a city that was left before its feature was loaded', async () => {
    const { store, opener, ask, diary } = aHouse([delft]);
    store.subscribe(({ opening }) => {
      if (opening.step.kind === 'open') opener.leave();
    });
    await ask();
    await vi.runAllTimersAsync();
    expect(diary).toEqual([]);
  });

  it('says in a notice when the city of the address is not there', async () => {
    const { ask, step, notices } = aHouse([delft, gouda]);
    await ask('', 'rotterdam');
    expect(step()).toEqual({ kind: 'choosing' });
    expect(notices()).toEqual(['city-missing']);
  });

  it('says in a notice when the manifest can’t be read, with the reason to copy', async () => {
    const { ask, step, store } = aHouse([{ ...delft, manifest: undefined }]);
    await ask();
    expect(step()).toEqual({ kind: 'choosing' });
    expect(store.getState().workbench.notices).toMatchObject([
      { id: 'city-unreadable', details: expect.stringContaining('expected 12 hex digits') },
    ]);
  });

  it('opens at the first look when the link is damaged, and says so', async () => {
    const { ask, step, notices } = aHouse([delft]);
    await ask('#v1.garbage!');
    expect(step()).toEqual({ kind: 'open' });
    expect(notices()).toEqual(['link']);
  });
});

describe('a view handed on by link', () => {
  const selection = [{ feature: 'paint', index: 7, id: 'house-7' }];

  async function aLink() {
    const { store, ask, features } = aHouse([delft]);
    await ask();
    const { camera } = store.getState();
    const pose = { ...camera, heading: fromDegrees(90) };
    store.setState({
      camera: { ...pose, flight: undefined },
      layers: { paint: { on: false, opacity: 0.5, status: { kind: 'ready' } } },
      features: { paint: { colour: 'red' } },
      selection,
    });
    const view = toSharedView(store.getState(), features);
    return view ? toHash(view) : '';
  }

  it('comes back with camera, layers, feature state and selection', async () => {
    const { store, ask, features } = aHouse([delft]);
    const hash = await aLink();
    await ask(hash);
    const view = toSharedView(store.getState(), features);
    expect(view && toHash(view)).toBe(hash);
    expect(store.getState()).toMatchObject({
      layers: { paint: { on: false, opacity: 0.5 } },
      features: { paint: { colour: 'red' } },
      selection,
    });
    expect(store.getState().camera.flight?.to.heading).toBeCloseTo(Math.PI / 2, 6);
  });

  it('turns the open city to it without opening it again', async () => {
    const { store, ask, opener, diary, step } = aHouse([delft]);
    const hash = await aLink();
    await ask();
    await vi.waitUntil(() => diary.length === 1);
    const { city } = store.getState();
    const ready = { on: true, opacity: 1, status: { kind: 'ready' } } as const;
    store.setState({ layers: { paint: ready, roofs: { ...ready, on: false } } });
    setTime(store, instant(5));
    await opener.openLink(hash);
    expect(diary).toEqual(['start delft']);
    expect(store.getState().city).toBe(city);
    expect(step()).toEqual({ kind: 'open' });
    expect(store.getState()).toMatchObject({
      layers: { paint: { ...ready, on: false, opacity: 0.5 }, roofs: ready },
      features: { paint: { colour: 'red' } },
      clock: { mode: 'live' },
      selection,
    });
    expect(store.getState().camera.flight?.to.heading).toBeCloseTo(Math.PI / 2, 6);
  });

  it('opens its city where another one is open', async () => {
    const { store, ask, opener, diary } = aHouse([delft, gouda]);
    const hash = await aLink();
    await ask('', 'gouda');
    await vi.waitUntil(() => diary.length === 1);
    await opener.openLink(hash);
    expect(diary).toEqual(['start gouda', 'stop', 'start delft']);
    expect(store.getState().selection).toEqual(selection);
  });

  it('finds the selected things by id where the city was built anew', async () => {
    const rebuilt = anEntry(aManifest('delft', { build: 'bbbbbbbbbbbb' }));
    const moved = { feature: 'paint', index: 12, id: 'house-7' };
    const at = { longitude: 0, latitude: 0, height: 0, radius: 1 } as never;
    const session: Partial<Session> = {
      search: async (query) => [
        { title: 'A namesake', detail: '', at, selected: { ...moved, id: 'house-70' } },
        { title: query, detail: '', at, selected: moved },
      ],
    };
    const { store, ask } = aHouse([rebuilt], { session });
    await ask(await aLink());
    expect(store.getState().selection).toEqual([moved]);
  });

  it('says how many of them are gone', async () => {
    const rebuilt = anEntry(aManifest('delft', { build: 'bbbbbbbbbbbb' }));
    const { store, ask, notices } = aHouse([rebuilt]);
    await ask(await aLink());
    expect(store.getState().selection).toEqual([]);
    expect(notices()).toEqual(['selection-lost']);
  });
});
