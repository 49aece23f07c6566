// What the run stands on where the city's package says nothing, in words.

import type { FireStatus } from '#features/fire/contract.ts';

export interface Lacks {
  readonly outline: number;
  readonly height: number;
  readonly construction: number;
}

const texts = {
  outline: {
    en: 'buildings without an outline: taken as squares of their size',
    zh: '栋建筑没有轮廓：按其面积取正方形',
  },
  height: {
    en: 'buildings of unknown height: taken as 7 m',
    zh: '栋建筑高度未知：按 7 m 计',
  },
  construction: {
    en: 'buildings of unknown construction: taken as protected wood',
    zh: '栋建筑结构未知：按有保护层的木结构计',
  },
} as const;

export function assumptionsOf(lacks: Lacks): FireStatus['assumptions'] {
  return (['outline', 'height', 'construction'] as const)
    .filter((code) => lacks[code] > 0)
    .map((code) => ({ code, text: texts[code], count: lacks[code] }));
}
