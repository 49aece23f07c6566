// Labels of classes between breaks.

import { spanText } from '#model/span.ts';
import type { Text } from '#model/text.ts';

/** One more than the breaks (s), as minutes whose unit stands beside the title: `3 – 5`. */
export const minutesLabels = (breaksS: readonly number[]): Text[] =>
  labelsBetween(breaksS.map((seconds) => sameText(String(seconds / 60))));

/** One more than the breaks (s), with their units: `30 min – 1 h`. */
export const spanLabels = (breaksS: readonly number[]): Text[] =>
  labelsBetween(breaksS.map(spanText));

/** One more than the breaks (0 … 1), in percent. */
export const percentLabels = (breaks: readonly number[]): Text[] =>
  labelsBetween(breaks.map((share) => sameText(String(Math.round(share * 100)))));

const sameText = (text: string): Text => ({ en: text, zh: text });

function labelsBetween(breaks: readonly Text[]): Text[] {
  const first = breaks[0] ?? sameText('');
  const last = breaks[breaks.length - 1] ?? first;
  const inner = breaks.slice(1).map((end, at) => {
    const begin = breaks[at] ?? first;
    return { en: `${begin.en} – ${end.en}`, zh: `${begin.zh} – ${end.zh}` };
  });
  return [
    { en: `below ${first.en}`, zh: `低于 ${first.zh}` },
    ...inner,
    { en: `${last.en} or more`, zh: `${last.zh} 及以上` },
  ];
}
