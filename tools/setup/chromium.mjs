// Where the browser for tests, benches and pictures is. JavaScript, since it runs before anything is installed.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Software rendering, nothing sent home. */
export const chromiumArguments = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // WebGPU in software, for the flood's kernels.
  '--enable-unsafe-webgpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Path of an installed Chromium: `PANOPOLIS_CHROMIUM` or the first one on the path.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.PANOPOLIS_CHROMIUM;
  if (named) return named;
  for (const name of names) {
    try {
      return execFileSync('which', [name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      // Not there: try the next name.
    }
  }
  return places.find((place) => existsSync(place));
}
