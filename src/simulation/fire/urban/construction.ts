// What burns in a building, how long and how hotly, and what it withstands, by kind of construction. kW, MJ, m, s.
// Sources: heat dose and critical flux, heat per area, time to 1 MW: WU-E classes in ELMFIRE; facades: BR 187
// (84 and 168 kW/m²); t² growth of 47 W/s²; water for a burning building: Iowa formula; for exposure: NFPA 15.

export const constructions = ['bareWood', 'protectedWood', 'masonry', 'resistant'] as const;
export type Construction = (typeof constructions)[number];

export interface ConstructionClass {
  /** Of a burning facade's openings and combustible walls, kW/m². */
  readonly emissivePowerKWm2: number;
  /** Of the facade that radiates, 0 … 1. */
  readonly radiatingShare: number;
  /** Below it no time is long enough to ignite, kW/m². */
  readonly criticalFluxKWm2: number;
  /** Above the critical flux, until ignition: (kW/m²)ⁿ s, n as in the parameters. */
  readonly ignitionDose: number;
  /** At the plateau, of floor area, kW/m². */
  readonly heatReleaseKWm2: number;
  /** Of floor area, contents and structure, MJ/m². */
  readonly fuelLoadMJm2: number;
  /** Chance that a firebrand that can ignite does so where it lands on this. */
  readonly brandReceptivity: number;
  /** Of the flame at a wall that touches a neighbour's, what gets past it: 0 a wall that holds, 1 none. */
  readonly partyWallShare: number;
  /** That burns at once at most, m² of floor: a fire compartment, where there are such (chosen). */
  readonly compartmentM2: number;
}

export type ConstructionTable = Readonly<Record<Construction, ConstructionClass>>;

export const defaultConstructions: ConstructionTable = {
  bareWood: {
    ...{ emissivePowerKWm2: 168, radiatingShare: 1, criticalFluxKWm2: 9, ignitionDose: 10_500 },
    ...{ heatReleaseKWm2: 250, fuelLoadMJm2: 800, brandReceptivity: 1 },
    ...{ partyWallShare: 1, compartmentM2: Infinity },
  },
  protectedWood: {
    ...{ emissivePowerKWm2: 84, radiatingShare: 0.6, criticalFluxKWm2: 11, ignitionDose: 12_500 },
    ...{ heatReleaseKWm2: 250, fuelLoadMJm2: 800, brandReceptivity: 0.5 },
    // Half an hour at a party wall.
    ...{ partyWallShare: 0.36, compartmentM2: Infinity },
  },
  // Walls of stone, floors and roof of wood: as protected wood, an hour at a party wall.
  masonry: {
    ...{ emissivePowerKWm2: 84, radiatingShare: 0.6, criticalFluxKWm2: 11, ignitionDose: 12_500 },
    ...{ heatReleaseKWm2: 250, fuelLoadMJm2: 700, brandReceptivity: 0.3 },
    ...{ partyWallShare: 0.29, compartmentM2: Infinity },
  },
  resistant: {
    ...{ emissivePowerKWm2: 84, radiatingShare: 0.3, criticalFluxKWm2: 13, ignitionDose: 15_500 },
    ...{ heatReleaseKWm2: 250, fuelLoadMJm2: 500, brandReceptivity: 0.05 },
    ...{ partyWallShare: 0, compartmentM2: 400 },
  },
};

/**
 * Growth Q = 47 W/s² t² (a fast fire). Flames leave the openings at flashover, for rooms 1 to 2 MW (Babrauskas, Thomas);
 * 1.5 MW brings the lattice nearest to Hamada's.
 */
export const growthKWs2 = 0.047;
export const flashoverKW = 1500;

/** A fire's heat release: t² growth to the peak, plateau, linear decay over the last fifth of the fuel. */
export interface HeatReleaseCurve {
  readonly peakKW: number;
  readonly growthS: number;
  readonly plateauEndS: number;
  readonly endS: number;
  /** Until burnt out: exactly the fuel. */
  readonly energyMJ: number;
}

export function heatReleaseCurve(of: ConstructionClass, floorAreaM2: number): HeatReleaseCurve {
  const energyMJ = of.fuelLoadMJm2 * floorAreaM2;
  const wishedKW = of.heatReleaseKWm2 * floorAreaM2;
  // Growth may use up to 30 % of the fuel; a small hot fuel never reaches its plateau otherwise.
  const growthBoundKW = ((0.9 * energyMJ * 1000) ** 2 * growthKWs2) ** (1 / 3);
  const peakKW = Math.min(wishedKW, growthBoundKW);
  const growthS = Math.sqrt(peakKW / growthKWs2);
  const growthMJ = (peakKW * growthS) / 3000;
  const decayMJ = 0.2 * energyMJ;
  const plateauEndS = growthS + ((energyMJ - growthMJ - decayMJ) * 1000) / peakKW;
  return { peakKW, growthS, plateauEndS, energyMJ, endS: plateauEndS + (2000 * decayMJ) / peakKW };
}

/** kW at an age of the fire in s. */
export function heatReleaseKW(curve: HeatReleaseCurve, ageS: number): number {
  if (ageS <= 0 || ageS >= curve.endS) return 0;
  if (ageS < curve.growthS) return growthKWs2 * ageS * ageS;
  if (ageS <= curve.plateauEndS) return curve.peakKW;
  return (curve.peakKW * (curve.endS - ageS)) / (curve.endS - curve.plateauEndS);
}

/** Until flames stand out of the openings, s: flashover, or half the peak where that is less. */
export function flashoverS(curve: HeatReleaseCurve): number {
  return Math.sqrt(Math.min(flashoverKW, curve.peakKW / 2) / growthKWs2);
}

/** Water to hold a fully burning volume: V/100 gallons a minute, V in cubic feet; here L/s of m³. */
export const iowaDemandLs = (volumeM3: number): number =>
  (((volumeM3 * 35.3147) / 100) * 3.78541) / 60;

/** Water that keeps a wetted facade from igniting: 10.2 L/min per m² (NFPA 15). */
export const exposureDemandLs = (facadeM2: number): number => (10.2 * facadeM2) / 60;
