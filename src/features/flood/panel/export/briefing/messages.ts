// Words of the printed briefing.

import type { Text } from '#model/text.ts';

export const messages = {
  title: { en: 'Flood briefing', zh: '洪水简报' },
  print: { en: 'Print', zh: '打印' },
  asOf: { en: 'As of', zh: '时刻' },
  started: { en: 'Begins', zh: '开始' },
  into: { en: 'Into the run', zh: '运行时长' },
  picture: { en: 'The globe at this moment', zh: '此刻地图' },
  noPicture: { en: 'The picture is being taken …', zh: '正在截图……' },
  situation: { en: 'What is simulated', zh: '模拟情景' },
  numbers: { en: 'In numbers', zh: '数据' },
  noNumbers: { en: 'Nothing is counted yet.', zh: '尚无统计。' },
  compared: (name: string): Text => ({ en: `Compared with ${name}`, zh: `与“${name}”对比` }),
  critical: { en: 'Critical sites in water', zh: '进水的重要设施' },
  cutOff: { en: 'Dry, but cut off', zh: '未淹但被隔断' },
  none: { en: 'None', zh: '无' },
  name: { en: 'Name', zh: '名称' },
  kind: { en: 'Kind', zh: '类别' },
  depth: { en: 'Depth now', zh: '当前水深' },
  deepest: { en: 'Deepest', zh: '最深' },
  reached: { en: 'Reached', zh: '进水时间' },
  people: { en: 'People by day / night', zh: '人数（昼/夜）' },
  streets: { en: 'Streets that water closed', zh: '因水中断的道路' },
  length: { en: 'Length', zh: '长度' },
  cars: { en: 'Closed to cars', zh: '小汽车中断' },
  engines: { en: 'Closed to fire engines', zh: '消防车中断' },
  more: (count: number): Text => ({ en: `${count} more`, zh: `另有 ${count} 项` }),
  events: { en: 'What happens, in order', zh: '事件顺序' },
  trust: { en: 'How far to trust it', zh: '可信度说明' },
  since: (from: string, to: string): Text => ({ en: `${from} – ${to}`, zh: `${from} – ${to}` }),
} as const;
