import type { Text } from '#model/text.ts';

export const responseMessages = {
  workerRestarting: (why: string): Text => ({
    en: `What computes the way of engines starts again: ${why}`,
    zh: `正在重新启动消防出动计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `What computes the way of engines keeps failing: ${why}`,
    zh: `消防出动计算反复失败：${why}`,
  }),
  coverFailed: (why: string): Text => ({
    en: `Arrivals can't be computed: ${why}`,
    zh: `无法计算到达时间：${why}`,
  }),
  waterFailed: (why: string): Text => ({
    en: `Hydrants can't be asked: ${why}`,
    zh: `无法查询消火栓：${why}`,
  }),
  standBy: (count: number): Text => ({ en: `Stand-by ${count}`, zh: `备勤点 ${count}` }),
  noStreet: {
    en: 'No street lies within 100 m of that place.',
    zh: '该位置 100 米内没有道路。',
  } as Text,
  noNetwork: {
    en: 'No water network with a hydraulic model is open.',
    zh: '没有打开带水力模型的供水管网。',
  } as Text,
  fireName: (name: string): Text => ({ en: `Fire: ${name}`, zh: `火灾：${name}` }),
};
