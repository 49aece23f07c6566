// What a building's fire risk is made of: names of the terms and the arrays they are read from.
// Structure of arrays, one entry a building; NaN is “not known” and counts as neutral.

export const occupancies = [
  ...['house', 'apartments', 'shop', 'office', 'care', 'assembly'],
  ...['school', 'industry', 'store', 'other'],
] as const;

/** Terms that an owner or an inspector can change, or that stand in the records. */
export const staticFactors = [
  ...(['openViolations', 'yearsSinceInspection', 'combustibleClass', 'vacantShare'] as const),
  ...(['gasShare', 'chargingPlaces', 'wiringAgeYears', 'sprinkleredShare'] as const),
] as const;
export type StaticFactor = (typeof staticFactors)[number];

/** Kinds of sensor, in the order of their code in `LiveReadings.kind`. */
export const liveFactors = [
  ...(['residualCurrentMa', 'cableTemperatureC', 'arcFaults', 'smokeObscuration'] as const),
  ...(['heatC', 'gasLelPercent', 'pressureLossShare', 'panelFault'] as const),
] as const;
export type LiveFactor = (typeof liveFactors)[number];

/** All terms in the order in which they are summed. The first group makes fires a year, the second turns it to a score. */
export const ignitionTerms = [
  ...(['base', ...staticFactors, 'pastFires', ...liveFactors, 'fireWeather'] as const),
] as const;
export const consequenceTerms = ['people', 'response', 'water'] as const;
export const riskTerms = [...ignitionTerms, ...consequenceTerms] as const;
export type RiskTerm = (typeof riskTerms)[number];

export type StaticInputs = Readonly<Record<StaticFactor, Float32Array>>;

/** `count` entries each. */
export interface RiskBuildings extends StaticInputs {
  readonly count: number;
  /** Index into `occupancies`. */
  readonly occupancy: Uint8Array;
  readonly floorAreaM2: Float32Array;
  /** Fires on record, and over how many years the record goes; 0 years is no record. */
  readonly pastFires: Float32Array;
  readonly recordYears: Float32Array;
  /** 0 … 1 of the surroundings that is vegetation able to carry fire to the building. */
  readonly vegetationShare: Float32Array;
  readonly people: Float32Array;
  /** Further buildings expected to burn, from one run of spread. */
  readonly secondaryIgnitions: Float32Array;
  /** From dispatch to the first engine, s. */
  readonly firstEngineS: Float32Array;
  /** 0 … 1: 1 − water in reach / needed fire flow. */
  readonly waterShortfallShare: Float32Array;
}

/** One entry a sensor. Values in the unit that the name of the kind says. */
export interface LiveReadings {
  readonly building: Uint32Array;
  /** Index into `liveFactors`. */
  readonly kind: Uint8Array;
  readonly value: Float32Array;
  /** When it was measured, s on the same clock as the run. */
  readonly timeS: Float64Array;
}

/** Names of the arrays of `RiskBuildings` that hold one number a building. */
export const numberInputs = [
  ...staticFactors,
  ...(['floorAreaM2', 'pastFires', 'recordYears', 'vegetationShare', 'people'] as const),
  ...(['secondaryIgnitions', 'firstEngineS', 'waterShortfallShare'] as const),
] as const;
export type NumberInput = (typeof numberInputs)[number];

/** Buildings of which nothing is known but occupancy 0 and 100 m² of floor. */
export function createRiskBuildings(count: number): RiskBuildings {
  const unknown = () => new Float32Array(count).fill(Number.NaN);
  return {
    count,
    occupancy: new Uint8Array(count),
    floorAreaM2: new Float32Array(count).fill(100),
    pastFires: new Float32Array(count),
    recordYears: new Float32Array(count),
    vegetationShare: unknown(),
    people: unknown(),
    secondaryIgnitions: unknown(),
    firstEngineS: unknown(),
    waterShortfallShare: unknown(),
    openViolations: unknown(),
    yearsSinceInspection: unknown(),
    combustibleClass: unknown(),
    vacantShare: unknown(),
    gasShare: unknown(),
    chargingPlaces: unknown(),
    wiringAgeYears: unknown(),
    sprinkleredShare: unknown(),
  };
}

/** Throws `RangeError` where an array has another length, an occupancy is unknown or a floor area is not positive. */
export function checkRiskBuildings(buildings: RiskBuildings): void {
  const { count, occupancy, floorAreaM2 } = buildings;
  for (const name of [...numberInputs, 'occupancy' as const]) {
    const { length } = buildings[name];
    if (length !== count)
      throw new RangeError(`${name} has ${length} entries; ${count} buildings are expected.`);
  }
  for (let at = 0; at < count; at++) {
    if (occupancy[at]! >= occupancies.length)
      throw new RangeError(
        `Building ${at} has occupancy ${occupancy[at]}; 0 to ${occupancies.length - 1} is expected.`,
      );
    if (!(floorAreaM2[at]! > 0 && floorAreaM2[at]! < Infinity))
      throw new RangeError(
        `Building ${at} has a floor of ${floorAreaM2[at]} m²; more than 0 is expected.`,
      );
  }
}
