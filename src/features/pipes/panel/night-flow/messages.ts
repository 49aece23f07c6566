import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Night flow', '夜间最小流量'),
  summary: text(
    'What each metered district probably loses, from the flow into it at night',
    '根据夜间入流推断各计量分区的可能漏失',
  ),
  night: text('Hours of the night', '夜间时段'),
  hour: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
  use: text('Legitimate use a customer', '每户合法用水'),
  useSource: text(
    '1.7 L an hour and property: UK Water Industry 1994, Managing Leakage, report E. Put in what your own measurements say.',
    '每户每小时 1.7 升：英国水工业 1994《漏损管理》报告 E。可改为本地实测值。',
  ),
  useShort: text('by customers and the use a customer', '按用户数与每户用水量计'),
  dayHours: text('Night hours that a day is worth', '夜间漏失折算为全天的小时数'),
  dayHoursWhy: text(
    'Below 24 where pressure is higher at night than by day (hour-day factor).',
    '夜间压力高于白天时小于 24（小时—日系数）。',
  ),
  reading: text('Reading the record of the meters', '正在读取流量计记录'),
  again: text('Judge again', '重新分析'),
  failed: text('The nights could not be judged', '无法分析夜间流量'),
  waiting: text('The networks are being opened.', '正在打开管网。'),
  measured: (from: string, to: string) =>
    text(`Measured from ${from} to ${to}.`, `实测，${from} 至 ${to}。`),
  simulated: (from: string, to: string) =>
    text(
      `Simulated readings of the city’s meters from ${from} to ${to}.`,
      `城市流量计的模拟读数，${from} 至 ${to}。`,
    ),
  rank: text(
    'Probable loss is the least flow of an hour less the legitimate use: leaks, and use that nobody knows of. Values are the middle of the latest three nights.',
    '可能漏失 = 一小时最小流量 − 合法用水，含漏水和未知用水。数值取最近三夜的中值。',
  ),
  total: text('Probable loss of all districts', '全部分区可能漏失'),
  aDay: text('a day', '每日'),
  none: text('No district could be judged', '没有可分析的分区'),
  noneWhy: text(
    'A district needs a meter on every way in, and readings of at least one night.',
    '分区的每个进水口都须有流量计，且至少有一夜的读数。',
  ),
  districts: text('Districts', '计量分区'),
  district: text('District', '分区'),
  loss: text('Probable loss', '可能漏失'),
  /** Heads of a narrow table; its note says more. */
  lossHead: text('Loss', '漏失'),
  trendHead: text('A day', '每日'),
  minimum: text('Night flow', '夜间最小流量'),
  legitimate: text('Legitimate use', '合法用水'),
  lossADay: text('Loss a day', '每日漏失'),
  lossAKm: text('Loss a day and km', '每公里每日漏失'),
  trend: text('Trend a day', '每日趋势'),
  customers: text('Customers', '用户'),
  length: text('Length of pipe', '管道长度'),
  nights: text('Nights judged', '已分析夜数'),
  skipped: (count: number) =>
    text(
      `${count} ${count === 1 ? 'night has' : 'nights have'} too few readings`,
      `${count} 夜读数不足`,
    ),
  noNight: text('No night with enough readings', '没有读数充足的夜晚'),
  steady: text('No lasting rise', '无持续上升'),
  step: (flow: string, since: string) =>
    text(`Higher by ${flow} since the night of ${since}`, `自 ${since} 夜起持续升高 ${flow}`),
  stepName: text('Lasting rise', '持续上升'),
  chart: (name: string) => text(`Night flow of ${name}`, `${name} 夜间最小流量`),
  legitimateLimit: text('Legitimate', '合法用水'),
  meters: text('Meters', '流量计'),
  inflow: text('runs in', '流入'),
  outflow: text('runs out', '流出'),
  show: text('Show it', '显示位置'),
  search: text('Search for the leak', '定位漏损'),
  unclosed: (count: number, names: string) =>
    text(
      `${count} ${count === 1 ? 'part feeds' : 'parts feed'} itself from a tank or source and can’t be judged: ${names}`,
      `${count} 个区域内有水池或水源，无法分析：${names}`,
    ),
  unused: (count: number) =>
    text(
      `${count} ${count === 1 ? 'meter says' : 'meters say'} nothing about a district: in mains, or in none of this network’s pipes.`,
      `${count} 个流量计与分区无关：位于干管内，或不在本管网中。`,
    ),
};
