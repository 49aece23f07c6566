import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

it('repeats the sequence of a seed and differs between seeds', () => {
  expect(draw('a', 100)).toEqual(draw('a', 100));
  expect(draw('a', 5)).not.toEqual(draw('b', 5));
});

it('forks sequences that do not depend on how far the parent has run', () => {
  const early = createRandom('s');
  const late = createRandom('s');
  late.next();
  expect(early.fork('trees').next()).toBe(late.fork('trees').next());
  expect(early.fork('trees').next()).not.toBe(early.fork('roofs').next());
});

it('spreads evenly over ten bins', () => {
  const bins = new Array<number>(10).fill(0);
  for (const value of draw('even', 100_000)) bins[Math.floor(value * 10)]!++;
  // 10,000 expected, standard deviation 95: six of them never happen by chance.
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(570);
});

it('keeps whole numbers and ranges within their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, low, span) => {
      const random = createRandom(seed);
      for (let step = 0; step < 20; step++) {
        const whole = random.whole(low, low + span);
        expect(Number.isInteger(whole) && whole >= low && whole <= low + span).toBe(true);
        const value = random.between(low, low + 1);
        expect(value >= low && value < low + 1).toBe(true);
      }
    }),
  );
});

it('refuses to pick from nothing', () => {
  expect(() => createRandom('x').pick([])).toThrow('empty list');
});
