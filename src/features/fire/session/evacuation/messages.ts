import type { Text } from '#model/text.ts';

export const evacuationMessages = {
  drawn: { en: 'Drawn by hand', zh: '手绘区域' },
  failed: (why: string): Text => ({
    en: `The evacuation can't be computed: ${why}`,
    zh: `无法计算疏散：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `The evacuation is computed anew: ${why}`,
    zh: `正在重新计算疏散：${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `What computes evacuations keeps failing: ${why}`,
    zh: `疏散计算反复失败：${why}`,
  }),
};
