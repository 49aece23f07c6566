export const spreadMessages = {
  workerRestarting: (reason: string) => ({
    en: `Spread of the fire: ${reason} Computing it again.`,
    zh: `火势蔓延：${reason} 正在重新计算。`,
  }),
  workerGivenUp: (reason: string) => ({
    en: `Spread of the fire: ${reason} It ended several times; the last good result stays.`,
    zh: `火势蔓延：${reason} 多次中断，保留上次有效结果。`,
  }),
  failed: (name: string, reason: string) => ({
    en: `${name}: ${reason}`,
    zh: `${name}：${reason}`,
  }),
} as const;
