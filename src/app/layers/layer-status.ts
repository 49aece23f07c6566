import type { Text } from '#model/text.ts';
import type { LayerState } from '#store/layers.ts';
import type { Problem } from '#store/problems.ts';
import type { Tone } from '#ui';

/** How a layer stands, in a word and a tone. */
export interface StatusWord {
  readonly tone: Tone;
  readonly word: Text;
}

/** Trouble comes first; a layer that is off and well says nothing. */
export function statusWord(
  { on, status }: LayerState,
  problems: readonly Problem[],
): StatusWord | undefined {
  if (status.kind === 'failed') return { tone: 'critical', word: { en: 'failed', zh: '失败' } };
  if (problems.some(({ code }) => code === 'stale')) {
    return { tone: 'stale', word: { en: 'stale', zh: '已过期' } };
  }
  if (problems.length > 0) return { tone: 'warning', word: { en: 'trouble', zh: '异常' } };
  if (!on) return undefined;
  switch (status.kind) {
    case 'loading':
      return { tone: 'info', word: loading(status.pending) };
    case 'ready':
      return { tone: 'good', word: { en: 'ready', zh: '就绪' } };
    case 'idle':
      return undefined;
  }
}

function loading(pending: number): Text {
  if (pending === 0) return { en: 'loading', zh: '加载中' };
  return {
    en: pending === 1 ? 'loading 1 tile' : `loading ${pending} tiles`,
    zh: `正在加载 ${pending} 个瓦片`,
  };
}

/** The problems of one layer: the first part of a problem's path is the layer's id. */
export const problemsOf = (id: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ path }) => path === id || path.startsWith(`${id}/`));
