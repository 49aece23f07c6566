import type { FastifyInstance } from 'fastify';
import { listCities } from '../storage/cities.ts';
import { sendFile } from './files.ts';

export interface CitiesOptions {
  readonly dataFolder: string;
  /** Told once about each city.json that can't be used. */
  readonly report: (sentence: string) => void;
}

/** `/api/cities` lists the data folder; `/cities/…` serves it. */
export function registerCities(app: FastifyInstance, { dataFolder, report }: CitiesOptions): void {
  const reported = new Set<string>();

  app.get('/api/cities', async (_request, reply) => {
    const { cities, problems } = await listCities(dataFolder);
    for (const problem of problems) if (!reported.has(problem)) report(problem);
    for (const problem of problems) reported.add(problem);
    return reply.header('cache-control', 'no-cache').send(cities);
  });

  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/cities/*',
    handler: (request, reply) => {
      const urlPath = request.params['*'];
      const lifetime = /^[^/]+\/[0-9a-f]{12}\//.test(urlPath) ? 'immutable' : 'revalidate';
      return sendFile(request, reply, { folder: dataFolder, urlPath, lifetime });
    },
  });
}
