import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLiveStorage } from './live/stored-live.ts';
import type { Operations } from './operations/operations.ts';
import { registerAlarms } from './routes/alarms.ts';
import { registerApp } from './routes/app.ts';
import { registerCities } from './routes/cities.ts';
import { registerFeatures } from './routes/features/features.ts';
import { registerHealth } from './routes/health.ts';
import { registerIncidents } from './routes/incidents.ts';
import { registerLive } from './routes/live.ts';
import { registerSensorThings } from './routes/sensor-things/sensor-things.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import type { Settings } from './settings.ts';
import { isConnectionLoss } from './storage/connection-loss.ts';
import { UnavailableError } from './storage/deferred-database.ts';

export interface AppOptions extends Pick<Settings, 'appFolder' | 'dataFolder'> {
  /** Told in one sentence what is wrong with data on disk or broke while answering. */
  readonly report?: (sentence: string) => void;
  /** What the live routes stand on; without it there are app, cities and health alone. */
  readonly operations?: Operations;
}

/** The server with all routes, listening nowhere yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { appFolder, dataFolder, report = console.error, operations } = options;
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    // Browsers keep idle connections open; a stop would wait for them.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1024 },
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, sentence } = describeError(error);
    if (status >= 500 && status !== 503) {
      report(`${request.method} ${request.url} failed: ${messageOf(error)}`);
    }
    if (status === 503) reply.header('retry-after', '5');
    return reply.code(status).send({ status, error: sentence });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ status: 404, error: `There is no ${request.method} ${request.url}.` }),
  );
  await registerSecurityHeaders(app);
  registerHealth(app, { appFolder, dataFolder, ...(operations && { status: operations.status }) });
  registerCities(app, { dataFolder, report });
  if (operations) await registerOperations(app, operations, options);
  registerApp(app, appFolder);
  return app;
}

async function registerOperations(
  app: FastifyInstance,
  operations: Operations,
  { dataFolder, report = console.error }: AppOptions,
): Promise<void> {
  const { database, intake, alarms, incidents } = operations;
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`Too many requests; try again in ${after}.`), { statusCode: 429 }),
  });
  const storage = createLiveStorage(database);
  const live = registerLive(app, {
    // Before the database is there, there are none; each is told of when it comes.
    storage: {
      ...storage,
      cities: async () => (operations.status().database === 'ready' ? storage.cities() : []),
    },
    news: { onBatch: intake.onBatch, onAlarm: alarms.onAlarm, findClock: operations.findClock },
    report,
  });
  const reload = (city: string) =>
    live.reload(city).catch((error: unknown) => {
      // That the database is away, or that we stop, is told once and elsewhere.
      if (!(error instanceof UnavailableError)) report(`Live, ${city}: ${messageOf(error)}`);
    });
  operations.onCity((city) => void reload(city));
  registerAlarms(app, { database, alarms, onThresholds: (city) => void reload(city) });
  registerIncidents(app, { database, incidents });
  registerSensorThings(app, { database, intake });
  registerFeatures(app, { database, dataFolder });
  app.addHook('onClose', () => operations.close());
}

function describeError(error: unknown): { status: number; sentence: string } {
  if (error instanceof UnavailableError) return { status: 503, sentence: error.message };
  if (isConnectionLoss(error)) {
    return { status: 503, sentence: 'The database is away; try again in a moment.' };
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return {
    status,
    sentence: status >= 500 ? 'The server could not answer this.' : messageOf(error),
  };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
