// Where models stand: in the city that is built with them, or alone as a city of their own.

import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { ModelStand } from '#conversion/ifc/convert-ifc.ts';
import { groundUnder, withGround } from '#conversion/ifc/ground-under.ts';
import { placeOf } from '#conversion/ifc/tiles/model-place.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees } from '#model/units.ts';
import type { Elevation, Footing } from '../../terrain/index.ts';
import { toFootings } from '../footings.ts';
import type { BuiltModels, ModelSite } from './build-models.ts';

type Bounds = readonly [number, number, number, number];

/** What a model that says nothing of its place gets: the middle of the city, on its ground. */
export function siteFor(
  boundsDeg: Bounds | undefined,
  crs: CompoundCrs | undefined,
  buildings: ConvertedBuildings | undefined,
  elevation: Elevation | undefined,
): ModelSite | undefined {
  if (!boundsDeg) return undefined;
  const [west, south, east, north] = boundsDeg;
  const groundAt = (longitudeDeg: number, latitudeDeg: number) => {
    const [longitude, latitude] = [fromDegrees(longitudeDeg), fromDegrees(latitudeDeg)];
    const isInside = isNear(boundsDeg, [longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg], 0);
    if (!isInside) return undefined;
    return (
      elevation?.heightAt(longitude, latitude) ??
      (buildings && groundNear(toFootings(buildings), longitude, latitude))
    );
  };
  const [longitudeDeg, latitudeDeg] = [(west + east) / 2, (south + north) / 2];
  const heightM = groundAt(longitudeDeg, latitudeDeg) ?? 0;
  return { crs: crs?.horizontal.code, fallback: { longitudeDeg, latitudeDeg, heightM }, groundAt };
}

/** So many neighbours say how high the ground lies between them. */
const NEIGHBOURS = 9;

/** Middle one of the nearest feet, m: a neighbour with a cellar or on a bridge doesn't count. */
export function groundNear(
  footings: readonly Footing[],
  longitude: number,
  latitude: number,
): number | undefined {
  const shrink = Math.cos(latitude);
  const nearest = footings
    .map((foot) => ({
      groundM: foot.groundM,
      away: Math.hypot((foot.longitude - longitude) * shrink, foot.latitude - latitude),
    }))
    .sort((a, b) => a.away - b.away)
    .slice(0, NEIGHBOURS)
    .sort((a, b) => a.groundM - b.groundM);
  return nearest[nearest.length >> 1]?.groundM;
}

/** A model so far from its city stands wrong. */
const FARTHEST_DEG = 0.5;

/** The bounds of all; throws where a model stands far from the city. */
export function joinPlaces(
  own: Bounds | undefined,
  { converted }: BuiltModels,
): Bounds | undefined {
  let joined = own;
  for (const { boundsDeg, model } of converted) {
    if (own && !isNear(own, boundsDeg)) {
      throw new InputError(
        { file: model.source.file },
        `it stands at ${describe(boundsDeg)}; expected a place near the city (${describe(own)}). Say where with --at or a .bim.json beside it.`,
      );
    }
    joined = joined ? union(joined, boundsDeg) : boundsDeg;
  }
  return own || !joined ? joined : withGround(joined);
}

const isNear = (city: Bounds, model: Bounds, byDeg = FARTHEST_DEG) =>
  model[0] <= city[2] + byDeg &&
  model[1] <= city[3] + byDeg &&
  model[2] >= city[0] - byDeg &&
  model[3] >= city[1] - byDeg;

const union = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

const describe = (bounds: Bounds) => bounds.map((angle) => angle.toFixed(4)).join(', ');

/** The bounds of a city of models alone, before they are converted. */
export function foreseeBounds(stands: readonly ModelStand[]): Bounds | undefined {
  const places = stands.map(
    ({ boundsM, georeferencing }) =>
      placeOf(boundsM, georeferencing.readings[0]!.placement).boundsDeg,
  );
  const [first, ...rest] = places;
  return first && withGround(rest.reduce<Bounds>(union, first));
}

/** The reference system of a city that consists of models. */
export function modelCrs({ converted }: BuiltModels): CompoundCrs | undefined {
  for (const { model } of converted) {
    const code = model.georeferencing.readings[0]?.crs;
    const parsed = code === undefined ? undefined : parseCrs(code);
    if (parsed?.ok) return parsed.value;
  }
  return undefined;
}

/** The ground under models that stand alone. */
export const toModelFootings = (models: readonly ModelStand[]): Footing[] =>
  models.flatMap((model) => {
    const { longitude, latitude, groundM } = groundUnder(model);
    return Array.from(groundM, (height, corner) => ({
      longitude: longitude[corner]!,
      latitude: latitude[corner]!,
      groundM: height,
    }));
  });
