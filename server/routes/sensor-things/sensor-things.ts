// OGC SensorThings 1.1 under /v1.1: everything is read, observations are written.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Queries } from '../../storage/database.ts';
import { baseOf, ROOT } from './address.ts';
import { type AnswerContext, answerMany, answerOne } from './answer.ts';
import { answerProperty } from './answer-property.ts';
import { entitySets } from './entities.ts';
import { guarded } from './guard.ts';
import { parseQuery } from './language/parse-options.ts';
import { parsePath } from './language/parse-path.ts';
import { QueryError } from './query-error.ts';
import { findResource } from './resource.ts';
import { registerWrites, type WritesOptions } from './writes.ts';

export type SensorThingsOptions = WritesOptions;

const CLASSES = [
  'datamodel',
  'resource-path/resource-path-to-entities',
  ...[
    ...['status-code', 'query-status-code', 'order', 'expand', 'select', 'orderby', 'top', 'skip'],
    ...['count', 'filter', 'built-in-filter-operations', 'pagination'],
  ].map((name) => `request-data/${name}`),
  'data-array/data-array',
];

export function registerSensorThings(app: FastifyInstance, options: SensorThingsOptions): void {
  const { database } = options;
  app.get(ROOT, (request) => ({
    value: entitySets.map(({ name }) => ({ name, url: `${baseOf(request)}/${name}` })),
    serverSettings: {
      conformance: CLASSES.map((name) => `http://www.opengis.net/spec/iot_sensing/1.1/req/${name}`),
    },
  }));

  app.get(`${ROOT}/*`, async (request, reply) => {
    const [path = '', query = ''] = splitUrl(request);
    if (path.replaceAll('/', '') === '') return reply.redirect(ROOT, 308);
    const resource = findResource(parsePath(path));
    const asked = parseQuery(query);
    reply.header('cache-control', 'no-cache');
    return guarded(database, asked, async (queries) => {
      const context = contextOf(request, queries, path);
      if (resource.property) {
        const property = await answerProperty(resource, context);
        return property ? reply.type(property.type).send(property.text) : reply.code(204).send();
      }
      if (resource.isMany) return sendJson(reply, await answerMany(resource, asked, context));
      const entity = await answerOne(resource, asked, context);
      return entity === undefined ? reply.code(204).send() : sendJson(reply, entity);
    });
  });

  registerWrites(app, options);

  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: `${ROOT}/*`,
    handler: () => {
      throw new QueryError('Entities are read here, and observations created; no more.', 405);
    },
  });
}

const sendJson = (reply: FastifyReply, json: string): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(json);

/** Path behind the version and query, as they came. */
function splitUrl({ raw }: FastifyRequest): [string, string] {
  const url = (raw.url ?? '').slice(ROOT.length);
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

const contextOf = (request: FastifyRequest, queries: Queries, path: string): AnswerContext => ({
  queries,
  base: baseOf(request),
  path: path.replace(/\/$/, ''),
});
