// Words of the what-if and of the table of coefficients, in English and Chinese.

import type { Text } from '#model/text.ts';

export const whatIfMessages = {
  hint: {
    en: 'Tried in the twin only: the city’s records stay as they are.',
    zh: '仅在孪生中试算，城市记录不变。',
  },
  selected: { en: 'The selected building', zh: '选中的建筑' },
  selectOne: { en: 'Select a building', zh: '请选择建筑' },
  selectOneWhy: {
    en: 'Click one on the globe, or pick one from the ranked list.',
    zh: '在地图上单击，或从排序列表中选择。',
  },
  trySprinkler: { en: 'Sprinklers throughout', zh: '全部设自动喷水灭火系统' },
  tryEngine: { en: 'An engine stationed here', zh: '在此驻一辆消防车' },
  engineAt: (name: string): Text => ({ en: `Engine at ${name}`, zh: `${name}处的消防车` }),
  standBy: (name: string): Text => ({ en: `Engine at ${name}`, zh: `${name}处的消防车` }),
  fact: { en: 'Fact', zh: '属性' },
  value: { en: 'Value', zh: '数值' },
  tryFact: { en: 'Try this value', zh: '试用此值' },
  changes: { en: 'What is tried', zh: '试算内容' },
  sprinkler: (name: string): Text => ({
    en: `Sprinklers throughout ${name}`,
    zh: `${name}：全部设自动喷水灭火系统`,
  }),
  factIs: (name: string, fact: string, value: string): Text => ({
    en: `${name}: ${fact} = ${value}`,
    zh: `${name}：${fact} = ${value}`,
  }),
  remove: (what: string): Text => ({ en: `Remove: ${what}`, zh: `移除：${what}` }),
  removeAll: { en: 'Remove all', zh: '全部移除' },
  empty: { en: 'Nothing is tried yet', zh: '尚无试算' },
  comparison: { en: 'Before and after', zh: '前后对比' },
  before: { en: 'Before', zh: '之前' },
  after: { en: 'After', zh: '之后' },
  change: { en: 'Change', zh: '变化' },
  firesInCity: { en: 'Fires a year, whole city', zh: '全市年起火次数' },
  scoreInCity: { en: 'Score, whole city', zh: '全市评分' },
  most: { en: 'Buildings that change most', zh: '变化最大的建筑' },
  noChange: { en: 'No building changes', zh: '没有建筑发生变化' },
  engineModels: {
    roads: {
      en: 'A new engine drives along the streets, with those that are closed now.',
      zh: '新增消防车按路网行驶，计入当前封闭道路。',
    },
    distance: {
      en: 'A new engine’s time is by distance (RAND/ISO): the street network isn’t ready.',
      zh: '新增消防车的到场时间按距离估算（RAND/ISO）：路网尚未就绪。',
    },
  },

  table: {
    en: 'Every figure of the model with its source. Most slopes are judgement until they are fitted to the city’s own fires.',
    zh: '模型的全部数值及其来源。多数斜率在用本市火灾数据拟合之前为经验判断。',
  },
  findRow: { en: 'Find a coefficient', zh: '查找系数' },
  edited: { en: 'edited', zh: '已修改' },
  source: { en: 'Source', zh: '来源' },
  apply: { en: 'Compute with this table', zh: '按此表计算' },
  isApplied: { en: 'In use', zh: '使用中' },
  restore: { en: 'Back to the own table', zh: '恢复默认表' },
  save: { en: 'Save the table', zh: '保存此表' },
  open: { en: 'Open a table', zh: '打开表' },
  ownSource: { en: 'Set by hand', zh: '手动设定' },
  wrong: (why: string): Text => ({
    en: `The table can’t be used: ${why}`,
    zh: `此表不可用：${why}`,
  }),
  nothingLike: { en: 'No coefficient like this', zh: '没有此系数' },
  groups: {
    base: { en: 'Base rates by use', zh: '各用途基准率' },
    facts: { en: 'Facts of a building', zh: '建筑属性' },
    detectors: { en: 'Detectors', zh: '探测器' },
    consequence: { en: 'Weather and consequence', zh: '天气与后果' },
    classes: { en: 'Limits of the classes', zh: '等级界限' },
  },
} as const;
