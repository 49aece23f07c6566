// What a burning building sends to those that still stand around it: after flashover, through wind and water. kW/m², s.
// Source: BR 187 facades; Hamada's wind on growth and on short gaps (./wind-drive.ts).

import { touchingM } from './building-graph.ts';
import type { Exposure } from './exposure.ts';
import type { RunArrays } from './run-state.ts';
import type { UrbanTown } from './town.ts';
import type { Water } from './water.ts';
import { driveTowards, flameShare } from './wind-drive.ts';
import type { WindHistory } from './wind-history.ts';

export interface RadiationParts {
  readonly arrays: RunArrays;
  readonly exposure: Exposure;
  readonly wind: WindHistory;
  readonly water: Water;
  /** When a building will catch fire by what is known. */
  readonly nextS: Float64Array;
  readonly schedule: (building: number) => void;
}

/** `radiate(building, nowS)` adds what it sends from now on. */
export function createRadiation(
  { graph, powerKWm2, flashoverS, partyWallShare }: UrbanTown,
  { arrays, exposure, wind, water, nextS, schedule }: RadiationParts,
): (building: number, nowS: number) => void {
  const { links } = graph;
  const { ignitionS, endS } = arrays;
  return (building, nowS) => {
    const powerNow = powerKWm2[building]! * water.output[building]!;
    const offS = endS[building]!;
    if (powerNow <= 0 || offS <= nowS) return;
    graph.link(building);
    const { to, viewFactor, gapM, towardsX, towardsY } = links;
    const drive = wind.now;
    const bornS = ignitionS[building]!;
    const isOlder = wind.at > 0 && bornS < drive.fromS;
    const sinceS = wind.at === 0 ? bornS : Math.max(bornS, drive.fromS);
    const first = links.first[building]!;
    for (let link = first; link < first + links.counts[building]!; link++) {
      const target = to[link]!;
      if (ignitionS[target]! < Infinity) continue;
      const x = towardsX[link]!;
      const y = towardsY[link]!;
      const speed = driveTowards(drive, x, y);
      const grown = isOlder ? wind.grownBefore(bornS, x, y) : 0;
      const onS = Math.max(nowS, sinceS + Math.max(0, flashoverS[building]! - grown) / speed);
      // Whoever ignites before it comes has no need of it.
      if (onS >= offS || onS >= nextS[target]!) continue;
      const gap = gapM[link]!;
      const past =
        gap < touchingM ? Math.min(partyWallShare[building]!, partyWallShare[target]!) : 1;
      // The wind doesn't blow the flame through a wall that holds.
      const blown = past < 1 ? past : 1 + (speed - 1) * flameShare(gap);
      const flux = powerNow * viewFactor[link]! * blown;
      if (flux <= 0) continue;
      exposure.add(target, building, onS, offS, flux);
      schedule(target);
    }
  };
}
