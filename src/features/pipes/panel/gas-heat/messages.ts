import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Gas, heat and power', '燃气、供热与电力'),
  summary: text(
    'Pressures, temperatures and loads now, and after valves are closed',
    '当前及关阀后的压力、温度与负荷',
  ),
  waiting: text('Being solved', '正在计算'),
  waitingWhy: text(
    'Pressures and temperatures come as soon as the networks are read.',
    '读入管网后即显示压力与温度。',
  ),
  kind: text('Supply', '类别'),
  gas: text('Gas', '燃气'),
  heat: text('Heat', '供热'),
  power: text('Power', '电力'),
  load: text('Share of the design load', '设计负荷比例'),
  loadHint: text(
    'Set by hand: no sensor measures the whole demand.',
    '人工设定：没有传感器测量总用量。',
  ),
  simulated: (model: string, at: string) =>
    text(`Simulated for ${at}: ${model}.`, `模拟（${at}）：${model}。`),
  old: (since: string) => text(`Old since ${since}`, `自 ${since} 起为旧值`),
  where: text('Show where', '显示位置'),
  notable: text('What stands out', '突出元素'),
  residuals: text('Measured and solved', '实测与计算'),
  sensor: text('Sensor', '传感器'),
  measured: text('Measured', '实测'),
  solved: text('Solved', '计算'),
  difference: text('Difference', '差值'),
  element: text('Element', '元素'),
  what: text('What', '内容'),
  value: text('Value', '数值'),
  assumptions: text('What is assumed', '计算假设'),
  noResiduals: text('No fresh reading of a sensor on this network.', '该管网暂无最新传感器读数。'),
  limits: text(
    'A steady state: no storage in pipes, no change in time.',
    '稳态计算：不计管存，不计随时间变化。',
  ),
} as const;
