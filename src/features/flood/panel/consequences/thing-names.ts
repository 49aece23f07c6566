// What uses of buildings, kinds of sites and classes of streets are called; what isn't known here is written as the
// city writes it.

import type { Text } from '#model/text.ts';
import { useText } from '#store/use-store.tsx';

const names: Readonly<Record<string, Text>> = {
  residential: { en: 'homes', zh: '住宅' },
  mixed: { en: 'mixed use', zh: '混合用途' },
  office: { en: 'offices', zh: '办公' },
  retail: { en: 'shops', zh: '商业' },
  industry: { en: 'industry', zh: '工业' },
  logistics: { en: 'logistics', zh: '物流' },
  warehouse: { en: 'warehouses', zh: '仓库' },
  clinic: { en: 'clinic', zh: '诊所' },
  culture: { en: 'culture', zh: '文化' },
  'fire station': { en: 'fire station', zh: '消防站' },
  fireStation: { en: 'fire station', zh: '消防站' },
  government: { en: 'government', zh: '政府' },
  hospital: { en: 'hospital', zh: '医院' },
  police: { en: 'police', zh: '警察' },
  religious: { en: 'place of worship', zh: '宗教场所' },
  school: { en: 'school', zh: '学校' },
  kindergarten: { en: 'kindergarten', zh: '幼儿园' },
  transport: { en: 'transport', zh: '交通' },
  utility: { en: 'utilities', zh: '市政公用' },
  shelter: { en: 'shelter', zh: '避难所' },
  careHome: { en: 'care home', zh: '养老院' },
  heritage: { en: 'heritage', zh: '文物' },
  coldStore: { en: 'cold store', zh: '冷库' },
  waterRescue: { en: 'water rescue', zh: '水上救援' },
  railwayStation: { en: 'railway station', zh: '火车站' },
  heatPlant: { en: 'heat plant', zh: '热电厂' },
  wastewaterPlant: { en: 'sewage works', zh: '污水处理厂' },
  substation: { en: 'substation', zh: '变电站' },
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
    const known = names[use];
    if (known) return say(known);
    return use === '' ? say(unknown) : use.replaceAll('_', ' ');
  };
}
