// Units of EPANET's input (EPANET 2.3 user manual, appendix A): US customary with CFS, GPM, MGD, IMGD and AFD,
// SI with all other flow units.

const CUBIC_FOOT = 0.3048 ** 3;
const US_GALLON = 231 * 0.0254 ** 3;
const IMPERIAL_GALLON = 0.00454609;
const DAY_S = 86_400;

/** m³/s of one. */
const FLOWS: Readonly<Record<string, number>> = {
  CFS: CUBIC_FOOT,
  GPM: US_GALLON / 60,
  MGD: (1e6 * US_GALLON) / DAY_S,
  IMGD: (1e6 * IMPERIAL_GALLON) / DAY_S,
  AFD: (43_560 * CUBIC_FOOT) / DAY_S,
  LPS: 1e-3,
  LPM: 1e-3 / 60,
  MLD: 1e3 / DAY_S,
  CMH: 1 / 3600,
  CMD: 1 / DAY_S,
  CMS: 1,
};
const US = ['CFS', 'GPM', 'MGD', 'IMGD', 'AFD'];

export interface EpanetUnits {
  readonly flow: string;
  readonly flowM3s: number;
  readonly lengthM: number;
  readonly diameterM: number;
  readonly isUs: boolean;
}

/** Undefined for a unit of flow that EPANET does not have. */
export function epanetUnits(flow: string): EpanetUnits | undefined {
  const name = flow.toUpperCase();
  const flowM3s = FLOWS[name];
  if (flowM3s === undefined) return undefined;
  const isUs = US.includes(name);
  return {
    flow: name,
    flowM3s,
    lengthM: isUs ? 0.3048 : 1,
    diameterM: isUs ? 0.0254 : 1e-3,
    isUs,
  };
}

export const epanetFlowUnits = Object.keys(FLOWS);

/** m³/s of one, of SWMM's units of flow. */
export const swmmFlows: Readonly<
  Record<string, { readonly m3s: number; readonly lengthM: number }>
> = {
  CFS: { m3s: CUBIC_FOOT, lengthM: 0.3048 },
  GPM: { m3s: US_GALLON / 60, lengthM: 0.3048 },
  MGD: { m3s: (1e6 * US_GALLON) / DAY_S, lengthM: 0.3048 },
  CMS: { m3s: 1, lengthM: 1 },
  LPS: { m3s: 1e-3, lengthM: 1 },
  MLD: { m3s: 1e3 / DAY_S, lengthM: 1 },
};
