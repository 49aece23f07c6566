// Words of the tool of the fire risk, in English and Chinese.

import type { Text } from '#model/text.ts';

export const messages = {
  tool: { en: 'Fire risk', zh: '火灾风险' },
  toolSummary: {
    en: 'Where fire is likely and why, what to visit next, what a change would do',
    zh: '何处易起火及原因、下一步检查何处、改变措施的效果',
  },
  section: { en: 'Fire risk of the city', zh: '全市火灾风险' },
  colours: { en: 'Colours of the buildings', zh: '建筑着色' },
  parts: { en: 'Parts of the fire risk', zh: '火灾风险的各部分' },
  list: { en: 'List', zh: '排序列表' },
  plan: { en: 'Visits', zh: '下一步检查' },
  whatIf: { en: 'What if', zh: '假设分析' },
  coefficients: { en: 'Figures', zh: '系数' },

  model: { en: 'model', zh: '模型' },
  screening: {
    en: 'Log-additive ignition model; screening, not for life-safety decisions.',
    zh: '对数相加起火模型；仅供初步研判，不用于生命安全决策。',
  },
  asOf: (time: string): Text => ({ en: `as of ${time}`, zh: `截至 ${time}` }),
  stale: { en: 'stale', zh: '已过时' },
  waiting: { en: 'The risk is being computed', zh: '正在计算风险' },
  waitingWhy: {
    en: 'It reads the city’s buildings with their facts; that takes some seconds.',
    zh: '正在读取全市建筑及其属性，需要数秒。',
  },
  failed: (why: string): Text => ({
    en: `The risk can’t be told: ${why}`,
    zh: `无法给出风险：${why}`,
  }),
  lastStays: { en: 'What is shown is the last that was known.', zh: '所示为最近一次结果。' },

  // The list
  find: { en: 'Name, address or id', zh: '名称、地址或编号' },
  classes: { en: 'Risk class', zh: '风险等级' },
  uses: { en: 'Use', zh: '用途' },
  onlyRaised: { en: 'Only raised by detectors', zh: '仅显示探测器升高的建筑' },
  buildings: { en: 'Buildings by fire risk', zh: '按火灾风险排序的建筑' },
  nothing: { en: 'No building', zh: '没有建筑' },
  nothingRaised: { en: 'No detector raises a building now', zh: '当前没有探测器升高的建筑' },
  nothingLike: { en: 'No building like this', zh: '没有符合条件的建筑' },
  clear: { en: 'Clear filters', zh: '清除筛选' },
  shownOf: (rows: string, all: string): Text => ({
    en: `${rows} of ${all}. Enter or a click selects and flies there.`,
    zh: `显示 ${rows} / ${all}。回车或单击即可选中并飞至该处。`,
  }),
  more: { en: 'Show more', zh: '显示更多' },
  csv: { en: 'Save all as CSV', zh: '全部保存为 CSV' },

  // Columns
  building: { en: 'Building', zh: '建筑' },
  use: { en: 'Use', zh: '用途' },
  score: { en: 'Score', zh: '评分' },
  scoreHint: {
    en: 'Score: fires a year × persons harmed, weighted by the first engine and water.',
    zh: '评分：年起火次数 × 受害人数，按首车到场与消防供水加权。',
  },
  fires: { en: 'Fires', zh: '起火' },
  inspection: { en: 'Inspected', zh: '检查' },
  orderBy: { en: 'Ordered by', zh: '排序依据' },
  orders: {
    score: { en: 'Score', zh: '评分' },
    fires: { en: 'Fires a year', zh: '年起火次数' },
    live: { en: 'Raised by detectors now', zh: '探测器当前升高' },
    people: { en: 'People inside', zh: '在内人数' },
    inspection: { en: 'Date of inspection', zh: '检查日期' },
  },
  descending: { en: 'Most first', zh: '从多到少' },
  ascending: { en: 'Least first', zh: '从少到多' },
  peopleIn: (count: string): Text => ({
    en: `${count} ${count === '1' ? 'person' : 'people'}`,
    zh: `${count} 人`,
  }),
  liveNow: (factor: string): Text => ({ en: `${factor} now`, zh: `当前 ${factor}` }),
  scoreIs: (score: string): Text => ({ en: `score ${score}`, zh: `评分 ${score}` }),
  never: { en: 'not on record', zh: '无记录' },

  // The plan
  visits: { en: 'Visits', zh: '检查数量' },
  planHint: {
    en: 'The visits that take most of the expected loss away: open violations closed, the clock of inspection begun anew.',
    zh: '最能降低预期损失的检查：整改隐患，检查周期重新起算。',
  },
  planList: { en: 'What to visit next', zh: '下一步检查清单' },
  gain: { en: 'Takes away', zh: '可降低' },
  gainInAll: (score: string, visits: string): Text => ({
    en: `${visits} visits take a score of ${score} away.`,
    zh: `${visits} 次检查共降低评分 ${score}。`,
  }),
  why: { en: 'Why', zh: '原因' },
  noPlan: { en: 'No visit would lower the risk', zh: '没有检查能降低风险' },
  noPlanWhy: {
    en: 'The city has no open violations and no dates of inspection in its package.',
    zh: '城市数据包中没有隐患和检查日期。',
  },
} as const;

export const simulatedWord: Text = { en: 'simulated', zh: '模拟' };
