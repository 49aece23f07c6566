import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowError } from './flow-error.ts';
import { roughFactor } from './friction.ts';
import { solveHeat } from './heat.ts';
import { readPandapipes } from './read-pandapipes.ts';
import { toHeatProblem } from './read-pandapipes-heat.ts';
import { aHeatNet } from './testing/a-heat-net.ts';
import { waterDensity, waterHeat, waterViscosity } from './water-properties.ts';

const file = fileURLToPath(
  new URL('../../../../shared/data/pipes/gas-heat/sw_heat.json', import.meta.url),
);
const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);

function errorOf(run: () => unknown): FlowError {
  try {
    run();
  } catch (error) {
    if (error instanceof FlowError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('solveHeat', () => {
  it('cools along a pipe as the exponential law says, and again on the way back', () => {
    const net = aHeatNet().plant('P').pair('P', 'A', { lengthM: 800, lossWmK: 0.4 });
    net.consumer('A', 60_000, { flowKgs: 0.5 });
    const { consumers, plants, nodeC } = solveHeat(net.problem());
    const stream = 0.5 * waterHeat(95);
    const cooled = (from: number) => 10 + (from - 10) * Math.exp((-0.4 * 800) / stream);
    const arrives = cooled(95);
    const leaves = arrives - 60_000 / stream;
    expect(consumers.supplyC[0]).toBeCloseTo(arrives, 1);
    expect(consumers.returnC[0]).toBeCloseTo(leaves, 1);
    expect(nodeC[net.back('P')]).toBeCloseTo(cooled(leaves), 1);
    expect(plants.flowKgs[0]).toBeCloseTo(0.5, 7);
  });

  it('mixes by mass where pipes meet', () => {
    const net = aHeatNet().plant('P');
    net.pair('P', 'A', { lossWmK: 0 }).pair('A', 'B', { lossWmK: 0 });
    net.consumer('A', 84_000, { flowKgs: 1 }).consumer('B', 42_000, { flowKgs: 2 });
    const { consumers, nodeC } = solveHeat(net.problem());
    const [a, b] = [...consumers.returnC];
    expect(nodeC[net.back('A')]).toBeCloseTo((a! + 2 * b!) / 3, 9);
  });

  it('lets each consumer take the flow that its heat needs at the temperature it gets', () => {
    const net = aHeatNet().plant('P').pair('P', 'A', { lengthM: 3000 });
    net.consumer('A', 100_000);
    const { consumers } = solveHeat(net.problem());
    const span = consumers.supplyC[0]! - 55;
    expect(span).toBeLessThan(39);
    expect(consumers.flowKgs[0]! * waterHeat(75) * span).toBeCloseTo(100_000, 0);
    expect(consumers.deliveredShare[0]).toBeCloseTo(1, 6);
  });

  it('loses pressure on the supply and the return as the formula of one pipe does', () => {
    const net = aHeatNet().plant('P', { liftPa: 4e5 }).pair('P', 'A', { lengthM: 500 });
    net.consumer('A', 50_000, { flowKgs: 4 });
    const { consumers } = solveHeat(net.problem());
    const area = (Math.PI / 4) * 0.01;
    const reynolds = (4 * 0.1) / (waterViscosity(95) * area);
    const factor = 64 / reynolds + roughFactor('nikuradseLiquid', 0.1, 5e-5);
    const loss = ((factor * 500) / 0.1) * (16 / (2 * waterDensity(95) * area * area));
    expect(consumers.differencePa[0]).toBeCloseTo(4e5 - 4 - 2 * loss, 0);
  });

  it('delivers less where the water comes too cold, at its greatest flow', () => {
    const net = aHeatNet()
      .plant('P', { supplyC: 60 })
      .pair('P', 'A', { lengthM: 9000, lossWmK: 1 });
    net.consumer('A', 20_000);
    const { consumers } = solveHeat(net.problem());
    expect(consumers.deliveredShare[0]).toBeLessThan(1);
  });

  it('shares the load between two plants and keeps the loop closed', () => {
    const net = aHeatNet().plant('P').plant('Q').pair('P', 'A').pair('A', 'Q', { lengthM: 300 });
    net.consumer('A', 400_000);
    const { plants, imbalanceKgs, consumers } = solveHeat(net.problem());
    expect(plants.flowKgs[0]).toBeGreaterThan(plants.flowKgs[1]!);
    expect(plants.flowKgs[1]).toBeGreaterThan(0);
    expect(sum(plants.flowKgs)).toBeCloseTo(sum(consumers.flowKgs), 7);
    expect(imbalanceKgs).toBeLessThan(1e-7);
  });

  it('serves nobody behind a closed pipe, on the supply or on the return alone', () => {
    for (const isOnSupply of [true, false]) {
      const net = aHeatNet().plant('P').pair('P', 'A');
      net.pair('A', 'B', { isClosed: isOnSupply }, { isClosed: !isOnSupply });
      net.consumer('A', 50_000).consumer('B', 70_000);
      const { consumers } = solveHeat(net.problem());
      expect(consumers.deliveredShare[0]).toBeCloseTo(1, 6);
      expect([consumers.flowKgs[1], consumers.deliveredShare[1]]).toEqual([0, 0]);
    }
  });

  it('lets each plant hold the pressure of its own part where closed pipes part them', () => {
    const net = aHeatNet().plant('P').plant('Q').pair('P', 'A').pair('A', 'B', { isClosed: true });
    net.pair('B', 'Q').consumer('A', 50_000).consumer('B', 80_000);
    const { plants, pressurePa } = solveHeat(net.problem());
    expect(plants.flowKgs[1]).toBeGreaterThan(plants.flowKgs[0]!);
    expect(pressurePa[net.back('Q')]).toBeCloseTo(3e5, 0);
  });

  it('stops where water would leave on one way and never come back', () => {
    const net = aHeatNet().plant('P').plant('Q').pair('P', 'A');
    net.pair('A', 'Q', { isClosed: true }, {});
    net.consumer('A', 50_000);
    const problem = net.problem();
    // Q's supply joins P's supply but its return stands alone: what goes out at Q can't return to it.
    problem.pipes.isClosed.set([0, 0, 0, 1]);
    const { plants } = solveHeat(problem);
    expect(plants.flowKgs[1]).toBe(0);
  });

  it('refuses what is missing or contradicts itself, with the element', () => {
    const none = aHeatNet().pair('P', 'A').consumer('A', 1000);
    expect(errorOf(() => solveHeat(none.problem())).reason).toBe('input');
    const both = aHeatNet().plant('P').pair('P', 'A');
    both.consumer('A', 1000, { flowKgs: 1, returnC: 50 });
    expect(errorOf(() => solveHeat(both.problem())).nodes).toEqual([both.supply('A')]);
    const thin = aHeatNet().plant('P').pair('P', 'A').pair('A', 'B', { innerM: 0 });
    expect(errorOf(() => solveHeat(thin.problem())).links).toEqual([2]);
    const cold = aHeatNet().plant('P', { supplyC: Number.NaN }).pair('P', 'A');
    expect(errorOf(() => solveHeat(cold.problem())).links).toEqual([2]);
  });

  const nets = fc.record({
    parent: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
    cross: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 3 }),
    heat: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 8, maxLength: 8 }),
  });

  it('keeps heat: what plants give is what consumers get and pipes lose, whatever the net', () => {
    fc.assert(
      fc.property(nets, ({ parent, cross, heat }) => {
        const net = aHeatNet().plant('0');
        for (const [at, one] of parent.entries()) net.pair(String(one % (at + 1)), String(at + 1));
        for (const [a, b] of cross) if (a !== b) net.pair(String(a), String(b), { innerM: 0.05 });
        for (const [at, watts] of heat.entries()) if (watts > 0) net.consumer(String(at), watts);
        const { plants, consumers, lossW, imbalanceKgs } = solveHeat(net.problem());
        const wanted = sum(heat);
        expect(imbalanceKgs).toBeLessThan(1e-7);
        const got = sum(
          consumers.deliveredShare.map((share, row) => share * net.problem().consumers.heatW[row]!),
        );
        expect(Math.abs(sum(plants.heatW) - got - lossW)).toBeLessThan(
          1e-4 * Math.max(wanted, 1e4),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same net', () => {
    const net = aHeatNet().plant('P').pair('P', 'A').pair('A', 'B').consumer('B', 70_000);
    expect(solveHeat(net.problem())).toEqual(solveHeat(net.problem()));
  });

  describe.skipIf(!existsSync(file))('on the district heat of Schutterwald (sw_heat)', () => {
    it('agrees with flows, pressures and temperatures summed up along its tree', () => {
      const { problem } = toHeatProblem(
        readPandapipes(readFileSync(file, 'utf8')),
        'nikuradseLiquid',
      );
      const { pipes, consumers, plants, isSupplied } = solveHeat(problem);
      expect(sum(consumers.flowKgs)).toBeCloseTo(44 * 0.35, 6);
      expect(plants.flowKgs[0]).toBeCloseTo(44 * 0.35, 4);
      expect(Math.min(...consumers.differencePa)).toBeGreaterThan(4.9e5);
      for (const [row, share] of consumers.deliveredShare.entries()) {
        expect(isSupplied[problem.consumers.from[row]!]).toBe(1);
        expect(share).toBeCloseTo(1, 6);
      }
      for (const [pipe, flow] of pipes.flowKgs.entries()) {
        const consumersBehind = Math.abs(flow) / 0.35;
        expect(consumersBehind).toBeCloseTo(Math.round(consumersBehind), 3);
        expect(problem.pipes.lengthM[pipe]).toBeGreaterThanOrEqual(0);
      }
    });
  });
});
