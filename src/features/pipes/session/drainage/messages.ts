import type { Text } from '#model/text.ts';

export const drainageMessages = {
  frameFailed: (why: string): Text => ({
    en: `The storm can't be shown: ${why}`,
    zh: `无法显示暴雨模拟结果：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `Restarting the solver of drains: ${why}`,
    zh: `正在重新启动排水计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The solver of drains can't work: ${why}`,
    zh: `排水计算无法运行：${why}`,
  }),
};
