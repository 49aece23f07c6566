import { newId } from '#store/new-id.ts';
import type { AppStore } from '#store/store.ts';
import type { ExposedHouse, WildlandRequest } from '../contract/wildland.ts';
import type { FireScenario } from '../contract.ts';
import { play, seek } from './clock.ts';
import { addFire } from './fires.ts';

/** After the last house is reached, as long as a fire that is lit in the town. */
const AFTERWARDS_S = 4 * 3600;

/**
 * A fire in the town that begins in houses when the wildland fire reaches them, in its weather; shown from the first of
 * them on.
 */
export function carryToTown(
  store: AppStore,
  { startMs, wind, temperatureC, humidity }: WildlandRequest,
  houses: readonly ExposedHouse[],
): string | undefined {
  const [first] = houses;
  const last = houses.at(-1);
  if (!first || !last) return undefined;
  const fire: FireScenario = {
    ...{ id: newId(), name: `${first.building.name} +${houses.length - 1}`, startMs, wind },
    durationS: Math.ceil((last.timeS + AFTERWARDS_S) / 3600) * 3600,
    ignitions: houses.map(({ building, timeS }) => ({ building, timeS })),
    air: {
      ...{ temperatureC, humidity, cloud: 0.5, stability: 'auto' },
      source: { kind: 'given' },
    },
    ...{ engines: [], defences: [], water: [], mode: 'isochrones', seed: 1 },
  };
  addFire(store, fire);
  seek(store, first.timeS);
  play(store);
  return fire.id;
}
