// What a burning building sends to those that still stand around it: after flashover, through wind and water. kW/m², s.
// Source: BR 187 facades; Hamada's wind on growth and on short gaps (./wind-drive.ts).

import { touchingM } from './building-graph.ts';
import type { OwnExposure } from './exposure.ts';
import { LINK_SIZE } from './link-table.ts';
import type { RunArrays } from './run-state.ts';
import type { UrbanTown } from './town.ts';
import type { Water } from './water.ts';
import { driveTowards, flameShare } from './wind-drive.ts';
import type { WindHistory } from './wind-history.ts';

export interface RadiationParts {
  readonly arrays: RunArrays;
  readonly exposure: OwnExposure;
  readonly wind: WindHistory;
  readonly water: () => Water;
  /** When a building will catch fire by what is known; −∞ once it has. */
  readonly byS: Float64Array;
  readonly schedule: (building: number, nowS: number) => void;
}

/** `radiate(building, nowS)` adds what it sends from now on. */
export function createRadiation(
  { graph, powerKWm2, flashoverS, partyWallShare }: UrbanTown,
  { arrays, exposure, wind, water, byS, schedule }: RadiationParts,
): (building: number, nowS: number) => void {
  const { links } = graph;
  const { ignitionS, endS } = arrays;
  const { given } = exposure;
  return (building, nowS) => {
    const powerNow = powerKWm2[building]! * water().output[building]!;
    const offS = endS[building]!;
    if (powerNow <= 0 || offS <= nowS) return;
    graph.link(building);
    const { targets, values } = links;
    const drive = wind.now;
    const bornS = ignitionS[building]!;
    const isOlder = wind.at > 0 && bornS < drive.fromS;
    const sinceS = wind.at === 0 ? bornS : Math.max(bornS, drive.fromS);
    // Whatever comes comes no earlier: most neighbours are told apart by this alone.
    const soonestS = isOlder ? nowS : Math.max(nowS, sinceS + flashoverS[building]! / drive.most);
    // Places as in ./link-table.ts, written as numbers: by names they cost 3 % of a run.
    const first = LINK_SIZE * links.first[building]!;
    const end = first + LINK_SIZE * links.counts[building]!;
    for (let link = first; link < end; link += LINK_SIZE) {
      const target = targets[link]!;
      if (byS[target]! <= soonestS) continue;
      const x = values[link + 3]!;
      const y = values[link + 4]!;
      const speed = driveTowards(drive, x, y);
      const grown = isOlder ? wind.grownBefore(bornS, x, y) : 0;
      const onS = Math.max(nowS, sinceS + Math.max(0, flashoverS[building]! - grown) / speed);
      // Whoever ignites before it comes has no need of it.
      if (onS >= offS || onS >= byS[target]!) continue;
      const gap = values[link + 2]!;
      const past =
        gap < touchingM ? Math.min(partyWallShare[building]!, partyWallShare[target]!) : 1;
      // The wind doesn't blow the flame through a wall that holds.
      const blown = past < 1 ? past : 1 + (speed - 1) * flameShare(gap);
      const flux = powerNow * values[link + 1]! * blown;
      if (flux <= 0) continue;
      given[0] = onS;
      given[1] = offS;
      given[2] = flux;
      exposure.take(target, building);
      schedule(target, nowS);
    }
  };
}
