import type { Text } from '#model/text.ts';
import { phaseNames } from './status.ts';

export const barMessages = {
  open: { en: 'To the flood', zh: '前往洪水卡片' },
  title: (name: string, standing: keyof typeof phaseNames, time: string): Text => ({
    en: `Flood: ${name}, simulated, ${phaseNames[standing].en}, ${time}`,
    zh: `洪水：${name}，模拟，${phaseNames[standing].zh}，${time}`,
  }),
} as const;
