// Schemas and parameters of OGC API Features Part 1 (17-069r4, annex), inlined so that the description needs
// no other host.

const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties,
});
const query = (name: string, description: string, of: object) => ({
  ...{ name, in: 'query', required: false, description, schema: of, style: 'form', explode: false },
});

const geometry = object(['type'], {
  type: {
    type: 'string',
    enum: [
      ...['Point', 'MultiPoint', 'LineString', 'MultiLineString'],
      ...['Polygon', 'MultiPolygon', 'GeometryCollection'],
    ],
  },
  coordinates: { type: 'array', items: {} },
  geometries: list({ type: 'object' }),
});

const schemas = {
  link: object(['href', 'rel'], { href: text, rel: text, type: text, title: text }),
  landingPage: object(['links'], { title: text, description: text, links: list(schema('link')) }),
  confClasses: object(['conformsTo'], { conformsTo: list(text) }),
  extent: object([], {
    spatial: object([], {
      bbox: list({ type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }),
      crs: text,
    }),
  }),
  collection: object(['id', 'links'], {
    ...{ id: text, title: text, description: text, links: list(schema('link')) },
    ...{ extent: schema('extent'), itemType: { ...text, default: 'feature' }, crs: list(text) },
  }),
  collections: object(['links', 'collections'], {
    links: list(schema('link')),
    collections: list(schema('collection')),
  }),
  featureGeoJSON: object(['type', 'geometry', 'properties'], {
    type: { type: 'string', enum: ['Feature'] },
    id: { oneOf: [text, { type: 'integer' }] },
    geometry: { ...geometry, nullable: true },
    properties: { type: 'object', nullable: true },
    links: list(schema('link')),
  }),
  featureCollectionGeoJSON: object(['type', 'features'], {
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: list(schema('featureGeoJSON')),
    links: list(schema('link')),
    timeStamp: { ...text, format: 'date-time' },
    numberMatched: { type: 'integer', minimum: 0 },
    numberReturned: { type: 'integer', minimum: 0 },
  }),
  exception: object(['status', 'error'], { status: { type: 'integer' }, error: text }),
};

const parameters = {
  bbox: query(
    'bbox',
    'west,south,east,north in degrees, or with heights above the ellipsoid (m) as third and sixth number: features that meet the box.',
    { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
  ),
  datetime: query(
    'datetime',
    'An instant, or two with a slash between, of which one may be “..”: features of that time, by their properties datetime, or start and end. Features without a time are of all times.',
    text,
  ),
  limit: query('limit', 'Features of one answer.', {
    ...{ type: 'integer', minimum: 1, maximum: 10_000, default: 100 },
  }),
  offset: query('offset', 'Features to leave out at the start.', {
    ...{ type: 'integer', minimum: 0, default: 0 },
  }),
  properties: {
    ...query(
      'properties',
      'Any property of the collection’s features, by its own name: features that have this value.',
      { type: 'object', additionalProperties: text },
    ),
    explode: true,
  },
  featureId: { name: 'featureId', in: 'path', required: true, schema: text },
};

export const components = { schemas, parameters };

export type SchemaName = keyof typeof schemas;
export type ParameterName = keyof typeof parameters;
