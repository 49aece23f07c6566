import { fileURLToPath } from 'node:url';
import { init } from 'license-checker-rseidelsohn';
import { describe, expect, it } from 'vitest';

// Permissive ones; CC-BY covers data alone, and MPL-2.0 asks for its files only when they are changed.
const permissive = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC-BY-3.0'],
  ...['CC-BY-4.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Whether an SPDX expression lets us choose permissive licences alone. */
const isPermissive = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => permissive.has(licence)));

/** `name@version` → licence of everything installed, for production and for development. */
const installed = (): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    const start = fileURLToPath(new URL('..', import.meta.url));
    init({ start, excludePrivatePackages: true }, (error, packages) => {
      if (error) return reject(error);
      const named = Object.entries(packages).map(([name, { licenses }]) => [
        name,
        [licenses ?? 'unknown'].flat().join(' AND '),
      ]);
      resolve(Object.fromEntries(named));
    });
  });

describe('the licences of our dependencies', () => {
  it('are all permissive', async () => {
    const licences = await installed();
    expect(Object.keys(licences).length).toBeGreaterThan(100);
    const others = Object.entries(licences).filter(([, licence]) => !isPermissive(licence));
    expect(others).toEqual([]);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'UNKNOWN', 'MIT*', 'SSPL-1.0', 'MIT AND GPL-2.0', ''])(
    'would not be, with “%s” among them',
    (licence) => expect(isPermissive(licence)).toBe(false),
  );

  it.each(['MIT', '(MPL-2.0 OR Apache-2.0)', '(GPL-2.0 OR MIT)', '(MIT AND Zlib)'])(
    'may be “%s”',
    (licence) => expect(isPermissive(licence)).toBe(true),
  );
});
