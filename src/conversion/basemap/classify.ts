// From the tags a feature came with (OpenStreetMap's, an older Protomaps schema's, or plain `kind` and
// `class`) to its place in the basemap schema.

import {
  boundaryLevels,
  boundaryWords,
  type KindTable,
  landKinds,
  placeKinds,
  poiKinds,
  roadKinds,
  transitKinds,
  waterKinds,
} from './kinds.ts';
import type { BasemapLayerName, Classified, Properties, Shape } from './schema.ts';

export type Tags = Readonly<Record<string, unknown>>;

/**
 * Where the feature belongs; undefined where the basemap has no use for it. `hint` is the name of the
 * layer or file it came from and decides where its own tags leave a choice.
 */
export function classify(tags: Tags, shape: Shape, hint = ''): Classified | undefined {
  switch (shape) {
    case 'line':
      return (
        toRoad(tags) ??
        toTransit(tags) ??
        toWater(tags, shape) ??
        toBoundary(tags, hint) ??
        byHint(tags, shape, hint)
      );
    case 'polygon':
      return (
        toBuilding(tags, hint) ??
        toEarth(tags, hint) ??
        toWater(tags, shape) ??
        toLand(tags) ??
        byHint(tags, shape, hint)
      );
    case 'point':
      return toPlace(tags, hint) ?? toPoi(tags);
  }
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.toLowerCase().replaceAll(' ', '_') : undefined;

/** Properties that plain data names its kinds by, the most specific first. */
const plainKeys = [
  'kind_detail',
  'class',
  'fclass',
  'subclass',
  'subtype',
  'type',
  'kind',
  'pmap:kind',
];

/** The first of `keys`, then of the plain keys, whose word the table knows. */
function find(tags: Tags, table: KindTable, keys: readonly string[]) {
  for (const key of [...keys, ...plainKeys]) {
    const value = word(tags[key]);
    const entry = value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;
    if (value !== undefined && entry) return { detail: value, kind: entry[0], minZoom: entry[1] };
  }
  return undefined;
}

function build(
  layer: BasemapLayerName,
  minZoom: number,
  tags: Tags,
  own: Record<string, string | number | boolean | undefined>,
): Classified {
  const properties: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(own)) {
    if (value !== undefined && value !== false) properties[key] = value;
  }
  return { layer, minZoom, properties: { ...properties, ...namesOf(tags) } };
}

/** The name, in the languages that a person can choose. */
function namesOf(tags: Tags): Properties {
  const names: Record<string, string> = {};
  for (const key of ['name', 'name:en', 'name:zh']) {
    const value = tags[key] ?? tags[key.replace(':', '_')];
    if (typeof value === 'string' && value !== '') names[key] = value;
  }
  return names;
}

/** A number in a tag such as `7`, `7.5 m` or `7,5`; undefined where there is none above 0. */
function toPositive(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value.replace(',', '.')) : value;
  return typeof number === 'number' && number > 0 && Number.isFinite(number) ? number : undefined;
}

const isYes = (value: unknown) =>
  value === true ||
  value === 1 ||
  (typeof value === 'string' && !['', 'no', 'false', '0'].includes(value));

const structureOf = (tags: Tags) => ({
  is_bridge: isYes(tags.bridge ?? tags.is_bridge),
  is_tunnel: isYes(tags.tunnel ?? tags.is_tunnel) && tags.tunnel !== 'building_passage',
  level: Number(tags.layer) || undefined,
});

const isGone = (tags: Tags) =>
  ['abandoned', 'razed', 'proposed', 'construction', 'disused', 'platform'].some(
    (state) => tags.highway === state || tags.railway === state,
  );

/** As for `highway=crossing`. */
const CROSSING_ZOOM = 15;

function toRoad(tags: Tags): Classified | undefined {
  if (isGone(tags) || word(tags.railway) || word(tags.waterway)) return undefined;
  const found = find(tags, roadKinds, ['highway', 'man_made']);
  if (!found) return undefined;
  const detail = found.detail.replace(/_link$/, '');
  const isAcross = detail === 'footway' && tags.footway === 'crossing';
  return build('roads', isAcross ? CROSSING_ZOOM : found.minZoom, tags, {
    kind: found.kind,
    kind_detail: isAcross ? 'crossing' : detail,
    ...structureOf(tags),
    is_link: detail !== found.detail || isYes(tags.is_link),
    oneway: tags.oneway === 'yes' || tags.oneway === true,
    width: toPositive(tags.width ?? tags.width_m ?? tags.widthM),
    has_pavements: tags.sidewalk === 'both' || tags['sidewalk:both'] === 'yes',
    lanes: toPositive(tags.lanes),
    ref: typeof tags.ref === 'string' ? tags.ref : undefined,
  });
}

function toTransit(tags: Tags): Classified | undefined {
  if (isGone(tags)) return undefined;
  const found = find(tags, transitKinds, ['railway', 'aeroway', 'aerialway', 'route']);
  if (!found) return undefined;
  const isService = isYes(tags.service);
  return build('transit', isService ? Math.max(13, found.minZoom) : found.minZoom, tags, {
    kind: found.kind,
    ...structureOf(tags),
    is_service: isService,
    tracks: toPositive(tags.tracks),
    width: toPositive(tags.width ?? tags.width_m ?? tags.widthM),
  });
}

function toWater(tags: Tags, shape: Shape): Classified | undefined {
  const found = find(tags, waterKinds, [
    'water',
    'waterway',
    'natural',
    'landuse',
    'leisure',
    'amenity',
  ]);
  if (!found) return undefined;
  return build('water', found.minZoom, tags, {
    kind: found.kind,
    ...(shape === 'line' && {
      is_tunnel: isYes(tags.tunnel),
      width: toPositive(tags.width ?? tags.width_m ?? tags.widthM),
    }),
  });
}

function toLand(tags: Tags): Classified | undefined {
  const keys = ['natural', 'landuse', 'leisure', 'amenity', 'aeroway', 'military', 'tourism'];
  const others = ['man_made', 'railway', 'boundary', 'highway', 'area:highway', 'place'];
  const found = find(tags, landKinds, [...keys, ...others]);
  if (!found) return undefined;
  return build('landuse', found.minZoom, tags, {
    kind: found.kind,
    sport: typeof tags.sport === 'string' ? tags.sport : undefined,
  });
}

function toBuilding(tags: Tags, hint: string): Classified | undefined {
  const isBuilding =
    hint.startsWith('building') ||
    isYes(tags.building) ||
    isYes(tags['building:part']) ||
    word(tags.kind) === 'building';
  if (!isBuilding) return undefined;
  return build('buildings', 13, tags, {
    kind: 'building',
    height: toPositive(tags.height),
    min_height: toPositive(tags.min_height),
  });
}

function toEarth(tags: Tags, hint: string): Classified | undefined {
  const isEarth = hint === 'earth' || hint === 'land_polygons' || word(tags.kind) === 'earth';
  return isEarth ? build('earth', 0, {}, { kind: 'earth' }) : undefined;
}

function toBoundary(tags: Tags, hint: string): Classified | undefined {
  const boundary = plainKeys
    .map((key) => word(tags[key]))
    .find((value) => value && Object.hasOwn(boundaryWords, value));
  const level =
    toPositive(tags.admin_level ?? tags['pmap:min_admin_level'] ?? tags.kind_detail) ??
    (boundary === undefined ? undefined : boundaryWords[boundary]);
  if (level === undefined || !(tags.boundary || boundary || hint.startsWith('boundar')))
    return undefined;
  const [kind, minZoom] = boundaryLevels[Math.round(level)] ?? ['locality', 10];
  return build('boundaries', minZoom, tags, { kind, kind_detail: Math.round(level) });
}

function toPlace(tags: Tags, hint: string): Classified | undefined {
  const found = find(tags, placeKinds, ['place']);
  const isPlace =
    tags.place !== undefined || hint.startsWith('place') || word(tags.kind) === 'place';
  if (!found || typeof tags.name !== 'string') return undefined;
  if (!isPlace && Object.hasOwn(poiKinds, found.detail)) return undefined;
  return build('places', found.minZoom, tags, {
    kind: found.kind,
    kind_detail: found.detail,
    population: toPositive(tags.population),
    capital: isYes(tags.capital),
  });
}

function toPoi(tags: Tags): Classified | undefined {
  const keys = ['railway', 'aeroway', 'natural', 'tourism', 'amenity', 'leisure', 'historic'];
  const found = find(tags, poiKinds, keys);
  if (!found || typeof tags.name !== 'string') return undefined;
  return build('pois', found.minZoom, tags, { kind: found.kind });
}

/** Features whose own words say nothing, in a file or layer whose name does: `water.geojson`. */
function byHint(tags: Tags, shape: Shape, hint: string): Classified | undefined {
  if (/^(water|river|canal|sea|ocean|lake)/.test(hint)) {
    return build('water', 8, tags, { kind: shape === 'line' ? 'river' : 'water' });
  }
  if (shape === 'line' && /^(road|street|highway)/.test(hint)) {
    return isGone(tags)
      ? undefined
      : build('roads', 12, tags, {
          kind: 'minor_road',
          kind_detail: 'unclassified',
          ...structureOf(tags),
        });
  }
  if (shape === 'line' && /^rail/.test(hint)) {
    return isGone(tags)
      ? undefined
      : build('transit', 9, tags, { kind: 'rail', ...structureOf(tags) });
  }
  if (shape === 'polygon' && /^(park|green)/.test(hint))
    return build('landuse', 11, tags, { kind: 'park' });
  return undefined;
}
