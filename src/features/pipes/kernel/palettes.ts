// Colours that networks have on plans and on the street, by custom. They stand on a pipe's outline; what is
// measured or solved is on its body, on a ramp of other hues.

import type { UtilityNetwork } from '#model/utility-network.ts';
import { utilityNetworks } from '#model/utility-network.ts';
import type { Palette } from '../contract.ts';

type Colours = Readonly<Record<UtilityNetwork, number>>;

/**
 * sRGB 0xRRGGBB. APWA Uniform Color Code: blue water, purple reclaimed, green sewers and drains, yellow gas and
 * steam, red power, orange telecom. Storm and sanitary are both green there: the one lighter, the other darker.
 */
const apwa: Colours = {
  water: 0x2f86e0,
  reclaimed: 0x9a5bd0,
  storm: 0x5fc98a,
  sanitary: 0x1f8a4c,
  combined: 0x7c9a3a,
  gas: 0xf2cf1d,
  heatSupply: 0xd9a514,
  heatReturn: 0xa9873a,
  power: 0xe0362f,
  telecom: 0xf28a1e,
};

/** CJJ 61 (pipelines of Chinese cities): sky-blue water, brown drains, pink gas, orange heat, red power, green telecom. */
const cjj61: Colours = {
  water: 0x45b3ec,
  reclaimed: 0x2c7fa8,
  storm: 0xb07b4a,
  sanitary: 0x7d4f2b,
  combined: 0x96633a,
  gas: 0xf07fb4,
  heatSupply: 0xf59b2d,
  heatReturn: 0xc88a4a,
  power: 0xe0302c,
  telecom: 0x2fa860,
};

/** GB 7231 by what flows: green water, black others, yellow gases, red steam; what it does not name after CJJ 61. */
const gb: Colours = {
  water: 0x2f9e54,
  reclaimed: 0x7ac28d,
  storm: 0x6f7c86,
  sanitary: 0x3c444b,
  combined: 0x555f67,
  gas: 0xe8b21c,
  heatSupply: 0xd2302b,
  heatReturn: 0xa8605c,
  power: 0xe8591f,
  telecom: 0x3f8fd0,
};

/** Plans of German utilities: blue water, brown sewers, yellow gas, red power, green telecom, orange heat. */
const din: Colours = {
  water: 0x2b6fd6,
  reclaimed: 0x6aa3e0,
  storm: 0x4fb3c4,
  sanitary: 0x8a5a34,
  combined: 0x9c4f8f,
  gas: 0xf4d01f,
  heatSupply: 0xef7d1a,
  heatReturn: 0xb5713d,
  power: 0xdc2f2f,
  telecom: 0x35a35c,
};

const tables: Readonly<Record<Palette, Colours>> = { apwa, cjj61, gb, din };

/** sRGB 0xRRGGBB of a utility's casing. */
export const utilityColour = (palette: Palette, utility: UtilityNetwork): number =>
  tables[palette][utility];

/** The same, sRGB 0 … 1, by position of the utility: rows of the state table's fourth byte. */
export const paletteRows = (palette: Palette): readonly (readonly [number, number, number])[] =>
  utilities.map((utility) => toUnit(tables[palette][utility]));

export const utilities = Object.keys(utilityNetworks) as readonly UtilityNetwork[];

/** 0xRRGGBB as sRGB 0 … 1. */
export const toUnit = (colour: number): readonly [number, number, number] => [
  ((colour >> 16) & 255) / 255,
  ((colour >> 8) & 255) / 255,
  (colour & 255) / 255,
];
