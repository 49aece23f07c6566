import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TileFeature } from './schema.ts';
import { countFeatures, formatVectorTile, parseVectorTile } from './vector-tile.ts';

const unit = fc.integer({ min: -64, max: 4160 });
const pairs = (least: number) =>
  fc.array(fc.tuple(unit, unit), { minLength: least, maxLength: 12 }).map((all) => all.flat());
const properties = fc.dictionary(
  fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
  fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true }).filter((n) => n !== 0),
  ),
  { maxKeys: 5 },
);
const feature: fc.Arbitrary<TileFeature> = fc.oneof(
  fc.record({
    shape: fc.constant('point' as const),
    properties,
    parts: pairs(1)
      .map((part) => part.slice(0, 2))
      .map((part) => [Int32Array.from(part)]),
  }),
  fc.record({
    shape: fc.constant('line' as const),
    properties,
    parts: fc.array(
      pairs(2).map((part) => Int32Array.from(part)),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    shape: fc.constant('polygon' as const),
    properties,
    parts: fc.array(
      pairs(3).map((part) => Int32Array.from([...part, part[0]!, part[1]!])),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

describe('vector tiles', () => {
  it('come back from their bytes as they went in', () => {
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 8 }), (features) => {
        const bytes = formatVectorTile([['roads', features]]);
        expect(parseVectorTile(bytes).get('roads')).toEqual(
          features.map((one) => ({ ...one, properties: { ...one.properties } })),
        );
        expect(countFeatures(bytes)).toBe(features.length);
      }),
    );
  });

  it('leave out layers that are empty', () => {
    expect(formatVectorTile([['water', []]])).toHaveLength(0);
  });

  it('throw on bytes that are none', () => {
    expect(() => parseVectorTile(Uint8Array.of(26, 200, 1, 2, 3))).toThrow();
  });
});
