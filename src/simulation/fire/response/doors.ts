// Stations and buildings between the nodes of a road: first, second and full-alarm arrival at doors on edges. s after
// dispatch. A closed road can't be driven; from its ends a door is reached on foot where the cause lets people walk.

import { type Arrivals, NONE, type Stations } from './arrivals.ts';
import { type BuildingArrivals, tallyEngines } from './at-buildings.ts';
import type { Roads } from './road-graph.ts';

/** Where things lie on roads; one entry a thing. */
export interface Doors {
  /** −1: no road leads there. */
  readonly edge: Int32Array;
  /** 0 … 1 from the edge's first node to its second. */
  readonly share: Float32Array;
}

export interface StationsAtDoors extends Doors {
  readonly readyS: Float32Array;
  readonly engines: Uint8Array;
}

/** One entry an edge. */
export interface EdgeClosures {
  /** 1: can't be driven. */
  readonly closed: Uint8Array;
  /** s from end to end on foot; ∞ where nobody can walk. Counts where `closed`. */
  readonly walkS: Float32Array;
}

/** Stations as `findArrivals` takes them; one on a closed road, or on none, sends nothing. */
export function placeStations(
  roads: Roads,
  { edge, share, readyS, engines }: StationsAtDoors,
  closed?: Uint8Array,
): Stations {
  const node = new Uint32Array(edge.length);
  const otherNode = new Uint32Array(edge.length);
  const startS = new Float32Array(edge.length).fill(Infinity);
  const otherStartS = new Float32Array(edge.length).fill(Infinity);
  edge.forEach((road, at) => {
    if (road < 0 || closed?.[road] === 1) return;
    node[at] = roads.to[road]!;
    startS[at] = (1 - share[at]!) * roads.timeS[road]!;
    otherNode[at] = roads.from[road]!;
    if (roads.isOneWay[road] === 0) otherStartS[at] = share[at]! * roads.timeS[road]!;
  });
  return { node, readyS, engines, startS, otherNode, otherStartS };
}

/**
 * `arrivals`: of `placeStations`. `fullAlarmEngines`: of all buildings, or one entry each. Engines of one station come
 * together. Throws `RangeError` for a door on an edge that isn't there.
 */
export function arriveAtDoors(
  roads: Roads,
  arrivals: Arrivals,
  stations: StationsAtDoors,
  doors: Doors,
  fullAlarmEngines: number | Uint8Array,
  closures?: EdgeClosures,
): BuildingArrivals {
  const count = doors.edge.length;
  const late = () => new Float32Array(count).fill(Infinity);
  const found: BuildingArrivals = {
    ...{ firstS: late(), secondS: late(), fullAlarmS: late() },
    ...{ firstTravelS: late(), fullAlarmTravelS: late() },
    firstStation: new Uint16Array(count).fill(NONE),
  };
  const onRoad = stationsByEdge(stations);
  const merged = new Earliest(arrivals.depth);
  const tally = { found, stations };
  for (let at = 0; at < count; at++) {
    const edge = doors.edge[at]!;
    if (edge < 0) continue;
    if (edge >= roads.from.length)
      throw new RangeError(
        `Door ${at} is on edge ${edge}; up to ${roads.from.length - 1} is expected.`,
      );
    offerAll(merged, edge, doors.share[at]!, { roads, arrivals, stations, onRoad, closures });
    const most = typeof fullAlarmEngines === 'number' ? fullAlarmEngines : fullAlarmEngines[at]!;
    tallyEngines(tally, at, merged, 0, merged.count, 0, most);
  }
  return found;
}

interface Known {
  readonly roads: Roads;
  readonly arrivals: Arrivals;
  readonly stations: StationsAtDoors;
  readonly onRoad: ReadonlyMap<number, readonly number[]>;
  readonly closures: EdgeClosures | undefined;
}

/** Both ends of the road, and stations on the road itself. */
function offerAll(merged: Earliest, edge: number, share: number, known: Known): void {
  const { roads, arrivals, stations, onRoad, closures } = known;
  const isClosed = closures?.closed[edge] === 1;
  const roadS = isClosed ? (closures?.walkS[edge] ?? Infinity) : roads.timeS[edge]!;
  const isOneWay = !isClosed && roads.isOneWay[edge] === 1;
  merged.clear();
  if (roadS === Infinity) return;
  merged.offerLabels(arrivals, roads.from[edge]!, share * roadS);
  if (!isOneWay) merged.offerLabels(arrivals, roads.to[edge]!, (1 - share) * roadS);
  for (const station of onRoad.get(edge) ?? []) {
    const way = share - stations.share[station]!;
    if (!isOneWay || way >= 0)
      merged.offer(station, stations.readyS[station]! + Math.abs(way) * roadS);
  }
}

function stationsByEdge({ edge }: Doors): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  edge.forEach((road, station) => {
    if (road < 0) return;
    const known = found.get(road);
    if (known) known.push(station);
    else found.set(road, [station]);
  });
  return found;
}

/** The earliest stations of one door, each once. */
class Earliest {
  count = 0;
  readonly timeS: Float32Array;
  readonly station: Uint16Array;

  constructor(depth: number) {
    this.timeS = new Float32Array(depth);
    this.station = new Uint16Array(depth);
  }

  clear(): void {
    this.count = 0;
  }

  offerLabels({ depth, timeS, station }: Arrivals, node: number, moreS: number): void {
    const first = node * depth;
    for (let label = first; label < first + depth && station[label] !== NONE; label++)
      this.offer(station[label]!, timeS[label]! + moreS);
  }

  offer(from: number, atS: number): void {
    if (!(atS < Infinity)) return;
    const { timeS, station } = this;
    let place = this.count;
    for (let at = 0; at < this.count; at++) {
      if (station[at] !== from) continue;
      if (atS >= timeS[at]!) return;
      place = at;
    }
    if (place === this.count) {
      if (this.count < timeS.length) this.count++;
      else if (atS >= timeS[--place]!) return;
    }
    while (place > 0 && isBefore(atS, from, timeS[place - 1]!, station[place - 1]!)) {
      timeS[place] = timeS[place - 1]!;
      station[place] = station[place - 1]!;
      place--;
    }
    timeS[place] = atS;
    station[place] = from;
  }
}

/** Of equal times the first station counts. */
const isBefore = (atS: number, from: number, otherS: number, other: number) =>
  atS < otherS || (atS === otherS && from < other);
