// Units of a SWMM file, all to SI: US files are in ft, acres, inches; metric ones in m, ha, mm.

export interface SwmmUnits {
  readonly isMetric: boolean;
  readonly flowM3s: number;
  readonly lengthM: number;
  readonly areaM2: number;
  readonly rainM: number;
  readonly surfaceM2: number;
  readonly volumeM3: number;
  /** Weir coefficients, ft^0.5/s or m^0.5/s. */
  readonly weir: number;
}

const flows: Readonly<Record<string, number>> = {
  CFS: 0.3048 ** 3,
  GPM: 6.30901964e-5,
  MGD: 0.0438126364,
  CMS: 1,
  LPS: 1e-3,
  MLD: 1 / 86.4,
};

/** As SWMM rounds them: 2.2956·10⁻⁵ acres to a square foot (0.004 % more than an acre), 0.92903·10⁻⁵ hectares. */
const ACRE_M2 = 0.3048 ** 2 / 2.2956e-5;
const HECTARE_M2 = 0.3048 ** 2 / 0.92903e-5;

/** Undefined where the word is none of SWMM's flow units. */
export function unitsOf(flowUnits: string): SwmmUnits | undefined {
  const flowM3s = flows[flowUnits];
  if (flowM3s === undefined) return undefined;
  const isMetric = ['CMS', 'LPS', 'MLD'].includes(flowUnits);
  const lengthM = isMetric ? 1 : 0.3048;
  return {
    ...{ isMetric, flowM3s, lengthM, surfaceM2: lengthM ** 2, volumeM3: lengthM ** 3 },
    areaM2: isMetric ? HECTARE_M2 : ACRE_M2,
    rainM: isMetric ? 0.001 : 0.0254,
    weir: Math.sqrt(lengthM),
  };
}
