import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeptGlobe } from './kept-globe.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'globe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = { level: 2, x: 3, y: 1 };

describe('tiles of the bare globe', () => {
  it('are found again by whoever comes next', () => {
    const first = openKeptGlobe(folder);
    expect(first?.find(key)).toBeUndefined();
    first?.add(key, Uint8Array.of(1, 2, 3));
    first?.add({ ...key, x: 4 }, Uint8Array.of(9));
    first?.save();
    expect(readdirSync(folder)).toEqual(['globe.bin']);
    const next = openKeptGlobe(folder);
    expect(next?.find(key)).toEqual(Uint8Array.of(1, 2, 3));
    expect(next?.find({ ...key, x: 4 })).toEqual(Uint8Array.of(9));
    expect(next?.find({ ...key, y: 0 })).toBeUndefined();
  });

  it.each([
    ['is cut short', Uint8Array.of(14, 0, 0, 0, ...new TextEncoder().encode('{"2/3/1":5}   '), 1)],
    ['is something else', new TextEncoder().encode('no globe at all')],
    ['is empty', new Uint8Array(0)],
  ])('are made anew where the file %s', (_, bytes) => {
    writeFileSync(join(folder, 'globe.bin'), bytes);
    expect(openKeptGlobe(folder)?.find(key)).toBeUndefined();
  });

  it('are not kept where there is no folder for them', () => {
    expect(openKeptGlobe(undefined)).toBeUndefined();
    const lost = openKeptGlobe(join(folder, 'gone'));
    lost?.add(key, Uint8Array.of(1));
    expect(() => lost?.save()).not.toThrow();
  });
});
