// What uses of buildings, kinds of sites and classes of streets are called; what isn't known here is written as the
// city writes it.

import type { Text } from '#model/text.ts';
import { nameOfUse } from '#model/use-names.ts';
import { useText } from '#store/use-store.tsx';

/** Of streets and ways under ground; uses of buildings and kinds of sites are the house's own words. */
const streets: Readonly<Record<string, Text>> = {
  underpass: { en: 'underpass', zh: '下穿通道' },
  stairs: { en: 'stairs', zh: '楼梯入口' },
  lift: { en: 'lift', zh: '电梯' },
  station: { en: 'station', zh: '车站' },
  entrance: { en: 'entrance', zh: '入口' },
  lane: { en: 'lane', zh: '小巷' },
  collector: { en: 'collector road', zh: '集散道路' },
  arterial: { en: 'main road', zh: '主干道' },
  quay: { en: 'quay', zh: '码头路' },
};

const unknown: Text = { en: 'other', zh: '其他' };

export function useName(): (use: string) => string {
  const say = useText();
  return (use) => {
    if (use === '') return say(unknown);
    return say(streets[use] ?? nameOfUse(use));
  };
}
