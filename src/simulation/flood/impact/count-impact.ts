// Numbers of one look: buildings by depth class and use, people by day and by night, damage, streets.

import type { DamageableBuildings } from './damage.ts';
import { depthClass, depthClassesM } from './depth-class.ts';
import { floodedSpeedKmh } from './road-speed.ts';
import {
  AFFECTED,
  CLOSED_TO_ENGINES,
  CUT_OFF,
  EVER_AFFECTED,
  firstRoad,
  type ThingStates,
  type WatchedThings,
} from './watched-things.ts';

export interface WatchedPeople extends DamageableBuildings {
  readonly peopleDay: Float32Array;
  readonly peopleNight: Float32Array;
}

export interface ClassCount {
  readonly buildings: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  readonly damage: number;
}

export interface ImpactCount {
  /** Buildings with water at them now, and at their deepest so far; from the shallowest class up. */
  readonly classes: readonly ClassCount[];
  readonly worst: readonly ClassCount[];
  /** Above their sill now, with the people in them. */
  readonly flooded: number;
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** Buildings that have been above their sill so far. */
  readonly byUse: readonly {
    readonly use: string;
    readonly buildings: number;
    readonly damage: number;
  }[];
  readonly damage: number;
  readonly isolated: {
    readonly buildings: number;
    readonly peopleDay: number;
    readonly peopleNight: number;
  };
  readonly roadsClosed: number;
  readonly roadsClosedM: number;
  readonly roadsClosedEngine: number;
  /** Things that have been above their sill, or closed, so far. */
  readonly hits: number;
}

type Sum = { -readonly [Key in keyof ClassCount]: ClassCount[Key] };
const emptySum = (): Sum => ({ buildings: 0, peopleDay: 0, peopleNight: 0, damage: 0 });
const emptyClasses = () => Array.from({ length: depthClassesM.length + 1 }, emptySum);

export function countImpact(
  things: WatchedThings,
  people: WatchedPeople,
  roadLengthM: Float32Array,
  states: ThingStates,
  damageOf: (building: number, mostMm: number) => number,
): ImpactCount {
  const classes = emptyClasses();
  const worst = emptyClasses();
  const flooded = emptySum();
  const isolated = emptySum();
  const uses = people.uses.map((use) => ({ use, buildings: 0, damage: 0 }));
  let damageSum = 0;
  for (let building = 0; building < things.buildings; building++) {
    const flags = states.flags[building]!;
    const mostMm = states.mostMm[building]!;
    if (mostMm === 0 && flags === 0) continue;
    const isHit = (flags & EVER_AFFECTED) !== 0;
    const damage = isHit ? damageOf(building, mostMm) : 0;
    const day = people.peopleDay[building]!;
    const night = people.peopleNight[building]!;
    add(classes[depthClass(states.depthMm[building]!)], day, night, damage);
    add(worst[depthClass(mostMm)], day, night, damage);
    if ((flags & AFFECTED) !== 0) add(flooded, day, night, damage);
    if ((flags & CUT_OFF) !== 0) add(isolated, day, night, 0);
    if (!isHit) continue;
    damageSum += damage;
    const use = uses[people.use[building]!];
    if (use) {
      use.buildings++;
      use.damage += damage;
    }
  }
  return {
    classes,
    worst,
    flooded: flooded.buildings,
    peopleDay: flooded.peopleDay,
    peopleNight: flooded.peopleNight,
    byUse: uses.filter(({ buildings }) => buildings > 0).sort((a, b) => b.buildings - a.buildings),
    damage: damageSum,
    isolated: {
      buildings: isolated.buildings,
      peopleDay: isolated.peopleDay,
      peopleNight: isolated.peopleNight,
    },
    ...countRoads(things, roadLengthM, states),
    hits: states.flags.reduce((sum, flags) => sum + ((flags & EVER_AFFECTED) === 0 ? 0 : 1), 0),
  };
}

function countRoads(things: WatchedThings, lengthM: Float32Array, states: ThingStates) {
  const count = { roadsClosed: 0, roadsClosedM: 0, roadsClosedEngine: 0 };
  const first = firstRoad(things);
  for (let road = 0; road < things.roads; road++) {
    const flags = states.flags[first + road]!;
    if ((flags & AFFECTED) !== 0) {
      count.roadsClosed++;
      count.roadsClosedM += lengthM[road]!;
    }
    if ((flags & CLOSED_TO_ENGINES) !== 0) count.roadsClosedEngine++;
  }
  return count;
}

function add(sum: Sum | undefined, day: number, night: number, damage: number): void {
  if (!sum) return;
  sum.buildings++;
  sum.peopleDay += day;
  sum.peopleNight += night;
  sum.damage += damage;
}

/** A byte a street: 0 open, 1 slow (less than half of its limit is left), 2 closed to cars, 3 to fire engines too. */
export function roadStatesOf(
  things: WatchedThings,
  limitKmh: Float32Array,
  states: ThingStates,
): Uint8Array<ArrayBuffer> {
  const first = firstRoad(things);
  const bytes = new Uint8Array(things.roads);
  for (let road = 0; road < things.roads; road++) {
    const flags = states.flags[first + road]!;
    const depthMm = states.depthMm[first + road]!;
    if ((flags & CLOSED_TO_ENGINES) !== 0) bytes[road] = 3;
    else if ((flags & AFFECTED) !== 0) bytes[road] = 2;
    else if (depthMm > 0) {
      const limit = limitKmh[road]!;
      bytes[road] = floodedSpeedKmh(depthMm / 1000, limit) < limit / 2 ? 1 : 0;
    }
  }
  return bytes;
}
