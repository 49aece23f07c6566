import type { Text } from '#model/text.ts';

export const drawMessages = {
  title: (kind: Text): Text => ({ en: `Draw: ${kind.en}`, zh: `绘制：${kind.zh}` }),
  typed: { en: 'Or type coordinates', zh: '或输入坐标' },
  typedHint: {
    en: 'Longitude, latitude in degrees; several with a semicolon between',
    zh: '经度, 纬度（度）；多点以分号分隔',
  },
  notRead: (typed: string): Text => ({
    en: `“${typed}” is no place: longitude, latitude such as 10.64012, 54.29871 is expected.`,
    zh: `“${typed}”不是坐标：应为经度, 纬度，如 10.64012, 54.29871。`,
  }),
  add: { en: 'Add', zh: '添加' },
  finish: { en: 'Done', zh: '完成' },
  undo: { en: 'Take back', zh: '撤回一点' },
  cancel: { en: 'Cancel', zh: '取消' },
  points: (count: number): Text => ({
    en: count === 1 ? '1 point' : `${count} points`,
    zh: `${count} 点`,
  }),
} as const;
