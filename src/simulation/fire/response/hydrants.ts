// Water in reach against water needed. Flow at the least residual pressure by Q = Qt·((ps − pmin)/(ps − pt))^0.54 (NFPA 291).
// m, m³/s, Pa. Reach: 122 m, 183 m where sprinklered (IFC 507.5.1), 150 m in China (GB 50974).

import type { FireFlow } from './needed-fire-flow.ts';

export const reachM = { ifc: 122, ifcSprinklered: 183, china: 150 } as const;
/** 20 psi. */
export const LEAST_PRESSURE_PA = 137_895;

/** One entry a hydrant, plane metres; pressures of the main as solved at rest and at `flowM3s`. */
export interface Hydrants {
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  readonly flowM3s: Float32Array;
  readonly staticPa: Float32Array;
  readonly residualPa: Float32Array;
}

export interface WaterBalance {
  readonly hydrants: readonly {
    readonly hydrant: number;
    readonly distanceM: number;
    readonly m3s: number;
  }[];
  readonly neededM3s: number;
  readonly inReachM3s: number;
  readonly shortfallM3s: number;
  /** 1 − in reach / needed, 0 … 1: what the risk model takes. */
  readonly shortfallShare: number;
  /** The whole sum, l/s. */
  readonly formula: string;
}

/** Hydrants in reach of a point, the nearest first. `mostM3s`: what one hydrant may give (15 L/s in China). */
export function balanceWater(
  hydrants: Hydrants,
  at: { readonly xM: number; readonly yM: number },
  flow: FireFlow,
  reach: number,
  mostM3s = Infinity,
): WaterBalance {
  if (!(reach > 0)) throw new RangeError(`The reach is ${reach} m; more than 0 is expected.`);
  const { xM, yM } = hydrants;
  const found: { hydrant: number; distanceM: number; m3s: number }[] = [];
  for (let hydrant = 0; hydrant < xM.length; hydrant++) {
    const distanceM = Math.hypot(xM[hydrant]! - at.xM, yM[hydrant]! - at.yM);
    if (distanceM > reach) continue;
    found.push({
      hydrant,
      distanceM,
      m3s: Math.min(mostM3s, flowAtLeastPressure(hydrants, hydrant)),
    });
  }
  found.sort((a, b) => a.distanceM - b.distanceM || a.hydrant - b.hydrant);
  const { neededM3s } = flow;
  const inReachM3s = found.reduce((sum, { m3s }) => sum + m3s, 0);
  const shortfallM3s = Math.max(0, neededM3s - inReachM3s);
  const terms = found.map(({ m3s }) => litres(m3s)).join(' + ') || '0';
  return {
    hydrants: found,
    neededM3s,
    inReachM3s,
    shortfallM3s,
    shortfallShare: neededM3s > 0 ? shortfallM3s / neededM3s : 0,
    formula: `${flow.formula}; max(0, ${litres(neededM3s)} − (${terms})) = ${litres(shortfallM3s)} L/s`,
  };
}

/** What a hydrant gives before its main falls to the least pressure, m³/s; 0 where the main has no more at rest. */
export function flowAtLeastPressure(
  { flowM3s, staticPa, residualPa }: Hydrants,
  hydrant: number,
  leastPa = LEAST_PRESSURE_PA,
): number {
  const rest = staticPa[hydrant] ?? Number.NaN;
  const drop = rest - (residualPa[hydrant] ?? Number.NaN);
  const flow = flowM3s[hydrant] ?? Number.NaN;
  if (!(flow >= 0) || !(drop >= 0))
    throw new RangeError(
      `Hydrant ${hydrant} gives ${flow} m³/s at ${residualPa[hydrant]} Pa of ${rest} Pa; a flow and no more than the pressure at rest are expected.`,
    );
  if (rest <= leastPa) return 0;
  // Without a drop there is nothing to extrapolate from: what was solved is what is counted.
  return drop === 0 ? flow : flow * ((rest - leastPa) / drop) ** 0.54;
}

const litres = (m3s: number) => (m3s * 1000).toFixed(1);
