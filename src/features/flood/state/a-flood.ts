// For tests: a store with the demo town's kind of waters, and scenarios as they begin.

import type { CityManifest } from '#contract/city-package.ts';
import { moved } from '#model/near-plane.ts';
import { type AppStore, createAppStore } from '#store/store.ts';
import type { CityWaters } from '../contract/city-waters.ts';
import type { FloodScenario, FloodStatus, PlaceDeg } from '../contract.ts';
import { setWaters } from './waters.ts';

/** A river that runs north along a meridian, with a levee fifty metres east of its middle. */
export const origin: PlaceDeg = [10.64, 54.3];
export const at = (eastM: number, northM: number): PlaceDeg => moved(origin, [eastM, northM]);

const steps = Array.from({ length: 201 }, (_, step) => step);

export const waters: CityWaters = {
  levees: [
    {
      ...{ id: 'LV-E', name: 'East levee', kind: 'levee', bank: 'east', flood100M: 4 },
      line: steps.map((step) => at(50, step * 5)),
      crestM: steps.map((step) => (step === 100 ? 4.2 : 4.8)),
      weakest: { at: 100, sagM: 0.6, cause: 'soft ground' },
    },
    {
      ...{ id: 'LV-C', name: 'Promenade', kind: 'seaWall', bank: 'coast' },
      ...{ line: [at(-500, 1500), at(500, 1500)], crestM: [3, 3.2], weakest: { at: 0 } },
    },
  ],
  stations: Array.from({ length: 15 }, (_, index) => ({
    ...{ id: `S-${index}`, stationM: index * 100, place: at(0, 1400 - index * 100) },
    ...{ meanM: 0.2, flood100M: 3 + index * 0.1 },
  })),
};

const manifest: CityManifest = {
  ...{ format: 'panopolis-city', version: 1, id: 'testham', name: 'Testham' },
  ...{ build: '0123456789ab', boundsDeg: [10.6, 54.28, 10.69, 54.32], heightM: [25, 165] },
  crs: { horizontal: 'EPSG:25832', vertical: 'EPSG:7837' },
  ...{ timeZone: 'Europe/Berlin', sources: [] },
  layers: [
    {
      ...{ kind: 'terrain', id: 'terrain', name: 'Terrain', tiles: 'b/terrain' },
      ...{ grid: 'b/grid.json', origin: 'survey' },
    },
  ],
};

export function aTown(): AppStore {
  const store = createAppStore({ city: { manifest, baseUrl: 'http://localhost/data/testham/' } });
  setWaters(store, waters);
  return store;
}

export const aStatus = (run: string, part: Partial<FloodStatus> = {}): FloodStatus => ({
  ...{ run, scenario: 's', phase: 'running', timeS: 600, durationS: 21_600 },
  ...{ realTimeFactor: 240, scheme: 'shallow-water', backend: 'wasm', threads: 2 },
  ...{ cellM: 4, cells: 400_000, wetCells: 12_000, storedM3: 250_000 },
  ...{ massError: 2.6e-7, froudeShare: 0.012, terrain: 'Survey of 2025, 2 m' },
  ...part,
});

export const aScenario = (part: Partial<FloodScenario> = {}): FloodScenario => ({
  ...{ id: 's', name: 'Test flood', hazard: 'breach', startMs: 1_795_000_000_000 },
  ...{ durationS: 21_600, boundsDeg: [10.62, 54.29, 10.66, 54.31], cellM: 4 },
  ...{ scheme: 'auto', backend: 'auto', structures: [], buildings: 'walls', sillM: 0.3 },
  ...{ ground: { kind: 'none' }, hasSewers: false, roughnessFactor: 1 },
  sources: [
    {
      ...{ id: 'b', name: 'Breach 1', kind: 'breach', line: [at(50, 490), at(50, 510)] },
      ...{ atS: 60, growthS: 900, widthM: 20 },
    },
  ],
  ...part,
});
