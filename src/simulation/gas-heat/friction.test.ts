import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colebrookRoot, type FrictionModel, PipeFriction } from './friction.ts';

const pipe = (model: FrictionModel, innerM = 0.1, roughnessM = 0.0001) =>
  new PipeFriction(model, {
    lengthM: [100],
    innerM: [innerM],
    roughnessM: [roughnessM],
    lossCoefficient: [2],
    viscosityPas: [1.2e-5],
  });

describe('PipeFriction', () => {
  it('finds the root of the equation of Colebrook', () => {
    for (const [reynolds, rough] of [
      [4000, 0],
      [1e5, 1e-4],
      [1e8, 0.05],
    ] as const) {
      const root = colebrookRoot(reynolds, rough, 5);
      expect(root).toBeCloseTo(-2 * Math.log10((2.51 * root) / reynolds + rough / 3.71), 10);
    }
  });

  it('agrees with the chart of Moody at Re 1e5 and k/d 0.001', () => {
    const flow = 1e5 * (Math.PI / 4) * 0.1 * 1.2e-5;
    expect(pipe('colebrook').factor(0, flow)).toBeCloseTo(0.0222, 3);
  });

  it('is laminar at small flows: the loss grows with the flow', () => {
    const out = new Float64Array(2);
    const tiny = 1e-7;
    for (const model of ['colebrook', 'nikuradse'] as const) {
      const friction = pipe(model);
      friction.loss(0, tiny, out);
      const laminar = (64 / friction.reynolds(0, tiny)) * 1000 * tiny * tiny;
      expect(out[0]! / laminar).toBeCloseTo(1, 3);
      friction.loss(0, 0, out);
      expect(out[0]).toBe(0);
      expect(out[1]).toBeGreaterThan(0);
    }
  });

  it('gives the derivative of its loss, and loses more with more flow', () => {
    const models = fc.constantFrom<FrictionModel>('colebrook', 'nikuradse', 'nikuradseLiquid');
    const flows = fc.double({ min: -2, max: 1, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(models, flows, fc.boolean(), (model, size, isBackwards) => {
        const flow = isBackwards ? -size : size;
        const friction = pipe(model);
        const [before, after, here] = [1, 2, 3].map(() => new Float64Array(2));
        const step = size * 1e-5;
        friction.loss(0, flow - step, before!);
        friction.loss(0, flow + step, after!);
        friction.loss(0, flow, here!);
        const slope = (after![0]! - before![0]!) / (2 * step);
        expect(here![1]! / slope).toBeCloseTo(1, 4);
        expect(Math.sign(here![0]!)).toBe(Math.sign(flow));
      }),
    );
  });
});
