// Where models stand: in the city that is built with them, or alone as a city of their own.

import type { ConvertedBuildings } from '#conversion/convert.ts';
import { groundUnder, withGround } from '#conversion/ifc/ground-under.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees } from '#model/units.ts';
import type { Elevation, Footing } from '../../terrain/index.ts';
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
  const [longitudeDeg, latitudeDeg] = [(west + east) / 2, (south + north) / 2];
  const heightM =
    elevation?.heightAt(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg)) ??
    buildings?.heightM[0] ??
    0;
  return { crs: crs?.horizontal.code, fallback: { longitudeDeg, latitudeDeg, heightM } };
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

const isNear = (city: Bounds, model: Bounds) =>
  model[0] <= city[2] + FARTHEST_DEG &&
  model[1] <= city[3] + FARTHEST_DEG &&
  model[2] >= city[0] - FARTHEST_DEG &&
  model[3] >= city[1] - FARTHEST_DEG;

const union = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

const describe = (bounds: Bounds) => bounds.map((angle) => angle.toFixed(4)).join(', ');

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
export const toModelFootings = ({ converted }: BuiltModels): Footing[] =>
  converted.flatMap(({ model }) => {
    const { longitude, latitude, groundM } = groundUnder(model);
    return Array.from(groundM, (height, corner) => ({
      longitude: longitude[corner]!,
      latitude: latitude[corner]!,
      groundM: height,
    }));
  });
