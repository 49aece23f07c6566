import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDrain } from './a-drain.ts';
import { readSwmm } from './read-swmm.ts';
import { createDrainage } from './run-drainage.ts';

describe('a drain', () => {
  it('flows at normal depth of Manning in a long circular pipe', () => {
    const [diameter, slope, manning, flow] = [1, 0.002, 0.013, 0.4];
    const inp = aDrain({ nodes: 12, lengthM: 100, slope, diameter, manning, flow });
    const drainage = createDrainage(readSwmm(inp, 'uniform.inp'));
    drainage.advance(6 * 3600);
    const { nodes, conduits } = drainage.drains;
    const expected = normalDepth(diameter, slope, manning, flow);
    // 0.5 %: tables of 50 steps are read linearly; far from the fall at the outlet.
    expect(nodes.depthM[4]).toBeGreaterThan(expected * 0.995);
    expect(nodes.depthM[4]).toBeLessThan(expected * 1.005);
    expect(conduits.flowM3s[4]).toBeCloseTo(flow, 5);
  });

  it('keeps its water whatever the network', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.record({
          nodes: fc.integer({ min: 3, max: 8 }),
          slope: fc.double({ min: 0.002, max: 0.01, noNaN: true }),
          diameter: fc.constantFrom(0.5, 0.8, 1.2),
          flow: fc.double({ min: 0.02, max: 1.2, noNaN: true }),
        }),
        ({ nodes, slope, diameter, flow }) => {
          const inp = aDrain({
            nodes,
            lengthM: 80,
            slope,
            diameter,
            manning: 0.013,
            flow,
            hours: 2,
          });
          const drainage = createDrainage(readSwmm(inp, 'random.inp'));
          drainage.advance(7200);
          const balance = drainage.balance();
          // What EXTRAN's surfaces at nodes miss of the pipes' own volumes, most at the outfall.
          expect(Math.abs(balance.routingError)).toBeLessThan(0.02);
          expect(balance.inflowM3).toBeCloseTo(flow * 7200, -1);
        },
      ),
      { numRuns: 12, seed: 5 },
    );
  });

  it('gives the same bytes for the same inputs', () => {
    const run = () => {
      const inp = aDrain({
        nodes: 6,
        lengthM: 60,
        slope: 0.004,
        diameter: 0.6,
        manning: 0.013,
        flow: 0.5,
      });
      const drainage = createDrainage(readSwmm(inp, 'same.inp'));
      drainage.advance(3600);
      return [...drainage.drains.nodes.depthM, ...drainage.drains.conduits.flowM3s];
    };
    expect(run()).toEqual(run());
  });

  it('floods above a blocked pipe and nowhere without', () => {
    const inp = aDrain({
      nodes: 6,
      lengthM: 60,
      slope: 0.004,
      diameter: 0.6,
      manning: 0.013,
      flow: 0.2,
    });
    const free = createDrainage(readSwmm(inp, 'free.inp'));
    free.advance(7200);
    expect(free.statistics.overflowM3).toBe(0);
    const blocked = createDrainage(readSwmm(inp, 'blocked.inp'));
    blocked.set(3, 0.02);
    blocked.advance(7200);
    expect(blocked.statistics.overflowM3).toBeGreaterThan(100);
    expect(blocked.drains.conduits.flowM3s[4]).toBeLessThan(0.2);
  });
});

/** Normal depth by bisection of Manning's formula with the exact geometry of a circle. */
function normalDepth(diameter: number, slope: number, manning: number, flow: number): number {
  let [low, high] = [0, diameter * 0.93];
  for (let trial = 0; trial < 60; trial++) {
    const depth = (low + high) / 2;
    const angle = 2 * Math.acos(1 - (2 * depth) / diameter);
    const area = (diameter ** 2 / 8) * (angle - Math.sin(angle));
    const radius = area / ((diameter * angle) / 2);
    if ((area * radius ** (2 / 3) * Math.sqrt(slope)) / manning < flow) low = depth;
    else high = depth;
  }
  return low;
}
