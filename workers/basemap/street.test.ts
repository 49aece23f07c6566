import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TileFeature } from '#conversion/basemap/schema.ts';
import { joinLines, joinStreets } from './street.ts';
import { lettersAlong, type NameOptions, placeStreetNames } from './street-names.ts';

const road = (name: string, ...line: number[]): TileFeature => ({
  shape: 'line',
  properties: { name, kind_detail: 'residential' },
  parts: [Int32Array.from(line)],
});

const options: NameOptions = {
  tilePx: 512,
  scale: 0.125,
  offsetX: 0,
  offsetY: 0,
  language: 'en',
  sizePx: () => 12,
  leastRank: 1,
  measure: (text, sizePx) => Array.from(text, () => sizePx * 0.6),
};

describe('joining streets', () => {
  it('joins pieces end to end whichever way they run', () => {
    const joined = joinLines([
      [10, 0, 20, 0],
      [30, 0, 20, 0],
      [10, 0, 0, 0],
    ]);
    expect(joined).toHaveLength(1);
    const xs = joined[0]!.filter((_, index) => index % 2 === 0);
    expect(xs.toSorted((a, b) => a - b)).toEqual([0, 10, 20, 30]);
  });

  it('keeps the whole length', () => {
    const coordinate = fc.integer({ min: 0, max: 6 });
    const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 });
    const lengthOf = (all: readonly (readonly number[])[]) =>
      all.reduce((sum, one) => {
        for (let at = 0; at + 3 < one.length; at += 2) {
          sum += Math.hypot(one[at + 2]! - one[at]!, one[at + 3]! - one[at + 1]!);
        }
        return sum;
      }, 0);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const flat = lines.map((one) => one.flat());
        expect(lengthOf(joinLines(flat))).toBeCloseTo(lengthOf(flat), 6);
      }),
    );
  });
});

describe('names along streets', () => {
  it('stand in the middle of a straight street, left to right', () => {
    const [name] = placeStreetNames(joinStreets([road('High St', 4096, 2048, 0, 2048)]), options);
    expect(name?.letters.map(({ text }) => text).join('')).toBe('High St');
    const xs = name!.letters.map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect((xs[0]! + xs.at(-1)!) / 2).toBeCloseTo(256, 0);
    expect(name!.letters.every(({ y, angle }) => y === 256 && Math.abs(angle) < 1e-9)).toBe(true);
  });

  it('are left out where the street is too short or bends too much', () => {
    expect(
      placeStreetNames(joinStreets([road('Long Name', 2000, 2000, 2100, 2000)]), options),
    ).toEqual([]);
    const corner = [0, 0, 20, 0, 20, 200];
    expect(lettersAlong(corner, 'abcdef', [7, 7, 7, 7, 7, 7], 0)).toBeUndefined();
  });

  it('never lie over each other or over the edge of the tile', () => {
    const coordinate = fc.integer({ min: -64, max: 4160 });
    const streets = fc.array(
      fc.tuple(
        fc.constantFrom('Via Roma', 'Borgo', 'Lungarno', '主街', 'Corso dei Tintori'),
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 }),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(streets, (lines) => {
        const roads = lines.map(([name, line]) => road(name, ...line.flat()));
        const letters = placeStreetNames(joinStreets(roads), options).map((name) => name.letters);
        for (const [index, name] of letters.entries()) {
          for (const { x, y } of name) {
            // Half a letter of 12 px in every direction.
            expect(Math.min(x, y, 512 - x, 512 - y)).toBeGreaterThan(6);
          }
          for (const other of letters.slice(index + 1)) {
            for (const a of name) {
              for (const b of other) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(12);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are in the language wanted where the map has it', () => {
    const street = { ...road('Hauptstraße', 0, 2048, 4096, 2048) };
    const named = { ...street, properties: { ...street.properties, 'name:zh': '主街' } };
    const say = (language: 'en' | 'zh') =>
      placeStreetNames(joinStreets([named]), { ...options, language })[0]?.text;
    expect(say('zh')).toBe('主街');
    expect(say('en')).toBe('Hauptstraße');
  });
});
