import type { Text } from '#model/text.ts';

export const gasHeatMessages = {
  notSolvable: (element: string, why: Text): Text => ({
    en: `${element} can't be solved: ${why.en}`,
    zh: `无法求解 ${element}：${why.zh}`,
  }),
  notSolved: (why: Text): Text => ({
    en: `No newer state: ${why.en}. What is shown is old.`,
    zh: `没有更新的结果：${why.zh}。当前显示的是旧值。`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `Restarting the solver of gas and heat: ${why}`,
    zh: `正在重新启动燃气与供热计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The solver of gas and heat can't work: ${why}`,
    zh: `燃气与供热计算无法运行：${why}`,
  }),
};
