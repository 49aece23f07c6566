// Words of the consequences, in English and Chinese.

import type { Text } from '#model/text.ts';
import type { ExposureLack, FloodHit } from '../../contract/impact.ts';

const counted = (count: string, one: string, many: string) =>
  `${count} ${count === '1' ? one : many}`;

export const messages = {
  consequences: { en: 'Consequences', zh: '影响' },
  summary: {
    en: 'Who and what the water reaches, street by street',
    zh: '洪水影响的人员、建筑和道路',
  },
  waiting: { en: 'Nothing is counted yet', zh: '尚无统计' },
  waitingWhy: {
    en: 'Numbers come with the first water of the run.',
    zh: '运行出现首个水面后即开始统计。',
  },
  stale: (time: string): Text => ({ en: `Numbers of ${time}`, zh: `${time} 的数据` }),
  failed: (reason: string): Text => ({
    en: `The list can't be read: ${reason}`,
    zh: `无法读取列表：${reason}`,
  }),

  peopleDay: { en: 'People in flooded buildings, by day', zh: '受淹建筑内人数（白天）' },
  peopleNight: { en: 'People in flooded buildings, by night', zh: '受淹建筑内人数（夜间）' },
  byDay: (count: string): Text => ({ en: `${count} by day`, zh: `白天 ${count}` }),
  byNight: (count: string): Text => ({ en: `${count} by night`, zh: `夜间 ${count}` }),
  flooded: { en: 'Buildings flooded', zh: '受淹建筑' },
  wet: (count: string): Text => ({
    en: `water at ${counted(count, 'building', 'buildings')}`,
    zh: `${count} 栋建筑周边有水`,
  }),
  basements: (count: string): Text => ({
    en: `${count} of them with a basement`,
    zh: `其中 ${count} 栋有地下室`,
  }),
  withBasement: { en: 'basement', zh: '有地下室' },
  critical: { en: 'Critical sites in water', zh: '进水的重要设施' },
  cutOff: (count: string): Text => ({
    en: `${count} cut off though dry`,
    zh: `${count} 处未淹但被隔断`,
  }),
  isolated: { en: 'People cut off in dry buildings', zh: '未淹建筑中被困人数' },
  isolatedIn: (count: string): Text => ({
    en: `in ${counted(count, 'building', 'buildings')}`,
    zh: `分布于 ${count} 栋建筑`,
  }),
  roads: { en: 'Streets closed to cars', zh: '小汽车无法通行的道路' },
  roadsMore: (km: string, engines: string): Text => ({
    en: `${km}; ${engines} to fire engines too`,
    zh: `${km}；其中 ${engines} 条消防车亦无法通行`,
  }),
  damage: { en: 'Damage to buildings so far', zh: '迄今建筑损失' },
  damageWhy: (low: string, high: string): Text => ({
    en: `Screening by depth: the true sum may lie anywhere between ${low} and ${high}.`,
    zh: `按水深粗略估算：实际数值可能为 ${low} 至 ${high}。`,
  }),

  classes: { en: 'Buildings by depth of water', zh: '按水深统计的建筑' },
  now: { en: 'Now', zh: '当前' },
  worst: { en: 'Deepest so far', zh: '迄今最深' },
  when: { en: 'Which moment', zh: '时刻' },
  classText: (depth: string, buildings: string, people: string): Text => ({
    en: `${depth} m: ${counted(buildings, 'building', 'buildings')}, ${people} people`,
    zh: `${depth} 米：${buildings} 栋建筑，${people} 人`,
  }),
  cutOffBar: { en: 'cut off', zh: '被隔断' },
  uses: { en: 'Flooded so far, by use', zh: '迄今受淹建筑用途' },
  moreUses: (count: number): Text => ({ en: `${count} more uses`, zh: `另有 ${count} 种用途` }),
  lacks: { en: 'What this city does not tell', zh: '本城市缺少的数据' },

  listTab: { en: 'List', zh: '列表' },
  roadsTab: { en: 'Streets', zh: '道路' },
  eventsTab: { en: 'Events', zh: '事件' },
  damageTab: { en: 'Damage', zh: '损失' },
  parts: { en: 'Parts of the consequences', zh: '影响分类' },

  list: { en: 'What the water reached', zh: '洪水波及对象' },
  nothing: { en: 'The water has reached nothing yet', zh: '洪水尚未波及任何对象' },
  nothingLike: { en: 'Nothing like this was reached', zh: '没有符合条件的对象' },
  find: { en: 'Name, id or use', zh: '名称、编号或用途' },
  kinds: { en: 'Kinds', zh: '类别' },
  name: { en: 'Name', zh: '名称' },
  use: { en: 'Use', zh: '用途' },
  firstWet: { en: 'Reached', zh: '进水时间' },
  depth: { en: 'Depth', zh: '水深' },
  maxDepth: { en: 'Deepest', zh: '最深' },
  hazard: { en: 'Hazard', zh: '危险性' },
  day: { en: 'By day', zh: '白天' },
  night: { en: 'By night', zh: '夜间' },
  damageColumn: { en: 'Damage', zh: '损失' },
  some: (shown: string, all: string): Text => ({
    en: `${shown} of ${all}: sort or filter for others; the file has all of them`,
    zh: `显示 ${all} 项中的 ${shown} 项：可排序或筛选；导出文件包含全部`,
  }),
  open: { en: 'Enter or a double click shows it on the globe', zh: '按回车或双击可在地球上查看' },
  csv: { en: 'Save as CSV', zh: '导出 CSV' },

  closures: { en: 'Streets that water closed', zh: '因水中断的道路' },
  noClosures: { en: 'No street was closed', zh: '没有道路中断' },
  toCars: { en: 'Cars', zh: '小汽车' },
  toEngines: { en: 'Fire engines', zh: '消防车' },
  window: (from: string, to: string): Text => ({ en: `${from} to ${to}`, zh: `${from} 至 ${to}` }),
  since: (from: string): Text => ({ en: `since ${from}`, zh: `${from} 起` }),
  speed: { en: 'Speed left', zh: '可行车速' },
  length: { en: 'Length', zh: '长度' },
  roadRule: {
    en: 'Cars: 0.3 m, or depth × speed above 0.3 m²/s. Fire engines: 0.5 m. Speed by Pregnolato et al. 2017.',
    zh: '小汽车：0.3 米，或水深 × 流速超过 0.3 m²/s。消防车：0.5 米。车速按 Pregnolato 等（2017）。',
  },

  events: { en: 'What the water reached, in order of time', zh: '按时间排列的进水事件' },
  noEvents: { en: 'Nothing has happened yet', zh: '尚无事件' },
  olderEvents: (count: number): Text => ({
    en: `${count} more events of streets`,
    zh: `另有 ${count} 条道路事件`,
  }),
  withStreets: { en: 'Streets too', zh: '包括道路' },

  perM2: (currency: string): Text => ({ en: `${currency}/m²`, zh: `${currency}/m²` }),
  value: { en: 'Value at risk', zh: '可损失价值' },
  usesOf: { en: 'Uses of buildings', zh: '建筑用途' },
  otherUses: { en: 'all other uses', zh: '其他所有用途' },
  shareAt: (depth: string): Text => ({ en: `${depth} m`, zh: `${depth} 米` }),
  currency: { en: 'Currency', zh: '货币' },
  source: { en: 'Source', zh: '来源' },
  uncertainty: { en: 'Uncertainty', zh: '不确定性' },
  uncertaintyHint: {
    en: 'The sum may be this many times smaller or larger. Published models differ by two to five (Wagenaar et al. 2016).',
    zh: '总额可能为其若干分之一或若干倍。已发表模型相差 2–5 倍（Wagenaar 等，2016）。',
  },
  apply: { en: 'Count by this table', zh: '按此表统计' },
  restore: { en: 'Back to the JRC table', zh: '恢复 JRC 表' },
  ownSource: { en: 'own figures', zh: '自有数据' },
  isApplied: { en: 'Counted by this table', zh: '已按此表统计' },
  screening: {
    en: 'A screening figure for comparing runs, not an appraisal: contents included, basements and upper floors are not.',
    zh: '仅供方案比较的粗略数字，并非评估：包含室内财产，不含地下室和楼上各层。',
  },

  comparison: { en: 'Compared in numbers', zh: '数字对比' },
  measure: { en: 'Measure', zh: '指标' },
  shownRun: { en: 'Shown', zh: '当前' },
  comparedRun: { en: 'Compared', zh: '对比' },
  difference: { en: 'Difference', zh: '差值' },
  differenceMeans: {
    en: 'Shown less compared: below zero, fewer are reached in the run that is shown.',
    zh: '当前减对比：为负表示当前方案影响更小。',
  },
  otherTime: (time: string): Text => ({
    en: `The run compared with stands at ${time}`,
    zh: `对比方案当前处于 ${time}`,
  }),
  noComparison: {
    en: 'Numbers of both runs come with their first water.',
    zh: '两个方案出现首个水面后即可对比。',
  },
  floodedSoFar: { en: 'Buildings flooded so far', zh: '迄今受淹建筑' },
  deepWater: { en: 'Buildings in 0.6 m or more so far', zh: '迄今水深 0.6 米及以上的建筑' },
  roadsKm: { en: 'Streets closed to cars, length', zh: '中断道路长度' },
  isolatedBuildings: { en: 'Buildings cut off though dry', zh: '未淹但被隔断的建筑' },
  cutOffSites: { en: 'Sites cut off though dry', zh: '未淹但被隔断的设施' },
} as const;

export const kindNames: Readonly<Record<FloodHit['kind'], Text>> = {
  building: { en: 'Buildings', zh: '建筑' },
  site: { en: 'Critical sites', zh: '重要设施' },
  underground: { en: 'Underground', zh: '地下空间' },
  road: { en: 'Streets', zh: '道路' },
};

export const lackTexts: Readonly<Record<ExposureLack, Text>> = {
  buildings: {
    en: 'No buildings: nothing is counted but streets.',
    zh: '没有建筑数据：仅统计道路。',
  },
  footprints: {
    en: 'No outlines of buildings: circles as large as their ground floor stand in.',
    zh: '没有建筑轮廓：以与底层面积相等的圆代替。',
  },
  use: {
    en: 'No uses of buildings: one damage curve for all.',
    zh: '没有建筑用途：统一使用一条损失曲线。',
  },
  people: {
    en: 'Nobody knows who is in a building: people are not counted.',
    zh: '没有建筑内人数：不统计人员。',
  },
  'floor-area': {
    en: 'No floor areas: damage is counted by the outlines.',
    zh: '没有建筑面积：按轮廓面积计算损失。',
  },
  basements: {
    en: 'Storeys below ground are not known: basements are not flagged.',
    zh: '没有地下层数：未标记地下室。',
  },
  facilities: { en: 'No critical sites are known.', zh: '没有重要设施数据。' },
  streets: { en: 'No streets: closures are not counted.', zh: '没有道路数据：不统计道路中断。' },
  'street-graph': {
    en: 'Streets do not say how they join: what is cut off is not found.',
    zh: '道路没有连接关系：无法判断隔断区域。',
  },
  underground: { en: 'No underground is known.', zh: '没有地下空间数据。' },
};
