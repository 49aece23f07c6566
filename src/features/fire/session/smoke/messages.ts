import type { Text } from '#model/text.ts';

export const smokeSessionMessages = {
  workerRestarting: (reason: string): Text => ({
    en: `Smoke is computed anew: ${reason}`,
    zh: `烟气计算重新启动：${reason}`,
  }),
  workerGivenUp: (reason: string): Text => ({
    en: `Smoke can’t be computed: ${reason}`,
    zh: `无法计算烟气：${reason}`,
  }),
  smokeFailed: (reason: string): Text => ({
    en: `The smoke of the fire can’t be computed, the last picture stays: ${reason}`,
    zh: `无法计算火灾烟气，保留上次结果：${reason}`,
  }),
  releaseFailed: (name: string, reason: string): Text => ({
    en: `${name} can’t be computed, the last picture stays: ${reason}`,
    zh: `无法计算“${name}”，保留上次结果：${reason}`,
  }),
};
