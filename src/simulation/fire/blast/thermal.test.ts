import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceOfPressure } from './kingery-bulmash.ts';
import {
  cylinderView,
  heatTiersWm2,
  pointDistance,
  pointRadiation,
  solidDistance,
  solidFlame,
  solidRadiation,
} from './thermal.ts';
import { pressureTiersKpa, rmpDistance, tntEquivalent } from './vapour-cloud.ts';

/** The same view factors by adding up patches of the cylinder that face the place. */
function viewByPatches(radiusM: number, heightM: number, distanceM: number) {
  const turns = 800;
  const floors = 800;
  let level = 0;
  let upright = 0;
  const half = Math.acos(radiusM / distanceM);
  for (let turn = 0; turn < turns; turn++) {
    const angle = -half + ((turn + 0.5) * 2 * half) / turns;
    const normal = [Math.cos(angle), Math.sin(angle)] as const;
    const toward = [distanceM - radiusM * normal[0], -radiusM * normal[1]] as const;
    const facing = toward[0] * normal[0] + toward[1] * normal[1];
    for (let floor = 0; floor < floors; floor++) {
      const zM = ((floor + 0.5) * heightM) / floors;
      const square = toward[0] ** 2 + toward[1] ** 2 + zM ** 2;
      const patch = ((radiusM * 2 * half) / turns) * (heightM / floors);
      const share = (facing * patch) / (Math.PI * square ** 2);
      level += share * zM;
      upright += share * toward[0];
    }
  }
  return { level, upright };
}

describe('heat from a flame', () => {
  it('sees a cylinder as the sum of its patches does', () => {
    for (const [diameterM, heightM, distanceM] of [
      [4, 6, 5],
      [10, 3, 8],
      [2, 20, 30],
    ] as const) {
      const patches = viewByPatches(diameterM / 2, heightM, distanceM);
      const view = cylinderView({ diameterM, heightM }, distanceM);
      expect(Math.abs(view.level / patches.level - 1)).toBeLessThan(1e-4);
      expect(Math.abs(view.upright / patches.upright - 1)).toBeLessThan(1e-4);
    }
  });

  it('falls with distance, and each tier lies farther out than the one above it', () => {
    const size = fc.double({ min: 2, max: 30, noNaN: true });
    const heat = fc.double({ min: 5e6, max: 5e8, noNaN: true });
    fc.assert(
      fc.property(size, heat, (diameterM, heatW) => {
        const flame = solidFlame(heatW, diameterM);
        if (flame.heightM < 1) return;
        const far = heatTiersWm2.map((tier) => solidDistance(flame, tier) ?? diameterM / 2);
        expect(far).toEqual(far.toSorted((a, b) => a - b));
        for (const [at, tier] of heatTiersWm2.entries()) {
          const distanceM = far[at] ?? 0;
          if (distanceM === diameterM / 2) continue;
          expect(solidRadiation(flame, distanceM) / tier).toBeCloseTo(1, 6);
          expect(solidRadiation(flame, distanceM * 1.1)).toBeLessThan(tier);
        }
      }),
    );
  });

  it('gives a point flame through a sphere all that it radiates', () => {
    const flame = { heatW: 50e6, radiantShare: 0.3 };
    expect(pointRadiation(flame, 25) * 4 * Math.PI * 625).toBeCloseTo(15e6, 3);
    expect(pointRadiation(flame, pointDistance(flame, 5000))).toBeCloseTo(5000, 9);
  });

  it('says which input is wrong', () => {
    expect(() => pointRadiation({ heatW: 1, radiantShare: 3 }, 5)).toThrow(
      'The radiant share is 3; 0 to 1 of the heat is expected.',
    );
    expect(() => cylinderView({ diameterM: 10, heightM: 5 }, 4)).toThrow(
      'The distance is 4; more than half the diameter, 5 m, is expected.',
    );
    expect(solidDistance(solidFlame(1e7, 8), 1e6)).toBeUndefined();
  });
});

describe('a vapour cloud', () => {
  it('reaches 1 psi at 365 m for 10 t of propane, 6 % nearer than Kingery and Bulmash', () => {
    const propaneJKg = 46.3e6;
    expect(Math.abs(rmpDistance(10_000, propaneJKg) - 365)).toBeLessThan(3);
    const tntKg = tntEquivalent(10_000, propaneJKg);
    const [onePsi] = pressureTiersKpa;
    const { distanceM } = distanceOfPressure(tntKg, onePsi);
    expect(distanceM / rmpDistance(10_000, propaneJKg)).toBeCloseTo(1.065, 2);
    expect(() => tntEquivalent(1, 1, 2)).toThrow('The yield is 2; 0 to 1 of the heat is expected.');
  });
});
