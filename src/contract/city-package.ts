// A city package: the manifest `city.json` beside what `panopolis ingest` built. Every path in it is
// relative to city.json; everything under `build` never changes, so it is cached for ever.

import * as v from 'valibot';

const path = v.pipe(
  v.string(),
  v.regex(/^[\w][\w./{}-]*$/, 'expected a relative path inside the package'),
);
const longitudeDeg = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitudeDeg = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));

/** How one attribute of the buildings is stored, column by column in city-wide index order. */
export const attributeColumn = v.object({
  /** Name as in the source file. */
  name: v.string(),
  /** What a person reads instead of `name`, where the source says. */
  label: v.optional(v.object({ en: v.string(), zh: v.string() })),
  /** What the attribute means to the app, where it is known. */
  role: v.optional(
    v.picklist(['id', 'class', 'name', 'address', 'use', 'year', 'storeys', 'height', 'roof']),
  ),
  unit: v.optional(v.string()),
  type: v.picklist(['number', 'category', 'boolean', 'text']),
  path,
  /** Features that have a value. */
  present: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Least and greatest value of a number column. */
  range: v.optional(v.tuple([v.number(), v.number()])),
  /** Dictionary of a category column: code → value. */
  values: v.optional(v.array(v.string())),
});
export type AttributeColumn = v.InferOutput<typeof attributeColumn>;

export const buildingsLayer = v.object({
  kind: v.literal('buildings'),
  id: v.string(),
  name: v.string(),
  tileset: path,
  /** Where each feature stands: see `feature-index.ts`. */
  index: path,
  /** Their outlines on the ground: see `footprints.ts`; absent in packages of older builds. */
  footprints: v.optional(path),
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  columns: v.array(attributeColumn),
});
export type BuildingsLayer = v.InferOutput<typeof buildingsLayer>;

export const terrainLayer = v.object({
  kind: v.literal('terrain'),
  id: v.string(),
  name: v.string(),
  /** Folder of the quantized-mesh tiles; `layer.json` lies in it. */
  tiles: path,
  /** The full-resolution grid for simulations: see `elevation-grid.ts`; absent where none was surveyed. */
  grid: v.optional(path),
  /** `survey`: an elevation model; `footings`: interpolated from the feet of the buildings. */
  origin: v.picklist(['survey', 'footings']),
});
export type TerrainLayer = v.InferOutput<typeof terrainLayer>;

export const basemapLayer = v.object({
  kind: v.literal('basemap'),
  id: v.string(),
  name: v.string(),
  /** One PMTiles archive of vector tiles. */
  tiles: path,
  minZoom: v.number(),
  maxZoom: v.number(),
});
export type BasemapLayer = v.InferOutput<typeof basemapLayer>;

/** Things on the map that are no buildings: pipes, valves, streets, zones; served by OGC API Features. */
export const collectionLayer = v.object({
  kind: v.literal('collection'),
  /** Name in URLs, e.g. `pipes-water`. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: v.string(),
  /** One GeoJSON feature a line; longitude, latitude (degrees) and, where known, ellipsoidal height (m). */
  items: path,
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  boundsDeg: v.tuple([longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg]),
});
export type CollectionLayer = v.InferOutput<typeof collectionLayer>;

/**
 * A hydraulic model as the city handed it over. Its coordinates are in the city's horizontal CRS, or in a plane of
 * their own where `collections` names what was made of it: `pipes-<collections>`, `nodes-<collections>` …
 */
export const networkLayer = v.object({
  kind: v.literal('network'),
  id: v.string(),
  name: v.string(),
  network: v.picklist(['water', 'storm', 'sanitary', 'combined']),
  format: v.picklist(['epanet-inp', 'swmm-inp']),
  model: path,
  collections: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/))),
});
export type NetworkLayer = v.InferOutput<typeof networkLayer>;

export const sensorsLayer = v.object({
  kind: v.literal('sensors'),
  id: v.string(),
  name: v.string(),
  /** See `sensor-catalogue.ts`. */
  items: path,
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type SensorsLayer = v.InferOutput<typeof sensorsLayer>;

/** A building in full detail, from an IFC file. */
export const bimLayer = v.object({
  kind: v.literal('bim'),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: v.string(),
  /** See `bim-model.ts`. */
  model: path,
  /** Elements. */
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Where it stands; the whole city's bounds hold it too. */
  boundsDeg: v.tuple([longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg]),
  /** Ids of the buildings of the `buildings` layers that it is the detail of: they give way to it. */
  replaces: v.optional(v.array(v.string())),
});
export type BimLayer = v.InferOutput<typeof bimLayer>;

export const packageLayer = v.variant('kind', [
  buildingsLayer,
  bimLayer,
  terrainLayer,
  basemapLayer,
  collectionLayer,
  networkLayer,
  sensorsLayer,
]);
export type PackageLayer = v.InferOutput<typeof packageLayer>;

export const cityManifest = v.object({
  format: v.literal('panopolis-city'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: v.string(),
  /** True where the city is invented. */
  fictional: v.optional(v.boolean()),
  /** Folder of this build, named after its content. */
  build: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  /** West, south, east, north in degrees (WGS 84). */
  boundsDeg: v.tuple([longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg]),
  /** Least and greatest height above the WGS 84 ellipsoid, m. */
  heightM: v.tuple([v.number(), v.number()]),
  /** Codes of the horizontal and vertical CRS of the source data, e.g. `EPSG:28992` and `EPSG:5709`. */
  crs: v.object({ horizontal: v.string(), vertical: v.string() }),
  /** IANA name. */
  timeZone: v.string(),
  /** Where the first look stands; heights above the ellipsoid, heading from north, pitch from the horizon. */
  view: v.optional(
    v.object({
      longitudeDeg,
      latitudeDeg,
      heightM: v.number(),
      headingDeg: v.number(),
      pitchDeg: v.number(),
    }),
  ),
  sources: v.array(
    v.object({
      file: v.string(),
      format: v.string(),
      features: v.number(),
      licence: v.optional(v.string()),
      attribution: v.optional(v.string()),
      /** When the ground was surveyed: a year, month or day, or two with a slash between; of elevation models. */
      surveyed: v.optional(
        v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/)),
      ),
    }),
  ),
  layers: v.array(packageLayer),
});
export type CityManifest = v.InferOutput<typeof cityManifest>;

/** Checks what came over the wire or off the disk; throws one sentence naming the place. */
export function parseCityManifest(value: unknown, file: string): CityManifest {
  const parsed = v.safeParse(cityManifest, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}.`);
}

/** What `GET /api/cities` answers: the cities in the data folder. */
export const cityList = v.array(
  v.object({ id: v.string(), name: v.string(), manifest: v.string() }),
);
export type CityList = v.InferOutput<typeof cityList>;
