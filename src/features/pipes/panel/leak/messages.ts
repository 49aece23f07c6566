import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Leak search', '漏损定位'),
  summary: text(
    'The probable area of a leak or burst, from pressure loggers',
    '根据压力传感器推断漏损或爆管的可能区域',
  ),
  calm: text('No pressure logger alarms.', '没有压力报警。'),
  calmWhy: text(
    'Loggers are compared with the model all the time; a search can be run anyway.',
    '系统持续比对传感器与模型，仍可手动搜索。',
  ),
  alarms: (count: number, since: string) =>
    text(
      `${count} pressure ${count === 1 ? 'logger alarms' : 'loggers alarm'} since ${since}`,
      `自 ${since} 起 ${count} 个压力传感器报警`,
    ),
  found: text('Water is probably lost within this area', '漏水很可能位于此区域'),
  notFound: text('No leak stands out', '未发现明显漏损'),
  notFoundWhy: text(
    'What the loggers see is no more than noise and drift of demand explain.',
    '传感器的变化未超出噪声和需水漂移的范围。',
  ),
  area: (share: string, length: string, count: number) =>
    text(
      `${share} of the probability lies on ${length} of pipe, ${count} pipes`,
      `${share} 的概率分布在 ${length} 管道上，共 ${count} 条`,
    ),
  flow: text('Loss that fits', '拟合漏失量'),
  range: (low: string, high: string) => text(`${low} to ${high}`, `${low} 至 ${high}`),
  match: text('Match of the pattern', '模式吻合度'),
  evidence: text('Evidence', '证据强度'),
  centre: text('Begin around', '建议起点'),
  show: text('Show it', '显示位置'),
  begin: text('Mark a burst there', '在此标记爆管'),
  heat: text('Probability a metre, of the highest', '单位长度概率（相对最高值）'),
  pipes: text('Pipes of the area', '区域内管道'),
  pipe: text('Pipe', '管道'),
  probability: text('Probability', '概率'),
  length: text('Length', '长度'),
  sensors: text('What the loggers see', '传感器变化'),
  sensor: text('Logger', '传感器'),
  change: text('Change', '变化'),
  noise: text('Noise', '噪声'),
  noUsual: text('Nothing is known of before', '无先前数据'),
  assumed: text(
    'One leak, pressure-driven demands; the model is trusted to 10 % of what a leak does. An area to search, never a single pipe.',
    '假定仅有一处漏损，需水随压力变化；模型对漏损影响的误差按 10% 计。结果是搜索区域，而非某一条管道。',
  ),
  held: text('Demands as they stood before the alarm.', '需水量取报警前的数值。'),
  notHeld: text(
    'Demands as the meters say now: they may count the leak, so the area is wider.',
    '需水量取当前流量计数值，可能已包含漏损，因此区域较大。',
  ),
};
