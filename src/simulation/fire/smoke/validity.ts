// What a smoke result can't be used for, said in words beside it.

import type { Text } from '#model/text.ts';

export type Caution =
  | 'screening'
  | 'range'
  | 'wake'
  | 'smouldering'
  | 'lofted'
  | 'calm'
  | 'lid'
  | 'averaging';

export const cautions: Readonly<Record<Caution, Text>> = {
  screening: {
    en: 'Screening for flat ground, not for life-safety decisions: streets and single buildings are not resolved.',
    zh: '仅供平坦地形的初步筛查，不得用于生命安全决策：未解析街道与单体建筑。',
  },
  range: {
    en: 'The spread formulas hold from 100 m to 10 km downwind; nearer and farther is extrapolated.',
    zh: '扩散公式适用于下风向 100 m 至 10 km；更近或更远处为外推结果。',
  },
  wake: {
    en: 'The wind draws this smoke down behind the building: it is taken to fill the wake and not to rise again.',
    zh: '烟气被风卷入建筑背风尾流：按充满尾流且不再抬升计算。',
  },
  smouldering: {
    en: 'Smouldering: the smoke is taken to stay on the ground, without rise.',
    zh: '阴燃阶段：按烟气贴地、不抬升计算。',
  },
  lofted: {
    en: 'The heat carries the smoke over what is near: little on the ground close to the fire holds only while it burns hot.',
    zh: '热量使烟气越过近处上空：火场附近地面浓度低的结果仅在旺盛燃烧时成立。',
  },
  calm: {
    en: 'The wind is below 1 m/s, where plumes meander: 1 m/s is used, and every direction is possible.',
    zh: '风速低于 1 m/s，烟羽摆动不定：按 1 m/s 计算，任何方向都有可能。',
  },
  lid: {
    en: 'The plume reaches the top of the mixing layer and is held below it; a hot one may break through.',
    zh: '烟羽到达混合层顶并被限制在其下；高温烟羽可能穿透。',
  },
  averaging: {
    en: 'Means over ten minutes: moments may be several times higher.',
    zh: '为十分钟平均值：瞬时值可能高出数倍。',
  },
};
