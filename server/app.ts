import Fastify, { type FastifyInstance } from 'fastify';
import { registerApp } from './routes/app.ts';
import { registerCities } from './routes/cities.ts';
import { registerHealth } from './routes/health.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import type { Settings } from './settings.ts';

export interface AppOptions extends Pick<Settings, 'appFolder' | 'dataFolder'> {
  /** Told in one sentence what is wrong with data on disk or broke while answering. */
  readonly report?: (sentence: string) => void;
}

/** The server with all routes, listening nowhere yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { appFolder, dataFolder, report = console.error } = options;
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    // Browsers keep idle connections open; a stop would wait for them.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1024 },
  });
  app.setErrorHandler((error, request, reply) => {
    const { statusCode = 500, message } = error as Error & { statusCode?: number };
    if (statusCode >= 500) report(`${request.method} ${request.url} failed: ${message}`);
    const sentence = statusCode >= 500 ? 'The server could not answer this.' : message;
    return reply.code(statusCode).send({ status: statusCode, error: sentence });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ status: 404, error: `There is no ${request.method} ${request.url}.` }),
  );
  await registerSecurityHeaders(app);
  registerHealth(app, { appFolder, dataFolder });
  registerCities(app, { dataFolder, report });
  registerApp(app, appFolder);
  return app;
}
