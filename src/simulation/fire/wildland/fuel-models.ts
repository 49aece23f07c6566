// The 53 standard fuel models: 13 of Anderson 1982 (INT-122), 40 of Scott & Burgan 2005 (RMRS-GTR-153, table 7).
// Rows are in the published units, so that they can be checked against the reports; `fuelModels` is SI.

import { KG_M2_PER_LB_FT2, KJ_KG_PER_BTU_LB, M_PER_FT } from './units.ts';

export interface FuelModel {
  /** 1 … 13 and 101 … 204. */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  /** Oven-dry, by size: 1 h, 10 h, 100 h, live herbs, live wood. */
  readonly loadKgM2: readonly [number, number, number, number, number];
  /** Surface to volume, in the same order. */
  readonly savrPerM: readonly [number, number, number, number, number];
  readonly depthM: number;
  /** Fraction of oven-dry mass. */
  readonly deadExtinction: number;
  readonly heatKJKg: number;
  /** Herbs cure into dead fuel as they dry. */
  readonly isDynamic: boolean;
}

/** Rock, water, ice, fields, towns: nothing that Rothermel's model burns. */
export const nonBurnable: ReadonlySet<number> = new Set([91, 92, 93, 98, 99]);

const LB_FT2_PER_TON_ACRE = 2000 / 43560;
const SAVR_10_H_PER_FT = 109;
const SAVR_100_H_PER_FT = 30;

type Row = readonly [
  ...[number: number, code: string, name: string],
  ...[h1: number, h10: number, h100: number, herb: number, wood: number],
  ...[savr1h: number, savrHerb: number, savrWood: number],
  ...[depthFt: number, extinctionPercent: number, heatBtuLb: number, isDynamic: 0 | 1],
];

/** Loads in lb/ft², 1/ft, ft, %, Btu/lb. */
// biome-ignore format: a table
const anderson: readonly Row[] = [
  [1, 'FM1', 'Short grass', 0.034, 0, 0, 0, 0, 3500, 1500, 1500, 1, 12, 8000, 0],
  [2, 'FM2', 'Timber grass and understory', 0.092, 0.046, 0.023, 0.023, 0, 3000, 1500, 1500, 1, 15, 8000, 0],
  [3, 'FM3', 'Tall grass', 0.138, 0, 0, 0, 0, 1500, 1500, 1500, 2.5, 25, 8000, 0],
  [4, 'FM4', 'Chaparral', 0.23, 0.184, 0.092, 0, 0.23, 2000, 1500, 1500, 6, 20, 8000, 0],
  [5, 'FM5', 'Brush', 0.046, 0.023, 0, 0, 0.092, 2000, 1500, 1500, 2, 20, 8000, 0],
  [6, 'FM6', 'Dormant brush, hardwood slash', 0.069, 0.115, 0.092, 0, 0, 1750, 1500, 1500, 2.5, 25, 8000, 0],
  [7, 'FM7', 'Southern rough', 0.052, 0.086, 0.069, 0, 0.017, 1750, 1500, 1550, 2.5, 40, 8000, 0],
  [8, 'FM8', 'Short needle litter', 0.069, 0.046, 0.115, 0, 0, 2000, 1500, 1500, 0.2, 30, 8000, 0],
  [9, 'FM9', 'Long needle or hardwood litter', 0.134, 0.019, 0.007, 0, 0, 2500, 1500, 1500, 0.2, 25, 8000, 0],
  [10, 'FM10', 'Timber litter & understory', 0.138, 0.092, 0.23, 0, 0.092, 2000, 1500, 1500, 1, 25, 8000, 0],
  [11, 'FM11', 'Light logging slash', 0.069, 0.207, 0.253, 0, 0, 1500, 1500, 1500, 1, 15, 8000, 0],
  [12, 'FM12', 'Medium logging slash', 0.184, 0.644, 0.759, 0, 0, 1500, 1500, 1500, 2.3, 20, 8000, 0],
  [13, 'FM13', 'Heavy logging slash', 0.322, 1.058, 1.288, 0, 0, 1500, 1500, 1500, 3, 25, 8000, 0],
];

/** Loads in short tons an acre. */
// biome-ignore format: a table
const scottBurgan: readonly Row[] = [
  [101, 'GR1', 'Short, sparse, dry climate grass', 0.1, 0, 0, 0.3, 0, 2200, 2000, 1500, 0.4, 15, 8000, 1],
  [102, 'GR2', 'Low load, dry climate grass', 0.1, 0, 0, 1, 0, 2000, 1800, 1500, 1, 15, 8000, 1],
  [103, 'GR3', 'Low load, very coarse, humid climate grass', 0.1, 0.4, 0, 1.5, 0, 1500, 1300, 1500, 2, 30, 8000, 1],
  [104, 'GR4', 'Moderate load, dry climate grass', 0.25, 0, 0, 1.9, 0, 2000, 1800, 1500, 2, 15, 8000, 1],
  [105, 'GR5', 'Low load, humid climate grass', 0.4, 0, 0, 2.5, 0, 1800, 1600, 1500, 1.5, 40, 8000, 1],
  [106, 'GR6', 'Moderate load, humid climate grass', 0.1, 0, 0, 3.4, 0, 2200, 2000, 1500, 1.5, 40, 9000, 1],
  [107, 'GR7', 'High load, dry climate grass', 1, 0, 0, 5.4, 0, 2000, 1800, 1500, 3, 15, 8000, 1],
  [108, 'GR8', 'High load, very coarse, humid climate grass', 0.5, 1, 0, 7.3, 0, 1500, 1300, 1500, 4, 30, 8000, 1],
  [109, 'GR9', 'Very high load, humid climate grass', 1, 1, 0, 9, 0, 1800, 1600, 1500, 5, 40, 8000, 1],
  [121, 'GS1', 'Low load, dry climate grass-shrub', 0.2, 0, 0, 0.5, 0.65, 2000, 1800, 1800, 0.9, 15, 8000, 1],
  [122, 'GS2', 'Moderate load, dry climate grass-shrub', 0.5, 0.5, 0, 0.6, 1, 2000, 1800, 1800, 1.5, 15, 8000, 1],
  [123, 'GS3', 'Moderate load, humid climate grass-shrub', 0.3, 0.25, 0, 1.45, 1.25, 1800, 1600, 1600, 1.8, 40, 8000, 1],
  [124, 'GS4', 'High load, humid climate grass-shrub', 1.9, 0.3, 0.1, 3.4, 7.1, 1800, 1600, 1600, 2.1, 40, 8000, 1],
  [141, 'SH1', 'Low load, dry climate shrub', 0.25, 0.25, 0, 0.15, 1.3, 2000, 1800, 1600, 1, 15, 8000, 1],
  [142, 'SH2', 'Moderate load, dry climate shrub', 1.35, 2.4, 0.75, 0, 3.85, 2000, 1800, 1600, 1, 15, 8000, 0],
  [143, 'SH3', 'Moderate load, humid climate shrub', 0.45, 3, 0, 0, 6.2, 1600, 1800, 1400, 2.4, 40, 8000, 0],
  [144, 'SH4', 'Low load, humid climate timber-shrub', 0.85, 1.15, 0.2, 0, 2.55, 2000, 1800, 1600, 3, 30, 8000, 0],
  [145, 'SH5', 'High load, dry climate shrub', 3.6, 2.1, 0, 0, 2.9, 750, 1800, 1600, 6, 15, 8000, 0],
  [146, 'SH6', 'Low load, humid climate shrub', 2.9, 1.45, 0, 0, 1.4, 750, 1800, 1600, 2, 30, 8000, 0],
  [147, 'SH7', 'Very high load, dry climate shrub', 3.5, 5.3, 2.2, 0, 3.4, 750, 1800, 1600, 6, 15, 8000, 0],
  [148, 'SH8', 'High load, humid climate shrub', 2.05, 3.4, 0.85, 0, 4.35, 750, 1800, 1600, 3, 40, 8000, 0],
  [149, 'SH9', 'Very high load, humid climate shrub', 4.5, 2.45, 0, 1.55, 7, 750, 1800, 1500, 4.4, 40, 8000, 1],
  [161, 'TU1', 'Light load, dry climate timber-grass-shrub', 0.2, 0.9, 1.5, 0.2, 0.9, 2000, 1800, 1600, 0.6, 20, 8000, 1],
  [162, 'TU2', 'Moderate load, humid climate timber-shrub', 0.95, 1.8, 1.25, 0, 0.2, 2000, 1800, 1600, 1, 30, 8000, 0],
  [163, 'TU3', 'Moderate load, humid climate timber-grass-shrub', 1.1, 0.15, 0.25, 0.65, 1.1, 1800, 1600, 1400, 1.3, 30, 8000, 1],
  [164, 'TU4', 'Dwarf conifer understory', 4.5, 0, 0, 0, 2, 2300, 1800, 2000, 0.5, 12, 8000, 0],
  [165, 'TU5', 'Very high load, dry climate timber-shrub', 4, 4, 3, 0, 3, 1500, 1800, 750, 1, 25, 8000, 0],
  [181, 'TL1', 'Low load, compact conifer litter', 1, 2.2, 3.6, 0, 0, 2000, 1800, 1600, 0.2, 30, 8000, 0],
  [182, 'TL2', 'Low load broadleaf litter', 1.4, 2.3, 2.2, 0, 0, 2000, 1800, 1600, 0.2, 25, 8000, 0],
  [183, 'TL3', 'Moderate load conifer litter', 0.5, 2.2, 2.8, 0, 0, 2000, 1800, 1600, 0.3, 20, 8000, 0],
  [184, 'TL4', 'Small downed logs', 0.5, 1.5, 4.2, 0, 0, 2000, 1800, 1600, 0.4, 25, 8000, 0],
  [185, 'TL5', 'High load conifer litter', 1.15, 2.5, 4.4, 0, 0, 2000, 1800, 1600, 0.6, 25, 8000, 0],
  [186, 'TL6', 'High load broadleaf litter', 2.4, 1.2, 1.2, 0, 0, 2000, 1800, 1600, 0.3, 25, 8000, 0],
  [187, 'TL7', 'Large downed logs', 0.3, 1.4, 8.1, 0, 0, 2000, 1800, 1600, 0.4, 25, 8000, 0],
  [188, 'TL8', 'Long-needle litter', 5.8, 1.4, 1.1, 0, 0, 1800, 1800, 1600, 0.3, 35, 8000, 0],
  [189, 'TL9', 'Very high load broadleaf litter', 6.65, 3.3, 4.15, 0, 0, 1800, 1800, 1600, 0.6, 35, 8000, 0],
  [201, 'SB1', 'Low load activity fuel', 1.5, 3, 11, 0, 0, 2000, 1800, 1600, 1, 25, 8000, 0],
  [202, 'SB2', 'Moderate load activity or low load blowdown', 4.5, 4.25, 4, 0, 0, 2000, 1800, 1600, 1, 25, 8000, 0],
  [203, 'SB3', 'High load activity fuel or moderate load blowdown', 5.5, 2.75, 3, 0, 0, 2000, 1800, 1600, 1.2, 25, 8000, 0],
  [204, 'SB4', 'High load blowdown', 5.25, 3.5, 5.25, 0, 0, 2000, 1800, 1600, 2.7, 25, 8000, 0],
];

const toModel =
  (lbFt2PerUnit: number) =>
  ([
    number,
    code,
    name,
    h1,
    h10,
    h100,
    herb,
    wood,
    savr1,
    savrHerb,
    savrWood,
    ...rest
  ]: Row): FuelModel => {
    const [depthFt, extinctionPercent, heatBtuLb, isDynamic] = rest;
    const toLoad = (load: number) => load * lbFt2PerUnit * KG_M2_PER_LB_FT2;
    const toSavr = (savr: number) => savr / M_PER_FT;
    return {
      ...{ number, code, name },
      loadKgM2: [toLoad(h1), toLoad(h10), toLoad(h100), toLoad(herb), toLoad(wood)],
      savrPerM: [
        ...[toSavr(savr1), toSavr(SAVR_10_H_PER_FT), toSavr(SAVR_100_H_PER_FT)],
        ...[toSavr(savrHerb), toSavr(savrWood)],
      ] as const,
      depthM: depthFt * M_PER_FT,
      deadExtinction: extinctionPercent / 100,
      heatKJKg: heatBtuLb * KJ_KG_PER_BTU_LB,
      isDynamic: isDynamic === 1,
    };
  };

/** All 53, by number. */
export const fuelModels: ReadonlyMap<number, FuelModel> = new Map(
  [...anderson.map(toModel(1)), ...scottBurgan.map(toModel(LB_FT2_PER_TON_ACRE))].map((model) => [
    model.number,
    model,
  ]),
);
