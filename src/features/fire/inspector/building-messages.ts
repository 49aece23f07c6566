// Words of a building's fire risk in the inspector, in English and Chinese.

import type { Text } from '#model/text.ts';

export const messages = {
  title: { en: 'Fire risk', zh: '火灾风险' },
  none: { en: 'No fire risk of this building', zh: '该建筑没有火灾风险数据' },
  noneWhy: {
    en: 'The risk is of buildings that the city’s package knows by this id.',
    zh: '仅对城市数据包中有此编号的建筑给出风险。',
  },
  fires: { en: 'Expected fires', zh: '预期起火' },
  higherThan: (share: string): Text => ({
    en: `Score higher than ${share} of all buildings`,
    zh: `评分高于全市 ${share} 的建筑`,
  }),
  score: { en: 'Score', zh: '评分' },
  scoreWhy: {
    en: 'fires a year × persons harmed, by first engine and water',
    zh: '年起火次数 × 受害人数，按首车到场与供水加权',
  },
  confidence: { en: 'Confidence', zh: '置信度' },
  confidenceWords: (share: string): Text => ({
    en: `${share} of what is asked is known and fresh`,
    zh: `所需数据的 ${share} 已知且未过时`,
  }),
  raised: (factor: string): Text => ({
    en: `Detectors raise it ${factor} now`,
    zh: `探测器使其当前升高 ${factor}`,
  }),
  lastInspection: { en: 'Last inspection', zh: '上次检查' },

  why: { en: 'Why: what raises and lowers it', zh: '原因：升高与降低因素' },
  ignition: { en: 'How often it catches fire', zh: '起火频率' },
  consequence: { en: 'What a fire would cost', zh: '火灾后果' },
  start: (rate: string): Text => ({ en: `begins at ${rate}`, zh: `起点：${rate}` }),
  makes: (rate: string): Text => ({ en: `makes ${rate}`, zh: `得到：${rate}` }),
  makesScore: (score: string): Text => ({ en: `makes a score of ${score}`, zh: `评分为 ${score}` }),
  sum: (sum: string, score: string): Text => ({
    en: `The figures are ln and add up: ${sum} = ln(${score}).`,
    zh: `数值为自然对数，可相加：${sum} = ln(${score})。`,
  }),
  raises: (what: string, factor: string): Text => ({
    en: `${what}: ${factor}`,
    zh: `${what}：${factor}`,
  }),
  unknown: { en: 'Not known, so neutral', zh: '未知，按中性处理' },

  detectors: { en: 'Detectors', zh: '探测器' },
  noDetectors: { en: 'No detector is in this building.', zh: '该建筑没有探测器。' },
  alarm: { en: 'alarm', zh: '报警' },
  warning: { en: 'warning', zh: '预警' },
  normal: { en: 'normal', zh: '正常' },
  stale: { en: 'stale: neutral', zh: '已过时：中性' },
  simulated: { en: 'simulated', zh: '模拟' },
  ago: (age: string): Text => ({ en: `${age} ago`, zh: `${age}前` }),
  never: { en: 'has never reported', zh: '从未上报' },
  justNow: { en: 'just now', zh: '刚刚' },

  ignite: { en: 'Ignite here in the twin', zh: '在孪生中点燃此处' },
  igniteDetail: {
    en: 'Simulated, with the live wind: how it spreads, smokes, who has to leave',
    zh: '模拟：按实时风推演蔓延、烟气与需撤离人员',
  },
  response: { en: 'Engines and water here', zh: '此处的消防车与水源' },
  responseDetail: {
    en: 'Which engines arrive when, and whether the hydrants carry it',
    zh: '消防车何时到场、消火栓供水是否足够',
  },
  sprinkler: { en: 'Try a sprinkler', zh: '试设自动喷水灭火系统' },
  sprinklerDetail: { en: 'The city before and after, in numbers', zh: '以数字对比全市前后变化' },
} as const;
