// Streets of a package as a graph, with the doors that lie on them. Degrees, m, km/h.

import { findNearest } from './nearest-street.ts';
import { listOf, numberOf, type ReadFeature, textOf } from './read-features.ts';

/** Speed limit (km/h) of a street that names none: inside a town. */
const USUAL_LIMIT_KMH = 50;

export interface StreetLines {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Points of street i: from `offsets[i]` up to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
}

/** One entry a street in every array, but for the doors: one entry a building. */
export interface TownStreets {
  readonly count: number;
  readonly lines: StreetLines;
  readonly classes: readonly string[];
  readonly lengthM: Float32Array;
  readonly limitKmh: Float32Array;
  /** Lanes of both ways together; NaN: unknown. */
  readonly lanes: Float32Array;
  /** 1: only along its line may be driven. */
  readonly isOneWay: Uint8Array;
  /** Who may drive there, as the city says it; '' where it doesn't. */
  readonly access: readonly string[];
  /** Nodes that each joins; −1: unknown. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly nodes: number;
  /** From and to where along the line (m) each is a bridge; NaN: nowhere. */
  readonly bridgeFromM: Float32Array;
  readonly bridgeToM: Float32Array;
  /** Street of each building's door, and how far along it (m); −1: unknown. */
  readonly doorStreet: Int32Array;
  readonly doorM: Float32Array;
}

/** Buildings whose doors are looked for. */
export interface Doors {
  readonly count: number;
  readonly byId: ReadonlyMap<string, number>;
  readonly longitudeDeg: Float64Array;
  readonly latitudeDeg: Float64Array;
}

export function readStreets(
  features: readonly ReadFeature[] | undefined,
  buildings: Doors,
): TownStreets {
  const own = (features ?? []).filter(({ type }) => type === 'LineString');
  const nodes = new Map<string, number>();
  const nodeOf = (value: unknown) => {
    const id = typeof value === 'number' ? String(value) : textOf(value);
    if (id === '') return -1;
    const known = nodes.get(id) ?? nodes.size;
    nodes.set(id, known);
    return known;
  };
  const from = Int32Array.from(own, ({ properties }) => nodeOf(properties.fromNode));
  const to = Int32Array.from(own, ({ properties }) => nodeOf(properties.toNode));
  const lines = linesOf(own);
  const bridges = own.map(({ properties }) => listOf(properties.bridge_m).map(numberOf));
  return {
    count: own.length,
    lines,
    classes: own.map(({ properties }) => textOf(properties.class)),
    lengthM: Float32Array.from(own, ({ properties, points }) => {
      const said = numberOf(properties.length_m);
      return said > 0 ? said : lengthOf(points);
    }),
    limitKmh: Float32Array.from(own, ({ properties }) => {
      const said = numberOf(properties.speedLimit_kmh);
      return said > 0 ? said : USUAL_LIMIT_KMH;
    }),
    lanes: Float32Array.from(own, ({ properties }) => numberOf(properties.lanes)),
    isOneWay: Uint8Array.from(own, ({ properties }) => Number(properties.oneWay === true)),
    access: own.map(({ properties }) => textOf(properties.access)),
    from,
    to,
    nodes: nodes.size,
    bridgeFromM: Float32Array.from(bridges, ([start]) => start ?? Number.NaN),
    bridgeToM: Float32Array.from(bridges, ([, end]) => end ?? Number.NaN),
    ...findDoors(own, lines, buildings),
  };
}

/** As the streets say; buildings that none of them names open to the nearest one. */
function findDoors(
  own: readonly ReadFeature[],
  lines: StreetLines,
  buildings: Doors,
): Pick<TownStreets, 'doorStreet' | 'doorM'> {
  const doorStreet = new Int32Array(buildings.count).fill(-1);
  const doorM = new Float32Array(buildings.count);
  for (const [street, { properties }] of own.entries()) {
    const stations = listOf(properties.buildingStations_m);
    for (const [position, id] of listOf(properties.buildings).entries()) {
      const building = buildings.byId.get(textOf(id));
      if (building === undefined) continue;
      doorStreet[building] = street;
      doorM[building] = numberOf(stations[position]) || 0;
    }
  }
  const missing = [...doorStreet.keys()].filter((building) => doorStreet[building]! < 0);
  const nearest = findNearest(lines, missing, buildings);
  for (const [position, building] of missing.entries()) {
    doorStreet[building] = nearest.street[position]!;
    doorM[building] = nearest.alongM[position]!;
  }
  return { doorStreet, doorM };
}

function linesOf(own: readonly ReadFeature[]): StreetLines {
  const offsets = new Uint32Array(own.length + 1);
  for (const [street, { points }] of own.entries()) {
    offsets[street + 1] = offsets[street]! + points.length / 2;
  }
  const flat = own.flatMap(({ points }) => points);
  return {
    ids: own.map(({ id }) => id),
    names: own.map(({ properties }) => textOf(properties.name)),
    offsets,
    longitudeDeg: Float64Array.from({ length: flat.length / 2 }, (_, point) => flat[point * 2]!),
    latitudeDeg: Float64Array.from({ length: flat.length / 2 }, (_, point) => flat[point * 2 + 1]!),
  };
}

function lengthOf(points: readonly number[]): number {
  let length = 0;
  for (let at = 0; at + 3 < points.length; at += 2) {
    const east = (points[at + 2]! - points[at]!) * Math.cos((points[at + 1]! * Math.PI) / 180);
    length += Math.hypot(east, points[at + 3]! - points[at + 1]!) * 111_195;
  }
  return length;
}
