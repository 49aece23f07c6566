import { describe, expect, it, vi } from 'vitest';
import { createReferenceSolver } from '../reference/index.ts';
import { aSite } from './a-site.ts';
import { createForcing } from './create-forcing.ts';
import type { ForcingSetup, Loss } from './parts.ts';
import { rainWeights } from './roofs.ts';
import { runForced } from './run-forced.ts';
import { curveNumberRunoff, greenAmpt, MM_H } from './soil.ts';

const plain = aSite({ width: 6, height: 6, cellM: 10 });
const area = 3600;

async function soak(loss: Loss, depthMm: number, untilS: number, more: Partial<ForcingSetup> = {}) {
  const solver = createReferenceSolver(plain.grid, {
    scheme: 'local-inertial',
    ...(more.depthM ? { depthM: more.depthM } : {}),
  });
  const forcing = createForcing({
    ...plain,
    sources: [
      {
        ...{ id: 'r', name: 'r', kind: 'rain' },
        storm: { shape: 'block', depthMm, durationS: 3600 },
      },
    ],
    ...{ structures: [], loss },
    ...more,
  });
  await runForced(solver, forcing, untilS);
  return { stored: (await solver.balance()).storedM3, forcing, state: await solver.state() };
}

describe('what the ground takes', () => {
  it('is a constant rate of what is there, not more', async () => {
    const { stored } = await soak({ kind: 'constant', rateMmH: 12 }, 30, 3600);
    expect(stored / (area * 0.018)).toBeCloseTo(1, 4);
    const later = await soak({ kind: 'constant', rateMmH: 12 }, 30, 3600 + 5500);
    expect(later.stored).toBeCloseTo(0, 3);
    const light = await soak({ kind: 'constant', rateMmH: 12 }, 10, 3600);
    expect(light.stored).toBe(0);
  });

  it('follows the curve number: runoff (P − Ia)²/(P − Ia + S)', async () => {
    const loss = { kind: 'curve-number', number: 80, initialShare: 0.2 } as const;
    const { stored, forcing } = await soak(loss, 60, 3600);
    const s = 25_400 / 80 - 254;
    const runoff = ((60 - 0.2 * s) ** 2 / (60 + 0.8 * s)) * 1e-3;
    expect(curveNumberRunoff(loss, 0.06)).toBeCloseTo(runoff, 12);
    expect(stored / (area * runoff)).toBeCloseTo(1, 4);
    expect(forcing.balance(3600).lossAskedM3).toBeCloseTo(area * (0.06 - runoff), 6);
    expect(curveNumberRunoff(loss, 0.2 * s * 1e-3)).toBe(0);
  });

  it('follows Green and Ampt: the implicit step solves F₁ = F₀ + KΔt(1 + ψΔθ/F₁), and meets F − ψΔθ ln(1 + F/ψΔθ) = Kt', () => {
    const loss = { kind: 'green-ampt', conductivityMmH: 10, suctionMm: 110, deficit: 0.3 } as const;
    const k = 10 * MM_H;
    const psi = 0.11 * 0.3;
    let total = 0;
    for (let step = 0; step < 3600; step += 1) {
      const next = greenAmpt(loss, total, 0, 1);
      expect(next).toBeCloseTo(total + k * (1 + psi / next), 14);
      total = next;
    }
    // Implicit Euler at 1 s against the exact front after an hour.
    const exactTime = (total - psi * Math.log(1 + total / psi)) / k;
    expect(exactTime / 3600).toBeCloseTo(1, 2);
  });

  it('takes by Green and Ampt all the rain first and lets run off what the front can’t follow', async () => {
    const loss = { kind: 'green-ampt', conductivityMmH: 5, suctionMm: 90, deficit: 0.25 } as const;
    const dry = await soak(loss, 4, 3600);
    expect(dry.stored).toBeCloseTo(0, 6);
    const { stored, forcing } = await soak(loss, 60, 3600);
    const { rainM3, lossAskedM3 } = forcing.balance(3600);
    expect(rainM3).toBeCloseTo(area * 0.06, 6);
    expect(stored).toBeGreaterThan(0.3 * rainM3);
    expect((stored + lossAskedM3) / rainM3).toBeCloseTo(1, 4);
  });

  it('takes nothing from rivers and the sea', async () => {
    const depthM = new Float32Array(36).fill(1);
    const { stored } = await soak({ kind: 'constant', rateMmH: 50 }, 0, 3600, { depthM });
    expect(stored).toBeCloseTo(area, 3);
  });
});

describe('rain on roofs', () => {
  const roofs = new Uint8Array(36);
  for (const cell of [14, 15, 20]) roofs[cell] = 1;

  it('runs off beside the house, all of it', async () => {
    const weights = rainWeights(plain.grid, roofs);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(36, 5);
    expect([weights[14], weights[15], weights[20]]).toEqual([0, 0, 0]);
    expect(weights[0]).toBe(1);
    const { stored, forcing } = await soak({ kind: 'none' }, 20, 3600, { roofs });
    expect(stored / (area * 0.02)).toBeCloseTo(1, 5);
    expect(forcing.balance(3600).rainM3).toBeCloseTo(area * 0.02, 4);
  });
});

describe('the weather', () => {
  it('asks nothing of the solver where it neither rains nor soaks, and only what changes else', async () => {
    const solver = createReferenceSolver(plain.grid, { scheme: 'local-inertial' });
    const setRain = vi.spyOn(solver, 'setRain');
    const dry = createForcing({ ...plain, sources: [], structures: [], loss: { kind: 'none' } });
    await runForced(solver, dry, 60);
    expect(setRain).not.toHaveBeenCalled();
    dry.add({
      ...{ id: 'r', name: 'r', kind: 'rain' },
      storm: { shape: 'block', depthMm: 10, durationS: 600 },
    });
    await runForced(solver, dry, 900);
    expect(setRain.mock.calls.length).toBeLessThan(6);
    expect((await solver.balance()).storedM3).toBeCloseTo(area * 0.01, 4);
  });
});
