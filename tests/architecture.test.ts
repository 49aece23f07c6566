import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// The architecture: who may import whom. A place may always import what lies in itself, and every
// package but the frameworks, which have their rooms.
const frameworks = [
  ...['react', 'react-dom', '@mantine', '@tabler', 'cesium', 'resium'],
  ...['node:', 'fastify', '@fastify', 'vite', '@vitejs', 'three', 'web-ifc'],
];
const pure = ['model', 'contract', 'simulation', 'store'];
const feature = [...pure, 'conversion', 'scene', 'ui', 'features', 'workers/client'];
const ports = [
  ...['workers/port', 'workers/supervisor', 'workers/worker-line', 'workers/latest-work'],
  ...['workers/kept-worker', 'workers/worker-life'],
];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  contract: ['model'],
  conversion: ['model', 'contract', 'web-ifc'],
  // Real files for its tests, and the thread that a test opens them in.
  'conversion/testing': ['model', 'contract', 'node:'],
  simulation: ['model'],
  store: ['model', 'contract'],
  'store/use-store': ['model', 'contract', 'react'],
  ui: ['model', 'react', '@mantine', '@tabler'],
  scene: ['model', 'contract', 'store', 'react', 'cesium', 'resium'],
  // Puts a globe on a page for the browser tests of layers.
  'scene/testing': ['model', 'contract', 'store', 'react', 'react-dom', 'cesium'],
  // What a feature declares: the type that every feature's index.ts fulfils.
  features: [...pure, 'scene', 'react'],
  'features/index': feature,
  'features/contract': pure,
  'features/kernel': pure,
  'features/state': pure,
  'features/messages': pure,
  'features/session': [...feature, ...ports],
  'features/layer': [...feature, 'cesium'],
  'features/panel': [...feature, 'react'],
  'features/inspector': [...feature, 'react'],
  // One building alone, without the globe.
  'features/close-look': [...feature, 'react', 'three'],
  'features/source': [...pure, 'node:'],
  app: [...pure, 'conversion', 'scene', 'ui', 'features', 'workers/client', 'react', 'react-dom'],
  workers: [
    'three',
    'model',
    'contract',
    'conversion',
    'simulation',
    'features/contract',
    'features/kernel',
  ],
  server: [
    ...['model', 'contract', 'conversion', 'simulation', 'features/contract', 'features/source'],
    ...['fastify', '@fastify', 'node:'],
  ],
  tools: ['model', 'contract', 'conversion', 'simulation', 'node:'],
  'tools/setup': ['model', 'contract', 'server', 'tools', 'vite', '@vitejs', 'node:'],
};
const roles = Object.keys(mayImport).flatMap((place) => place.match(/^features\/(.+)/)?.[1] ?? []);

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'workers', 'server', 'tools'].flatMap(sourcesIn);

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
}

function importsOf(file: string, text = readFileSync(join(root, file), 'utf8')): Import[] {
  const pattern =
    /(?:^|[\s;}])(?:import|from)\s*\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.tsx?)['"]/g;
  return [...text.matchAll(pattern)].map(([, from, url]) => ({
    file,
    specifier: from ?? url ?? '',
  }));
}

/** `src/features/city/kernel/filter.ts` → `features/kernel`; what has no row of its own takes its room's. */
function placeOf(path: string): string {
  const [room = '', second = '', third = ''] = path.replace(/^src\//, '').split('/');
  const stem = (name: string) => name.replace(/\..*$/, '');
  if (room === 'features' && third !== '') return `features/${stem(third)}`;
  if (room === 'workers' && stem(third) === 'client') return 'workers/client';
  if (room === 'workers' && third === '') return `workers/${stem(second)}`;
  const own = `${room}/${stem(second)}`;
  return own in mayImport ? own : room;
}

/** The folder in which imports are written with `./`. */
const homeOf = (path: string): string =>
  /^(src\/features\/[^/]+\/|src\/[^/]+\/|tools\/setup\/|[^/]+\/)/.exec(path)?.[0] ?? '';

/** Path of the file that a specifier names; undefined for a package. */
function targetOf({ file, specifier }: Import): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const alias = /^#([^/]+)\/?(.*)$/.exec(specifier);
  if (!alias) return undefined;
  const [, room = '', rest = ''] = alias;
  const folder = ['workers', 'server', 'tools'].includes(room) ? room : `src/${room}`;
  return `${folder}/${rest || 'index.ts'}`;
}

/** One sentence where the import breaks the table, else undefined. */
function complaint(one: Import): string | undefined {
  const { file, specifier } = one;
  const place = placeOf(file);
  const allowed = mayImport[place] ?? mayImport[place.split('/')[0] ?? ''];
  const line = `${file} imports ${specifier}`;
  if (!allowed) return `${file} lies in ${place}, which has no row in the table`;
  const target = targetOf(one);
  if (target === undefined) {
    const isListed = allowed.some((name) => isPartOf(specifier, name));
    const isFree = !frameworks.some((name) => isPartOf(specifier, name));
    return isListed || isFree ? undefined : `${line}: ${place} may not use this package`;
  }
  const isHome = homeOf(file) === homeOf(target);
  if (isHome !== specifier.startsWith('.')) {
    return `${line}: write ${isHome ? 'a relative path' : 'an alias'} here`;
  }
  const targetPlace = placeOf(target);
  if (isHome) return isRoleKept(place, targetPlace) ? undefined : `${line}: ${place} may not`;
  const isEntry = !targetPlace.startsWith('features/') || isEntryFor(place, targetPlace);
  const isAllowed = [targetPlace, targetPlace.split('/')[0]].some((name) =>
    allowed.includes(name ?? ''),
  );
  return isAllowed && isEntry ? undefined : `${line}: ${place} may not import ${targetPlace}`;
}

const isPartOf = (specifier: string, name: string) =>
  specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`);

/** Inside a feature, what runs anywhere imports only what runs anywhere too. */
function isRoleKept(place: string, target: string): boolean {
  const anywhere = ['features/contract', 'features/kernel', 'features/state', 'features/messages'];
  return !anywhere.includes(place) || anywhere.includes(target);
}

/** Nobody imports past a feature's index.ts, but for the roles that its worker or its server runs. */
const isEntryFor = (place: string, target: string) =>
  (place === 'app' && target === 'features/index') || mayImport[place]?.includes(target) === true;

describe('the architecture', () => {
  it('lets every file import only what its place may', () => {
    const complaints = files
      .flatMap((file) => importsOf(file))
      .flatMap((one) => complaint(one) ?? []);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['src/model/a.ts', `import { x } from '#store/store.ts';`],
    ['src/model/a.ts', `import { readFileSync } from 'node:fs';`],
    ['src/model/a.ts', `import { x } from '../store/store.ts';`],
    ['src/store/a.ts', `import { useState } from 'react';`],
    ['src/ui/A.tsx', `import type { AppState } from '#store/store.ts';`],
    ['src/conversion/a/b.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/features/city/panel.tsx', `const cesium = await import('cesium');`],
    ['src/features/city/panel.tsx', `import { x } from '#features/flood/index.ts';`],
    ['src/features/city/kernel/a.ts', `import { x } from '../layer.ts';`],
    ['src/features/city/kernel.ts', `export * from '#scene/layer.ts';`],
    ['src/features/city/layer.ts', `import { x } from '#app/features.ts';`],
    ['src/features/city/layer.ts', `import { x } from '#features/city/state.ts';`],
    ['src/app/a.ts', `import { x } from '#features/city/state.ts';`],
    ['workers/city/worker.ts', `import { x } from '#features/city/layer.ts';`],
    ['src/features/city/session.ts', `import { x } from '#workers/city/service.ts';`],
    ['src/scene/a.ts', `new Worker(new URL('../../workers/city/worker.ts', import.meta.url))`],
    ['server/a.ts', `import { x } from '#tools/ingest.ts';`],
    ['tools/a.ts', `import '#server/app.ts';`],
  ])('would notice %s with %s', (file, text) => {
    expect(importsOf(file, text).map(complaint)).toEqual([expect.stringContaining(file)]);
  });

  it.each([
    ['src/features/city/index.ts', `const panel = () => import('./panel.tsx');`],
    ['src/features/city/session.ts', `import { x } from '#workers/city/client.ts';`],
    ['src/app/features.ts', `import { city } from '#features/city/index.ts';`],
    ['workers/city/service.ts', `import { x } from '#features/city/kernel/filter.ts';`],
    ['src/ui/A.tsx', `import { Button } from '@mantine/core';`],
  ])('has nothing against %s with %s', (file, text) => {
    expect(importsOf(file, text).map(complaint)).toEqual([undefined]);
  });

  it('finds imports in every file that has some', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => importsOf(file)).length).toBeGreaterThan(files.length);
  });

  it('has a row for every role file of every feature, and a declaration and words in each', () => {
    const folders = readdirSync(join(root, 'src/features'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    for (const name of folders) {
      for (const needed of ['index.ts', 'messages.ts']) {
        expect(existsSync(join(root, 'src/features', name, needed)), `${name}/${needed}`).toBe(
          true,
        );
      }
    }
    const unknown = files.filter(
      (file) =>
        /^src\/features\/[^/]+\//.test(file) &&
        !roles.some((role) => placeOf(file) === `features/${role}`),
    );
    expect(unknown).toEqual([]);
  });
});
