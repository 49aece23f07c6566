// The landing page and the declaration of conformance. `/` is the app for browsers, and the landing page for
// whoever asks for JSON; `/api/landing` is the landing page for everyone.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { JSON_TYPE, link, OPENAPI_TYPE } from './links.ts';

const FEATURES = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
const CLASSES = [`${FEATURES}/core`, `${FEATURES}/oas30`, `${FEATURES}/geojson`];

export function registerLanding(app: FastifyInstance): void {
  app.get('/conformance', () => ({ conformsTo: CLASSES }));
  app.get('/api/landing', (request) => landingOf(request));

  app.addHook('onRequest', async (request, reply) => {
    const [path, query = ''] = (request.raw.url ?? '').split('?');
    if (path !== '/' || (request.method !== 'GET' && request.method !== 'HEAD')) return;
    reply.header('vary', 'accept');
    return wantsJson(request.headers.accept, query)
      ? reply.type(JSON_TYPE).send(landingOf(request))
      : undefined;
  });
}

/** JSON is named and HTML isn't, or not before it; a client that takes anything gets the app. */
function wantsJson(accept: string | undefined, query: string): boolean {
  if (new URLSearchParams(query).get('f') === 'json') return true;
  const types = (accept ?? '').toLowerCase().split(',').map(toWeighted);
  const weightOf = (type: string) => types.find(({ name }) => name === type)?.weight ?? 0;
  return weightOf(JSON_TYPE) > weightOf('text/html');
}

function toWeighted(part: string) {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
  return { name, weight: Number(weight) || 0 };
}

function landingOf({ protocol, host }: FastifyRequest): object {
  const base = `${protocol}://${host}`;
  return {
    title: 'Panopolis',
    description: 'Open data of the cities that this server holds.',
    links: [
      link(`${base}/`, 'self', JSON_TYPE, 'This document'),
      link(`${base}/`, 'alternate', 'text/html', 'The cities on the globe'),
      link(`${base}/api`, 'service-desc', OPENAPI_TYPE, 'The API in OpenAPI 3.0'),
      link(`${base}/conformance`, 'conformance', JSON_TYPE, 'Standards that it conforms to'),
      link(`${base}/collections`, 'data', JSON_TYPE, 'Collections of features'),
      link(`${base}/v1.1`, 'related', JSON_TYPE, 'Sensors and readings: OGC SensorThings 1.1'),
      link(`${base}/api/cities`, 'related', JSON_TYPE, 'City packages: 3D Tiles and terrain'),
    ],
  };
}
