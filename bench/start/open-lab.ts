// Builds the bench's page, serves it beside the cities with the app's own server, and opens browsers on it.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { startServer } from '#server/listen.ts';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import { cesiumFiles } from '#tools/setup/vite/cesium-files.ts';
import type { Lab } from './lab/lab.tsx';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface OpenLab {
  /** Runs one measurement of `lab.tsx` on a fresh page of a fresh browser: nothing is warm. */
  run(name: keyof Lab, ...parameters: readonly (string | number)[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** `dataFolder` holds the cities that the measurements name. */
export async function openLab(dataFolder: string): Promise<OpenLab> {
  const appFolder = join(root, '.cache/bench-lab');
  mkdirSync(appFolder, { recursive: true });
  await build({
    root: fileURLToPath(new URL('lab', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [cesiumFiles()],
    build: { target: 'es2023', outDir: appFolder, emptyOutDir: true, chunkSizeWarningLimit: 6000 },
  });
  const server = await startServer({ host: 'localhost', port: 0, dataFolder, appFolder });
  const executablePath = findChromium();
  return {
    async run(name, ...parameters) {
      const browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: chromiumArguments,
      });
      try {
        const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
        await page.goto(server.url);
        await page.waitForFunction(() => 'lab' in window);
        return await page.evaluate(({ called, given }) => window.lab[called](given), {
          called: name,
          given: parameters,
        });
      } finally {
        await browser.close();
      }
    },
    close: () => server.close(),
  };
}
