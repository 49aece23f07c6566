// The fire's card: beginning, head, time, honesty.

import type { Text } from '#model/text.ts';

export const cardMessages = {
  // Beginning
  startHint: {
    en: 'Pick a building: in the search, on the globe, or one that a detector warns of. The fire takes the wind that blows now.',
    zh: '选择一栋建筑：搜索、点击地图，或从报警建筑中选。火情采用当前风。',
  },
  igniteSelected: (name: string, more: number): Text => ({
    en: more > 0 ? `Ignite ${name} and ${more} more` : `Ignite ${name}`,
    zh: more > 0 ? `点燃${name}等 ${more + 1} 栋` : `点燃${name}`,
  }),
  igniteDetail: { en: 'In the twin; nothing is set off', zh: '仅在孪生中，不触发任何设备' },
  pointIgnition: { en: 'Point at a building on the globe', zh: '在地图上指定建筑' },
  pointDetail: { en: 'Or type its coordinates', zh: '或输入坐标' },
  otherStarts: { en: 'Other ways to begin', zh: '其他起火方式' },
  findBuilding: { en: 'Find a building', zh: '查找建筑' },
  findDetail: {
    en: 'By name, address or id; take it, then ignite it',
    zh: '按名称、地址或编号查找后点燃',
  },
  alarmed: { en: 'Detectors warn in', zh: '探测器报警建筑' },
  noAlarmed: { en: 'No detector is beyond a limit now.', zh: '当前没有探测器超限。' },
  showBuilding: (name: string): Text => ({ en: `To ${name}`, zh: `前往${name}` }),
  ignite: (name: string): Text => ({ en: `Ignite ${name} in the twin`, zh: `在孪生中点燃${name}` }),
  level: {
    alarm: { en: 'alarm', zh: '报警' },
    warning: { en: 'warning', zh: '预警' },
  },
  moreReadings: (count: number): Text => ({
    en: count > 1 ? `and ${count - 1} more` : '',
    zh: count > 1 ? `另 ${count - 1} 项` : '',
  }),
  another: { en: 'Another fire', zh: '另一处火情' },

  // Head
  head: { en: 'How the fire stands', zh: '火情状况' },
  simulated: { en: 'simulated', zh: '模拟' },
  phases: {
    waiting: { en: 'waiting', zh: '等待' },
    preparing: { en: 'preparing', zh: '准备中' },
    computing: { en: 'computing', zh: '计算中' },
    ready: { en: 'ready', zh: '就绪' },
    failed: { en: 'failed', zh: '失败' },
  },
  waiting: { en: 'Waiting for the simulation to start …', zh: '等待模拟启动……' },
  preparing: { en: 'The town around the fire is being read …', zh: '正在读取火场周边建筑……' },
  computing: { en: 'The spread is being computed …', zh: '正在计算蔓延……' },
  failed: { en: 'The spread can’t be computed', zh: '无法计算蔓延' },
  failedStays: { en: 'The last good result stays in view.', zh: '保留最后一次有效结果。' },
  burning: { en: 'burning now', zh: '正在燃烧' },
  burnt: { en: 'burnt out', zh: '已烧毁' },
  next30: { en: 'more within 30 min', zh: '30 分钟内新增' },
  nextUntilEnd: { en: 'more until the end', zh: '至推演结束新增' },
  heat: { en: 'heat', zh: '热释放' },
  buildings: { en: 'buildings', zh: '栋' },
  danger: { en: 'People in danger', zh: '受威胁人员' },
  inBurning: (count: string): Text => ({
    en: `${count} in burning buildings`,
    zh: `燃烧建筑内 ${count} 人`,
  }),
  inNext: (count: string): Text => ({
    en: `${count} in those that catch fire within 30 min`,
    zh: `30 分钟内将起火建筑 ${count} 人`,
  }),
  inNextUntilEnd: (count: string): Text => ({
    en: `${count} in those that catch fire until the end`,
    zh: `至推演结束将起火建筑 ${count} 人`,
  }),
  inZones: (count: string): Text => ({
    en: `${count} in zones of harm`,
    zh: `危害区内 ${count} 人`,
  }),
  dayCount: { en: 'day count', zh: '日间人口' },
  nightCount: { en: 'night count', zh: '夜间人口' },
  burntGround: (area: string): Text => ({
    en: `${area} of grass, shrubs and litter burnt`,
    zh: `草木枯落物已过火 ${area}`,
  }),
  saved: (count: string): Text => ({
    en: `${count} buildings are saved by what was done`,
    zh: `处置后保住 ${count} 栋`,
  }),
  wind: { en: 'Wind', zh: '风' },
  windIs: (from: Text, speed: string): Text => ({
    en: `from the ${from.en}, ${speed}`,
    zh: `${from.zh}风，${speed}`,
  }),
  windOfStation: (name: string, moment: string): Text => ({
    en: `${name}, measured ${moment}`,
    zh: `${name}，${moment} 实测`,
  }),
  windGiven: { en: 'assumed, no station is heard', zh: '假定值，无气象站数据' },
  takeHeard: (from: Text, speed: string, name: string): Text => ({
    en: `A station is heard now: ${speed} from the ${from.en}, ${name}. Take it`,
    zh: `已收到气象站数据：${from.zh}风 ${speed}，${name}。采用`,
  }),
  windTurned: (since: string): Text => ({
    en: `set by hand at ${since}`,
    zh: `${since} 人工设定`,
  }),
  began: (moment: string): Text => ({ en: `began ${moment}`, zh: `起火 ${moment}` }),
  of: (done: Text, whole: Text): Text => ({
    en: `${done.en} of ${whole.en}`,
    zh: `${done.zh} / ${whole.zh}`,
  }),

  // Time
  timeline: { en: 'Time of the fire', zh: '火灾时间' },
  play: { en: 'Play', zh: '播放' },
  hold: { en: 'Hold', zh: '停住' },
  toStart: { en: 'To the beginning', zh: '回到起火时' },
  back10: { en: 'Ten minutes back', zh: '后退 10 分钟' },
  forth10: { en: 'Ten minutes on', zh: '前进 10 分钟' },
  live: { en: 'Back to live', zh: '返回实时' },
  pace: { en: 'Pace', zh: '速度' },
  times: (factor: string): Text => ({ en: `${factor}×`, zh: `${factor}×` }),
  isLive: { en: 'at the pace of the clock', zh: '按实时钟推进' },
  before: { en: 'The clock stands before this fire.', zh: '时钟早于此火情。' },
  after: { en: 'The clock stands after this fire’s end.', zh: '时钟晚于此火情结束。' },

  // Parts
  tools: { en: 'Tools', zh: '工具' },
  back: { en: 'Back to the fire', zh: '返回火灾' },
  broken: { en: 'This part doesn’t work just now', zh: '此部分暂不可用' },
  unread: (count: number): Text => ({
    en:
      count === 1
        ? 'One fire of this link can’t be read and is left out.'
        : `${count} fires of this link can’t be read and are left out.`,
    zh: `链接中有 ${count} 个火情无法读取，已略去。`,
  }),
  screening: {
    en: 'Screening, not for life-safety decisions',
    zh: '仅供筛查，不得用于生命安全决策',
  },
  model: { en: 'Model and limits', zh: '模型与局限' },
} as const;
