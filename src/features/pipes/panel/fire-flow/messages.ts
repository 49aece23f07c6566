import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Fire flow', '消防流量'),
  summary: text(
    'What each hydrant gives while the zone keeps its pressure',
    '各消火栓在保证分区压力下可提供的流量',
  ),
  residual: text('Pressure that stays', '保留压力'),
  psi20: text('20 psi', '20 psi'),
  kpa140: text('140 kPa', '140 kPa'),
  zone: text('Keep it in the whole zone', '整个分区均保持该压力'),
  zoneHint: text(
    'Otherwise the hydrant alone is looked at, whatever happens around it.',
    '否则只考虑消火栓本身，不考虑周边影响。',
  ),
  which: text('Which', '范围'),
  all: text('All hydrants', '全部消火栓'),
  selected: text('The selected one', '所选对象'),
  nothingYet: text('Nothing computed yet', '尚未计算'),
  nothingWhy: text(
    'Run it for all hydrants, or for the node that is selected.',
    '可对全部消火栓或所选节点进行计算。',
  ),
  noHydrants: text('The network has no hydrants.', '该管网没有消火栓。'),
  hydrants: text('Hydrants', '消火栓'),
  hydrant: text('Hydrant', '消火栓'),
  flow: text('Flow', '流量'),
  classTitle: text('Class', '等级'),
  classes: {
    AA: text('AA: 95 L/s and more, light blue', 'AA：≥95 L/s，浅蓝'),
    A: text('A: 63–95 L/s, green', 'A：63–95 L/s，绿'),
    B: text('B: 32–63 L/s, orange', 'B：32–63 L/s，橙'),
    C: text('C: less than 32 L/s, red', 'C：<32 L/s，红'),
  },
  static: text('Before', '静压'),
  limit: text('Limited by', '限制因素'),
  limits: {
    hydrant: text('its own pressure', '自身压力'),
    zone: text('the zone', '分区压力'),
    most: text('what was asked', '需求上限'),
    noPressure: text('too little pressure', '压力不足'),
    failed: text('not solved', '未求解'),
  },
  lowest: text('Lowest', '最低点'),
  unknown: (count: number) =>
    text(`Hydrants that the model lacks: ${count}`, `${count} 个消火栓不在模型中。`),
  show: text('On the globe', '在地球上显示'),
  ring: text('Ring main', '环状管网'),
  ringWhy: text(
    'What it gives with one pipe closed, as during repairs.',
    '关闭其中一条管道（如检修）时的流量。',
  ),
  compare: text('Compare', '比较'),
  pipe: text('Closed pipe', '关闭的管道'),
  loss: text('Loss', '损失'),
  noRing: text(
    'It hangs on one pipe alone: closing that leaves nothing.',
    '仅由一条管道供水：关闭后无水。',
  ),
  test: text('Flow test in the street', '现场流量测试'),
  testWhy: text(
    'What the tested hydrant gives at 140 kPa: Q · ((static − target) / (static − residual))^0.54, NFPA 291.',
    '被测消火栓在 140 kPa 时的流量：Q ·（（静压 − 目标）/（静压 − 余压））^0.54，NFPA 291。',
  ),
  testStatic: text('Static', '静压'),
  testResidual: text('While it flows', '出流时余压'),
  testFlow: text('Flow of the test', '测试流量'),
  testResult: text('At 140 kPa', '140 kPa 时'),
  testWrong: text('Expected less than the static pressure.', '应低于静压。'),
  assumed: text(
    'Steady state, demands of this hour in full, one hydrant open at a time, losses of the hydrant itself not counted. Classes of NFPA 291. Not a flow test in the street.',
    '稳态计算，按当前小时全部需水，每次仅开一个消火栓，不计消火栓自身损失。等级依据 NFPA 291。不能代替现场流量测试。',
  ),
};
