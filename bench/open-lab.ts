// A page of its own for a bench: built, served, and opened in Chromium.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { startServer } from '#server/listen.ts';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import { cesiumFiles } from '#tools/setup/vite/cesium-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Lab {
  /** Its folder, with an `index.html`. */
  readonly folder: URL;
  /** Of the built page below `.cache`. */
  readonly name: string;
  /** What the page sets on `window` when it is ready. */
  readonly sign: string;
}

/** `use` may open the page as often as it likes; each time it is a fresh one. */
export async function withLab<Result>(
  { folder, name, sign }: Lab,
  use: (open: () => Promise<Page>) => Promise<Result>,
): Promise<Result> {
  const appFolder = join(root, '.cache', name);
  mkdirSync(appFolder, { recursive: true });
  await build({
    root: fileURLToPath(folder),
    configFile: false,
    logLevel: 'warn',
    plugins: [cesiumFiles()],
    build: { target: 'es2023', outDir: appFolder, emptyOutDir: true, chunkSizeWarningLimit: 6000 },
  });
  const server = await startServer({
    host: 'localhost',
    port: 0,
    dataFolder: appFolder,
    appFolder,
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage();
    return await use(async () => {
      await page.goto(server.url);
      await page.waitForFunction((wanted) => wanted in window, sign);
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
