import type { Text } from '#model/text.ts';

export const messages = {
  notSolved: (network: string, why: string): Text => ({
    en: `The supply of ${network} can't be solved: ${why}`,
    zh: `无法求解 ${network} 的供水状态：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `Restarting the water solver: ${why}`,
    zh: `正在重新启动供水计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The water solver can't work: ${why}`,
    zh: `供水计算无法运行：${why}`,
  }),
};
