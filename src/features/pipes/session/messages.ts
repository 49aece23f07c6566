import type { Text } from '#model/text.ts';

export const messages = {
  networkFailed: (name: string, why: string): Text => ({
    en: `${name} can't be opened: ${why}`,
    zh: `无法打开${name}：${why}`,
  }),
  elementsAtFault: (name: string, count: number, first: Text): Text => ({
    en: `${name}: ${count} ${count === 1 ? 'element is' : 'elements are'} at fault. ${first.en}`,
    zh: `${name}：${count} 个要素有误。${first.zh}`,
  }),
  workFailed: (why: string): Text => ({
    en: `Data of the networks can't be read: ${why}`,
    zh: `无法读取管网数据：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `Restarting what computes for the networks: ${why}`,
    zh: `正在重新启动管网计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `What computes for the networks keeps failing: ${why}`,
    zh: `管网计算反复失败：${why}`,
  }),
};
