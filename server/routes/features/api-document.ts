// The description of the features API in OpenAPI 3.0: what a client needs to ask for any collection.

import { components, type ParameterName, type SchemaName } from './api-components.ts';
import { GEOJSON_TYPE, JSON_TYPE } from './links.ts';

/** `ids` of the collections that there are. */
export function createApiDocument(base: string, ids: readonly string[]): object {
  const collection = {
    name: 'collectionId',
    in: 'path',
    required: true,
    description: 'City and collection.',
    schema: { type: 'string', ...(ids.length > 0 && { enum: ids }) },
  };
  const items = [
    collection,
    ...(['bbox', 'datetime', 'limit', 'offset', 'properties'] as const).map(parameter),
  ];
  return {
    openapi: '3.0.3',
    info: {
      title: 'Panopolis features',
      version: '1.0.0',
      description:
        'Things on the map of each city, by OGC API Features. What they measure is at /v1.1 (OGC SensorThings 1.1).',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: base }],
    paths: {
      '/': get('Landing page', 'getLandingPage', [], 'landingPage'),
      '/conformance': get('Standards', 'getConformance', [], 'confClasses'),
      '/collections': get('Collections', 'getCollections', [], 'collections'),
      '/collections/{collectionId}': get(
        ...(['A collection', 'describeCollection'] as const),
        [collection],
        'collection',
      ),
      '/collections/{collectionId}/items': get(
        ...(['Features of a collection', 'getFeatures'] as const),
        items,
        'featureCollectionGeoJSON',
      ),
      '/collections/{collectionId}/items/{featureId}': get(
        ...(['A feature', 'getFeature'] as const),
        [collection, parameter('featureId')],
        'featureGeoJSON',
      ),
    },
    components,
  };
}

const parameter = (name: ParameterName) => ({ $ref: `#/components/parameters/${name}` });

const content = (schema: SchemaName) => ({
  [schema.endsWith('GeoJSON') ? GEOJSON_TYPE : JSON_TYPE]: {
    schema: { $ref: `#/components/schemas/${schema}` },
  },
});

function get(
  summary: string,
  operationId: string,
  parameters: readonly object[],
  schema: SchemaName,
) {
  const problem = (description: string) => ({ description, content: content('exception') });
  return {
    get: {
      ...{ tags: ['Features'], summary, operationId, parameters },
      responses: {
        '200': { description: summary, content: content(schema) },
        '400': problem('What was asked can’t be answered; the body says why in one sentence.'),
        '404': problem('There is no such resource.'),
      },
    },
  };
}
