// Names of what the tables and the city's own collections hold, and words of their values.

import type { Text } from '#model/text.ts';
import { utilityNetworks } from '#model/utility-network.ts';

const names: Readonly<Record<string, Text>> = {
  id: { en: 'Id', zh: '编号' },
  type: { en: 'Kind', zh: '类型' },
  utility: { en: 'Network', zh: '管网' },
  role: { en: 'Role', zh: '用途' },
  status: { en: 'Status', zh: '状态' },
  material: { en: 'Material', zh: '材质' },
  year: { en: 'Year laid', zh: '敷设年份' },
  zone: { en: 'Zone', zh: '分区' },
  length: { en: 'Length', zh: '长度' },
  innerDiameter: { en: 'Inner diameter', zh: '内径' },
  innerWidth: { en: 'Inner width', zh: '内宽' },
  diameter: { en: 'Diameter', zh: '直径' },
  wall: { en: 'Wall', zh: '壁厚' },
  shape: { en: 'Cross-section', zh: '截面形状' },
  volume: { en: 'Volume', zh: '容积' },
  cover: { en: 'Depth of cover', zh: '覆土深度' },
  depth: { en: 'Depth', zh: '深度' },
  fromInvertLevel: { en: 'Invert level at the start', zh: '起点管底标高' },
  toInvertLevel: { en: 'Invert level at the end', zh: '终点管底标高' },
  invertLevel: { en: 'Invert level', zh: '底标高' },
  groundLevel: { en: 'Ground level', zh: '地面标高' },
  slope: { en: 'Slope', zh: '坡度' },
  heightSource: { en: 'Depth is known from', zh: '埋深来源' },
  closed: { en: 'Closed', zh: '关闭' },
  oneWay: { en: 'One way only', zh: '单向' },
  operable: { en: 'Can be turned', zh: '可操作' },
  exercised: { en: 'Last turned', zh: '上次操作年份' },
  turns: { en: 'Turns to close', zh: '关闭圈数' },
  access: { en: 'Access', zh: '可达性' },
  link: { en: 'Sits on', zh: '所在管段' },
  node: { en: 'Stands at', zh: '所在节点' },
  demand: { en: 'Mean demand', zh: '平均需求' },
  customers: { en: 'Customers', zh: '用户数' },
  critical: { en: 'Critical customer', zh: '重要用户' },
  source: { en: 'Feeds the network', zh: '水源' },
  customersIfStuck: { en: 'Customers if stuck', zh: '卡阻时影响用户' },
};

/** The name in words; what nobody translated stays as the city wrote it. */
export const nameOfAttribute = (name: string): Text => names[name] ?? plain(name);

const words: Readonly<Record<string, Text>> = {
  ...utilityNetworks,
  pipe: { en: 'Pipe', zh: '管段' },
  cable: { en: 'Cable', zh: '电缆' },
  pump: { en: 'Pump', zh: '水泵' },
  compressor: { en: 'Compressor', zh: '压缩机' },
  regulator: { en: 'Regulator', zh: '调压器' },
  controlValve: { en: 'Control valve', zh: '调节阀' },
  flapGate: { en: 'Flap gate', zh: '拍门' },
  weir: { en: 'Weir', zh: '堰' },
  orifice: { en: 'Orifice', zh: '孔口' },
  throttle: { en: 'Throttle', zh: '节流阀' },
  transformer: { en: 'Transformer', zh: '变压器' },
  heatExchanger: { en: 'Heat exchanger', zh: '换热器' },
  busbar: { en: 'Busbar', zh: '母线' },
  gate: { en: 'Gate', zh: '闸门' },
  junction: { en: 'Junction', zh: '节点' },
  customer: { en: 'Customer', zh: '用户' },
  hydrant: { en: 'Hydrant', zh: '消火栓' },
  tank: { en: 'Tank', zh: '水池' },
  reservoir: { en: 'Source', zh: '水源' },
  storage: { en: 'Storage', zh: '调蓄池' },
  manhole: { en: 'Manhole', zh: '检查井' },
  outfall: { en: 'Outfall', zh: '排放口' },
  inlet: { en: 'Inlet', zh: '雨水口' },
  substation: { en: 'Substation', zh: '变电站' },
  station: { en: 'Station', zh: '站' },
  plant: { en: 'Plant', zh: '厂站' },
  isolation: { en: 'Isolation valve', zh: '隔离阀' },
  switch: { en: 'Switch', zh: '开关' },
  main: { en: 'main', zh: '干管' },
  service: { en: 'service', zh: '入户管' },
  transmission: { en: 'transmission', zh: '输送管' },
  forceMain: { en: 'force main', zh: '压力管' },
  culvert: { en: 'culvert', zh: '涵管' },
  overflow: { en: 'overflow', zh: '溢流管' },
  inService: { en: 'in service', zh: '在用' },
  abandoned: { en: 'abandoned', zh: '废弃' },
  outOfService: { en: 'out of service', zh: '停用' },
  planned: { en: 'planned', zh: '规划' },
  circle: { en: 'round', zh: '圆形' },
  box: { en: 'box', zh: '矩形' },
  arch: { en: 'arch', zh: '拱形' },
  egg: { en: 'egg', zh: '卵形' },
  surveyed: { en: 'surveyed', zh: '实测' },
  invert: { en: 'invert levels', zh: '管底标高' },
  cover: { en: 'assumed cover', zh: '假定覆土' },
  default: { en: 'not known, assumed', zh: '未知，按默认' },
  PVC: { en: 'PVC', zh: '聚氯乙烯' },
  pvc: { en: 'PVC', zh: '聚氯乙烯' },
  PE: { en: 'polyethylene', zh: '聚乙烯' },
  polyethylene: { en: 'polyethylene', zh: '聚乙烯' },
  PP: { en: 'polypropylene', zh: '聚丙烯' },
  concrete: { en: 'concrete', zh: '混凝土' },
  'reinforced concrete': { en: 'reinforced concrete', zh: '钢筋混凝土' },
  asbestosCement: { en: 'asbestos cement', zh: '石棉水泥' },
  'asbestos cement': { en: 'asbestos cement', zh: '石棉水泥' },
  'vitrified clay': { en: 'vitrified clay', zh: '陶土' },
  greyCastIron: { en: 'grey cast iron', zh: '灰口铸铁' },
  'cast iron': { en: 'cast iron', zh: '铸铁' },
  ductileIron: { en: 'ductile iron', zh: '球墨铸铁' },
  'ductile iron': { en: 'ductile iron', zh: '球墨铸铁' },
  steel: { en: 'steel', zh: '钢' },
  'preinsulated steel': { en: 'preinsulated steel', zh: '预制保温钢管' },
  'corrugated steel': { en: 'corrugated steel', zh: '波纹钢' },
  brick: { en: 'brick', zh: '砖砌' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  true: { en: 'yes', zh: '是' },
  false: { en: 'no', zh: '否' },
};

/** A word of the tables in the language of the screen; anything else as it is. */
export const wordOfValue = (value: string | boolean): Text =>
  words[String(value)] ?? { en: String(value), zh: String(value) };

/** `depthOfCover_m` → Depth of cover (m): what is left of names that nobody translated. */
function plain(name: string): Text {
  const [, stem = name, unit = ''] = /^(.*?)(?:_(m|mm|m2|m3|kW|bar|A|V|kV|lps))?$/.exec(name) ?? [];
  const spaced = stem
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  const shown = spaced.charAt(0).toUpperCase() + spaced.slice(1) + (unit && ` (${unit})`);
  return { en: shown, zh: shown };
}

/** What people call an element, where the city says so: its name, or its street. */
export function nameOfElement({
  properties,
}: {
  readonly properties: Readonly<Record<string, unknown>>;
}): string {
  for (const key of ['name', 'title', 'street', 'address']) {
    const value = properties[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
