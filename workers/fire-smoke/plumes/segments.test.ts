import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verticalShare } from '#simulation/fire/smoke/gaussian.ts';
import { createPlume, type PlumeAir } from '#simulation/fire/smoke/plume.ts';
import { addPlume } from '#simulation/fire/smoke/raster.ts';
import { clusterFires } from './clusters.ts';
import { segmentsOf, type Wind } from './segments.ts';

const source = { phase: 'smouldering', heatW: 0, convectiveShare: 0, outletHeightM: 10 } as const;
const plumeIn = ({ speedMs }: Wind) => {
  const air: PlumeAir = {
    ...{ wind: { speedMs, heightM: 10 }, temperatureK: 288, stability: 'D', terrain: 'urban' },
    mixingHeightM: Number.POSITIVE_INFINITY,
  };
  return createPlume(source, air);
};
const at = { xM: 0, yM: 0, sinceS: 0 };

describe('pieces of a plume', () => {
  it('carry through each section what the source gives off: the raster keeps its mass', () => {
    const [piece] = segmentsOf(
      at,
      [{ fromS: 0, speedMs: 5, fromRad: 1.5 * Math.PI }],
      36_000,
      plumeIn,
    );
    if (!piece) throw new Error('There is no piece.');
    const { plume, windFromRad } = piece;
    const grid = { columns: 400, rows: 401, firstXM: 10, firstYM: 2000, stepXM: 10, stepYM: -10 };
    const raster = addPlume(plume, { xM: 0, yM: 0, windFromRad, receptorM: 1.5 }, grid, 2);
    for (const column of [10, 50, 150, 399]) {
      const xM = 10 + column * 10;
      let across = 0;
      for (let row = 0; row < 401; row++) across += raster[row * 400 + column]! * 10;
      const expected = (2 / plume.windMs) * verticalShare(1.5, 10, plume.sigmaZAt(xM));
      // Linear in the table of √x: a thousandth.
      expect(across / expected).toBeCloseTo(1, 2);
    }
  });

  it('lie end to end: where one wind stopped, the smoke of the one before goes on', () => {
    const winds = [
      { fromS: 0, speedMs: 5, fromRad: 1.5 * Math.PI },
      { fromS: 600, speedMs: 5, fromRad: 0 },
    ];
    const [fresh, old, ...others] = segmentsOf(at, winds, 700, plumeIn);
    expect(others).toEqual([]);
    expect(fresh).toMatchObject({ xM: 0, yM: 0, driftM: 0 });
    expect(fresh?.frontM).toBeCloseTo(500, 0);
    expect(old?.xM).toBeCloseTo(0, 6);
    expect(old?.yM).toBeCloseTo(-500, 0);
    expect(old?.frontM).toBeCloseTo(3000, 0);
    // It has spread by the whole way.
    expect(old?.plume.sigmaYAt(100)).toBeCloseTo(fresh?.plume.sigmaYAt(600) ?? 0, 6);
  });

  it('are none of a wind before the fire began, and none before it burns', () => {
    const winds = [
      { fromS: 0, speedMs: 5, fromRad: 0 },
      { fromS: 600, speedMs: 5, fromRad: 1 },
    ];
    expect(segmentsOf({ ...at, sinceS: 650 }, winds, 700, plumeIn)).toHaveLength(1);
    expect(segmentsOf({ ...at, sinceS: 800 }, winds, 700, plumeIn)).toHaveLength(0);
  });
});

describe('fires that stand together', () => {
  const anyFire = fc.record({
    xM: fc.double({ min: -3000, max: 3000, noNaN: true }),
    yM: fc.double({ min: -3000, max: 3000, noNaN: true }),
    heatW: fc.double({ min: 1, max: 1e8, noNaN: true }),
    heightM: fc.double({ min: 3, max: 60, noNaN: true }),
    widthM: fc.double({ min: 3, max: 60, noNaN: true }),
    sinceS: fc.double({ min: 0, max: 1e4, noNaN: true }),
    phase: fc.constantFrom('flaming' as const, 'smouldering' as const),
  });

  it('keep all heat and all buildings, in a few clusters, the hottest first', () => {
    fc.assert(
      fc.property(fc.array(anyFire, { minLength: 1, maxLength: 80 }), (fires) => {
        const clusters = clusterFires(fires, 8);
        expect(clusters.length).toBeLessThanOrEqual(8);
        const heat = fires.reduce((sum, { heatW }) => sum + heatW, 0);
        const kept = clusters.reduce((sum, { heatW }) => sum + heatW, 0);
        expect(kept / heat).toBeCloseTo(1, 9);
        expect(clusters.reduce((sum, { buildings }) => sum + buildings, 0)).toBe(fires.length);
        const heats = clusters.map(({ heatW }) => heatW);
        expect(heats).toEqual([...heats].sort((a, b) => b - a));
      }),
    );
  });

  it('are one where they touch, and stay apart where one smoulders', () => {
    const fire = { xM: 0, yM: 0, heatW: 1e6, heightM: 9, widthM: 12, sinceS: 0 };
    const hot = { ...fire, phase: 'flaming' as const };
    expect(clusterFires([hot, { ...hot, xM: 15 }], 8)).toMatchObject([
      { buildings: 2, heatW: 2e6, xM: 7.5, widthM: 27 },
    ]);
    expect(clusterFires([hot, { ...fire, phase: 'smouldering' }], 8)).toHaveLength(2);
  });
});
