import type { Text } from '#model/text.ts';
import type { StormForm } from '#simulation/drainage/design-storm.ts';
import type { Assumption } from '#simulation/drainage/from-network.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

const forms: Readonly<Record<StormForm, Text>> = {
  block: text('Block', '均匀雨型'),
  'euler-2': text('Euler II', '欧拉 II 型'),
  chicago: text('Chicago', '芝加哥雨型'),
};

const assumed: Readonly<Record<Assumption['what'], (count: number) => Text>> = {
  manning: (n) => text(`${n} pipes: Manning roughness 0.013`, `${n} 根管道：曼宁糙率取 0.013`),
  invert: (n) =>
    text(
      `${n} nodes without an invert: lowest end of their pipes`,
      `${n} 个节点缺少井底标高：取所接管道最低端`,
    ),
  ground: (n) =>
    text(
      `${n} nodes without ground level: 2 m above the invert`,
      `${n} 个节点缺少地面标高：取井底以上 2 m`,
    ),
  diameter: (n) => text(`${n} pipes without diameter: 300 mm`, `${n} 根管道缺少管径：取 300 mm`),
  length: (n) => text(`${n} pipes without length: 1 m`, `${n} 根管道缺少长度：取 1 m`),
  'outfalls-free': (n) =>
    text(
      `${n} outfalls flow freely: no level of river or sea`,
      `${n} 个排放口按自由出流计算，未计河海水位`,
    ),
  'station-area': (n) => text(`${n} pump sumps of 4 m²`, `${n} 个泵站集水池面积取 4 m²`),
  pump: (n) => text(`${n} pumps without capacity: 10 l/s`, `${n} 台水泵缺少流量：取 10 l/s`),
  throttle: (n) =>
    text(`${n} throttles without flow: 10 l/s`, `${n} 个节流设施缺少流量：取 10 l/s`),
  'lone-devices': (n) =>
    text(`${n} devices of a kind that is not simulated`, `${n} 个设备类型不参与模拟`),
  'catchments-without-node': (n) =>
    text(`${n} catchments without a node`, `${n} 个汇水区没有排入节点`),
};

export const messages = {
  name: text('Storm in the drains', '排水暴雨模拟'),
  summary: text(
    'Rain to runoff, filling, surcharge and flooding',
    '降雨、径流、充满度、压力流与溢流',
  ),
  waiting: text('Drains are being read', '正在读入排水管网'),
  waitingWhy: text('Catchments and pipes come within seconds.', '汇水区与管道数秒内读入。'),
  network: text('Network', '管网'),
  form: text('Storm', '雨型'),
  forms,
  duration: text('Duration of the rain', '降雨历时'),
  returnPeriod: text('Once in', '重现期'),
  years: (n: string) => text(`${n} years`, `${n} 年`),
  oneYear: text('1 year', '1 年'),
  minutes: (n: string) => text(`${n} min`, `${n} 分钟`),
  depth: (mm: string) =>
    text(
      `${mm} of rain, after assumed statistics (Reinhold)`,
      `降雨量 ${mm}，按假定统计（Reinhold）`,
    ),
  after: text('Simulated after the rain', '雨后继续模拟'),
  blocked: text('Blocked pipes', '堵塞管道'),
  blockSelected: (id: string) => text(`Block ${id} to a tenth`, `将 ${id} 堵塞至十分之一`),
  selectPipe: text(
    'Select a pipe on the globe or in the list to block it.',
    '在地图或列表中选择管道即可设为堵塞。',
  ),
  remove: text('Remove', '移除'),
  stopped: text('Stopped pumps', '停运水泵'),
  run: text('Run the storm', '开始模拟'),
  stop: text('Stop', '停止'),
  running: (times: string) =>
    text(`Being simulated: ${times} × real time`, `正在模拟：${times} 倍实时`),
  failed: text('The storm could not be run', '模拟失败'),
  noCatchments: text(
    'No catchment drains to this network: no runoff comes in.',
    '没有汇水区排入该管网：没有径流。',
  ),
  shownTime: text('Shown time', '显示时间'),
  close: text('Back to now', '返回当前'),
  simulated: (model: string, at: string) =>
    text(`Simulated from ${at}: ${model}.`, `模拟（起于 ${at}）：${model}。`),
  water: text('Water', '水量'),
  rain: text('Rain', '降雨'),
  runoff: text('Runoff', '径流'),
  outflow: text('Out at outfalls', '排放口流出'),
  flooded: text('Onto the street', '溢出路面'),
  stored: text('Still in the drains', '管内存水'),
  balance: text('Missing in the balance', '水量平衡误差'),
  speed: text('Speed', '速度'),
  floodedNodes: (n: number) => text(`Overflowing manholes (${n})`, `溢流检查井（${n}）`),
  surchargedNodes: (n: number) => text(`Under pressure (${n})`, `承压节点（${n}）`),
  noFlood: text('No manhole overflows.', '没有检查井溢流。'),
  node: text('Node', '节点'),
  volume: text('Volume', '水量'),
  began: text('Begins', '开始'),
  lasts: text('Lasts', '持续'),
  peak: text('Peak', '峰值'),
  assumptions: text('What is assumed', '计算假设'),
  assumed,
  limits: text(
    'Overflow leaves the drains and does not come back; no snow, no groundwater, no level at outfalls. Gauges’ live rain is not taken.',
    '溢流水量不回流；不计融雪、地下水与排放口水位；未采用雨量站实时数据。',
  ),
} as const;
