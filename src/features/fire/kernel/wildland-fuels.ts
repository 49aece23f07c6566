// What burns on each kind of ground of the map: one of the standard fuel models (Scott & Burgan 2005), chosen by judgement
// for temperate lowlands; a city with a fuel map of its own would know better. Order is that of codes in frames.

import type { Text } from '#model/text.ts';

export interface WildlandFuel {
  readonly model: number;
  readonly code: string;
  readonly name: Text;
}

export const wildlandFuels = [
  { model: 101, code: 'GR1', name: { en: 'Short grass, stubble, parks', zh: '矮草、茬地、公园' } },
  { model: 103, code: 'GR3', name: { en: 'Meadow, tall grass', zh: '草甸、高草' } },
  { model: 104, code: 'GR4', name: { en: 'Ripe crops, dry grass', zh: '成熟作物、干草' } },
  { model: 143, code: 'SH3', name: { en: 'Shrubs', zh: '灌木' } },
  { model: 108, code: 'GR8', name: { en: 'Reeds, wet meadow', zh: '芦苇、湿草地' } },
  { model: 186, code: 'TL6', name: { en: 'Broadleaved wood, litter', zh: '阔叶林落叶' } },
] as const satisfies readonly WildlandFuel[];

/**
 * By the ground's kind of the basemap; what isn't here doesn't burn, nor do yards between houses: fire comes to houses,
 * and how it goes on there is what the urban model is for.
 */
const modelOfCover: Readonly<Record<string, number>> = {
  grass: 101,
  meadow: 103,
  scrub: 143,
  wetland: 108,
  forest: 186,
};
const ripeCrops = 104;
const stubble = 101;
/** June to September in the north. */
const ripeMonths: ReadonlySet<number> = new Set([5, 6, 7, 8]);

/** Number of the fuel model; 0: doesn't burn. `month` from 0, as in the northern year. */
export function fuelModelOf(cover: string, month: number): number {
  if (cover === 'farmland') return ripeMonths.has(month) ? ripeCrops : stubble;
  return modelOfCover[cover] ?? 0;
}

export const fuelPlaceOf = (model: number): number =>
  wildlandFuels.findIndex((fuel) => fuel.model === model);
