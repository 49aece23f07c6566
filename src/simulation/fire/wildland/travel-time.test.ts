import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BurnProbability, type BurnProgress, burnProbability } from './burn-probability.ts';
import { fireEllipse, fireSize } from './ellipse.ts';
import { createNeighbours } from './neighbours.ts';
import { createTravelTime, type FireField } from './travel-time.ts';

const aField = (
  width: number,
  height: number,
  cellM: number,
  fire: Partial<Record<string, number>> = {},
): FireField => {
  const fill = (value: number) => new Float64Array(width * height).fill(value);
  return {
    ...{ width, height, cellM, rateMs: fill(fire.rateMs ?? 0.2) },
    ...{ headingRad: fill(fire.headingRad ?? 0), lengthToWidth: fill(fire.lengthToWidth ?? 1) },
  };
};

const arrivals = (field: FireField, cell: number, untilS = Infinity) => {
  const arrivalS = new Float64Array(field.rateMs.length);
  createTravelTime(field).run([cell], untilS, arrivalS);
  return arrivalS;
};

describe('minimum travel time', () => {
  it('grows ELMFIRE’s ellipse of 6 h to 1 % in area and in distance of the head', () => {
    const rateMs = 843.99 / 3600;
    const ellipse = fireEllipse(rateMs, 2.236);
    const field = aField(152, 300, 20, { rateMs, lengthToWidth: 2.236 });
    const row = 20;
    const arrivalS = arrivals(field, row * 152 + 76, 6 * 3600);
    const burned = [...arrivalS].flatMap((time, cell) => (time < Infinity ? [cell] : []));
    const areaM2 = burned.length * 400;
    expect(Math.abs(areaM2 / fireSize(ellipse, 6 * 3600).areaM2 - 1)).toBeLessThan(0.01);
    const headM = (Math.floor(burned.at(-1)! / 152) - row) * 20;
    expect(Math.abs(headM / (rateMs * 6 * 3600) - 1)).toBeLessThan(0.01);
  });

  it('errs less on finer cells', () => {
    const errors = [40, 20].map((cellM) => {
      const side = 6000 / cellM + 1;
      const field = aField(side, side, cellM, { rateMs: 0.2, lengthToWidth: 2, headingRad: 0.7 });
      const arrivalS = arrivals(field, (side * side - 1) / 2, 3 * 3600);
      const area = arrivalS.filter((time) => time < Infinity).length * cellM ** 2;
      return Math.abs(area / fireSize(fireEllipse(0.2, 2), 3 * 3600).areaM2 - 1);
    });
    expect(errors[1]).toBeLessThan(errors[0]!);
    expect(errors[1]).toBeLessThan(0.01);
  });

  it('spreads alike all round in calm', () => {
    const arrivalS = arrivals(aField(41, 41, 10), 20 * 41 + 20);
    for (let y = 0; y < 41; y++)
      for (let x = 0; x < 41; x++) {
        expect(arrivalS[y * 41 + x]).toBeCloseTo(arrivalS[x * 41 + y]!, 6);
        expect(arrivalS[y * 41 + x]).toBeCloseTo(arrivalS[(40 - y) * 41 + x]!, 6);
        const exact = (Math.hypot(x - 20, y - 20) * 10) / 0.2;
        // A chord between two directions 13° apart or less.
        expect(arrivalS[y * 41 + x]! - exact).toBeGreaterThan(-1e-6);
        expect(arrivalS[y * 41 + x]!).toBeLessThanOrEqual(exact * 1.01);
      }
  });

  it('goes round what does not burn, and never through', () => {
    const field = aField(21, 21, 10);
    for (let y = 0; y < 18; y++) for (let x = 9; x < 12; x++) field.rateMs[y * 21 + x] = 0;
    const arrivalS = arrivals(field, 2);
    expect(arrivalS[10]).toBe(Infinity);
    // By the end of the wall, 18 cells up and 18 down again.
    expect(arrivalS[20]!).toBeGreaterThan((2 * Math.hypot(16, 6) * 10) / 0.2);
    for (let y = 18; y < 21; y++) for (let x = 9; x < 12; x++) field.rateMs[y * 21 + x] = 0;
    expect(arrivals(field, 2)[20]).toBe(Infinity);
  });

  it('is never later than any chain of straight ways, never sooner than the fastest head', () => {
    const cell = fc.record({
      rateMs: fc.constantFrom(0, 0.1, 0.3),
      headingRad: fc.double({ min: 0, max: 6, noNaN: true }),
      lengthToWidth: fc.double({ min: 1, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 64, maxLength: 64 }), (cells) => {
        const field: FireField = {
          ...{ width: 8, height: 8, cellM: 10 },
          rateMs: Float64Array.from(cells, ({ rateMs }) => rateMs),
          headingRad: Float64Array.from(cells, ({ headingRad }) => headingRad),
          lengthToWidth: Float64Array.from(cells, ({ lengthToWidth }) => lengthToWidth),
        };
        const arrivalS = arrivals(field, 27);
        const brute = byRelaxing(field, 27);
        for (let at = 0; at < 64; at++) {
          expect(Number.isFinite(arrivalS[at]!)).toBe(Number.isFinite(brute[at]!));
          if (!Number.isFinite(brute[at]!)) continue;
          expect(arrivalS[at]!).toBeLessThanOrEqual(brute[at]! + 1e-6);
          const distance = Math.hypot((at % 8) - 3, Math.floor(at / 8) - 3) * 10;
          expect(arrivalS[at]!).toBeGreaterThanOrEqual(distance / 0.3 - 1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes the sooner of two fires, and stops in time', () => {
    const field = aField(31, 5, 10);
    const both = new Float64Array(155);
    const reached = createTravelTime(field).run([62, 92], 400, both);
    const [left, right] = [arrivals(field, 62), arrivals(field, 92)];
    both.forEach((time, at) => {
      const sooner = Math.min(left[at]!, right[at]!);
      expect(time).toBe(sooner <= 400 ? sooner : Infinity);
    });
    expect(reached).toBe(both.filter((time) => time < Infinity).length);
  });

  it('says which input can’t be', () => {
    const field = aField(3, 3, 10);
    const run = createTravelTime(field);
    expect(() => run.run([9], 1, new Float64Array(9))).toThrow(
      'The fire begins in cell 9; 0 to 8 are expected.',
    );
    expect(() => run.run([0], 1, new Float64Array(4))).toThrow('Arrivals are 4; 9 are expected.');
    expect(() => createTravelTime(aField(3, 3, 10, { rateMs: -1 }))).toThrow(
      'Cell 0 spreads -1 m/s; 0 or more is expected.',
    );
    expect(() => createTravelTime(aField(3, 3, 0))).toThrow(
      'Cells are 0 m wide; more than 0 is expected.',
    );
  });
});

describe('the neighbours of a cell', () => {
  it('are 8, 32 and 176, and their ways cross cells from one to the other', () => {
    expect([1, 3, 8].map((reach) => createNeighbours(reach).length)).toEqual([8, 32, 176]);
    for (const { east, north, crossed } of createNeighbours(5)) {
      expect(crossed[0]).toMatchObject({ east: 0, north: 0 });
      expect(crossed.at(-1)).toMatchObject({ east, north });
      expect(crossed.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('burn probability', () => {
  const options = { members: 40, seed: 7 };
  const scenarios = [
    { field: aField(30, 30, 20, { lengthToWidth: 2 }), weight: 3, durationS: 900 },
    { field: aField(30, 30, 20, { headingRad: 2, lengthToWidth: 3 }), weight: 1, durationS: 1800 },
  ];

  it('counts in how many fires a cell burned, and tells each of them', () => {
    const { progress, result } = drain(burnProbability(scenarios, options));
    expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    const cells = result.probability.reduce((sum, share) => sum + share * 40, 0);
    expect(cells * 400).toBeCloseTo(
      result.burnedM2.reduce((sum, area) => sum + area, 0),
      6,
    );
    expect(Math.max(...result.probability)).toBeLessThanOrEqual(1);
  });

  it('gives the same bytes for the same seed, others for another', () => {
    const first = drain(burnProbability(scenarios, options)).result;
    expect(drain(burnProbability(scenarios, options)).result).toEqual(first);
    const other = drain(burnProbability(scenarios, { ...options, seed: 8 })).result;
    expect(other.probability).not.toEqual(first.probability);
  });

  it('is 1 everywhere a fire always comes, 0 where nothing burns', () => {
    const field = aField(10, 10, 10);
    field.rateMs[55] = 0;
    const always = [{ field, weight: 1, durationS: 1e6 }];
    const { probability } = drain(burnProbability(always, options)).result;
    expect(probability[55]).toBe(0);
    expect(probability.filter((share) => share === 1).length).toBe(99);
  });

  it('lights fires only where fires begin', () => {
    const ignitionWeight = new Float64Array(900);
    ignitionWeight[123] = 1;
    const still = [{ field: aField(30, 30, 20), weight: 1, durationS: 0 }];
    const { probability } = drain(burnProbability(still, { ...options, ignitionWeight })).result;
    expect(probability[123]).toBe(1);
    expect(probability.reduce((sum, share) => sum + share, 0)).toBe(1);
  });

  it('says which input can’t be', () => {
    expect(() => drain(burnProbability([], options))).toThrow(
      'There is no weather; at least one scenario is expected.',
    );
    expect(() => drain(burnProbability(scenarios, { members: 0, seed: 1 }))).toThrow(
      'There are 0 members; a whole number above 0 is expected.',
    );
    const bare = [{ field: aField(3, 3, 10, { rateMs: 0 }), weight: 1, durationS: 1 }];
    expect(() => drain(burnProbability(bare, options))).toThrow(
      'Nothing has a weight of ignition above 0.',
    );
  });
});

function drain(run: Generator<BurnProgress, BurnProbability>) {
  const progress: BurnProgress[] = [];
  for (;;) {
    const next = run.next();
    if (next.done) return { progress, result: next.value };
    progress.push(next.value);
  }
}

/** Until nothing gets sooner: straight ways only, by the polar form of the ellipse. */
function byRelaxing(field: FireField, from: number): Float64Array {
  const { width, height, cellM, rateMs, headingRad, lengthToWidth } = field;
  const times = new Float64Array(rateMs.length).fill(Infinity);
  if (rateMs[from]! > 0) times[from] = 0;
  const ways = createNeighbours(3);
  for (let changed = true; changed; ) {
    changed = false;
    for (let cell = 0; cell < times.length; cell++)
      for (const { east, north, lengthCells, crossed } of ways) {
        const x = (cell % width) + east;
        const y = Math.floor(cell / width) + north;
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        let time = times[cell]!;
        for (const step of crossed) {
          const over = cell + step.north * width + step.east;
          const { headMs, eccentricity } = fireEllipse(rateMs[over]!, lengthToWidth[over]!);
          const angle = Math.atan2(east, north) - headingRad[over]!;
          const rate = (headMs * (1 - eccentricity)) / (1 - eccentricity * Math.cos(angle));
          time += (step.share * lengthCells * cellM) / rate;
        }
        const to = y * width + x;
        if (time < times[to]! - 1e-9) {
          times[to] = time;
          changed = true;
        }
      }
  }
  return times;
}
