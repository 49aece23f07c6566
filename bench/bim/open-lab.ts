// Builds the bench's page, serves it with the app's own server (and its content security policy), and hands it
// IFC files.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { startServer } from '#server/listen.ts';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import { leanEngine } from '#tools/setup/vite/lean-ifc-engine.ts';
import type {} from './lab/lab.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Drop {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly gapMs: number;
}

export interface OpenLab {
  /** Drops a file on a fresh page; `isPrepared`: after it hung over the page for a moment. */
  drop(file: string, isPrepared: boolean): Promise<Drop>;
  close(): Promise<void>;
}

export async function openLab(dataFolder: string): Promise<OpenLab> {
  const appFolder = join(root, '.cache/bench-bim-lab');
  mkdirSync(appFolder, { recursive: true });
  await build({
    root: fileURLToPath(new URL('lab', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es', plugins: () => [leanEngine()] },
    build: { target: 'es2023', outDir: appFolder, emptyOutDir: true },
  });
  const server = await startServer({ host: 'localhost', port: 0, dataFolder, appFolder });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
  });
  // One visit after the other in the same browser: what it keeps of the engine is kept.
  const context = await browser.newContext();
  return {
    async drop(file, isPrepared) {
      const page = await context.newPage();
      await page.route('**/model.ifc', (route) => route.fulfill({ body: readFileSync(file) }));
      await page.goto(server.url);
      await page.waitForFunction(() => 'bimLab' in window);
      const [firstMs = Number.NaN, wholeMs = Number.NaN, gapMs = Number.NaN] = await page.evaluate(
        (prepared) => window.bimLab.drop('/model.ifc', prepared),
        isPrepared,
      );
      await page.close();
      return { firstMs, wholeMs, gapMs };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
