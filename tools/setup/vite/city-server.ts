import type { Plugin } from 'vite';

const prefixes = ['/cities/', '/api/', '/health/'];

/** While developing, answers what the server owns with the server's own handlers. */
export function cityServer(): Plugin {
  return {
    name: 'city-server',
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,
    configureServer: async (server) => {
      const { createApp } = await server.ssrLoadModule('/server/app.ts');
      const { readSettings } = await server.ssrLoadModule('/server/settings.ts');
      const settings = readSettings(process.env, server.config.root);
      if (!settings.ok) throw new Error(settings.reason);
      const app = await createApp(settings.value);
      await app.ready();
      server.httpServer?.once('close', () => void app.close());
      server.middlewares.use((request, response, next) => {
        if (prefixes.some((prefix) => request.url?.startsWith(prefix))) {
          app.routing(request, response);
        } else next();
      });
    },
  };
}
