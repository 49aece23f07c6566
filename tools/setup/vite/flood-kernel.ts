import type { Plugin } from 'vite';
import { buildFloodKernel, floodKernelSources } from '#tools/flood-kernel.mjs';

/** Builds the flood kernels before anything looks for them; while developing, again when their sources change. */
export const floodKernel = (): Plugin => ({
  name: 'flood-kernel',
  async config() {
    await buildFloodKernel();
  },
  configureServer({ watcher, ws, config }) {
    watcher.add(floodKernelSources);
    watcher.on('change', (path) => {
      if (!path.startsWith(floodKernelSources)) return;
      buildFloodKernel().then(
        () => ws.send({ type: 'full-reload' }),
        (error: unknown) => config.logger.error(String(error)),
      );
    });
  },
});
