// What uses of buildings, kinds of critical sites and ways of building are called in both languages: the words that
// city packages write, in English as in the demo city and in OpenStreetMap's tags. A word that isn't known here is
// written as the city writes it.

import type { Text } from './text.ts';

const uses: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    residential: { en: 'homes', zh: '住宅' },
    house: { en: 'house', zh: '独栋住宅' },
    apartments: { en: 'flats', zh: '公寓' },
    mixed: { en: 'mixed use', zh: '混合用途' },
    office: { en: 'offices', zh: '办公' },
    retail: { en: 'shops', zh: '商业' },
    commercial: { en: 'commerce', zh: '商业' },
    industry: { en: 'industry', zh: '工业' },
    industrial: { en: 'industry', zh: '工业' },
    logistics: { en: 'logistics', zh: '物流' },
    warehouse: { en: 'warehouse', zh: '仓库' },
    garage: { en: 'garage', zh: '车库' },
    hotel: { en: 'hotel', zh: '酒店' },
    clinic: { en: 'clinic', zh: '诊所' },
    culture: { en: 'culture', zh: '文化' },
    museum: { en: 'museum', zh: '博物馆' },
    theatre: { en: 'theatre', zh: '剧院' },
    sports: { en: 'sports', zh: '体育' },
    firestation: { en: 'fire station', zh: '消防站' },
    government: { en: 'government', zh: '政府机关' },
    public: { en: 'public building', zh: '公共建筑' },
    hospital: { en: 'hospital', zh: '医院' },
    police: { en: 'police', zh: '公安机关' },
    religious: { en: 'place of worship', zh: '宗教场所' },
    church: { en: 'church', zh: '教堂' },
    school: { en: 'school', zh: '学校' },
    university: { en: 'university', zh: '大学' },
    kindergarten: { en: 'kindergarten', zh: '幼儿园' },
    transport: { en: 'transport', zh: '交通' },
    utility: { en: 'utilities', zh: '市政公用' },
    agricultural: { en: 'farm building', zh: '农业建筑' },
    shelter: { en: 'shelter', zh: '避难场所' },
    carehome: { en: 'care home', zh: '养老院' },
    heritage: { en: 'listed building', zh: '文物建筑' },
    coldstore: { en: 'cold store', zh: '冷库' },
    waterrescue: { en: 'water rescue', zh: '水上救援站' },
    railwaystation: { en: 'railway station', zh: '火车站' },
    undergroundstation: { en: 'underground station', zh: '地铁站' },
    heatplant: { en: 'heating plant', zh: '热电厂' },
    wastewaterplant: { en: 'sewage works', zh: '污水处理厂' },
    substation: { en: 'substation', zh: '变电站' },
  }),
);

const constructions: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    masonry: { en: 'masonry', zh: '砖石砌体' },
    timberandbrick: { en: 'timber and brick', zh: '砖木' },
    timber: { en: 'timber', zh: '木结构' },
    wood: { en: 'wood', zh: '木结构' },
    steelframe: { en: 'steel frame', zh: '钢框架' },
    steel: { en: 'steel', zh: '钢结构' },
    precastconcrete: { en: 'precast concrete', zh: '预制混凝土' },
    reinforcedconcrete: { en: 'reinforced concrete', zh: '钢筋混凝土' },
    concrete: { en: 'concrete', zh: '混凝土' },
  }),
);

/** `fireStation`, `fire_station` and `fire station` are one. */
const keyOf = (word: string) => word.toLowerCase().replaceAll(/[\s_-]/g, '');

function named(names: ReadonlyMap<string, Text>, word: string): Text {
  const plain = word.replaceAll('_', ' ');
  return names.get(keyOf(word)) ?? { en: plain, zh: plain };
}

/** Of a building's use or a site's kind; '' stays ''. */
export const nameOfUse = (use: string): Text => named(uses, use);

/** Of what a building is built of; '' stays ''. */
export const nameOfConstruction = (construction: string): Text =>
  named(constructions, construction);
