import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Basemap', zh: '底图' },
  summary: {
    en: 'Land cover, water, streets, rail and names, drawn on the terrain.',
    zh: '贴合地形的土地覆盖、水系、道路、铁路与地名。',
  },
  style: { en: 'Style', zh: '样式' },
  styleAuto: { en: 'Follow theme', zh: '跟随主题' },
  styleDark: { en: 'Dark', zh: '深色' },
  styleLight: { en: 'Light', zh: '浅色' },
  labels: { en: 'Names', zh: '地名' },
  labelsHint: {
    en: 'Streets, districts, waters and landmarks, in your language where the map has it.',
    zh: '道路、片区、水系与地标名称，优先使用所选语言。',
  },
  toggleLabels: { en: 'Show or hide map names', zh: '显示或隐藏地名' },
  unreadable: (reason: string): Text => ({
    en: `The basemap can't be read: ${reason}`,
    zh: `无法读取底图：${reason}`,
  }),
  tileUnreadable: (reason: string): Text => ({
    en: `Part of the basemap can't be drawn: ${reason}`,
    zh: `部分底图无法绘制：${reason}`,
  }),
} as const;
