// Fires for tests, in as few words as they need.

import type { BuildingRef, FireScenario } from '../contract.ts';

export const aBuilding = (id: string, place: Partial<BuildingRef> = {}): BuildingRef => ({
  ...{ id, index: 0, name: `House ${id}`, at: [10.64, 54.3] },
  ...place,
});

export const aFire = (part: Partial<FireScenario> = {}): FireScenario => ({
  ...{ id: 'f', name: 'Fire', startMs: 1_000_000, durationS: 7200 },
  ignitions: [{ building: aBuilding('b'), timeS: 0 }],
  wind: [{ fromS: 0, speedMs: 4, fromRad: 1 }],
  air: {
    ...{ temperatureC: 12, humidity: 0.5, cloud: 0.4, stability: 'auto' },
    source: { kind: 'station', name: 'Harbour', timeMs: 900_000 },
  },
  ...{ engines: [], defences: [], water: [], mode: 'isochrones', seed: 1 },
  ...part,
});
