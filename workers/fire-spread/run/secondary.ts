// What a fire in each building would come to: how many others burn within a time if nobody fights. Every one is computed
// whole by the kernel, as a fire lit there would be; without firebrands and vegetation. s, m/s.

import type { SecondaryIgnitions } from '#features/fire/contract/spread.ts';
import { createUrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { SecondaryProgress } from '../protocol.ts';
import type { FireTown } from '../town/read-fire-town.ts';
import { toCityOrder } from './city-order.ts';
import { quarterAround } from './hamada-beside.ts';
import { toUrbanWind } from './to-urban.ts';

/** Others wait no longer than that and the building at hand. */
const BATCH_MS = 20;

export function* secondaryFires(
  fireTown: FireTown,
  { wind, withinS }: Pick<SecondaryIgnitions, 'wind' | 'withinS'>,
  now: () => number,
  kernel?: WebAssembly.Module,
): Generator<SecondaryProgress> {
  const { buildings, town } = fireTown;
  const { count } = buildings;
  // Of its own: fires that are computed between two batches must not disturb it.
  const fire = createUrbanFire({ ...town, ground: undefined }, {}, kernel);
  const spells = [toUrbanWind({ fromS: 0, ...wind })];
  const further = new Float32Array(count);
  let begunMs = now();
  for (let row = 0; row < count; row++) {
    const { sideM, separationM } = quarterAround(row, fireTown);
    fire.start({
      ignitions: [{ building: row, timeS: 0 }],
      ...{ wind: spells, quarter: { sideM, gapM: separationM } },
    });
    further[row] = fire.advance(withinS) - 1;
    if (now() - begunMs < BATCH_MS) continue;
    yield { done: row + 1, buildings: count };
    begunMs = now();
  }
  const result = { wind, withinS, further: toCityOrder(further, buildings, Number.NaN) };
  yield { done: count, buildings: count, result };
}
