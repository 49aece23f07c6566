// A cloud of gas as what its raster is made of: where the wind carries it, at a time and at its worst. kg/m³, m, s.

import type { ReleaseScenario } from '#features/fire/contract/smoke.ts';
import { puffConcentration, shareOfDuration } from '#simulation/fire/smoke/gaussian.ts';
import { createPlume, type Plume, type PlumeAir } from '#simulation/fire/smoke/plume.ts';
import { addPlume, addPuff, type CellGrid, createRaster } from '#simulation/fire/smoke/raster.ts';
import { puffCrosswindSpread, puffVerticalSpread } from '#simulation/fire/smoke/spread.ts';
import type { Caution } from '#simulation/fire/smoke/validity.ts';
import { RECEPTOR_M } from '../plumes/extent.ts';
import { FARTHEST_M } from '../plumes/segments.ts';

export interface GasCloud {
  /** Highest concentration that passes `xM` downwind, kg/m³, at breathing height. */
  worstAt(xM: number): number;
  sigmaYAt(xM: number): number;
  /** Highest over all times, kg/m³. */
  worst(grid: CellGrid, windFromRad: number): Float32Array;
  /** At a time since it began; undefined where it hasn't, or is gone from the grid. */
  now(grid: CellGrid, windFromRad: number, timeS: number): Float32Array | undefined;
  readonly windMs: number;
  readonly heightM: number;
  readonly cautions: readonly Caution[];
}

const here = { xM: 0, yM: 0, receptorM: RECEPTOR_M };

/** A steady release that ends. */
export function plumeCloud(release: ReleaseScenario, air: PlumeAir): GasCloud {
  const { rateKgS, durationS, heightM } = release;
  const source = { phase: 'flaming', heatW: 0, convectiveShare: 0 } as const;
  const plume = createPlume({ ...source, outletHeightM: heightM }, air);
  const { windMs, sigmaYAt } = plume;
  return {
    ...{ windMs, heightM, sigmaYAt, cautions: plume.cautions },
    worstAt: (xM) => rateKgS * plume.unitConcentration(xM, 0, RECEPTOR_M),
    worst: (grid, windFromRad) => addPlume(plume, { ...here, windFromRad }, grid, rateKgS),
    now(grid, windFromRad, timeS) {
      if (!(timeS > 0) || timeS - durationS > FARTHEST_M / windMs) return undefined;
      const isOver = timeS > durationS;
      const passing: Plume = {
        ...plume,
        unitConcentration: (xM, yM, zM) =>
          plume.unitConcentration(xM, yM, zM) *
          shareOfDuration(
            { durationS, windMs },
            { xM, timeS },
            { tailM: isOver ? sigmaYAt(xM) : 0, frontM: sigmaYAt(xM) },
          ),
      };
      return addPlume(passing, { ...here, windFromRad }, grid, rateKgS);
    },
  };
}

/** All at once; at first a ball of the gas as it is at the pressure of the air. */
export function puffCloud(release: ReleaseScenario, air: PlumeAir, gasKgM3: number): GasCloud {
  const { massKg, heightM } = release;
  const source = { phase: 'flaming', heatW: 0, convectiveShare: 0 } as const;
  const { windMs, cautions } = createPlume({ ...source, outletHeightM: heightM }, air);
  const firstM = Math.cbrt(massKg / gasKgM3) / 4.3;
  const { stability } = air;
  const sigmaYAt = (xM: number) => Math.hypot(firstM, puffCrosswindSpread(stability, xM));
  const sigmaZAt = (xM: number) => Math.hypot(firstM, puffVerticalSpread(stability, xM));
  const stateAt = (xM: number) => ({
    ...{ massKg, heightM, mixingHeightM: air.mixingHeightM },
    ...{ sigmaXM: sigmaYAt(xM), sigmaYM: sigmaYAt(xM), sigmaZM: sigmaZAt(xM) },
  });
  const worstAt = (xM: number) => puffConcentration(stateAt(xM), 0, 0, RECEPTOR_M);
  // What its middle leaves behind is no plume, but has a plume's shape: an axis, and a width along it.
  const trail: Plume = {
    ...{ windMs, mixingHeightM: air.mixingHeightM, finalHeightM: heightM, isInWake: false },
    ...{ cautions, sigmaYAt, sigmaZAt, heightAt: () => heightM },
    unitConcentration: (xM, yM, zM) =>
      xM <= 0 ? 0 : puffConcentration(stateAt(xM), 0, yM, zM) / massKg,
  };
  return {
    ...{ windMs, heightM, cautions, worstAt, sigmaYAt },
    worst(grid, windFromRad) {
      const first = addPuff(stateAt(0), here, grid);
      const trailed = addPlume(trail, { ...here, windFromRad }, grid, massKg);
      return first.map((value, cell) => Math.max(value, trailed[cell]!));
    },
    now(grid, windFromRad, timeS) {
      if (!(timeS >= 0) || windMs * timeS > FARTHEST_M) return undefined;
      const xM = windMs * timeS;
      const middle = { xM: -Math.sin(windFromRad) * xM, yM: -Math.cos(windFromRad) * xM };
      return addPuff(stateAt(xM), { ...middle, receptorM: RECEPTOR_M }, grid, createRaster(grid));
    },
  };
}
