import { expect, it } from 'vitest';
import { parseCityManifest } from '#contract/city-package.ts';
import { dismissGuest, welcomeGuest } from './guests.ts';
import { createAppStore } from './store.ts';

const manifest = parseCityManifest(
  {
    ...{ format: 'panopolis-city', version: 1, id: 'dropped-duplex', name: 'Duplex' },
    ...{ build: '0123456789ab', boundsDeg: [4, 51, 5, 52], heightM: [40, 50] },
    crs: { horizontal: 'OGC:CRS84', vertical: 'ellipsoidal' },
    ...{ timeZone: 'Europe/Amsterdam', sources: [], layers: [] },
  },
  'city.json',
);
const aGuest = (id: string, baseUrl = `http://localhost/dropped/${id}/`) => ({
  ...{ id, manifest, baseUrl },
});

it('welcomes a guest anew in place of its older self, and the others stay', () => {
  const store = createAppStore();
  welcomeGuest(store, aGuest('duplex'));
  welcomeGuest(store, aGuest('office'));
  welcomeGuest(store, aGuest('duplex', 'http://localhost/newer/'));
  expect(store.getState().guests.map(({ id, baseUrl }) => [id, baseUrl])).toEqual([
    ['office', 'http://localhost/dropped/office/'],
    ['duplex', 'http://localhost/newer/'],
  ]);
});

it('sees a guest off', () => {
  const store = createAppStore({ guests: [aGuest('duplex'), aGuest('office')] });
  dismissGuest(store, 'duplex');
  expect(store.getState().guests.map(({ id }) => id)).toEqual(['office']);
});
