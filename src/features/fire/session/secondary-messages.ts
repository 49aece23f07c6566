export const secondaryMessages = {
  failed: (reason: string) => ({
    en: `Fires that spread from each building: ${reason} The risk stands on what was known of them before.`,
    zh: `各建筑起火后的蔓延：${reason} 风险仍以此前结果为准。`,
  }),
} as const;
