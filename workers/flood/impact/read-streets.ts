// Streets of a package as a graph, with the doors that lie on them.

import type { ExposureLack } from '#features/flood/contract/impact.ts';
import { listOf, numberOf, type ReadFeature, textOf } from '../../town/read-features.ts';
import type { ExposedBuildings, ExposedStreets } from './exposure.ts';
import { findNearest } from './nearest-street.ts';

/** Speed limit (km/h) of a street that names none: inside a town. */
const USUAL_LIMIT_KMH = 50;

export function readStreets(
  features: readonly ReadFeature[] | undefined,
  buildings: ExposedBuildings,
): { readonly streets: ExposedStreets; readonly lacks: readonly ExposureLack[] } {
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
  const streets: Omit<ExposedStreets, 'doorStreet' | 'doorM'> = {
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
    from,
    to,
    nodes: nodes.size,
    bridgeFromM: Float32Array.from(bridges, ([start]) => start ?? Number.NaN),
    bridgeToM: Float32Array.from(bridges, ([, end]) => end ?? Number.NaN),
  };
  const lacks: ExposureLack[] = [];
  if (own.length === 0) lacks.push('streets');
  else if (nodes.size === 0) lacks.push('street-graph');
  return { streets: { ...streets, ...findDoors(own, lines, buildings) }, lacks };
}

/** As the streets say; buildings that none of them names open to the nearest one. */
function findDoors(
  own: readonly ReadFeature[],
  lines: ExposedStreets['lines'],
  buildings: ExposedBuildings,
): Pick<ExposedStreets, 'doorStreet' | 'doorM'> {
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

function linesOf(own: readonly ReadFeature[]): ExposedStreets['lines'] {
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
