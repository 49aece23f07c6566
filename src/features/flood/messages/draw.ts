import type { Text } from '#model/text.ts';

export const drawMessages = {
  title: (kind: Text): Text => ({ en: `Draw: ${kind.en}`, zh: `绘制：${kind.zh}` }),
  notRead: (typed: string): Text => ({
    en: `“${typed}” is no place: longitude, latitude such as 10.64012, 54.29871 is expected.`,
    zh: `“${typed}”不是坐标：应为经度, 纬度，如 10.64012, 54.29871。`,
  }),
  points: (count: number): Text => ({
    en: count === 1 ? '1 point' : `${count} points`,
    zh: `${count} 点`,
  }),
} as const;
