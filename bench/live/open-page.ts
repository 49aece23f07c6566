// Builds the bench's page, and opens browsers.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumArguments, findChromium } from '#tools/setup/chromium.mjs';
import { cesiumFiles } from '#tools/setup/vite/cesium-files.ts';
import type { Lab } from './lab/lab.tsx';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Absolute folder of the built page. */
export async function buildLab(): Promise<string> {
  const appFolder = join(root, '.cache/bench-live-lab');
  mkdirSync(appFolder, { recursive: true });
  await build({
    root: fileURLToPath(new URL('lab', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [cesiumFiles()],
    worker: { format: 'es' },
    build: { target: 'es2023', outDir: appFolder, emptyOutDir: true, chunkSizeWarningLimit: 6000 },
  });
  return appFolder;
}

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...chromiumArguments, '--enable-precise-memory-info'],
  });
}

export async function openLab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  await page.goto(url);
  await page.waitForFunction(() => 'liveLab' in window);
  return page;
}

/** What draws the pictures: a graphics card, or the processor in its place. */
export const rendererOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return String(info ? gl?.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'an unknown renderer');
  });

export const run = (
  page: Page,
  name: keyof Lab,
  ...parameters: readonly (string | number)[]
): Promise<number[]> =>
  page.evaluate(({ called, given }) => window.liveLab[called](given), {
    called: name,
    given: parameters,
  });
