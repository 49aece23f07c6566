// What an evacuation comes to: who is out when, who has no room or no way, which streets carry them, who needs help.

import type { EvacuationResult } from '#features/fire/contract/evacuation.ts';
import { createRingTest } from '../town/rings.ts';
import type { Evacuated } from './evacuated.ts';
import { lanesEachWay, type Mode, modes } from './roads.ts';

/** A car with its gap in a queue (m). */
const CAR_M = 7.5;
const POINTS = 160;
/** Streets that fewer people use aren't told. */
const LEAST_PEOPLE = 0.5;

export const evacuationModel = {
  en: 'Own groups on the street graph, quickest free way to the nearest shelter with room, queues at street ends (Vickrey), readiness after Rayleigh; planning capacities; nobody drives into a hazard. Screening, not for life-safety decisions.',
  zh: '街道路网上的人群分组模型：按畅行最短时间前往最近有余量的避难所，路口点排队（Vickrey），准备时间服从瑞利分布；通行能力为规划值；不驶入危险区。仅供初步研判，不得作为生命安全决策依据。',
} as const;

export function toResult(evacuated: Evacuated): EvacuationResult {
  const { request, zone, rows, groups, shelters, chosen } = evacuated;
  const outS = new Float64Array(groups.length).fill(Infinity);
  const thereS = new Float64Array(groups.length).fill(Infinity);
  for (const mode of modes)
    evacuated.members[mode].forEach((group, at) => {
      outS[group] = evacuated.queues[mode].outS[at]!;
      thereS[group] = evacuated.queues[mode].arrivesS[at]!;
    });
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const sumOf = (isIn: (place: number) => boolean) =>
    groups.reduce((sum, group, at) => (isIn(chosen.place[at]!) ? sum + group.people : sum), 0);
  const order = [...groups.keys()].sort((a, b) => outS[a]! - outS[b]!);
  /** When a share of all people is out. */
  const outAt = (share: number) => {
    let out = 0;
    for (const at of order) {
      out += groups[at]!.people;
      if (out >= share * people - 1e-6) return outS[at]!;
    }
    return 0;
  };
  const clearanceS = outS.reduce((most, one) => (one < Infinity ? Math.max(most, one) : most), 0);
  const lastArrivalS = new Float64Array(shelters.length);
  groups.forEach((_, at) => {
    const place = chosen.place[at]!;
    if (place >= 0 && place < shelters.length)
      lastArrivalS[place] = Math.max(lastArrivalS[place]!, thereS[at]!);
  });
  return {
    request: request.id,
    ...{ zone, people, buildings: rows.length, groups: groups.length },
    shelters: shelters.map(({ id, name, at, capacity }, place) => ({
      ...{ id, name, at, capacity },
      assigned: chosen.assigned[place]!,
      lastArrivalS: lastArrivalS[place]!,
    })),
    withoutRoom: sumOf((place) => place === shelters.length),
    withoutWay: sumOf((place) => place < 0),
    ...{ clearanceS, halfS: outAt(0.5), most90S: outAt(0.9) },
    curve: curveOf(order, outS, evacuated, people, clearanceS),
    routes: routesOf(evacuated),
    needHelp: needHelpOf(evacuated),
    model: evacuationModel,
    elapsedMs: 0,
  };
}

/** People inside at even steps; at each step those who are out by then are out. */
function curveOf(
  order: readonly number[],
  outS: Float64Array,
  { groups }: Evacuated,
  people: number,
  clearanceS: number,
): EvacuationResult['curve'] {
  const timeS = Float32Array.from(
    { length: POINTS + 1 },
    (_, point) => (clearanceS * point) / POINTS,
  );
  // The last one is out at the last step, also after rounding to 32 bits.
  timeS[POINTS] = Math.ceil(clearanceS);
  let inside = people;
  let next = 0;
  const curve = Float32Array.from(timeS, (nowS) => {
    for (let at = order[next]; at !== undefined && outS[at]! <= nowS; at = order[next]) {
      inside -= groups[at]!.people;
      next++;
    }
    return inside < 1e-6 * people ? 0 : inside;
  });
  return { timeS, inside: curve };
}

/** Lines as they are used: towards where most go. */
function routesOf(evacuated: Evacuated): EvacuationResult['routes'] {
  const { graph, town, open, queues, request } = evacuated;
  const { lines } = town.streets;
  const aCar = Math.max(1, request.peoplePerCar);
  /** Along its line, or (1) against it, though contraflow and hazards turned the road round. */
  const units = (mode: Mode, edge: number, way: 0 | 1) => {
    const isTurned = open[mode].roads.from[edge] !== graph.from[edge];
    return queues[mode].units[2 * edge + (isTurned ? 1 - way : way)]!;
  };
  const found = Array.from(graph.street, (street, edge) => {
    const along = aCar * units('car', edge, 0) + units('foot', edge, 0);
    const against = aCar * units('car', edge, 1) + units('foot', edge, 1);
    const waiting = Math.max(queues.car.queue[2 * edge]!, queues.car.queue[2 * edge + 1]!);
    const line: [number, number][] = [];
    for (let point = lines.offsets[street]!; point < lines.offsets[street + 1]!; point++)
      line.push([lines.longitudeDeg[point]!, lines.latitudeDeg[point]!]);
    const lanes = lanesEachWay(town.streets, street);
    const isContraflow = request.contraflow.includes(lines.ids[street]!);
    return {
      street: lines.ids[street]!,
      name: lines.names[street]!,
      line: against > along ? line.reverse() : line,
      people: along + against,
      queueM: (waiting * CAR_M) / (isContraflow ? 2 * lanes : lanes),
      isTwoWay: town.streets.isOneWay[street] === 0 && lanes >= 1,
    };
  });
  return found
    .filter(({ people }) => people >= LEAST_PEOPLE)
    .sort((a, b) => b.people - a.people || (a.street < b.street ? -1 : 1));
}

function needHelpOf({ town, zone, request }: Evacuated): EvacuationResult['needHelp'] {
  const test = createRingTest(zone);
  return town.help
    .map((site) => ({ ...site, people: site.people[request.occupancy] }))
    .filter(({ at, people }) => people > 0 && test.isInside(at[0], at[1]))
    .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}
