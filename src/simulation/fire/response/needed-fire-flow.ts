// Water a fire needs. ISO Needed Fire Flow (C·O·[1 + (X + P)], C = 18 F √A, gpm, ft²), IFC appendix B105.1 for dwellings and
// sprinklers, Chinese outdoor hydrants (GB 50974: 10–15 L/s each). m², m³/s, s; published units only inside.

export const M3S_PER_GPM = 3.785411784e-3 / 60;
const FT2_PER_M2 = 10.763910417;

/** ISO classes of construction and their F. */
export const isoConstruction = {
  frame: { factor: 1.5, mostGpm: 8000 },
  joistedMasonry: { factor: 1, mostGpm: 8000 },
  nonCombustible: { factor: 0.8, mostGpm: 6000 },
  masonryNonCombustible: { factor: 0.8, mostGpm: 6000 },
  modifiedFireResistive: { factor: 0.6, mostGpm: 6000 },
  fireResistive: { factor: 0.6, mostGpm: 6000 },
} as const;
export type IsoConstruction = keyof typeof isoConstruction;

export interface FireFlow {
  readonly neededM3s: number;
  readonly durationS: number;
  /** How the figure came about, in the units of the source. */
  readonly formula: string;
}

export interface IsoBuilding {
  readonly construction: IsoConstruction;
  /** Effective area, m². */
  readonly areaM2: number;
  readonly storeys: number;
  /** O: 0.75 non-combustible … 1.25 rapid burning. */
  readonly occupancyFactor: number;
  /** X + P: exposures and passages, 0 … 0.6. */
  readonly exposure: number;
}

/** Throws `RangeError` where an input lies outside the schedule. */
export function isoNeededFireFlow(building: IsoBuilding): FireFlow {
  const { construction, areaM2, storeys, occupancyFactor, exposure } = building;
  expectRange('area', areaM2, 0, Infinity, 'm²');
  expectRange('occupancy factor', occupancyFactor, 0.75, 1.25, '');
  expectRange('exposure factor', exposure, 0, 0.6, '');
  const { factor, mostGpm } = isoConstruction[construction];
  const areaFt2 = areaM2 * FT2_PER_M2;
  // One storey carries no more than 6,000 gpm whatever it is built of.
  const most = storeys <= 1 ? 6000 : mostGpm;
  const c = roundGpm(clamp(18 * factor * Math.sqrt(areaFt2), 500, most));
  const nff = clamp(roundGpm(c * occupancyFactor * (1 + exposure)), 500, 12_000);
  return {
    neededM3s: nff * M3S_PER_GPM,
    durationS: 3600 * (nff <= 2500 ? 2 : nff <= 3500 ? 3 : 4),
    formula: `C = 18 × ${factor} × √${areaFt2.toFixed(0)} ft² → ${c} gpm; NFF = C × ${occupancyFactor} × (1 + ${exposure}) → ${nff} gpm`,
  };
}

/**
 * IFC B105: dwellings up to 3,600 ft² (334.5 m²) 1,000 gpm for an hour, half with sprinklers; other buildings take the flow of
 * the table (given, m³/s) less 75 % with sprinklers, not under 1,500 gpm. Throws `RangeError` for a dwelling without the
 * table's flow above that size.
 */
export function ifcFireFlow(building: {
  readonly isDwelling: boolean;
  readonly areaM2: number;
  readonly isSprinklered: boolean;
  /** Of table B105.1(2) for its type and area, m³/s; not needed for small dwellings. */
  readonly tableM3s?: number;
}): FireFlow {
  const { isDwelling, areaM2, isSprinklered, tableM3s } = building;
  expectRange('area', areaM2, 0, Infinity, 'm²');
  if (isDwelling && areaM2 * FT2_PER_M2 <= 3600.5) {
    const gpm = isSprinklered ? 500 : 1000;
    const formula = `IFC B105.1: 1000 gpm${isSprinklered ? ' × 0.5 (sprinklers)' : ''} → ${gpm} gpm`;
    return { neededM3s: gpm * M3S_PER_GPM, durationS: isSprinklered ? 1800 : 3600, formula };
  }
  if (tableM3s === undefined)
    throw new RangeError(
      `The building has ${areaM2} m²; above 334 m² or other than a dwelling the flow of table B105.1(2) is expected.`,
    );
  const table = tableM3s / M3S_PER_GPM;
  const share = isDwelling ? 0.5 : 0.25;
  const least = isDwelling ? 500 : 1500;
  const gpm = isSprinklered ? Math.max(Math.min(least, table), share * table) : table;
  const formula = `IFC B105: ${table.toFixed(0)} gpm${isSprinklered ? ` × ${share} (sprinklers), not under ${least}` : ''} → ${gpm.toFixed(0)} gpm`;
  const hours = table <= 2875 ? 2 : table <= 3875 ? 3 : 4;
  return { neededM3s: gpm * M3S_PER_GPM, durationS: hours * 3600, formula };
}

/** How many outdoor hydrants a Chinese design flow asks for: 10–15 L/s each. Throws `RangeError` for a negative flow. */
export function chinaHydrants(designM3s: number): {
  readonly least: number;
  readonly formula: string;
} {
  expectRange('design flow', designM3s, 0, Infinity, 'm³/s');
  // A flow of exactly three hydrants is not four because of its last bit.
  const least = Math.max(0, Math.ceil(designM3s / 0.015 - 1e-9));
  return { least, formula: `n = ⌈${(designM3s * 1000).toFixed(1)} L/s ÷ 15 L/s⌉ = ${least}` };
}

/** To 250 gpm below 2,500, else to 500. */
const roundGpm = (gpm: number): number => {
  const step = gpm < 2500 ? 250 : 500;
  return step * Math.round(gpm / step);
};

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

function expectRange(what: string, value: number, least: number, most: number, unit: string): void {
  if (value >= least && value <= most) return;
  const range = most === Infinity ? `${least} or more` : `${least} to ${most}`;
  const words = unit ? `${range} ${unit}` : range;
  throw new RangeError(`The ${what} is ${value}; ${words} is expected.`);
}
