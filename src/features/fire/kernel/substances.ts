// Substances that Panopolis comes with, for releases, explosions and pool fires: what they do to people and how they
// spread, burn and blow. °C, kg/mol, ppm, shares of the volume, J/kg, kg/(m²·s). AEGL of 60 minutes as in
// `simulation/fire/smoke/exposure-levels.ts`, each with its own source there. Pool fires and the heat of combustion of
// butane, petrol, kerosene and ethanol as in NUREG-1805 (2004), sheets 03 and 05; those of propane and liquefied natural
// gas after Babrauskas 1983, boiling points, explosion limits, other heats of combustion and TNT equivalents after common
// tables, all as recalled: screening only. Published TNT equivalents of one explosive differ by up to a half.

import type { Text } from '#model/text.ts';
import { aegl60 } from '#simulation/fire/smoke/exposure-levels.ts';
import type { ReleaseKind } from '../contract/smoke.ts';

/** What the three tiers of a gas mean: harm within an hour, or 10, 60 and 100 % of what can catch fire. */
export type TierMeaning = 'aegl' | 'flammable';

export interface Substance {
  readonly key: string;
  readonly name: Text;
  readonly formula: string;
  readonly kinds: readonly ReleaseKind[];
  readonly molarMassKgMol?: number;
  readonly boilingC?: number;
  /** Lower explosion limit, share of the volume. */
  readonly lowerLimit?: number;
  /** Ascending tiers 1 to 3, ppm; undefined where none is recommended. */
  readonly tiersPpm?: readonly [number | undefined, number, number];
  readonly meaning?: TierMeaning;
  readonly combustionJKg?: number;
  readonly pool?: { readonly fluxKgM2S: number; readonly kBetaM: number };
  /** kg of TNT that blow as hard as 1 kg. */
  readonly tnt?: number;
  /** `recalled`: written from memory. */
  readonly source: string;
}

const toxic = (key: string): Pick<Substance, 'tiersPpm' | 'meaning' | 'molarMassKgMol'> => {
  const known = aegl60[key];
  if (!known) return {};
  const { ppm, molarMassKgMol } = known;
  return {
    ...{ meaning: 'aegl', molarMassKgMol },
    tiersPpm: [ppm[1], ppm[2] ?? Number.NaN, ppm[3] ?? Number.NaN],
  };
};

/** ALOHA draws 10 and 60 % of the lower explosion limit; 100 % is added for who is in it. */
const flammable = (lowerLimit: number): Pick<Substance, 'tiersPpm' | 'meaning' | 'lowerLimit'> => ({
  ...{ lowerLimit, meaning: 'flammable' },
  tiersPpm: [0.1 * lowerLimit * 1e6, 0.6 * lowerLimit * 1e6, lowerLimit * 1e6],
});

const gas: readonly ReleaseKind[] = ['plume', 'puff'];
const heavyGas: readonly ReleaseKind[] = ['dense-gas', 'plume', 'puff'];
const fuelGas: readonly ReleaseKind[] = ['dense-gas', 'vapour-cloud', 'pool-fire'];
const source = 'recalled';
const poolSource = 'NUREG-1805 (2004), burning rates of liquid fuels';

export const substances: readonly Substance[] = [
  {
    ...{ key: 'ammonia', formula: 'NH₃', kinds: gas, boilingC: -33.3, ...toxic('ammonia'), source },
    name: { en: 'Ammonia', zh: '氨' },
  },
  {
    ...{ key: 'chlorine', formula: 'Cl₂', kinds: heavyGas, boilingC: -34 },
    ...{ ...toxic('chlorine'), source },
    name: { en: 'Chlorine', zh: '氯气' },
  },
  {
    ...{ key: 'hcl', formula: 'HCl', kinds: heavyGas, boilingC: -85, ...toxic('hcl'), source },
    name: { en: 'Hydrogen chloride', zh: '氯化氢' },
  },
  {
    ...{ key: 'so2', formula: 'SO₂', kinds: heavyGas, boilingC: -10, ...toxic('so2'), source },
    name: { en: 'Sulphur dioxide', zh: '二氧化硫' },
  },
  {
    ...{ key: 'h2s', formula: 'H₂S', kinds: heavyGas, boilingC: -60.3, ...toxic('h2s'), source },
    name: { en: 'Hydrogen sulphide', zh: '硫化氢' },
  },
  {
    ...{ key: 'co', formula: 'CO', kinds: gas, boilingC: -191.5, ...toxic('co'), source },
    name: { en: 'Carbon monoxide', zh: '一氧化碳' },
  },
  {
    ...{ key: 'hcn', formula: 'HCN', kinds: gas, boilingC: 25.7, ...toxic('hcn'), source },
    name: { en: 'Hydrogen cyanide', zh: '氰化氢' },
  },
  {
    ...{ key: 'propane', formula: 'C₃H₈', kinds: fuelGas, molarMassKgMol: 0.0441, boilingC: -42.1 },
    ...{ ...flammable(0.021), combustionJKg: 46.3e6, source },
    pool: { fluxKgM2S: 0.099, kBetaM: 1.4 },
    name: { en: 'Propane (LPG)', zh: '丙烷（液化石油气）' },
  },
  {
    ...{ key: 'butane', formula: 'C₄H₁₀', kinds: fuelGas, molarMassKgMol: 0.05812, boilingC: -0.5 },
    ...{ ...flammable(0.018), combustionJKg: 45.7e6, source },
    pool: { fluxKgM2S: 0.078, kBetaM: 2.7 },
    name: { en: 'Butane', zh: '丁烷' },
  },
  {
    ...{ key: 'lng', formula: 'CH₄', kinds: fuelGas, molarMassKgMol: 0.01604, boilingC: -161.5 },
    ...{ ...flammable(0.05), combustionJKg: 50e6, source },
    pool: { fluxKgM2S: 0.078, kBetaM: 1.1 },
    name: { en: 'Liquefied natural gas', zh: '液化天然气' },
  },
  {
    ...{ key: 'natural-gas', formula: 'CH₄', kinds: ['vapour-cloud', 'plume'] },
    ...{ molarMassKgMol: 0.01604, ...flammable(0.05), combustionJKg: 50e6, source },
    name: { en: 'Natural gas', zh: '天然气' },
  },
  {
    ...{ key: 'hydrogen', formula: 'H₂', kinds: ['vapour-cloud'], molarMassKgMol: 0.002016 },
    ...{ ...flammable(0.04), combustionJKg: 120e6, source },
    name: { en: 'Hydrogen', zh: '氢气' },
  },
  {
    ...{ key: 'petrol', formula: '', kinds: ['pool-fire', 'vapour-cloud'], combustionJKg: 43.7e6 },
    ...{ source: poolSource, pool: { fluxKgM2S: 0.055, kBetaM: 2.1 } },
    name: { en: 'Petrol', zh: '汽油' },
  },
  {
    ...{ key: 'diesel', formula: '', kinds: ['pool-fire'], combustionJKg: 43.2e6 },
    // Kerosene's figures.
    ...{ source: poolSource, pool: { fluxKgM2S: 0.039, kBetaM: 3.5 } },
    name: { en: 'Diesel or kerosene', zh: '柴油或煤油' },
  },
  {
    ...{ key: 'ethanol', formula: 'C₂H₅OH', kinds: ['pool-fire'], combustionJKg: 26.8e6 },
    source: poolSource,
    // Burns as fast in small pools as in large ones.
    pool: { fluxKgM2S: 0.015, kBetaM: 100 },
    name: { en: 'Ethanol', zh: '乙醇' },
  },
  {
    ...{ key: 'tnt', formula: '', kinds: ['blast'], tnt: 1, source: 'by definition' },
    name: { en: 'TNT', zh: 'TNT 炸药' },
  },
  {
    ...{ key: 'anfo', formula: '', kinds: ['blast'], tnt: 0.82, source },
    name: { en: 'ANFO', zh: '铵油炸药' },
  },
  {
    ...{ key: 'ammonium-nitrate', formula: 'NH₄NO₃', kinds: ['blast'], tnt: 0.42, source },
    name: { en: 'Ammonium nitrate', zh: '硝酸铵' },
  },
  {
    ...{ key: 'black-powder', formula: '', kinds: ['blast'], tnt: 0.5, source },
    name: { en: 'Black powder, fireworks', zh: '黑火药、烟花' },
  },
];

export const substanceOf = (key: string): Substance | undefined =>
  substances.find((one) => one.key === key);

export const substancesFor = (kind: ReleaseKind): readonly Substance[] =>
  substances.filter(({ kinds }) => kinds.includes(kind));
