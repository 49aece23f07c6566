// Fuel beds from what one sees of a stand: chaparral (Rothermel & Philpot 1973, Cohen 1986), palmetto and gallberry
// (Hough & Albini 1978, SE-187), western aspen (Brown & Simmerman 1986, INT-205). In m, kg/m²; fitted in ft, lb.

import { createFuelBed, type FuelBed, type FuelParticle, type MoistureClass } from './fuel-bed.ts';
import { KG_M2_PER_LB_FT2, KG_M3_PER_LB_FT3, KJ_KG_PER_BTU_LB, M_PER_FT } from './units.ts';

export interface Chaparral {
  readonly depthM: number;
  /** Fraction of the load. */
  readonly deadShare: number;
  /** Either weighed, or told by depth and type. */
  readonly load: { readonly totalKgM2: number } | { readonly type: 'chamise' | 'mixed-brush' };
}

export interface PalmettoGallberry {
  /** Since the last fire. */
  readonly ageYears: number;
  readonly heightM: number;
  /** Fraction of the ground. */
  readonly palmettoCover: number;
  readonly basalAreaM2Ha: number;
}

export interface WesternAspen {
  /** Aspen with shrubs, with tall forbs, with low forbs, mixed with shrubs, mixed with forbs. */
  readonly type: 1 | 2 | 3 | 4 | 5;
  /** Fraction of herbs and shrubs that has cured. */
  readonly curing: number;
}

interface UsParticle {
  readonly load: number;
  readonly savr: number;
  readonly moistureClass: MoistureClass;
  readonly isLive: boolean;
  readonly density?: number;
  readonly heat?: number;
  readonly effectiveMinerals?: number;
}

const LB_FT2_PER_TON_ACRE = 2000 / 43560;
const M2_HA_PER_FT2_ACRE = M_PER_FT ** 2 / 0.40468564224;

const toParticle = (particle: UsParticle): FuelParticle => ({
  ...{ isLive: particle.isLive, moistureClass: particle.moistureClass },
  loadKgM2: Math.max(0, particle.load) * KG_M2_PER_LB_FT2,
  savrPerM: particle.savr / M_PER_FT,
  densityKgM3: (particle.density ?? 32) * KG_M3_PER_LB_FT3,
  heatKJKg: (particle.heat ?? 8000) * KJ_KG_PER_BTU_LB,
  effectiveMinerals: particle.effectiveMinerals ?? 0.01,
});

const checkShare = (what: string, value: number) => {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`The ${what} is ${value}; a fraction of 0 to 1 is expected.`);
};

/** Leaves have the moisture of live herbs, stems that of live wood. */
export function chaparral({ depthM, deadShare, load }: Chaparral): FuelBed {
  checkShare('dead share', deadShare);
  const total =
    'totalKgM2' in load
      ? load.totalKgM2 / KG_M2_PER_LB_FT2
      : chaparralLoad(load.type, depthM / M_PER_FT);
  const leaves = total * (0.1957 - 0.305 * deadShare);
  const stems = [
    total * (0.2416 - 0.256 * deadShare),
    total * (0.1918 - 0.256 * deadShare),
    total * (0.2648 - 0.05 * deadShare),
  ];
  // What the fits leave over, so that the parts add up to the load.
  stems.push((1 - deadShare) * total - leaves - stems.reduce((sum, part) => sum + part, 0));
  const savr = [640, 127, 61, 27];
  const deadParts = [0.347, 0.364, 0.207, 0.082];
  const deadMoisture: readonly MoistureClass[] = [0, 1, 1, 2];
  const wood = { density: 46, effectiveMinerals: 0.015 };
  const sizes = [0, 1, 2, 3];
  const particles: UsParticle[] = [
    ...sizes.map((at) => ({
      ...{ isLive: false, savr: savr[at] ?? 0, moistureClass: deadMoisture[at] ?? 0, ...wood },
      load: (deadParts[at] ?? 0) * deadShare * total,
    })),
    {
      ...{ isLive: true, load: leaves, savr: 2200, moistureClass: 3 },
      ...{ density: 32, effectiveMinerals: 0.035, heat: 10_500 },
    },
    ...sizes.map(
      (at): UsParticle => ({
        ...{ isLive: true, load: stems[at] ?? 0, savr: savr[at] ?? 0, moistureClass: 4, ...wood },
        heat: at === 0 ? 10_500 : 9500,
      }),
    ),
  ];
  return createFuelBed({
    ...{ particles: particles.map(toParticle), depthM, deadExtinction: 0.3, totalMinerals: 0.055 },
  });
}

/** lb/ft², by the age that a depth stands for. */
function chaparralLoad(type: 'chamise' | 'mixed-brush', depthFt: number): number {
  const isChamise = type === 'chamise';
  const age = Math.exp(3.912023 * Math.sqrt(depthFt / (isChamise ? 7.5 : 10)));
  const tons = isChamise ? age / (1.4459 + 0.0347 * age) : age / (0.4849 + 0.017 * age);
  return tons * LB_FT2_PER_TON_ACRE;
}

export function palmettoGallberry(stand: PalmettoGallberry): FuelBed {
  const { ageYears: age, palmettoCover, basalAreaM2Ha } = stand;
  checkShare('cover of palmetto', palmettoCover);
  if (!(age > 0)) throw new RangeError(`The age is ${age} years; more than 0 is expected.`);
  const height = stand.heightM / M_PER_FT;
  const cover = palmettoCover * 100;
  const basal = basalAreaM2Ha / M2_HA_PER_FT2_ACRE;
  const h2 = height * height;
  const dead = (load: number, savr: number, moistureClass: MoistureClass): UsParticle => ({
    ...{ isLive: false, load, savr, moistureClass, density: 30, heat: 8300 },
  });
  const live = (load: number, savr: number, moistureClass: MoistureClass): UsParticle => ({
    ...{ isLive: true, load, savr, moistureClass, density: 46, heat: 8300 },
    effectiveMinerals: 0.015,
  });
  const particles = [
    dead(-0.00121 + 0.00379 * Math.log(age) + 0.00118 * h2, 350, 0),
    dead(-0.00775 + 0.00021 * cover + 0.00007 * age * age, 140, 1),
    dead(0.00221 * age ** 0.51263 * Math.exp(0.02482 * cover), 2000, 0),
    dead((0.03632 + 0.0005336 * basal) * (1 - 0.25 ** age), 2000, 2),
    live(0.00546 + 0.00092 * age + 0.00212 * h2, 350, 4),
    live(-0.02128 + 0.00014 * age * age + 0.00314 * h2, 140, 4),
    live(-0.0036 + 0.00253 * age + 0.00049 * cover + 0.00282 * h2, 2000, 3),
  ];
  return createFuelBed({
    particles: particles.map(toParticle),
    ...{ depthM: (2 * stand.heightM) / 3, deadExtinction: 0.4, totalMinerals: 0.03 },
  });
}

const curingLevels = [0, 0.3, 0.5, 0.7, 0.9, 1];
// biome-ignore format: tables; loads in short tons an acre, 1/ft, by type and level of curing
const aspen = {
  fine: [[0.8, 0.893, 1.056, 1.218, 1.379, 1.4595], [0.738, 0.93, 1.056, 1.183, 1.309, 1.372],
    [0.601, 0.645, 0.671, 0.699, 0.73, 0.7455], [0.88, 0.906, 1.037, 1.167, 1.3, 1.3665],
    [0.754, 0.797, 0.825, 0.854, 0.884, 0.899]],
  tenHour: [0.975, 0.475, 1.035, 1.34, 1.115],
  herb: [[0.335, 0.234, 0.167, 0.1, 0.033, 0], [0.665, 0.465, 0.332, 0.199, 0.067, 0],
    [0.15, 0.105, 0.075, 0.045, 0.015, 0], [0.1, 0.07, 0.05, 0.03, 0.01, 0],
    [0.15, 0.105, 0.075, 0.045, 0.015, 0]],
  wood: [[0.403, 0.403, 0.333, 0.283, 0.277, 0.274], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0],
    [0.455, 0.455, 0.364, 0.29, 0.261, 0.2465], [0, 0, 0, 0, 0, 0]],
  fineSavr: [[1440, 1620, 1910, 2090, 2220, 2285], [1480, 1890, 2050, 2160, 2240, 2280],
    [1400, 1540, 1620, 1690, 1750, 1780], [1350, 1420, 1710, 1910, 2060, 2135],
    [1420, 1540, 1610, 1670, 1720, 1745]],
  woodSavr: [[2440, 2440, 2310, 2090, 1670, 1670], [2440, 2440, 2440, 2440, 2440, 2440],
    [2440, 2440, 2440, 2440, 2440, 2440], [2530, 2530, 2410, 2210, 1800, 1800],
    [2440, 2440, 2440, 2440, 2440, 2440]],
  depthFt: [0.65, 0.3, 0.18, 0.5, 0.18],
} as const;

export function westernAspen({ type, curing }: WesternAspen): FuelBed {
  checkShare('curing', curing);
  const at = type - 1;
  const cured = (table: readonly (readonly number[])[]) => interpolate(table[at] ?? [], curing);
  const tons = (load: number) => load * LB_FT2_PER_TON_ACRE;
  const particles: UsParticle[] = [
    { isLive: false, load: tons(cured(aspen.fine)), savr: cured(aspen.fineSavr), moistureClass: 0 },
    { isLive: false, load: tons(aspen.tenHour[at] ?? 0), savr: 109, moistureClass: 1 },
    { isLive: true, load: tons(cured(aspen.herb)), savr: 2800, moistureClass: 3 },
    { isLive: true, load: tons(cured(aspen.wood)), savr: cured(aspen.woodSavr), moistureClass: 4 },
  ];
  return createFuelBed({
    ...{ particles: particles.map(toParticle), depthM: (aspen.depthFt[at] ?? 0) * M_PER_FT },
    ...{ deadExtinction: 0.25, totalMinerals: 0.055 },
  });
}

/** The share of aspens that a surface fire kills; trunks of `diameterM` at breast height. */
export function aspenMortality(
  severity: 'low' | 'moderate',
  flameM: number,
  diameterM: number,
): number {
  const diameterIn = diameterM / 0.0254;
  const charFt = flameM / M_PER_FT / 1.8;
  const exponent =
    severity === 'low'
      ? -4.407 + 0.638 * diameterIn - 2.134 * charFt
      : -2.157 + 0.218 * diameterIn - 3.6 * charFt;
  return 1 / (1 + Math.exp(exponent));
}

function interpolate(values: readonly number[], curing: number): number {
  const after = curingLevels.findIndex((level, at) => at > 0 && curing <= level);
  const low = curingLevels[after - 1] ?? 0;
  const high = curingLevels[after] ?? 1;
  const from = values[after - 1] ?? 0;
  return from + ((curing - low) / (high - low)) * ((values[after] ?? 0) - from);
}
