import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aidrClass } from '../hazard/aidr-class.ts';
import { debrisVariants, ukRating } from '../hazard/uk-rating.ts';
import type { FloodState } from '../parts.ts';
import { MaximaKeeper } from './keep-maxima.ts';

type Water = readonly [depthM: number, uMs: number, vMs: number];

const stateOf = (timeS: number, cells: readonly Water[]): FloodState => ({
  timeS,
  depthM: Float32Array.from(cells, ([depth]) => depth),
  uMs: Float32Array.from(cells, ([, u]) => u),
  vMs: Float32Array.from(cells, ([, , v]) => v),
});

describe('the maxima of a run', () => {
  it('take the largest rating in time, not the product of two maxima', () => {
    const keeper = new MaximaKeeper(1);
    keeper.update(stateOf(5, [[2, 0, 0]]));
    keeper.update(stateOf(10, [[0.2, 3, 0]]));
    expect(keeper.rating('urban')[0]).toBe(2 * 0.5 + 1);
    expect(keeper.maxima().depthSpeedM2s[0]).toBeCloseTo(0.6, 6);
    expect(keeper.maxima().timeOfMaximumS[0]).toBe(5);
  });

  it('say when each depth was first exceeded and for how long', () => {
    const keeper = new MaximaKeeper(1);
    for (const [at, depth] of [0.04, 0.06, 0.2, 0.06, 0.02, 0.4].entries()) {
      keeper.update(stateOf((at + 1) * 5, [[depth, 0, 0]]));
    }
    const { arrivalS, durationS } = keeper.maxima();
    expect(arrivalS.map((values) => values[0])).toEqual([10, 15, 30]);
    expect(durationS.map((values) => values[0])).toEqual([20, 10, 5]);
  });

  it('never come where it stays dry', () => {
    const keeper = new MaximaKeeper(1);
    keeper.update(stateOf(5, [[0, 0, 0]]));
    expect(keeper.maxima().arrivalS[0]?.[0]).toBeNaN();
    expect(keeper.rating('planning')[0]).toBe(0);
    expect(keeper.aidr()[0]).toBe(0);
  });

  it('are those of all moments, cell by cell and variant by variant', () => {
    const water = fc.tuple(
      fc.float({ min: Math.fround(0.02), max: 3, noNaN: true }),
      fc.float({ min: -4, max: 4, noNaN: true }),
      fc.float({ min: -4, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(water, { minLength: 1, maxLength: 12 }), (moments) => {
        const keeper = new MaximaKeeper(1);
        for (const [at, one] of moments.entries()) keeper.update(stateOf((at + 1) * 5, [one]));
        const speedOf = ([, u, v]: Water) => Math.sqrt(u * u + v * v);
        for (const variant of debrisVariants) {
          const most = Math.max(...moments.map((one) => ukRating(one[0], speedOf(one), variant)));
          expect(keeper.rating(variant)[0]).toBeCloseTo(most, 5);
        }
        const worst = Math.max(...moments.map((one) => aidrClass(one[0], speedOf(one))));
        expect(keeper.aidr()[0]).toBe(worst);
        expect(keeper.maxima().depthM[0]).toBe(Math.max(...moments.map(([depth]) => depth)));
      }),
    );
  });

  it('go on from what was kept as if they had not stopped', () => {
    const states = [0.02, 0.5, 0.1, 0.7].map((depth, at) => stateOf((at + 1) * 5, [[depth, 1, 1]]));
    const whole = new MaximaKeeper(1);
    for (const state of states) whole.update(state);
    const first = new MaximaKeeper(1);
    for (const state of states.slice(0, 2)) first.update(state);
    const second = new MaximaKeeper(1);
    second.restore(
      first.timeS,
      first.arrays().map((array) => array.slice()),
    );
    for (const state of states.slice(2)) second.update(state);
    expect(second.arrays()).toEqual(whole.arrays());
  });

  it('refuse what is not theirs', () => {
    const keeper = new MaximaKeeper(1);
    expect(() => keeper.restore(0, [])).toThrow('Maxima have 14 arrays, but 0 came.');
  });
});
