import type { Text } from '#model/text.ts';

/** The feature's words. Functions take the words or numbers that stand inside a sentence. */
export const messages = {
  name: { en: 'City', zh: '城市建筑' },
  dataFailed: (why: string): Text => ({
    en: `Building data could not be read: ${why}`,
    zh: `无法读取建筑数据：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `The building data engine stopped and is starting again. ${why}`,
    zh: `建筑数据引擎已停止，正在重新启动。${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The building data engine keeps stopping; it is tried again in a while. ${why}`,
    zh: `建筑数据引擎反复停止，稍后将再次尝试。${why}`,
  }),
} as const;
