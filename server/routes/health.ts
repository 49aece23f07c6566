import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { OperationsStatus } from '../operations/operations.ts';
import { listCities } from '../storage/cities.ts';

export interface HealthOptions {
  readonly appFolder: string;
  readonly dataFolder: string;
  /** Undefined where there are no live readings at all. */
  readonly status?: () => OperationsStatus;
}

/**
 * `/health/live`: the process answers. `/health/ready`: app and data folder are there and the database is
 * there or will not be; 503 until then.
 */
export function registerHealth(
  app: FastifyInstance,
  { appFolder, dataFolder, status }: HealthOptions,
): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/health/')) reply.header('cache-control', 'no-store');
  });

  app.get('/health/live', () => ({ status: 'live' }));

  app.get('/health/ready', async (_request, reply) => {
    const problems: string[] = [];
    await access(join(appFolder, 'index.html')).catch(() => problems.push('The app is not built.'));
    const stored = await listCities(dataFolder).catch(() => undefined);
    if (!stored) problems.push('The data folder cannot be read.');
    const live = status?.();
    // Without a database there are app and tiles still: no reason to take the server out of service.
    const isReady = problems.length === 0 && live?.database !== 'starting';
    return reply.code(isReady ? 200 : 503).send({
      status: isReady ? 'ready' : 'not ready',
      cities: stored?.cities.length ?? 0,
      ...live,
      problems: [...problems, ...(stored?.problems ?? []), ...(live?.problems ?? [])],
    });
  });
}
