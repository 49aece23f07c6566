// Where one more station or a stand-by engine would help most: a coarse look over the whole town, then a close one
// around the best. A generator, so that others get their turn.

import type { PlaceDeg } from '#features/fire/contract.ts';
import { START_STOP_S } from '#simulation/fire/response/engine-speed.ts';
import { type Candidate, isBetter, measurePlace } from '#simulation/fire/response/next-station.ts';
import { gb51080, nfpa1710 } from '#simulation/fire/response/standards.ts';
import type { Cover } from './cover.ts';
import type { PlaceRow, PlaceWish } from './protocol.ts';
import type { RoadTown } from './road-town.ts';

/** One crossing is tried of each square of this side at first. */
const COARSE_M = 400;
/** The best of those are looked around in, and what is offered lies this far apart. */
const CLOSE_LOOKS = 3;
const APART_M = 500;
const METRES_PER_DEGREE = 111_195;

/** Yields how far it is (0 … 1). */
export function* rankTown(
  town: RoadTown,
  { arrivals, closed }: Cover,
  { standard, by, most }: PlaceWish,
): Generator<number, readonly PlaceRow[]> {
  const { roads, graph, doors } = town;
  const readyS = nfpa1710.turnoutS + START_STOP_S;
  const limitS =
    standard === 'GB 51080' ? gb51080.afterDispatchS : nfpa1710.turnoutS + nfpa1710.firstTravelS;
  const weight = weightsOf(town, by);
  const buildings = { doors, weight, firstS: arrivals.firstS };
  const places = nodePlaces(town);
  const measure = (node: number) =>
    measurePlace(roads, graph, buildings, node, limitS, readyS, closed);
  const coarse = oneOfEach(places, COARSE_M);
  const seen = new Map<number, Candidate>();
  const steps = coarse.length + CLOSE_LOOKS * 8;
  for (const node of coarse) {
    seen.set(node, measure(node));
    yield Math.min(0.99, seen.size / steps);
  }
  const best = [...seen.values()].sort(isBetter).slice(0, CLOSE_LOOKS);
  for (const { node } of best)
    for (const other of around(places, node, COARSE_M / 2)) {
      if (!seen.has(other)) seen.set(other, measure(other));
      yield Math.min(0.99, seen.size / steps);
    }
  const all = weight.reduce((sum, one) => sum + one, 0) || 1;
  const before = arrivals.firstS.reduce(
    (sum, timeS, at) => sum + (timeS <= limitS ? weight[at]! : 0),
    0,
  );
  return apart([...seen.values()].sort(isBetter), places, most)
    .filter(({ gained, savedWeightS }) => gained > 0 || savedWeightS > 0)
    .map(({ node, gained }) => ({
      at: places.at(node),
      name: crossingName(town, node),
      gained,
      before: before / all,
      after: (before + gained) / all,
    }));
}

function weightsOf({ buildings }: RoadTown, by: PlaceWish['by']): Float32Array {
  if (by === 'buildings') return new Float32Array(buildings.count).fill(1);
  const { peopleDay, peopleNight } = buildings;
  return Float32Array.from(peopleDay, (day, at) => Math.max(day || 0, peopleNight[at]! || 0));
}

interface Places {
  readonly count: number;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  at(node: number): PlaceDeg;
}

/** Crossings lie where the lines of their streets end. */
function nodePlaces({ roads, streetOf, streets }: RoadTown): Places {
  const { offsets, longitudeDeg, latitudeDeg } = streets.lines;
  const longitude = new Float64Array(roads.nodeCount);
  const latitude = new Float64Array(roads.nodeCount);
  streetOf.forEach((street, edge) => {
    const first = offsets[street]!;
    const last = offsets[street + 1]! - 1;
    longitude[roads.from[edge]!] = longitudeDeg[first]!;
    latitude[roads.from[edge]!] = latitudeDeg[first]!;
    longitude[roads.to[edge]!] = longitudeDeg[last]!;
    latitude[roads.to[edge]!] = latitudeDeg[last]!;
  });
  const east = Math.cos(((latitude[0] ?? 0) * Math.PI) / 180) * METRES_PER_DEGREE;
  return {
    count: roads.nodeCount,
    xM: longitude.map((degrees) => degrees * east),
    yM: latitude.map((degrees) => degrees * METRES_PER_DEGREE),
    at: (node) => [longitude[node]!, latitude[node]!],
  };
}

function oneOfEach({ count, xM, yM }: Places, sideM: number): readonly number[] {
  const squares = new Map<string, number>();
  for (let node = 0; node < count; node++) {
    const key = `${Math.floor(xM[node]! / sideM)} ${Math.floor(yM[node]! / sideM)}`;
    if (!squares.has(key)) squares.set(key, node);
  }
  return [...squares.values()];
}

function around({ count, xM, yM }: Places, centre: number, radiusM: number): readonly number[] {
  const found: number[] = [];
  for (let node = 0; node < count; node++) {
    const far = Math.hypot(xM[node]! - xM[centre]!, yM[node]! - yM[centre]!);
    if (far <= radiusM) found.push(node);
  }
  return found;
}

function apart(ranked: readonly Candidate[], { xM, yM }: Places, most: number): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of ranked) {
    if (kept.length >= most) break;
    const isNear = kept.some(
      ({ node }) => Math.hypot(xM[node]! - xM[one.node]!, yM[node]! - yM[one.node]!) < APART_M,
    );
    if (!isNear) kept.push(one);
  }
  return kept;
}

function crossingName({ graph, streetOf, streets }: RoadTown, node: number): string {
  const names = new Set<string>();
  for (let arc = graph.start[node]!; arc < graph.start[node + 1]!; arc++) {
    const name = streets.lines.names[streetOf[graph.edge[arc]!]!];
    if (name) names.add(name);
  }
  return [...names].slice(0, 2).join(' / ');
}
