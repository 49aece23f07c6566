import type { Plugin } from 'vite';

const prefixes = [
  ...['/cities/', '/api', '/health/', '/live', '/alarms', '/incidents', '/datastreams/'],
  ...['/v1.1', '/collections', '/conformance'],
];

/** While developing, answers what the server owns with the server's own handlers. */
export function cityServer(): Plugin {
  let close: () => Promise<void> = async () => {};
  return {
    name: 'city-server',
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,
    configureServer: async (server) => {
      const { createApp } = await server.ssrLoadModule('/server/app.ts');
      const { createOperations } = await server.ssrLoadModule('/server/operations/operations.ts');
      const { readSettings, toOperationsOptions } =
        await server.ssrLoadModule('/server/settings.ts');
      const settings = readSettings(process.env, server.config.root);
      if (!settings.ok) throw new Error(settings.reason);
      const report = (sentence: string) => server.config.logger.info(sentence);
      const operations = createOperations(toOperationsOptions(settings.value, report));
      const app = await createApp({ ...settings.value, operations, report });
      await app.ready();
      operations.start();

      server.httpServer?.on('upgrade', (request, socket, head) => {
        // Vite's own socket is at another path, and its answer must not be ours.
        if (isOurs(request.url)) app.server.emit('upgrade', request, socket, head);
      });
      server.middlewares.use((request, response, next) => {
        if (isOurs(request.url)) app.routing(request, response);
        else next();
      });
      close = () => app.close();
    },
    // Vite waits for this before it ends; a database that is not stopped in order outlives it.
    closeBundle: () => close(),
  };
}

const isOurs = (url: string | undefined): boolean =>
  prefixes.some((prefix) => url?.startsWith(prefix));
