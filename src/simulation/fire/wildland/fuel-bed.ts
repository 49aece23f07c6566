// A fuel bed as Rothermel's model sees it: particles by life and size, with all that doesn't depend on moisture worked
// out once. Made from SI; kept in ft, lb, Btu, because the equations of Andrews 2018 (RMRS-GTR-371) are fitted in them.

import type { FuelModel } from './fuel-models.ts';
import { KG_M2_PER_LB_FT2, KG_M3_PER_LB_FT3, KJ_KG_PER_BTU_LB, M_PER_FT } from './units.ts';

/** Whose moisture a particle has: 1 h, 10 h, 100 h, live herbs, live wood. */
export type MoistureClass = 0 | 1 | 2 | 3 | 4;

export interface FuelParticle {
  readonly isLive: boolean;
  readonly loadKgM2: number;
  readonly savrPerM: number;
  readonly densityKgM3: number;
  readonly heatKJKg: number;
  /** Silica-free minerals, a fraction. */
  readonly effectiveMinerals: number;
  readonly moistureClass: MoistureClass;
}

export interface FuelBedSpecification {
  readonly particles: readonly FuelParticle[];
  readonly depthM: number;
  /** Dead fuel doesn't burn above this moisture, a fraction. */
  readonly deadExtinction: number;
  /** Fraction of oven-dry mass. */
  readonly totalMinerals: number;
  /** Index of the live herbs that cure into dead fuel, and of the dead particle (of no load) which they cure into. */
  readonly curing?: { readonly from: number; readonly to: number };
}

/** By `createFuelBed` only; in ft, lb, Btu. */
export interface FuelBed {
  readonly depthM: number;
  readonly count: number;
  readonly isLive: Uint8Array;
  readonly loadLbFt2: Float64Array;
  readonly savrPerFt: Float64Array;
  readonly densityLbFt3: Float64Array;
  readonly heatBtuLb: Float64Array;
  readonly effectiveMinerals: Float64Array;
  readonly moistureClass: Uint8Array;
  /** Class of size by surface to volume, 0 … 5; 5 is too coarse to count. */
  readonly sizeClass: Uint8Array;
  /** exp(-138/σ) and exp(-500/σ). */
  readonly deadHeating: Float64Array;
  readonly liveHeating: Float64Array;
  readonly depthFt: number;
  readonly deadExtinction: number;
  readonly netFraction: number;
  readonly cureFrom: number;
  readonly cureTo: number;
}

const STANDARD_DENSITY = 32 * KG_M3_PER_LB_FT3;
const STANDARD_MINERALS = 0.0555;
const STANDARD_EFFECTIVE_MINERALS = 0.01;
/** 1/ft; Albini 1976 groups particles of like surface to volume. */
const sizeLimits = [1200, 192, 96, 48, 16];
export const MAX_PARTICLES = 10;

/** The bed of one of the 53 standard models. */
export function toFuelBed(model: FuelModel): FuelBed {
  const particle = (at: MoistureClass, isLive = at > 2): FuelParticle => ({
    ...{ isLive, moistureClass: isLive ? at : at > 2 ? 0 : at },
    loadKgM2: isLive === at > 2 ? model.loadKgM2[at] : 0,
    savrPerM: model.savrPerM[at],
    ...{ densityKgM3: STANDARD_DENSITY, heatKJKg: model.heatKJKg },
    effectiveMinerals: STANDARD_EFFECTIVE_MINERALS,
  });
  return createFuelBed({
    particles: [
      particle(0),
      particle(1),
      particle(2),
      particle(3, false),
      particle(3),
      particle(4),
    ],
    ...{ depthM: model.depthM, deadExtinction: model.deadExtinction },
    totalMinerals: STANDARD_MINERALS,
    ...(model.isDynamic ? { curing: { from: 4, to: 3 } } : {}),
  });
}

/** Throws `RangeError` where depth, extinction, or a particle is not positive, or there are more than ten particles. */
export function createFuelBed(specification: FuelBedSpecification): FuelBed {
  const { particles, depthM, deadExtinction, totalMinerals, curing } = specification;
  if (!(depthM > 0))
    throw new RangeError(`The fuel bed is ${depthM} m deep; more than 0 is expected.`);
  if (!(deadExtinction > 0))
    throw new RangeError(
      `The moisture of extinction is ${deadExtinction}; more than 0 is expected.`,
    );
  if (particles.length > MAX_PARTICLES)
    throw new RangeError(`A fuel bed of ${particles.length} particles; at most 10 are expected.`);
  for (const { loadKgM2, densityKgM3 } of particles) {
    if (!(loadKgM2 >= 0))
      throw new RangeError(`The load is ${loadKgM2} kg/m²; 0 or more is expected.`);
    if (!(densityKgM3 > 0))
      throw new RangeError(`The density is ${densityKgM3} kg/m³; more than 0 is expected.`);
  }
  const column = (read: (particle: FuelParticle) => number) => Float64Array.from(particles, read);
  const savrPerFt = column(({ savrPerM }) => savrPerM * M_PER_FT);
  return {
    ...{ depthM, savrPerFt, deadExtinction },
    count: particles.length,
    isLive: Uint8Array.from(particles, ({ isLive }) => Number(isLive)),
    loadLbFt2: column(({ loadKgM2 }) => loadKgM2 / KG_M2_PER_LB_FT2),
    densityLbFt3: column(({ densityKgM3 }) => densityKgM3 / KG_M3_PER_LB_FT3),
    heatBtuLb: column(({ heatKJKg }) => heatKJKg / KJ_KG_PER_BTU_LB),
    effectiveMinerals: column(({ effectiveMinerals }) => effectiveMinerals),
    moistureClass: Uint8Array.from(particles, ({ moistureClass }) => moistureClass),
    sizeClass: Uint8Array.from(savrPerFt, toSizeClass),
    deadHeating: savrPerFt.map((savr) => (savr > 0 ? Math.exp(-138 / savr) : 0)),
    liveHeating: savrPerFt.map((savr) => (savr > 0 ? Math.exp(-500 / savr) : 0)),
    depthFt: depthM / M_PER_FT,
    netFraction: 1 - totalMinerals,
    cureFrom: curing?.from ?? -1,
    cureTo: curing?.to ?? -1,
  };
}

/** A limit that went through metres and back may come out a bit below itself. */
function toSizeClass(savr: number): number {
  const at = sizeLimits.findIndex((limit) => savr >= limit * (1 - 1e-9));
  return at < 0 ? sizeLimits.length : at;
}
