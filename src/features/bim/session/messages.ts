import type { Text } from '#model/text.ts';

export const messages = {
  modelFailed: (name: string, why: string): Text => ({
    en: `${name} can't be opened: ${why}`,
    zh: `无法打开 ${name}：${why}`,
  }),
  dataFailed: (why: string): Text => ({
    en: `Data of the building models can't be read: ${why}`,
    zh: `无法读取建筑模型数据：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `Restarting what computes for the building models: ${why}`,
    zh: `正在重新启动建筑模型计算：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `What computes for the building models keeps failing: ${why}`,
    zh: `建筑模型计算反复失败：${why}`,
  }),
};
