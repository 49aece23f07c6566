// How streets are drawn by their state, for globe and legend alike: the worse, the wider and the darker.

import type { Text } from '#model/text.ts';

export interface RoadLook {
  /** sRGB, `#rrggbb`. */
  readonly colour: string;
  /** Of the line, px. */
  readonly width: number;
  readonly label: Text;
}

/** By state of `FloodRoads`: open (not drawn), slow, closed to cars, closed to fire engines too. */
export const roadLooks: readonly (RoadLook | undefined)[] = [
  undefined,
  {
    ...{ colour: '#ffd166', width: 3 },
    label: { en: 'Slow: less than half the speed limit', zh: '缓行：不足限速一半' },
  },
  {
    ...{ colour: '#f4511e', width: 5 },
    label: { en: 'Closed to cars; fire engines pass', zh: '小汽车禁行，消防车可通行' },
  },
  {
    ...{ colour: '#8e1260', width: 7 },
    label: { en: 'Closed to all, fire engines too', zh: '全部禁行，包括消防车' },
  },
];
