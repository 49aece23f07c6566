// Who on a building team answers for an element. Buildings are split by it into tiles and layers.

import type { Text } from './text.ts';

export const disciplines = {
  architecture: { en: 'Architecture', zh: '建筑' },
  structure: { en: 'Structure', zh: '结构' },
  hvac: { en: 'Heating, ventilation, cooling', zh: '暖通' },
  plumbing: { en: 'Water and drainage', zh: '给排水' },
  electrical: { en: 'Electrical', zh: '电气' },
  fire: { en: 'Fire protection', zh: '消防' },
  furnishing: { en: 'Furnishing', zh: '家具' },
  space: { en: 'Spaces', zh: '空间' },
  site: { en: 'Site and terrain', zh: '场地' },
  infrastructure: { en: 'Roads, rail, bridges', zh: '基础设施' },
  other: { en: 'Other', zh: '其他' },
} satisfies Readonly<Record<string, Text>>;

export type Discipline = keyof typeof disciplines;

/** In the order of their codes in element tables: only ever add at the end. */
export const disciplineIds = Object.keys(disciplines) as readonly Discipline[];
