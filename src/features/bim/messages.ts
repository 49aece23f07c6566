import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Building models', zh: '建筑信息模型' },
  summary: {
    en: 'Buildings in full detail: storeys, rooms, elements, properties',
    zh: '建筑详细信息：楼层、房间、构件、属性',
  },
} satisfies Readonly<Record<string, Text | ((...values: never[]) => Text)>>;
