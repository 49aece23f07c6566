import type { Plugin } from 'vite';
import { buildFireKernel, fireKernelSources } from '#tools/fire-kernel.mjs';
import { buildFloodKernel, floodKernelSources } from '#tools/flood-kernel.mjs';

const kernels = [
  { sources: floodKernelSources, build: buildFloodKernel },
  { sources: fireKernelSources, build: buildFireKernel },
] as const;

/** Builds the kernels before anything looks for them; while developing, again when their sources change. */
export const wasmKernels = (): Plugin => ({
  name: 'wasm-kernels',
  async config() {
    for (const { build } of kernels) await build();
  },
  configureServer({ watcher, ws, config }) {
    watcher.add(kernels.map(({ sources }) => sources));
    watcher.on('change', (path) => {
      kernels
        .find(({ sources }) => path.startsWith(sources))
        ?.build()
        .then(
          () => ws.send({ type: 'full-reload' }),
          (error: unknown) => config.logger.error(String(error)),
        );
    });
  },
});
