// What a visitor downloads, gzipped. The shell is whatever the page itself asks for, so that a chunk that
// slips into the first paint counts there.

import { readdirSync, readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const shell = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
  ([, file]) => `dist/${file}`,
);
const later = readdirSync('dist/assets')
  .filter((file) => /\.(js|css)$/.test(file))
  .map((file) => `dist/assets/${file}`)
  .filter((file) => !shell.includes(file));

// Measured sizes and a little: 360 kB with placing by hand and the links of sections and fires; 5,808 kB with the
// threads of fire’s ensembles, of which 1,870 kB are the geoid.
export default [
  { name: 'the shell, before the globe', path: shell, limit: '364 kB', gzip: true },
  {
    name: 'the globe and all else that is fetched when needed',
    path: later,
    limit: '5840 kB',
    gzip: true,
  },
];
