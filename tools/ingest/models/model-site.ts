// Where models stand: in the city that is built with them, or alone as a city of their own.

import { toModelPlacement } from '#contract/bim-model.ts';
import type { ConvertedBuildings } from '#conversion/convert.ts';
import type { CompoundCrs } from '#model/crs.ts';
import { parseCrs } from '#model/crs-parse.ts';
import { InputError } from '#model/input-error.ts';
import { toModelMatrix } from '#model/model-placement.ts';
import { toGeodetic } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import type { Elevation, Footing } from '../../terrain/index.ts';
import type { BuiltModels, ModelSite } from './build-models.ts';
import type { ConvertedModel } from './model-job.ts';

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

/** So much ground around models that stand alone, m. */
const GROUND_M = 120;
const DEGREE_M = 111_320;

function withGround([west, south, east, north]: Bounds): Bounds {
  const y = GROUND_M / DEGREE_M;
  const x = Math.min(1, y / Math.max(0.01, Math.cos(fromDegrees((south + north) / 2))));
  return [west - x, south - y, east + x, north + y];
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

/** The ground under a model that stands alone: at its ground floor, under all of its extent. */
export const toModelFootings = ({ converted }: BuiltModels): Footing[] =>
  converted.flatMap(({ model }) => {
    const m = toModelMatrix(toModelPlacement(model.georeferencing.readings[0]!.placement));
    const [least, greatest] = model.boundsM;
    const z = groundFloorM(model);
    return [least[0], greatest[0]].flatMap((x) =>
      [least[1], greatest[1]].map((y) => {
        const along = (row: number) =>
          metres(m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!);
        const { longitude, latitude, height } = toGeodetic({
          ...{ x: along(0), y: along(1), z: along(2) },
        });
        return { longitude, latitude, groundM: height };
      }),
    );
  });

/** The storey nearest to the file's zero, which is where most files put the ground; else the lowest point. */
function groundFloorM({ storeys, boundsM: [least, greatest] }: ConvertedModel['model']): number {
  const floors = storeys
    .map(({ elevationM }) => elevationM)
    .filter((elevation) => elevation >= least[2] && elevation <= greatest[2])
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  return floors[0] ?? least[2];
}
