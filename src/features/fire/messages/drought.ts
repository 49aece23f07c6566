// The drought code of a fire, and where it comes from.

import type { Text } from '#model/text.ts';

export const droughtMessages = {
  drought: { en: 'Drought code', zh: '干旱码' },
  hint: (green: string, cured: string): Text => ({
    en: `Of the Canadian fire weather index. Lawns are green up to ${green} and straw from ${cured} on.`,
    zh: `加拿大火险天气指数之干旱码。≤${green} 时草坪为绿色，≥${cured} 时为枯草。`,
  }),
  ofRecord: (station: string, noon: string, days: string): Text => ({
    en: `${station}, ${days} measured noons up to ${noon}`,
    zh: `${station}，截至 ${noon} 的 ${days} 个实测正午`,
  }),
  byHand: { en: 'Set by hand', zh: '人工设定' },
  unknown: {
    en: 'Not known: no noon was measured. Lawns count as green.',
    zh: '未知：无实测正午数据，草坪按绿色计。',
  },
  takeRecord: (code: string, station: string): Text => ({
    en: `Take ${code} of ${station}`,
    zh: `采用${station}的 ${code}`,
  }),
} as const;
