import type { Text } from '#model/text.ts';

export const messages = {
  workerRestarting: (why: string): Text => ({
    en: `The flood is computed anew from its start, with all that was done in it: ${why}`,
    zh: `洪水正从头重新计算，并重做全部操作：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `What computes floods keeps failing: ${why}`,
    zh: `洪水计算反复失败：${why}`,
  }),
  steeringRefused: (why: string): Text => ({
    en: `That could not be done in the run: ${why}`,
    zh: `运行中无法执行该操作：${why}`,
  }),
  runFailed: (name: string, why: string): Text => ({
    en: `${name} could not go on: ${why}`,
    zh: `${name}无法继续：${why}`,
  }),
  frameFailed: (why: string): Text => ({
    en: `The water of that time can't be shown: ${why}`,
    zh: `无法显示该时刻的水面：${why}`,
  }),
  mapFailed: (why: string): Text => ({
    en: `The map can't be shown: ${why}`,
    zh: `无法显示该图：${why}`,
  }),
};
