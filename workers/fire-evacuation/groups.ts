// People of the zone as groups that set out together, by car or on foot, and the shelters that take them.

import type { EvacuationRequest } from '#features/fire/contract/evacuation.ts';
import type { Ways } from '#simulation/fire/response/ways-to.ts';
import { endsFromDoor, type Mode, type OpenRoads, type StreetGraph, type Where } from './roads.ts';
import type { EvacuationTown } from './town.ts';

/** People of one group at most: few enough that streets mix them, enough for a whole city in a second. */
const MOST_CARS = 4;
const MOST_WALKERS = 20;
const WALK_MS = 1.2;
const DRIVE_MS = 4;
/** Successive multiples of it spread evenly over 0 … 1. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface Group {
  readonly row: number;
  readonly mode: Mode;
  readonly people: number;
  /** Cars, or people on foot. */
  readonly units: number;
  /** Where it comes onto the roads, and when (s); −1: nowhere. */
  readonly node: number;
  readonly leavesS: number;
}

/** Roads of a mode, and from each of their nodes to the nearest place where somebody may go (s). */
interface Outwards {
  readonly open: OpenRoads;
  readonly nearestS: Float64Array;
}

/** One building after another, cars before walkers. */
export function groupsOf(
  town: EvacuationTown,
  graph: StreetGraph,
  rows: Uint32Array,
  people: Float32Array,
  request: EvacuationRequest,
  where: Where,
  modes: Readonly<Record<Mode, Outwards>>,
): readonly Group[] {
  const groups: Group[] = [];
  const add = (row: number, mode: Mode, inAll: number, unitsInAll: number, most: number) => {
    if (!(inAll > 0)) return;
    const count = Math.max(1, Math.ceil(unitsInAll / most - 1e-9));
    const way = wayOut(town, graph, row, mode, where, modes[mode]);
    for (let part = 0; part < count; part++) {
      const readyS = request.readyS * readiness((groups.length * GOLDEN + 0.5) % 1);
      const leavesS = readyS + way.accessS;
      groups.push({
        ...{ row, mode, node: way.node, leavesS },
        ...{ people: inAll / count, units: unitsInAll / count },
      });
    }
  };
  const share = Math.min(1, Math.max(0, request.carShare));
  const aCar = Math.max(1, request.peoplePerCar);
  for (const row of rows) {
    const inside = people[row]! || 0;
    add(row, 'car', inside * share, (inside * share) / aCar, MOST_CARS);
    add(row, 'foot', inside * (1 - share), inside * (1 - share), MOST_WALKERS);
  }
  return groups;
}

/** When a share of the people is ready, in means: Rayleigh's curve, as measured of households (Tweedie et al. 1986). */
export const readiness = (share: number): number =>
  Math.sqrt(-2 * Math.log(1 - share)) / Math.sqrt(Math.PI / 2);

/** The end of the street before the door from where it goes out sooner. */
function wayOut(
  { streets }: EvacuationTown,
  graph: StreetGraph,
  row: number,
  mode: Mode,
  where: Where,
  { open: { roads, blocked }, nearestS }: Outwards,
): { readonly node: number; readonly accessS: number } {
  const street = streets.doorStreet[row] ?? -1;
  const edge = graph.edgeOf[street] ?? -1;
  const none = { node: -1, accessS: 0 };
  if (edge < 0) return none;
  const doorM = Math.min(streets.doorM[row]!, streets.lengthM[street]!);
  // A closed street is left on foot, whichever way.
  const isDriven = mode === 'car' && blocked[edge] === 0;
  const speedMs = isDriven ? Math.max(DRIVE_MS, streets.limitKmh[street]! / 3.6 / 2) : WALK_MS;
  const isBound = roads.isOneWay[edge] === 1 && blocked[edge] === 0;
  const isFree =
    where.hazardEdge[edge] === 1
      ? endsFromDoor(streets, street, doorM, where)
      : { from: true, to: true };
  const ends = [
    { isFree: isFree.from, node: graph.from[edge]!, accessS: doorM / speedMs },
    {
      isFree: isFree.to,
      node: graph.to[edge]!,
      accessS: (streets.lengthM[street]! - doorM) / speedMs,
    },
  ].filter(({ node, isFree: isOpen }) => isOpen && (!isBound || node === roads.to[edge]!));
  const outS = ({ node, accessS }: { readonly node: number; readonly accessS: number }) =>
    accessS + nearestS[node]!;
  const [best = none] = ends.sort((a, b) => outS(a) - outS(b));
  return Number.isFinite(nearestS[best.node] ?? Infinity) ? best : none;
}

export interface Chosen {
  /** Of each group: the shelter, `beyond` where none has room, −1 where no way leads out. */
  readonly place: Int32Array;
  /** People in each shelter. */
  readonly assigned: Float64Array;
}

/** Who is nearest to a shelter chooses first; a group goes to the nearest that has room for all of it. */
export function chooseShelters(
  groups: readonly Group[],
  ways: Readonly<Record<Mode, readonly Ways[]>>,
  rooms: readonly number[],
): Chosen {
  const beyond = rooms.length;
  const toS = (group: Group, place: number) => ways[group.mode][place]!.timeS[group.node]!;
  const nearest = groups.map((group) => {
    if (group.node < 0) return Infinity;
    let leastS = Infinity;
    for (let place = 0; place <= beyond; place++) leastS = Math.min(leastS, toS(group, place));
    return leastS;
  });
  const order = [...groups.keys()].sort((a, b) => nearest[a]! - nearest[b]! || a - b);
  const place = new Int32Array(groups.length).fill(-1);
  const assigned = new Float64Array(beyond);
  for (const at of order) {
    const group = groups[at]!;
    if (nearest[at] === Infinity) continue;
    let best = -1;
    let bestS = Infinity;
    for (let shelter = 0; shelter < beyond; shelter++) {
      if (assigned[shelter]! + group.people > rooms[shelter]! + 1e-9) continue;
      if (toS(group, shelter) >= bestS) continue;
      best = shelter;
      bestS = toS(group, shelter);
    }
    if (best >= 0) assigned[best]! += group.people;
    else if (toS(group, beyond) < Infinity) best = beyond;
    place[at] = best;
  }
  return { place, assigned };
}
