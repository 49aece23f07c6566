import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import { type FootCrossing, footCrossings, pavementsM } from './foot-crossings.ts';
import { createStreetNames } from './names.ts';
import { greatRoads } from './plan.ts';
import { distance, middle, subtract } from './plane.ts';
import { site } from './site.ts';
import { layOut, type Street } from './streets.ts';

let streets: readonly Street[] = [];
let crossings: readonly FootCrossing[] = [];

beforeAll(() => {
  const random = createRandom('crossings');
  const names = createStreetNames(
    random.fork('names'),
    greatRoads.map(({ name }) => name),
  );
  streets = layOut(random.fork('streets'), names).streets;
  crossings = footCrossings(streets);
});

/** The street that lies under the middle of a crossing. */
const crossed = (crossing: FootCrossing): Street | undefined => {
  const at = middle(...crossing);
  return streets.find(({ from, to, widthM }) => {
    const lengthM = distance(from, to);
    const detour = distance(from, at) + distance(at, to) - lengthM;
    return detour < 1e-6 && Math.abs(distance(...crossing) - (widthM - pavementsM)) < 1e-6;
  });
};

describe('crossings for people on foot', () => {
  it('are many, from pavement to pavement, square over one of the greater streets', () => {
    expect(crossings.length).toBeGreaterThan(400);
    for (const crossing of crossings) {
      const street = crossed(crossing);
      expect(['arterial', 'collector', 'quay']).toContain(street?.class);
      const over = subtract(crossing[1], crossing[0]);
      const along = subtract(street!.to, street!.from);
      expect(Math.abs(over.x * along.x + over.y * along.y)).toBeLessThan(1e-3);
    }
  });

  it('never lie on a bridge', () => {
    for (const crossing of crossings) {
      const off = Math.abs(middle(...crossing).x - site.river.x);
      expect(off).toBeGreaterThan(site.river.halfWidth);
    }
  });
});
