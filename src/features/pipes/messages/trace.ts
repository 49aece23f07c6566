import type { Text } from '#model/text.ts';
import type { Trace } from '../contract/answers.ts';

const many = (count: number) => count.toLocaleString('en-GB');

export const traceMessages = {
  tool: { en: 'Trace', zh: '追踪分析' },
  summary: {
    en: 'Up, down, shortest, sources, criticality, valves to turn, outages',
    zh: '上下游、最短路径、水源、关键性、阀门巡检、停电停泵',
  },
  select: { en: 'Select an element on the globe or in the list', zh: '请在地图或列表中选择要素' },
  question: { en: 'Question', zh: '分析类型' },
  questions: {
    downstream: { en: 'Downstream', zh: '下游' },
    upstream: { en: 'Upstream', zh: '上游' },
    connected: { en: 'Connected', zh: '连通' },
    shortest: { en: 'Shortest way', zh: '最短路径' },
    sources: { en: 'Where its water comes from', zh: '水源占比' },
    criticality: { en: 'Criticality of segments', zh: '管段关键性' },
    exercise: { en: 'Valves to exercise', zh: '阀门巡检清单' },
    outage: { en: 'Outage of pump or power', zh: '停泵或停电' },
  },
  hints: {
    downstream: { en: 'Whatever what flows here reaches.', zh: '由此流向的全部管段。' },
    upstream: { en: 'Whatever flows here has passed.', zh: '流经此处之前的全部管段。' },
    connected: { en: 'Everything that open valves join.', zh: '经开启阀门连通的全部要素。' },
    shortest: {
      en: 'Between two elements of one network: select both, or mark the first here.',
      zh: '同一管网两要素之间：同时选择，或先在此标记起点。',
    },
    sources: { en: 'By solved flow and complete mixing.', zh: '按求解流量与完全混合计算。' },
    criticality: {
      en: 'What closing off each segment would cost.',
      zh: '隔离各阀间管段的代价。',
    },
    exercise: {
      en: 'Valves whose failure in a burst would cost most customers.',
      zh: '爆管时失效将影响最多用户的阀门。',
    },
    outage: {
      en: 'Who is without supply when the selected devices are out.',
      zh: '所选设备停运时受影响的用户。',
    },
  },
  by: {
    flow: { en: 'by solved flow · simulated', zh: '按求解流向 · 模拟' },
    fall: { en: 'by the fall of the drains', zh: '按管道坡向' },
    supply: { en: 'by the way from the sources', zh: '按自水源方向' },
    connection: { en: 'by connection', zh: '按连通性' },
  } satisfies Record<Trace['by'], Text>,
  direction: (by: Trace['by']): Text => {
    const { en, zh } = traceMessages.by[by];
    return { en: `Direction ${en}.`, zh: `方向：${zh}。` };
  },
  longSection: { en: 'Long section', zh: '纵断面' },
  found: (links: number, nodes: number): Text => ({
    en: `${many(links)} links, ${many(nodes)} nodes`,
    zh: `${many(links)} 个管段，${many(nodes)} 个节点`,
  }),
  length: { en: 'Length', zh: '长度' },
  customers: { en: 'Customers', zh: '用户' },
  customersUnit: { en: 'customers', zh: '户' },
  ends: { en: 'Ends at', zh: '终止于' },
  critical: { en: 'Critical customers', zh: '重要用户' },
  markFirst: { en: 'Begin here', zh: '以此为起点' },
  begins: (id: string): Text => ({ en: `Begins at ${id}`, zh: `起点 ${id}` }),
  noWay: { en: 'No open way leads there.', zh: '无开启的连通路径。' },
  needsTwo: { en: 'Now select where it shall lead.', zh: '请选择终点。' },
  noFlow: { en: 'No flow is solved here.', zh: '此处无求解流量。' },
  source: { en: 'Source', zh: '水源' },
  share: { en: 'Share', zh: '占比' },
  network: { en: 'Network', zh: '管网' },
  segment: { en: 'Segment', zh: '阀间管段' },
  valves: { en: 'Valves', zh: '阀门' },
  isolated: { en: 'On its pipes', zh: '段内' },
  beyond: { en: 'Behind it', zh: '其后' },
  segments: (count: number): Text => ({
    en: `${many(count)} segments in all, the costliest first`,
    zh: `共 ${many(count)} 段，代价最大者在前`,
  }),
  hasSource: { en: 'holds a source', zh: '含水源' },
  valve: { en: 'Valve', zh: '阀门' },
  customersOut: { en: 'Out', zh: '影响' },
  ifStuck: { en: 'If stuck', zh: '卡阻时' },
  lastTurned: { en: 'Turned', zh: '操作' },
  never: { en: 'not known', zh: '未知' },
  inoperable: { en: 'can’t be turned', zh: '无法操作' },
  lost: { en: 'Without supply', zh: '失去供应' },
  noneLost: {
    en: 'Nobody loses supply: other ways feed them.',
    zh: '无用户受影响：有其他供给路径。',
  },
  outDevices: { en: 'Pumps, transformers and other devices', zh: '水泵、变压器等设备' },
  failed: { en: 'The trace failed', zh: '追踪失败' },
} as const satisfies Readonly<Record<string, unknown>>;
