import { createReadStream, readFileSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, pipe, regex, string } from 'valibot';
import type { Plugin } from 'vite';

const cesium = fileURLToPath(new URL('../../../node_modules/cesium/', import.meta.url));
const cesiumBuild = join(cesium, 'Build/Cesium');
const folders = ['Assets', 'Workers', 'ThirdParty', 'Widgets'];

const version = parse(
  pipe(string(), regex(/^[\d.]+$/)),
  JSON.parse(readFileSync(join(cesium, 'package.json'), 'utf8')).version,
);

/** Where Cesium finds its own files; named after its version, so that they can be cached for ever. */
const cesiumBaseUrl = `/cesium/${version}/`;

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** Serves Cesium's own static files while developing and copies them beside the build. */
export function cesiumFiles(): Plugin {
  let outDir = '';
  return {
    name: 'cesium-files',
    config: () => ({ define: { CESIUM_BASE_URL: JSON.stringify(cesiumBaseUrl) } }),
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    configureServer: (server) => {
      server.middlewares.use(cesiumBaseUrl, (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\//, '');
        const file = join(cesiumBuild, path);
        const isOurs = folders.some((folder) => file.startsWith(join(cesiumBuild, folder, '/')));
        if (!isOurs || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
          next();
          return;
        }
        const ending = file.slice(file.lastIndexOf('.') + 1);
        response.setHeader('Content-Type', mediaTypes[ending] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
    // Cesium's widgets bring Knockout, whose first line asks `eval` for the global object, which the
    // content security policy forbids (github.com/CesiumGS/cesium/issues/13617).
    transform: {
      filter: { id: /\/ThirdParty\/knockout-[\d.]+\.js/ },
      handler: (code, id) => {
        const patched = code.replace(`(0,eval)("this")`, 'globalThis');
        if (patched === code) throw new Error(`${id}: Knockout no longer calls eval as expected.`);
        return { code: patched, map: null };
      },
    },
    writeBundle: async () => {
      for (const folder of folders) {
        const to = join(outDir, cesiumBaseUrl, folder);
        await cp(join(cesiumBuild, folder), to, { recursive: true });
      }
    },
  };
}
