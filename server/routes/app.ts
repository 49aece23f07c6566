import type { FastifyInstance } from 'fastify';
import { sendFile } from './files.ts';

// Names in these folders change with what is in them: Vite puts a hash there, and Cesium's own files
// lie in a folder named after its version.
const immutable = /^(assets|cesium\/[\d.]+)\//;

/** Serves the built app; `/` is its page. */
export function registerApp(app: FastifyInstance, appFolder: string): void {
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: (request, reply) => {
      const urlPath = request.params['*'] || 'index.html';
      const lifetime = immutable.test(urlPath) ? 'immutable' : 'revalidate';
      return sendFile(request, reply, { folder: appFolder, urlPath, lifetime });
    },
  });
}
