// What a city's words for the make of a building mean to the spread: walls, floors and roof that burn, or not.
// Masonry burns by its floors and roof where these are of wood: taken so where it was built before 1950.

import type { Construction } from '#simulation/fire/urban/construction.ts';

/** Names under which cities keep it; the first one that a city has counts. */
export const constructionNames = [
  ...['construction', 'constructionType', 'structure', 'structureType', 'buildingMaterial'],
  ...['building:material', 'material', 'wallMaterial', 'WALL_MATERIAL', 'STRUCTURE_TYPE'],
] as const;
export const yearNames = ['yearOfConstruction', 'year', 'start_date', 'builtYear'] as const;

const WOODEN_FLOORS_UNTIL = 1950;

/** In the order of the questions: “timber and brick” is no brick, 砖木 (brick and wood) no 砖混 (brick and concrete). */
const words: readonly (readonly [RegExp, Construction | 'byYear'])[] = [
  [/(timber|wood).*(brick|mortar|plaster|stone|clad)|half.?timber|砖木|fachwerk/i, 'protectedWood'],
  [
    /concrete|steel|precast|reinforced|frame.*(metal)|钢|混凝土|砖混|beton|stahl|metal/i,
    'resistant',
  ],
  [/timber|wood|log|bamboo|木|竹|holz/i, 'bareWood'],
  [/masonry|brick|stone|adobe|block|clay|砖|石|mauer|ziegel/i, 'byYear'],
  [/fire.?resist|耐火/i, 'resistant'],
];

/** Undefined where the word says nothing. */
export function constructionOf(word: string, year: number): Construction | undefined {
  const found = words.find(([pattern]) => pattern.test(word))?.[1];
  if (found !== 'byYear') return found;
  return year >= WOODEN_FLOORS_UNTIL ? 'resistant' : 'masonry';
}
