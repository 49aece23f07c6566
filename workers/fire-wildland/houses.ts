// Houses that the fire comes near: the earliest burnt ground within reach of each, by the houses' own radius.

import { EXPOSED_M, type ExposedHouse } from '#features/fire/contract/wildland.ts';
import type { WildLand } from './land.ts';

const MOST_LISTED = 300;

export interface Exposed {
  readonly houses: readonly ExposedHouse[];
  readonly housesInAll: number;
  readonly peopleExposed: number;
}

/** `arrivalS`, `flameM`: rows southwards. People are those at the hour. */
export function exposedHouses(
  { size, places, buildings }: Pick<WildLand, 'size' | 'places' | 'buildings'>,
  arrivalS: Float32Array,
  flameM: Float32Array,
  isDay: boolean,
): Exposed {
  if (!buildings) return { houses: [], housesInAll: 0, peopleExposed: 0 };
  const { width, height, cellM } = size;
  const houses: ExposedHouse[] = [];
  for (let row = 0; row < buildings.count; row++) {
    const at = [buildings.longitudeDeg[row]!, buildings.latitudeDeg[row]!] as const;
    const [x, y] = places.toGrid(at);
    const radius = buildings.radiusM[row]!;
    const reach = (EXPOSED_M + radius) / cellM;
    let best: { cell: number; distanceM: number } | undefined;
    for (let down = Math.floor(y - reach); down <= y + reach; down++)
      for (let over = Math.floor(x - reach); over <= x + reach; over++) {
        if (over < 0 || down < 0 || over >= width || down >= height) continue;
        const cell = down * width + over;
        const time = arrivalS[cell]!;
        if (!(time < Infinity) || (best && time >= arrivalS[best.cell]!)) continue;
        const apart = Math.hypot(over + 0.5 - x, down + 0.5 - y) * cellM - cellM / 2 - radius;
        if (apart <= EXPOSED_M) best = { cell, distanceM: Math.max(0, apart) };
      }
    if (!best) continue;
    const people = (isDay ? buildings.peopleDay : buildings.peopleNight)[row]!;
    const id = buildings.ids[row] ?? '';
    houses.push({
      building: {
        ...{ id, index: buildings.index[row]!, at },
        name: buildings.names[row] || buildings.addresses[row] || id,
      },
      timeS: arrivalS[best.cell]!,
      distanceM: best.distanceM,
      flameM: flameM[best.cell]!,
      people: Number.isNaN(people) ? 0 : people,
    });
  }
  houses.sort((a, b) => a.timeS - b.timeS);
  return {
    houses: houses.slice(0, MOST_LISTED),
    housesInAll: houses.length,
    peopleExposed: houses.reduce((sum, { people }) => sum + people, 0),
  };
}
