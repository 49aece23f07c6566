import type { Text } from '#model/text.ts';

export const barMessages = {
  burns: (name: string, burning: number, since: string): Text => ({
    en: `Fire: ${name}, simulated, ${burning} burning, ${since}`,
    zh: `火灾：${name}，模拟，${burning} 栋燃烧，${since}`,
  }),
  burning: (count: number): Text => ({ en: `${count} burning`, zh: `${count} 栋燃烧` }),
  raised: (count: number): Text => ({
    en:
      count === 1
        ? 'Detectors raise the fire risk of 1 building'
        : `Detectors raise the fire risk of ${count} buildings`,
    zh: `探测器使 ${count} 栋建筑火险升高`,
  }),
  open: { en: 'To the fire’s card', zh: '前往火灾卡片' },
} as const;
