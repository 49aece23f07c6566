// Kinds of critical sites as people call them.

import type { Text } from '#model/text.ts';

const names: Readonly<Record<string, Text>> = {
  hospital: { en: 'hospital', zh: '医院' },
  careHome: { en: 'care home', zh: '养老院' },
  kindergarten: { en: 'kindergarten', zh: '幼儿园' },
  school: { en: 'school', zh: '学校' },
  clinic: { en: 'clinic', zh: '诊所' },
  shelter: { en: 'shelter', zh: '避难所' },
  railwayStation: { en: 'railway station', zh: '火车站' },
  fireStation: { en: 'fire station', zh: '消防站' },
  police: { en: 'police', zh: '公安机关' },
  waterRescue: { en: 'water rescue', zh: '水上救援站' },
  government: { en: 'government', zh: '政府机关' },
  heatPlant: { en: 'heating plant', zh: '热电厂' },
  wastewaterPlant: { en: 'wastewater plant', zh: '污水处理厂' },
  coldStore: { en: 'cold store', zh: '冷库' },
  heritage: { en: 'listed building', zh: '文物建筑' },
  substation: { en: 'substation', zh: '变电站' },
};

/** The city's own word where Panopolis has none. */
export const siteNameOf = (kind: string): Text => names[kind] ?? { en: kind, zh: kind };
