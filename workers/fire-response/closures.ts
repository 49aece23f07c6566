// What is closed to engines at a moment, by whom. Nobody walks through water that stops an engine; works, fire and a
// person's closure leave the last metres to the crew on foot.

import type { CoverFrame } from '#features/fire/contract/response.ts';
import type { RoadClosures } from '#model/road-closures.ts';
import type { EdgeClosures } from '#simulation/fire/response/doors.ts';
import { ON_FOOT_MS } from '#simulation/fire/response/engine-speed.ts';
import type { ResponseWish } from './protocol.ts';
import type { RoadTown } from './road-town.ts';

export interface ClosedRoads extends EdgeClosures {
  readonly streets: number;
  readonly bySource: CoverFrame['closed'];
}

export function closeRoads(
  { edgeById, lengthM, placeOn }: Pick<RoadTown, 'edgeById' | 'lengthM' | 'placeOn'>,
  { atMs, closures, closedStreets }: ResponseWish,
): ClosedRoads {
  const closed = new Uint8Array(lengthM.length);
  const walkS = new Float32Array(lengthM.length).fill(Infinity);
  const isUnderWater = new Uint8Array(lengthM.length);
  let streets = 0;
  const close = (edge: number, canWalk: boolean): boolean => {
    if (edge < 0) return false;
    if (closed[edge] === 0) streets++;
    closed[edge] = 1;
    if (!canWalk) isUnderWater[edge] = 1;
    walkS[edge] = isUnderWater[edge] === 1 ? Infinity : lengthM[edge]! / ON_FOOT_MS;
    return true;
  };
  const edgeOf = (id: string) => edgeById.get(id) ?? -1;
  const bySource = closures.map(({ source, name, isSimulated, streets: own, places = [] }) => {
    const edges = new Set([
      ...own.filter((one) => isShutAt(one, atMs)).map(({ id }) => edgeOf(id)),
      ...places
        .filter((one) => isShutAt(one, atMs))
        .map(({ longitudeDeg, latitudeDeg }) => placeOn([longitudeDeg, latitudeDeg]).edge),
    ]);
    const known = [...edges].filter((edge) => close(edge, source !== 'flood'));
    return { source, name, isSimulated, streets: known.length };
  });
  const byHand = closedStreets.filter((id) => close(edgeOf(id), true)).length;
  const hand = { source: 'hand', name: '', isSimulated: false, streets: byHand } as const;
  return {
    ...{ closed, walkS, streets },
    bySource: [...bySource, ...(byHand > 0 ? [hand] : [])].filter((one) => one.streets > 0),
  };
}

const isShutAt = (
  { to, fromMs, untilMs }: Pick<RoadClosures['streets'][number], 'to' | 'fromMs' | 'untilMs'>,
  atMs: number,
): boolean => to === 'engines' && fromMs <= atMs && (untilMs === undefined || atMs < untilMs);
