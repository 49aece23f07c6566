import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Terrain', zh: '地形' },
  summary: {
    en: 'The ground in its true height, and mean sea level around it.',
    zh: '真实高程的地面，周边为平均海平面。',
  },
  exaggeration: { en: 'Height exaggeration', zh: '高程夸张' },
  exaggerationHint: {
    en: 'Stretches ground and buildings alike, from the lowest ground of the city.',
    zh: '以城市最低地面为基准，地面与建筑同步拉伸。',
  },
  origin: { en: 'Ground', zh: '地面来源' },
  survey: { en: 'Elevation model', zh: '高程模型' },
  footings: { en: 'Interpolated between the feet of the buildings', zh: '由建筑底部内插' },
  unreadable: (reason: string): Text => ({
    en: `The terrain can't be read: ${reason}`,
    zh: `无法读取地形：${reason}`,
  }),
  tileUnreadable: (reason: string): Text => ({
    en: `Part of the terrain can't be loaded: ${reason}`,
    zh: `部分地形无法加载：${reason}`,
  }),
} as const;
