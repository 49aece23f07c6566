// Class limits of what is drawn of the air, one table for worker, layer, legend and panel. Fixed, so that two pictures
// can be compared. CO, HCN and HCl end with the AEGL of 60 minutes (`simulation/fire/smoke/exposure-levels.ts`, as
// recalled); particles and sight are round figures around what guides for smoke of wildfires use (as recalled).

import type { Text } from '#model/text.ts';
import { aegl60 } from '#simulation/fire/smoke/exposure-levels.ts';
import type { AirQuantity } from '../contract/smoke.ts';

export interface AirScale {
  readonly quantity: AirQuantity;
  readonly name: Text;
  /** '' where it has none. */
  readonly unit: string;
  /** Ascending. One class more than limits, the first below all of them. */
  readonly limits: readonly number[];
  /** What is worse: more of it, or less (sight). */
  readonly worse: 'more' | 'less';
  /** What the limits are. */
  readonly note: Text;
}

const levels = (key: string): readonly number[] =>
  [1, 2, 3].flatMap((tier) => aegl60[key]?.ppm[tier === 1 ? 1 : tier === 2 ? 2 : 3] ?? []);

export const airScales: Readonly<Record<AirQuantity, AirScale>> = {
  particles: {
    ...{ quantity: 'particles', unit: 'mg/m³', limits: [0.05, 0.15, 0.5, 2, 10], worse: 'more' },
    name: { en: 'Particles', zh: '颗粒物' },
    note: {
      en: '0.05 sensitive people notice; 0.15 unhealthy; 0.5 hazardous within hours; 10 thick smoke',
      zh: '0.05 敏感人群有感；0.15 不健康；0.5 数小时内有害；10 浓烟',
    },
  },
  co: {
    ...{ quantity: 'co', unit: 'ppm', limits: [10, 30, ...levels('co')], worse: 'more' },
    name: { en: 'Carbon monoxide', zh: '一氧化碳' },
    note: {
      en: 'The last two: AEGL-2 and AEGL-3, 60 min',
      zh: '后两级为 AEGL-2、AEGL-3（60 分钟）',
    },
  },
  hcn: {
    ...{ quantity: 'hcn', unit: 'ppm', limits: [0.5, ...levels('hcn')], worse: 'more' },
    name: { en: 'Hydrogen cyanide', zh: '氰化氢' },
    note: { en: 'The last three: AEGL-1 to 3, 60 min', zh: '后三级为 AEGL-1 至 3（60 分钟）' },
  },
  hcl: {
    ...{ quantity: 'hcl', unit: 'ppm', limits: [0.5, ...levels('hcl')], worse: 'more' },
    name: { en: 'Hydrogen chloride', zh: '氯化氢' },
    note: { en: 'The last three: AEGL-1 to 3, 60 min', zh: '后三级为 AEGL-1 至 3（60 分钟）' },
  },
  visibility: {
    ...{ quantity: 'visibility', unit: 'm', limits: [10, 30, 100, 300, 1000], worse: 'less' },
    name: { en: 'Sight', zh: '能见度' },
    note: {
      en: 'To things and signs that don’t shine; people who don’t know the way need 10 m or more',
      zh: '对非发光物体与标志；不熟悉路线者至少需 10 m',
    },
  },
  tier: {
    ...{ quantity: 'tier', unit: '', limits: [1, 2, 3], worse: 'more' },
    name: { en: 'Harm within an hour', zh: '一小时内危害等级' },
    note: {
      en: 'AEGL of 60 min, the worst of CO, HCN, HCl: 1 discomfort, 2 lasting harm or hindered escape, 3 danger to life',
      zh: 'AEGL 60 分钟，取 CO、HCN、HCl 中最严重者：1 不适，2 持久伤害或妨碍逃生，3 危及生命',
    },
  },
};

/** Sight (m) below which a zone of smoke begins, by tier: traffic, finding the way, escape. */
export const sightTiersM = { 1: 100, 2: 30, 3: 10 } as const;

/** Class of a value: how many limits it reaches; for sight, where less is worse, how many it stays below. */
export function airClassOf({ limits, worse }: AirScale, value: number): number {
  return limits.filter((limit) => (worse === 'more' ? value >= limit : value < limit)).length;
}
