import type { Text } from '#model/text.ts';

export const layerMessages = {
  pinsNotDrawn: (reason: string): Text => ({
    en: `The sensors can't be drawn: ${reason}`,
    zh: `无法绘制传感器：${reason}`,
  }),
} as const;
