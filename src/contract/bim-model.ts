// `model.json`: one building model of a city package (layer kind `bim`). Paths are relative to its folder.
// The model's frame: metres, z up, right-handed, its axes those of the IFC file after its units, its origin the
// file's or, where that is far from the geometry, `originM`.

import * as v from 'valibot';
import { type Discipline, disciplineIds } from '#model/discipline.ts';
import { type ModelPlacement, placementAt } from '#model/model-placement.ts';

const path = v.pipe(v.string(), v.regex(/^[\w][\w./{}-]*$/, 'expected a path below the model'));
const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const point = v.tuple([finite, finite, finite]);

export const storedPlacement = v.object({
  longitudeDeg: v.pipe(finite, v.minValue(-180), v.maxValue(180)),
  latitudeDeg: v.pipe(finite, v.minValue(-90), v.maxValue(90)),
  /** Of the model's origin above the WGS 84 ellipsoid. */
  heightM: finite,
  /** From true east to the model's x axis, counter-clockwise. */
  rotationDeg: finite,
  /** Metres on the ground for a metre of the model. */
  scale: v.pipe(finite, v.minValue(1e-6)),
  /** Metres up for a metre of the model; `scale` where absent. */
  upScale: v.optional(v.pipe(finite, v.minValue(1e-6))),
});
export type StoredPlacement = v.InferOutput<typeof storedPlacement>;

export const readingSources = [
  ...['map-conversion', 'map-absolute', 'site', 'rigid-operation', 'geographic'],
  ...['given', 'none'],
] as const;

/** One way to read where a file says that it stands. */
export const georeferencingReading = v.object({
  /** `map-conversion`: as IfcMapConversion or its property sets say; `map-absolute`: the geometry itself is in
   * map coordinates; `site`: IfcSite.RefLatitude and RefLongitude with true north; `rigid-operation`,
   * `geographic`: as these entities say; `given`: a person or the command line said so; `none`: nowhere. */
  source: v.picklist(readingSources),
  placement: storedPlacement,
  /** Code of the projected or geographic CRS, where one is meant, e.g. `EPSG:25832`. */
  crs: v.optional(v.string()),
  /** Of the vertical datum, where one is named or taken. */
  verticalCrs: v.optional(v.string()),
  /** What the file says, line by line, in words a surveyor would use. */
  steps: v.array(v.object({ en: v.string(), zh: v.string() })),
});
export type GeoreferencingReading = v.InferOutput<typeof georeferencingReading>;

export const georeferencing = v.object({
  /** Every reading that the file allows, the one that is used first; never empty. */
  readings: v.pipe(v.array(georeferencingReading), v.minLength(1)),
  /** `clear`: one reading, or all agree within a metre; `several`: they disagree and a person should choose;
   * `missing`: the file doesn't say, a person has to place it. */
  verdict: v.picklist(['clear', 'several', 'missing']),
  /** Oddities: an offset that is given twice, feet taken for metres, an unknown CRS. */
  findings: v.array(v.object({ en: v.string(), zh: v.string() })),
});
export type Georeferencing = v.InferOutput<typeof georeferencing>;

export const bimModel = v.object({
  format: v.literal('panopolis-bim'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: v.string(),
  source: v.object({
    file: v.string(),
    bytes: whole,
    /** As the header of the file writes it, e.g. `IFC2X3`. */
    schema: v.string(),
    /** Program that wrote it. */
    application: v.optional(v.string()),
    /** As the header says, ISO 8601. */
    written: v.optional(v.string()),
  }),
  /** Metres of one length unit of the file. */
  lengthUnitM: v.pipe(finite, v.minValue(1e-9)),
  /** Point of the IFC file (its coordinates in m) that is the origin of the model's frame; 0, 0, 0 where absent.
   * Models far from the file's origin, in map coordinates for example, are shifted to near their own. */
  originM: v.optional(point),
  georeferencing,
  tileset: path,
  /** See `bim-elements.ts`. */
  elements: path,
  /** See `bim-properties.ts`. */
  properties: path,
  count: whole,
  /** Least and greatest corner of all geometry in the model's frame; zeros where there is none. */
  boundsM: v.tuple([point, point]),
  /** Height of the building's ±0.00 in the model's frame; 0 where absent. */
  zeroM: v.optional(finite),
  /** From below. `element` is the storey's index in the element table. */
  storeys: v.array(
    v.object({
      element: whole,
      name: v.string(),
      /** Of its floor in the model's frame. */
      elevationM: finite,
      /** To the next storey above or the top of its elements. */
      heightM: finite,
    }),
  ),
  report: v.object({
    /** Products that have a representation. */
    products: whole,
    meshes: whole,
    triangles: whole,
    /** Triangles if no shape were shared. */
    placedTriangles: whole,
    propertySets: whole,
    properties: whole,
    /** Products without a mesh by class and reason; together with `meshes` they are all products. */
    reasons: v.array(
      v.object({
        class: v.string(),
        reason: v.string(),
        count: whole,
        /** GlobalIds of a few. */
        examples: v.array(v.string()),
      }),
    ),
    /** What was mended or found odd, in sentences. */
    findings: v.array(v.object({ en: v.string(), zh: v.string() })),
  }),
});
export type BimModel = v.InferOutput<typeof bimModel>;

/** Checks what came over the wire or off the disk; throws one sentence naming the place. */
export function parseBimModel(value: unknown, file: string): BimModel {
  const parsed = v.safeParse(bimModel, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}

const DEGREE = Math.PI / 180;

export const toModelPlacement = (stored: StoredPlacement): ModelPlacement =>
  placementAt(
    stored.longitudeDeg * DEGREE,
    stored.latitudeDeg * DEGREE,
    stored.heightM,
    stored.rotationDeg * DEGREE,
    stored.scale,
    stored.upScale,
  );

export const toStoredPlacement = (placement: ModelPlacement): StoredPlacement => ({
  longitudeDeg: placement.longitude / DEGREE,
  latitudeDeg: placement.latitude / DEGREE,
  heightM: placement.height,
  rotationDeg: placement.rotation / DEGREE,
  scale: placement.scale,
  ...(placement.upScale === undefined ? {} : { upScale: placement.upScale }),
});

/** Name in the tiles' and tables' codes. */
export const disciplineAt = (code: number): Discipline => disciplineIds[code] ?? 'other';
