// A town of a line of buildings and questions about its air, for tests.

import type { ReleaseScenario } from '#features/fire/contract/smoke.ts';
import type { PlaceDeg } from '#features/fire/contract.ts';
import { moved } from '#model/near-plane.ts';
import { buildingsAt } from '../town/a-town.ts';
import { createTownInside, type TownInside } from '../town/inside.ts';
import type { ReleaseQuestion, SmokeQuestion } from './protocol.ts';

export const MIDDLE: PlaceDeg = [10, 54];
/** Noon of a day in June. */
export const NOON_MS = Date.UTC(2026, 5, 21, 11, 20);
const given = { kind: 'given' } as const;

/** A building every 20 m on a square of `side` × `side`, the first one in its middle; ten people in each. */
export function aTownOf(side = 41): TownInside {
  const half = (side - 1) / 2;
  const places: PlaceDeg[] = [];
  for (let row = -half; row <= half; row++) {
    for (let column = -half; column <= half; column++) {
      places.push(moved(MIDDLE, [column * 20, row * 20]));
    }
  }
  places.sort((a, b) => awayOf(a) - awayOf(b));
  const people = places.map(() => 10);
  return createTownInside(buildingsAt(places, { peopleDay: people, peopleNight: people }), []);
}

const awayOf = ([longitude, latitude]: PlaceDeg) =>
  Math.hypot((longitude - MIDDLE[0]) * 0.6, latitude - MIDDLE[1]);

export interface SaidOfFire extends Partial<SmokeQuestion> {
  readonly heatKW?: readonly number[];
  readonly isSmouldering?: boolean;
}

/** The building in the middle burns with 3 MW since an hour; the wind blows with 5 m/s from the west. */
export function aFire({ heatKW = [3000], isSmouldering, ...said }: SaidOfFire = {}): SmokeQuestion {
  return {
    ...{ of: 'fire', startMs: NOON_MS, timeS: 3600, quantity: 'particles', band: 'middle' },
    burning: {
      index: Uint32Array.from(heatKW, (_, at) => at),
      heatKW: Float32Array.from(heatKW),
      sinceS: new Float32Array(heatKW.length),
      isSmouldering: Uint8Array.from(heatKW, () => (isSmouldering ? 1 : 0)),
    },
    wind: [{ fromS: 0, speedMs: 5, fromRad: (3 * Math.PI) / 2 }],
    air: { temperatureC: 15, humidity: 0.6, cloud: 0.5, stability: 'D', source: given },
    ...said,
  };
}

/** Half a kilogram of ammonia a second for half an hour. */
export function aRelease(
  said: Partial<ReleaseScenario> = {},
  asked: Partial<ReleaseQuestion> = {},
): ReleaseQuestion {
  const release: ReleaseScenario = {
    ...{ id: 'release', name: 'Release', kind: 'plume', at: MIDDLE, building: '' },
    ...{ startMs: NOON_MS, durationS: 1800, substance: 'ammonia', rateKgS: 0.5, massKg: 0 },
    ...{ heightM: 2, diameterM: 0, wind: 'live', cloud: 0.5, stability: 'D' },
    ...said,
  };
  return {
    ...{ release, timeS: 900, wind: { speedMs: 4, fromRad: (3 * Math.PI) / 2 } },
    air: { temperatureC: 15, humidity: 0.6, cloud: 0.5, stability: 'D', source: given },
    ...asked,
  };
}
