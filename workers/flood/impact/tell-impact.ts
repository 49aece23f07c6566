// What a look found, as the page is told it.

import type { FloodHit, FloodImpact, RoadClosure } from '#features/flood/contract/impact.ts';
import type { ClosureWindow } from '#simulation/flood/impact/closures.ts';
import { countImpact, roadStatesOf } from '#simulation/flood/impact/count-impact.ts';
import type { DamageTable } from '#simulation/flood/impact/damage.ts';
import { depthClass } from '#simulation/flood/impact/depth-class.ts';
import { floodedSpeedKmh } from '#simulation/flood/impact/road-speed.ts';
import {
  AFFECTED,
  CUT_OFF,
  countThings,
  EVER_AFFECTED,
  firstRoad,
  firstSite,
  firstUnderground,
  type ThingStates,
} from '#simulation/flood/impact/watched-things.ts';
import type { PlacedExposure } from './place-exposure.ts';

export type DamageOf = (building: number, mostMm: number) => number;

/** The city's feature whose things buildings are. */
const CITY = 'city';
const FLOOD = 'flood';
/** Sites that are no help to anybody in a flood, however dear. */
const NOT_CRITICAL = new Set(['heritage', 'coldStore']);

/** Bits of `FloodImpact.buildings` beside the depth class. */
const FLOODED_BIT = 16;
const CUT_OFF_BIT = 32;

export function tellImpact(
  placed: PlacedExposure,
  run: string,
  timeS: number,
  states: ThingStates,
  table: DamageTable,
  damageOf: DamageOf,
): FloodImpact {
  const { exposure, city, people } = placed;
  const { things } = city;
  const { damage, ...counts } = countImpact(
    things,
    people,
    exposure.streets.lengthM,
    states,
    damageOf,
  );
  const first = firstSite(things);
  const end = firstRoad(things);
  const critical: FloodHit[] = [];
  const cutOff: FloodHit[] = [];
  for (let thing = first; thing < end; thing++) {
    const flags = states.flags[thing]!;
    if ((flags & (AFFECTED | CUT_OFF)) === 0) continue;
    const hit = tellThing(placed, thing, states, damageOf);
    if (NOT_CRITICAL.has(hit.use)) continue;
    if ((flags & AFFECTED) !== 0) critical.push(hit);
    else cutOff.push(hit);
  }
  return {
    run,
    timeS,
    ...counts,
    ...basementsOf(placed, states),
    damage,
    damageLow: damage / table.uncertainty,
    damageHigh: damage * table.uncertainty,
    currency: table.currency,
    critical: critical.sort(byTime),
    cutOff,
    lacks: placed.lacks,
    buildings: buildingBytes(placed, states),
    roads: roadStatesOf(things, exposure.streets.limitKmh, states),
  };
}

/** Everything that water reached so far, by the time at which it did. */
export function tellHits(
  placed: PlacedExposure,
  states: ThingStates,
  damageOf: DamageOf,
): FloodHit[] {
  const hits: FloodHit[] = [];
  const count = countThings(placed.city.things);
  for (let thing = 0; thing < count; thing++) {
    if ((states.flags[thing]! & EVER_AFFECTED) === 0) continue;
    hits.push(tellThing(placed, thing, states, damageOf));
  }
  return hits.sort(byTime);
}

const byTime = (a: FloodHit, b: FloodHit) => a.firstWetS - b.firstWetS;

/** Name and whereabouts of a watched thing. */
export function nameThing(
  { exposure, city }: PlacedExposure,
  thing: number,
): Pick<
  FloodHit,
  'kind' | 'feature' | 'id' | 'index' | 'name' | 'use' | 'longitudeDeg' | 'latitudeDeg'
> {
  const { buildings, sites, entrances, streets } = exposure;
  const { things } = city;
  const road = thing - firstRoad(things);
  if (road >= 0) {
    const { lines } = streets;
    const middle = (lines.offsets[road]! + lines.offsets[road + 1]!) >> 1;
    return {
      ...{ kind: 'road', feature: FLOOD, index: -1 },
      id: lines.ids[road]!,
      name: lines.names[road]! || lines.ids[road]!,
      use: streets.classes[road]!,
      longitudeDeg: lines.longitudeDeg[middle]!,
      latitudeDeg: lines.latitudeDeg[middle]!,
    };
  }
  const entrance = entrances[thing - firstUnderground(things)];
  if (entrance) {
    const { id, name, kind, longitudeDeg, latitudeDeg } = entrance;
    const place = { longitudeDeg, latitudeDeg };
    return { kind: 'underground', feature: FLOOD, index: -1, id, name, use: kind, ...place };
  }
  const site = sites[thing - firstSite(things)];
  if (site) {
    const { id, name, kind, building, longitudeDeg, latitudeDeg } = site;
    const place = { longitudeDeg, latitudeDeg };
    const isKnown = building >= 0;
    const own = isKnown
      ? { feature: CITY, id: buildings.ids[building]!, index: buildings.index[building]! }
      : { feature: FLOOD, id, index: -1 };
    return { kind: 'site', ...own, name, use: kind, ...place };
  }
  const id = buildings.ids[thing]!;
  return {
    ...{ kind: 'building', feature: CITY, id },
    index: buildings.index[thing]!,
    name: buildings.names[thing]! || id,
    use: buildings.uses[buildings.use[thing]!]!,
    longitudeDeg: buildings.longitudeDeg[thing]!,
    latitudeDeg: buildings.latitudeDeg[thing]!,
  };
}

function tellThing(
  placed: PlacedExposure,
  thing: number,
  states: ThingStates,
  damageOf: DamageOf,
): FloodHit {
  const { people, city, exposure } = placed;
  const site = exposure.sites[thing - firstSite(city.things)];
  const building = thing < city.things.buildings ? thing : (site?.building ?? -1);
  const mostMm = states.mostMm[thing]!;
  const basementStoreys = exposure.buildings.basementStoreys?.[building];
  const isHit = (states.flags[thing]! & EVER_AFFECTED) !== 0;
  return {
    ...nameThing(placed, thing),
    firstWetS: states.firstS[thing]!,
    isNow: (states.flags[thing]! & (AFFECTED | CUT_OFF)) !== 0,
    depthM: states.depthMm[thing]! / 1000,
    maxDepthM: mostMm / 1000,
    maxHazard: states.hazardCenti[thing]! / 100,
    peopleDay: people.peopleDay[building] ?? 0,
    peopleNight: people.peopleNight[building] ?? 0,
    damage: isHit && building >= 0 ? damageOf(building, mostMm) : 0,
    ...(basementStoreys !== undefined && !Number.isNaN(basementStoreys) && { basementStoreys }),
  };
}

export function tellClosures(
  placed: PlacedExposure,
  states: ThingStates,
  closures: ReadonlyMap<number, readonly ClosureWindow[]>,
): RoadClosure[] {
  const { exposure, city } = placed;
  const first = firstRoad(city.things);
  return [...closures]
    .flatMap(([road, windows]): RoadClosure[] => {
      const car = windows.find(({ to }) => to === 'car');
      const engine = windows.find(({ to }) => to === 'engine');
      const closedCarS = car?.closedS ?? engine?.closedS;
      if (closedCarS === undefined) return [];
      const { name, id, longitudeDeg, latitudeDeg } = nameThing(placed, first + road);
      const limitKmh = exposure.streets.limitKmh[road]!;
      return [
        {
          ...{ id, name, closedCarS, windows, at: [longitudeDeg, latitudeDeg] as const },
          ...(car?.openS !== undefined && { openCarS: car.openS }),
          ...(engine && { closedEngineS: engine.closedS }),
          ...(engine?.openS !== undefined && { openEngineS: engine.openS }),
          maxDepthM: states.mostMm[first + road]! / 1000,
          speedKmh: floodedSpeedKmh(states.depthMm[first + road]! / 1000, limitKmh),
          lengthM: exposure.streets.lengthM[road]!,
        },
      ];
    })
    .sort((a, b) => a.closedCarS - b.closedCarS);
}

/** Water at the foot of a wall is in the light wells before it is over the sill. */
const AT_WALL_MM = 50;

function basementsOf({ exposure, city }: PlacedExposure, states: ThingStates) {
  const { basementStoreys } = exposure.buildings;
  if (!basementStoreys) return {};
  let basements = 0;
  for (let building = 0; building < city.things.buildings; building++) {
    if (basementStoreys[building]! > 0 && states.depthMm[building]! >= AT_WALL_MM) basements++;
  }
  return { basements };
}

function buildingBytes({ exposure, city }: PlacedExposure, states: ThingStates) {
  const { index, cityCount } = exposure.buildings;
  const bytes = new Uint8Array(cityCount);
  for (let building = 0; building < city.things.buildings; building++) {
    const flags = states.flags[building]!;
    const depthMm = states.depthMm[building]!;
    if (depthMm === 0 && flags === 0) continue;
    bytes[index[building]!] =
      (depthClass(depthMm) + 1) |
      ((flags & AFFECTED) === 0 ? 0 : FLOODED_BIT) |
      ((flags & CUT_OFF) === 0 ? 0 : CUT_OFF_BIT);
  }
  return bytes;
}
