// Where firebrands of a burning building come down, and random numbers that depend on what is asked and not on when.
// m, m/s, kW. Source: Himoto & Tanaka 2005, Transport of disk-shaped firebrands in a turbulent boundary layer
// (Fire Safety Science 8, 433–444): lognormal along the wind, normal across, by the dimensionless B*.

export interface BrandLaw {
  readonly brandDensityKgm3: number;
  readonly brandThicknessM: number;
}

export const defaultBrands: BrandLaw = { brandDensityKgm3: 100, brandThicknessM: 0.001 };

const air = { densityKgm3: 1.2, heatKJkgK: 1.0, temperatureK: 293, gravityMs2: 9.81 };

export interface Landing {
  readonly meanM: number;
  readonly deviationM: number;
  readonly acrossDeviationM: number;
}

/** Distance along the wind and spread of the brands of a fire of `heatKW` on a roof of `sideM`. */
export function brandLanding(
  heatKW: number,
  sideM: number,
  windMs: number,
  { brandDensityKgm3, brandThicknessM }: BrandLaw = defaultBrands,
): Landing {
  const { densityKgm3, heatKJkgK, temperatureK, gravityMs2 } = air;
  const scale = densityKgm3 * heatKJkgK * temperatureK * Math.sqrt(gravityMs2) * sideM ** 2.5;
  const heavy = (brandDensityKgm3 / densityKgm3) ** -0.75 * (brandThicknessM / sideM) ** -0.75;
  const reach = (windMs / Math.sqrt(gravityMs2 * sideM)) * heavy * Math.sqrt(heatKW / scale);
  return {
    meanM: 0.47 * reach ** (2 / 3) * sideM,
    deviationM: 0.88 * reach ** (1 / 3) * sideM,
    acrossDeviationM: 0.92 * sideM,
  };
}

/** A distance along the wind of the lognormal with this mean and deviation, from a standard normal number. */
export function alongM({ meanM, deviationM }: Landing, normal: number): number {
  if (meanM <= 0) return 0;
  const variance = Math.log(1 + (deviationM / meanM) ** 2);
  return Math.exp(Math.log(meanM) - variance / 2 + Math.sqrt(variance) * normal);
}

/** Uniform in (0, 1) of a seed and three whole numbers: 32-bit finalisers of MurmurHash3 in a row. */
export function randomOf(seed: number, first: number, second: number, third: number): number {
  let value = mix(seed ^ 0x9e3779b9);
  value = mix(value ^ Math.imul(first + 1, 0x85ebca6b));
  value = mix(value ^ Math.imul(second + 1, 0xc2b2ae35));
  value = mix(value ^ Math.imul(third + 1, 0x27d4eb2f));
  return (value + 0.5) / 4294967296;
}

export function normalOf(seed: number, first: number, second: number, third: number): number {
  const radius = Math.sqrt(-2 * Math.log(randomOf(seed, first, second, third)));
  return radius * Math.cos(2 * Math.PI * randomOf(seed, first, second, third + 1));
}

function mix(of: number): number {
  let value = of | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
