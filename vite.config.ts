import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './tools/setup/chromium.mjs';

const cesiumBuild = fileURLToPath(new URL('node_modules/cesium/Build/Cesium/', import.meta.url));
const cesiumFolders = ['Assets', 'Workers', 'ThirdParty', 'Widgets'];

/** Serves Cesium's own static files at /cesium while developing and copies them beside the build. */
function cesiumFiles(): Plugin {
  let outDir = '';
  return {
    name: 'cesium-files',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    configureServer: (server) => {
      server.middlewares.use('/cesium', (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
        const file = `${cesiumBuild}${path.slice(1)}`;
        const isOurs = cesiumFolders.some((folder) => path.startsWith(`/${folder}/`));
        if (!isOurs || path.includes('..') || !existsSync(file) || !statSync(file).isFile()) {
          next();
          return;
        }
        const type = { js: 'text/javascript', json: 'application/json', css: 'text/css' };
        const ending = file.split('.').at(-1) as keyof typeof type;
        response.setHeader('Content-Type', type[ending] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
    writeBundle: async () => {
      for (const folder of cesiumFolders) {
        await cp(`${cesiumBuild}${folder}`, `${outDir}/cesium/${folder}`, { recursive: true });
      }
    },
  };
}

const executablePath = findChromium();

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  plugins: [react(), cesiumFiles()],
  define: { CESIUM_BASE_URL: JSON.stringify('/cesium/') },
  build: { target: 'es2023', chunkSizeWarningLimit: 6000 },
  worker: { format: 'es' },
  server: { headers: isolation },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,workers,server,tools,tests,bench}/**/*.test.ts'],
          exclude: ['tests/scenarios/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'chromium',
          include: ['{src,workers}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 480, height: 320 },
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          environment: 'node',
          include: ['tests/scenarios/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
