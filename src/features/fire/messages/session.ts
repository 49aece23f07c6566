import type { Text } from '#model/text.ts';

export const sessionMessages = {
  noBuilding: {
    en: 'No building stands where you pointed: point at one, or pick it in the search.',
    zh: '所指位置没有建筑：请指向一栋建筑，或在搜索中选择。',
  },
  noBuildings: {
    en: 'No building stands inside what was drawn.',
    zh: '所绘范围内没有建筑。',
  },
  noFire: {
    en: 'No fire is shown that an engine could go to: ignite a building first.',
    zh: '当前没有火灾可供出动：请先点燃一栋建筑。',
  },
  tooMany: (taken: number, inAll: number): Text => ({
    en: `${inAll} buildings are inside; the first ${taken} of them are kept wet. Draw a smaller block.`,
    zh: `范围内有 ${inAll} 栋建筑，仅防护其中 ${taken} 栋；请缩小范围。`,
  }),
  notFound: (reason: string): Text => ({
    en: `The buildings there can’t be asked for just now: ${reason}`,
    zh: `暂时无法查询该处建筑：${reason}`,
  }),
  block: (count: number): Text => ({
    en: count === 1 ? '1 building' : `Block of ${count} buildings`,
    zh: count === 1 ? '1 栋建筑' : `${count} 栋建筑的街区`,
  }),
  engine: (number: number): Text => ({ en: `Engine ${number}`, zh: `${number} 号消防车` }),
} as const;
