import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBuildings } from '../town/read-buildings.ts';
import { aRiskyTown } from './a-risky-town.ts';
import { readVegetation, shareAround, toSums } from './vegetation.ts';

it('gives the share of a square around a point, as counting its cells does', () => {
  const grid = fc.record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    seed: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 144, maxLength: 144 }),
    x: fc.integer({ min: -3, max: 15 }),
    y: fc.integer({ min: -3, max: 15 }),
    reach: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(grid, ({ width, height, seed, x, y, reach }) => {
      const cover = Uint8Array.from(seed.slice(0, width * height));
      const counts = Uint8Array.of(0, 1, 0);
      let [cells, found] = [0, 0];
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
          const isIn = column >= x - reach && column < x + reach;
          if (!isIn || row < y - reach || row >= y + reach) continue;
          cells++;
          found += counts[cover[row * width + column]!]!;
        }
      const share = shareAround(
        toSums(cover, counts, width, height),
        { width, height },
        x,
        y,
        reach,
      );
      expect(share).toBeCloseTo(cells === 0 ? 0 : found / cells, 12);
    }),
  );
});

it('knows nothing where the city has no map', async () => {
  const { city, read } = aRiskyTown([{ use: 'retail' }]);
  const town = await readBuildings(read, city);
  expect(town && (await readVegetation(read, city, town))).toBeUndefined();
});
