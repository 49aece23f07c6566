// OGC API Features, Part 1: Core (17-069r4) over the collections of all cities.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../storage/database.ts';
import { withTimeLimit } from '../sensor-things/guard.ts';
import { createApiDocument } from './api-document.ts';
import {
  type Collection,
  describeCollection,
  findCollection,
  listCollections,
} from './collections.ts';
import { readItem, readItems, readPropertyNames } from './items.ts';
import { parseItemsQuery } from './items-query.ts';
import { registerLanding } from './landing.ts';
import { GEOJSON_TYPE, JSON_TYPE, link, OPENAPI_TYPE } from './links.ts';

export interface FeaturesOptions {
  readonly database: Database;
  /** Where the manifests are that name the collections. */
  readonly dataFolder: string;
}

interface Route {
  Params: { collection: string; feature: string };
}

export function registerFeatures(
  app: FastifyInstance,
  { database, dataFolder }: FeaturesOptions,
): void {
  registerLanding(app);

  app.get('/api', async (request, reply) => {
    const ids = (await listCollections(dataFolder)).map(({ id }) => id);
    return reply.type(OPENAPI_TYPE).send(JSON.stringify(createApiDocument(baseOf(request), ids)));
  });

  app.get('/collections', async (request) => {
    const base = baseOf(request);
    const collections = await listCollections(dataFolder);
    return {
      links: [link(`${base}/collections`, 'self', JSON_TYPE, 'This document')],
      collections: await Promise.all(
        collections.map((one) => describeCollection(one, base, database)),
      ),
    };
  });

  app.get<Route>('/collections/:collection', async (request, reply) => {
    const collection = await findCollection(dataFolder, request.params.collection);
    return collection
      ? describeCollection(collection, baseOf(request), database)
      : sendMissing(reply, `collection ${request.params.collection}`);
  });

  app.get<Route>('/collections/:collection/items', async (request, reply) => {
    const collection = await findCollection(dataFolder, request.params.collection);
    return collection
      ? sendItems(request, reply, collection, database)
      : sendMissing(reply, `collection ${request.params.collection}`);
  });

  app.get<Route>('/collections/:collection/items/:feature', async (request, reply) => {
    const { collection: id, feature } = request.params;
    const collection = await findCollection(dataFolder, id);
    if (!collection) return sendMissing(reply, `collection ${id}`);
    const item = await readItem(database, collection, feature);
    if (item === undefined) return sendMissing(reply, `feature ${feature} in ${id}`);
    const address = `${baseOf(request)}/collections/${id}`;
    const links = [
      link(
        `${address}/items/${encodeURIComponent(feature)}`,
        'self',
        GEOJSON_TYPE,
        'This document',
      ),
      link(address, 'collection', JSON_TYPE, collection.layer.name),
    ];
    return reply.type(GEOJSON_TYPE).send(`${item.slice(0, -1)},"links":${JSON.stringify(links)}}`);
  });
}

async function sendItems(
  request: FastifyRequest,
  reply: FastifyReply,
  collection: Collection,
  database: Database,
): Promise<FastifyReply> {
  const parameters = new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '');
  const isPlain = [...parameters.keys()].every((name) => PLAIN.includes(name));
  const known = isPlain ? [] : await readPropertyNames(database, collection);
  const query = parseItemsQuery(parameters, known);
  if (!query.ok) return reply.code(400).send({ status: 400, error: query.reason });
  const { features, numberMatched } = await withTimeLimit(database, (queries) =>
    readItems(queries, collection, query.value),
  );
  const { limit, offset } = query.value;
  const address = `${baseOf(request)}/collections/${collection.id}`;
  const pageAt = (start: number) => {
    const changed = new URLSearchParams(parameters);
    changed.set('offset', String(start));
    return `${address}/items?${changed}`;
  };
  const isLast = offset + features.length >= numberMatched;
  const self = parameters.size > 0 ? `${address}/items?${parameters}` : `${address}/items`;
  const links = [
    link(self, 'self', GEOJSON_TYPE, 'This document'),
    ...(isLast ? [] : [link(pageAt(offset + limit), 'next', GEOJSON_TYPE, 'Next page')]),
    ...(offset === 0
      ? []
      : [link(pageAt(Math.max(0, offset - limit)), 'prev', GEOJSON_TYPE, 'Previous page')]),
    link(address, 'collection', JSON_TYPE, collection.layer.name),
  ];
  const head = {
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    numberMatched,
    numberReturned: features.length,
    links,
  };
  return reply
    .type(GEOJSON_TYPE)
    .send(`${JSON.stringify(head).slice(0, -1)},"features":[${features.join(',')}]}`);
}

const PLAIN = ['bbox', 'datetime', 'limit', 'offset', 'f'];

const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

const sendMissing = (reply: FastifyReply, what: string): FastifyReply =>
  reply.code(404).send({ status: 404, error: `There is no ${what}.` });
