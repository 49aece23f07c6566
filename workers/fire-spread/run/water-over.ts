// Water that burning buildings and defences want, and what is brought, over the time of a fire. L/s, s.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';
import type { UrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { FireTown } from '../town/read-fire-town.ts';

const STEP_S = 120;

/** `endS`: when each building of the kernel stops to burn. */
export function waterOver(
  fire: UrbanFire,
  { durationS, defences }: FireScenario,
  { town }: FireTown,
  endS: Float64Array,
): FireSpread['water'] {
  const brought = fire.waterBrought();
  const grid = Array.from({ length: Math.floor(durationS / STEP_S) + 1 }, (_, at) => at * STEP_S);
  const times = [...new Set([...grid, ...brought.map(({ timeS }) => timeS)])]
    .filter((timeS) => timeS >= 0 && timeS <= durationS)
    .sort((one, other) => one - other);
  const change = new Float64Array(times.length + 1);
  const placeOf = (timeS: number) => firstFrom(times, timeS);
  for (let at = 0; at < fire.ignited(); at++) {
    const row = fire.order[at]!;
    change[placeOf(fire.ignitionS[row]!)]! += town.demandLs[row]!;
    change[placeOf(endS[row]!)]! -= town.demandLs[row]!;
  }
  for (const { fromS, untilS = Infinity, flowLs } of defences) {
    change[placeOf(fromS)]! += flowLs;
    change[placeOf(untilS)]! -= flowLs;
  }
  let wanted = 0;
  let next = 0;
  let broughtNow = 0;
  const wantedLs = Float32Array.from(times, (_, at) => {
    wanted += change[at]!;
    return wanted > 1e-6 ? wanted : 0;
  });
  const broughtLs = Float32Array.from(times, (timeS, at) => {
    for (; next < brought.length && brought[next]!.timeS <= timeS; next++) {
      broughtNow = brought[next]!.broughtLs;
    }
    // Nobody divides water anew once nothing burns.
    return wantedLs[at]! > 0 ? broughtNow : 0;
  });
  return { timeS: Float32Array.from(times), wantedLs, broughtLs };
}

/** The first place whose time is not before; the length where there is none. */
function firstFrom(times: readonly number[], timeS: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}
