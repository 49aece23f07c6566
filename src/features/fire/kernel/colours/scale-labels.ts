// Labels of classes between breaks, with units that stand beside the title.

import type { Text } from '#model/text.ts';

/** One more than the breaks (s): `0:10 – 0:30` as hours, `3 – 5` as minutes. */
export function minutesLabels(breaksS: readonly number[], as: 'hours' | 'minutes'): Text[] {
  const write = as === 'hours' ? hoursText : (seconds: number) => String(seconds / 60);
  return labelsBetween(breaksS.map(write));
}

/** One more than the breaks (0 … 1), in percent. */
export const percentLabels = (breaks: readonly number[]): Text[] =>
  labelsBetween(breaks.map((share) => String(Math.round(share * 100))));

const hoursText = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

function labelsBetween(breaks: readonly string[]): Text[] {
  const first = breaks[0] ?? '';
  const last = breaks[breaks.length - 1] ?? '';
  const inner = breaks.slice(1).map((end, at) => `${breaks[at]} – ${end}`);
  return [
    { en: `below ${first}`, zh: `低于 ${first}` },
    ...inner.map((text) => ({ en: text, zh: text })),
    { en: `${last} or more`, zh: `${last} 及以上` },
  ];
}
