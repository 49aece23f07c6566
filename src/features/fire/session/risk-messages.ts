export const riskMessages = {
  workerRestarting: (reason: string) => ({
    en: `Fire risk: ${reason} Starting it again.`,
    zh: `火灾风险：${reason} 正在重新启动。`,
  }),
  workerGivenUp: (reason: string) => ({
    en: `Fire risk: ${reason} It ended several times; the last scores stay.`,
    zh: `火灾风险：${reason} 多次中断，保留上次结果。`,
  }),
  absent: (reason: string) => ({
    en: `Fire risk: ${reason}`,
    zh: `火灾风险：${reason}`,
  }),
  wrongTable: (reason: string) => ({
    en: `Coefficients of the fire risk: ${reason} The table before stays in use.`,
    zh: `火灾风险系数：${reason} 继续使用原系数表。`,
  }),
} as const;
