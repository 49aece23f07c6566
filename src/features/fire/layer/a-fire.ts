// Fires for tests of the layer: a scenario about a place, and frames in the air, of zones and of flames as functions.

import { moved } from '#model/near-plane.ts';
import type { SmokeFrame } from '../contract/smoke.ts';
import type { BurningPlaces, FireMoment } from '../contract/spread.ts';
import type { FireScenario, HazardZone, HazardZones, PlaceDeg, RingsDeg } from '../contract.ts';

export const FIRE_ORIGIN: PlaceDeg = [4.36, 52.01];

export const placeAt = (eastM: number, northM: number): PlaceDeg =>
  moved(FIRE_ORIGIN, [eastM, northM]);

export const aFireScenario = (part: Partial<FireScenario> = {}): FireScenario => ({
  ...{ id: 'fire', name: 'Fire', startMs: 0, durationS: 3600, mode: 'isochrones', seed: 1 },
  ignitions: [{ building: { id: 'B', index: 0, name: 'B', at: placeAt(400, 400) }, timeS: 0 }],
  wind: [{ fromS: 0, speedMs: 4, fromRad: Math.PI }],
  air: {
    ...{ temperatureC: 15, humidity: 0.5, cloud: 0.2, stability: 'auto' },
    source: { kind: 'given' },
  },
  ...{ engines: [], defences: [], water: [] },
  ...part,
});

/** `side` × `side` cells of `cellM` about the origin; turned clockwise by `turnRad`. */
export function aSmoke(
  valueAt: (column: number, row: number) => number,
  options: { readonly side?: number; readonly cellM?: number; readonly turnRad?: number } = {},
): SmokeFrame {
  const { side = 32, cellM = 4, turnRad = 0 } = options;
  const half = (side * cellM) / 2;
  const corner = (x: number, y: number) =>
    placeAt(
      x * Math.cos(turnRad) + y * Math.sin(turnRad),
      y * Math.cos(turnRad) - x * Math.sin(turnRad),
    );
  return {
    ...{ of: 'fire', timeS: 0, quantity: 'particles', unit: 'mg/m³', columns: side, rows: side },
    corners: {
      northWest: corner(-half, half),
      northEast: corner(half, half),
      southEast: corner(half, -half),
      southWest: corner(-half, -half),
    },
    values: Float32Array.from({ length: side * side }, (_, cell) =>
      valueAt(cell % side, Math.floor(cell / side)),
    ),
    limits: [0.05, 0.15, 0.5, 2, 10],
    ...{ isoLines: [], slices: [], cautions: [], model: { en: '', zh: '' }, band: 'middle' },
  };
}

export const aSquare = (halfM: number, eastM = 0, northM = 0): RingsDeg => [
  [
    placeAt(eastM - halfM, northM - halfM),
    placeAt(eastM + halfM, northM - halfM),
    placeAt(eastM + halfM, northM + halfM),
    placeAt(eastM - halfM, northM + halfM),
  ],
];

export const aZone = (
  part: Partial<HazardZone> & Pick<HazardZone, 'id' | 'rings'>,
): HazardZone => ({
  ...{ kind: 'toxic', tier: 2, label: { en: part.id, zh: part.id }, areaM2: 1, buildings: 0 },
  ...{ peopleDay: 0, peopleNight: 0, sites: [] },
  ...part,
});

export const zonesOfFire = (...zones: readonly HazardZone[]): HazardZones => ({
  ...{ of: 'fire', timeS: 0, model: { en: '', zh: '' } },
  zones,
});

/** One building that burns at a place, its roof `roofM` above the ellipsoid. */
export function aBurningRoof(at: PlaceDeg, roofM: number, heatKW: number) {
  const places: BurningPlaces = {
    ...{ scenario: 'fire', building: Uint32Array.of(7) },
    longitudeDeg: Float64Array.of(at[0]),
    latitudeDeg: Float64Array.of(at[1]),
    ...{ roofM: Float32Array.of(roofM), areaM2: Float32Array.of(400) },
  };
  const moment: FireMoment = {
    ...{ scenario: 'fire', timeS: 60, burning: Uint32Array.of(7), heatKW: Float32Array.of(heatKW) },
    ...{ ignitedSoFar: 1, burntOut: 0, heatTotalMW: heatKW / 1000, next10: 0, next30: 0 },
    ...{ next60: 0, peopleInBurning: 0 },
  };
  return { places, moment };
}
