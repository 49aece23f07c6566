import { describe, expect, it } from 'vitest';
import { aSite } from '../forcing/a-site.ts';
import { createForcing } from '../forcing/create-forcing.ts';
import type { ForcingSource } from '../forcing/parts.ts';
import { SolverLostError } from '../parts.ts';
import { createReferenceSolver } from '../reference/index.ts';
import { createCollector } from './collect.ts';
import { drawMembers, inverseNormal } from './draw-members.ts';
import type { EnsembleOutcome, EnsembleWish } from './parts.ts';
import { correlatedNoise, perturbGrid, perturbSource } from './perturb.ts';
import { type EnsembleSetup, runEnsemble } from './run-ensemble.ts';

const wish: EnsembleWish = {
  ...{ members: 8, seed: 'river', inflowSpread: 0.3, levelErrorM: 0.1, breachSpread: 0.4 },
  ...{ roughnessSpread: 0.2, demErrorM: 0.1, demReachM: 40, thresholdsM: [0.05, 0.3, 0.6] },
};
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the members of an ensemble', () => {
  it('are the same for the same seed and others for another', () => {
    expect(drawMembers(wish)).toEqual(drawMembers(wish));
    expect(drawMembers({ ...wish, seed: 'other' })).not.toEqual(drawMembers(wish));
  });

  it('fill every stratum: median 1 and the spread that was asked for', () => {
    const drawn = drawMembers({ ...wish, members: 400 });
    const logs = drawn.map(({ inflow }) => Math.log(inflow));
    expect(mean(logs)).toBeCloseTo(0, 2);
    const sigma = Math.sqrt(Math.log(1 + 0.3 ** 2));
    expect(Math.sqrt(mean(logs.map((log) => log * log)))).toBeCloseTo(sigma, 2);
    expect(drawn.filter(({ inflow }) => inflow < 1)).toHaveLength(200);
    expect(mean(drawn.map(({ levelM }) => levelM))).toBeCloseTo(0, 3);
    // No variable follows another.
    const together = mean(drawn.map(({ inflow, breach }) => Math.log(inflow) * Math.log(breach)));
    expect(Math.abs(together)).toBeLessThan(0.02);
  });

  it('are all as drawn by the person where nothing is uncertain', () => {
    const sure = { ...wish, inflowSpread: 0, levelErrorM: 0, breachSpread: 0, roughnessSpread: 0 };
    for (const { inflow, levelM, breach, roughness } of drawMembers(sure))
      expect([inflow, Math.abs(levelM), breach, roughness]).toEqual([1, 0, 1, 1]);
  });

  it('knows the quantiles of the normal distribution', () => {
    expect(inverseNormal(0.5)).toBeCloseTo(0, 12);
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 7);
    expect(inverseNormal(0.001)).toBeCloseTo(-3.090232306167813, 7);
  });
});

describe('what is uncertain', () => {
  it('is the ground: unit variance everywhere, alike nearby, unlike far away', () => {
    const size = { width: 24, height: 24 };
    const fields = Array.from({ length: 600 }, (_, k) => correlatedNoise(size, 5, `${k}`));
    const at = (x: number, y: number) => fields.map((field) => field[y * 24 + x] ?? 0);
    const product = (a: number[], b: number[]) => mean(a.map((value, k) => value * (b[k] ?? 0)));
    for (const [x, y] of [
      [0, 0],
      [7, 3],
      [12, 17],
      [23, 23],
    ] as const)
      expect(product(at(x, y), at(x, y))).toBeCloseTo(1, 0);
    expect(product(at(7, 7), at(8, 7))).toBeGreaterThan(0.6);
    expect(Math.abs(product(at(3, 3), at(18, 18)))).toBeLessThan(0.15);
  });

  it('leaves rivers at rest and roughens the rest', () => {
    const { grid } = aSite({ width: 4, height: 1 });
    const depthM = Float32Array.of(2, 0, 0, 0);
    const [member] = drawMembers(wish);
    const drawn = perturbGrid(grid, member!, wish, depthM);
    expect(drawn.zM[0]).toBe(0);
    expect(drawn.zM[2]).not.toBe(0);
    expect(drawn.manning[1]).toBeCloseTo(0.03 * member!.roughness, 6);
    expect(grid.zM[2]).toBe(0);
  });

  it('is the breach, but never wider than its line', () => {
    const site = aSite({ width: 20, height: 10, cellM: 5 });
    const breach: ForcingSource = {
      ...{ id: 'b', name: 'b', kind: 'breach', atS: 0, growthS: 0, widthM: 30 },
      line: [
        [20, 5],
        [20, 45],
      ],
    };
    const member = { inflow: 1, levelM: 0, breach: 1.2, roughness: 1, groundSeed: '' };
    expect(perturbSource(breach, member, site)).toMatchObject({ widthM: 36 });
    expect(perturbSource(breach, { ...member, breach: 3 }, site)).toMatchObject({ widthM: 40 });
  });
});

describe('a collector', () => {
  it('counts and ranks what the members did', () => {
    const collector = createCollector(2, [0.1, 0.5], 10);
    for (const [first, arrivesS] of [
      [0.2, 10],
      [0.6, 20],
      [0.7, 30],
      [0, 40],
    ] as const) {
      for (let timeS = 10; timeS <= 40; timeS += 10)
        collector.sample(timeS, Float32Array.of(timeS >= arrivesS ? first : 0, 0));
      expect(collector.close()).toBe(first > 0.1 ? 1 : 0);
    }
    const { probability, arrivalS } = collector.outcome([]);
    expect([...probability[0]!]).toEqual([0.75, 0]);
    expect([...probability[1]!]).toEqual([0.5, 0]);
    expect(arrivalS.map((times) => times[0])).toEqual([10, 20, Number.NaN]);
    expect(arrivalS.map((times) => times[1])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('an ensemble', () => {
  const site = aSite({ width: 16, height: 6, cellM: 10, bedM: (x) => x * 0.01 });
  const inflow: ForcingSource = {
    ...{ id: 'q', name: 'q', kind: 'inflow', flow: [[0, 4]] },
    line: [
      [5, 5],
      [5, 55],
    ],
  };
  const setup = (changed: Partial<EnsembleWish> = {}, signal?: AbortSignal) => ({
    ...site,
    wish: { ...wish, ...changed },
    ...{ durationS: 200, sources: [inflow], ...(signal ? { signal } : {}) },
    createSolver: async (grid: typeof site.grid) =>
      createReferenceSolver(grid, { scheme: 'local-inertial' }),
    createForcing: async (grid: typeof site.grid, sources: readonly ForcingSource[]) =>
      createForcing({ ...site, grid, sources, structures: [], loss: { kind: 'none' } }),
  });
  async function last(changed: Partial<EnsembleWish> = {}): Promise<EnsembleOutcome | undefined> {
    let outcome: EnsembleOutcome | undefined;
    for await (const news of runEnsemble(setup(changed))) outcome = news.outcome ?? outcome;
    return outcome;
  }

  it('is sure where all agree and unsure where some stay dry; the same bytes twice', async () => {
    const one = await last();
    const two = await last();
    expect(two).toEqual(one);
    const [wet, deep, deeper] = one?.probability ?? [];
    expect(wet?.[2 * 16]).toBe(1);
    const shares = new Set(wet);
    expect([...shares].some((share) => share > 0 && share < 1)).toBe(true);
    wet?.forEach((share, cell) => {
      expect(deep?.[cell]).toBeLessThanOrEqual(share);
      expect(deeper?.[cell]).toBeLessThanOrEqual(deep?.[cell] ?? 0);
    });
    const [early, middle, late] = one?.arrivalS ?? [];
    early?.forEach((time, cell) => {
      if (!Number.isNaN(middle?.[cell])) expect(time).toBeLessThanOrEqual(middle?.[cell] ?? 0);
      if (!Number.isNaN(late?.[cell]))
        expect(middle?.[cell]).toBeLessThanOrEqual(late?.[cell] ?? 0);
    });
    for (const { massError } of one?.members ?? []) expect(Math.abs(massError)).toBeLessThan(1e-9);
  });

  it('is one run where nothing is uncertain', async () => {
    const sure = { inflowSpread: 0, roughnessSpread: 0, demErrorM: 0, members: 3 };
    const outcome = await last(sure);
    for (const share of outcome?.probability[0] ?? []) expect([0, 1]).toContain(share);
    expect(new Set(outcome?.members.map(({ wetCells }) => wetCells)).size).toBe(1);
  });

  it('begins the member again without the card where that is lost, and tells the same', async () => {
    const told: EnsembleOutcome[] = [];
    const asked: boolean[] = [];
    const lossy: EnsembleSetup = {
      ...setup(),
      async createSolver(grid, isCardLost) {
        asked.push(isCardLost);
        const solver = createReferenceSolver(grid, { scheme: 'local-inertial' });
        const isLost = asked.length === 3;
        return {
          ...solver,
          run(untilS) {
            if (isLost && untilS > 100) throw new SolverLostError('The graphics card was lost.');
            return solver.run(untilS);
          },
        };
      },
    };
    for await (const { outcome } of runEnsemble(lossy)) if (outcome) told.push(outcome);
    expect(asked).toEqual([false, false, false, true, true, true, true, true, true]);
    expect(told.at(-1)).toEqual(await last());
  });

  it('stops when nobody wants it any more', async () => {
    const stop = new AbortController();
    const run = async () => {
      let pieces = 0;
      for await (const _ of runEnsemble(setup({}, stop.signal))) if (++pieces === 5) stop.abort();
    };
    await expect(run()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it.each([
    [{ members: 0 }, 'An ensemble of 0 members'],
    [{ inflowSpread: -1 }, 'inflowSpread is -1'],
    [{ thresholdsM: [0.3, 0.1] }, '0.3, 0.1 m do not ascend'],
    [{ demReachM: 0 }, 'demReachM is 0 m'],
  ])('says what can’t be: %o', async (changed, sentence) => {
    await expect(last(changed)).rejects.toThrow(sentence);
  });
});
