import { describe, expect, it } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { createAppStore } from '#store/store.ts';
import type { ModelSource } from '../contract.ts';
import { placeModel, setModels } from '../state.ts';
import type { RecordStorage } from './browser-record.ts';
import { keepPlaces, readKeptPlaces } from './kept-places.ts';

const placement = { longitudeDeg: 8.4, latitudeDeg: 49, heightM: 120, rotationDeg: 30, scale: 1 };
const model = (id: string): ModelSource => ({
  id,
  name: id,
  url: `https://x/${id}`,
  origin: 'city',
});

function aStorage(
  start: Record<string, string> = {},
): RecordStorage & { all: Map<string, string> } {
  const all = new Map(Object.entries(start));
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

const city = (id: string) => ({ manifest: { id } as CityManifest, baseUrl: 'https://x/' });

function aTown(storage: RecordStorage | undefined) {
  const store = createAppStore({ city: city('town') });
  setModels(store, [model('house'), model('hall')]);
  return { store, stop: keepPlaces(store, storage) };
}

describe('kept places', () => {
  it('keep what a person puts somewhere, and forget what goes back', () => {
    const storage = aStorage();
    const { store } = aTown(storage);
    placeModel(store, 'house', placement);
    placeModel(store, 'hall', undefined, 'site');
    expect(readKeptPlaces(storage, 'town')).toEqual(
      new Map([
        ['house', { placement, reading: undefined }],
        ['hall', { placement: undefined, reading: 'site' }],
      ]),
    );
    placeModel(store, 'house', undefined);
    placeModel(store, 'hall', undefined);
    expect(storage.all.size).toBe(0);
  });

  it('are one list a city, and keep those of models that are away', () => {
    const storage = aStorage();
    const { store } = aTown(storage);
    placeModel(store, 'house', placement);
    setModels(store, [model('hall')]);
    placeModel(store, 'hall', placement);
    expect([...readKeptPlaces(storage, 'town').keys()]).toEqual(['house', 'hall']);
    expect(readKeptPlaces(storage, 'village').size).toBe(0);
  });

  it('leave out what a link brings', () => {
    const storage = aStorage();
    const { store } = aTown(storage);
    setModels(store, [{ ...model('tower'), placement }]);
    expect(storage.all.size).toBe(0);
  });

  it('stop with the session', () => {
    const storage = aStorage();
    const { store, stop } = aTown(storage);
    stop();
    placeModel(store, 'house', placement);
    expect(storage.all.size).toBe(0);
  });

  it.each([
    ['no storage', undefined],
    ['what isn’t ours', aStorage({ 'panopolis.bim-places.town': '{"house": 7}' })],
    ['what is no JSON', aStorage({ 'panopolis.bim-places.town': '{' })],
    [
      'a storage that is switched off',
      {
        getItem: () => {
          throw new Error('denied');
        },
        setItem: () => {
          throw new Error('denied');
        },
        removeItem: () => undefined,
      },
    ],
  ])('bear %s', (_, storage) => {
    expect(readKeptPlaces(storage, 'town').size).toBe(0);
    const { store } = aTown(storage);
    expect(() => placeModel(store, 'house', placement)).not.toThrow();
  });

  it('read back a reading of another version as none', () => {
    const text = JSON.stringify({ house: { placement, reading: 'stars' } });
    const storage = aStorage({ 'panopolis.bim-places.town': text });
    expect(readKeptPlaces(storage, 'town').get('house')).toEqual({ placement, reading: undefined });
  });
});
