import type { Text } from '#model/text.ts';

export const wildlandMessages = {
  failed: (reason: string): Text => ({
    en: `Wildland fire: ${reason}`,
    zh: `野火：${reason}`,
  }),
  workerRestarting: (reason: string): Text => ({
    en: `Wildland fire: ${reason} Computing it again.`,
    zh: `野火：${reason} 正在重新计算。`,
  }),
  workerGivenUp: (reason: string): Text => ({
    en: `Wildland fire: ${reason} It ended several times; the last good result stays.`,
    zh: `野火：${reason} 多次中断，保留上次有效结果。`,
  }),
} as const;
