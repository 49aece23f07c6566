import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Water supply', '供水状态'),
  summary: text(
    'Pressures, tanks and pumps as solved now; hours ahead; age, chlorine and origin of water',
    '当前求解的压力、水池和水泵；未来数小时；水龄、余氯和水源',
  ),
  network: text('Network', '管网'),
  waiting: text('The first solution is on its way.', '正在计算首个结果。'),
  waitingWhy: text(
    'The model is opened and solved with what the sensors say.',
    '正在打开模型，并用传感器读数求解。',
  ),
  stale: (since: string) =>
    text(
      `These values are from ${since}: nothing newer could be solved`,
      `以下数值来自 ${since}：之后未能求解`,
    ),
  atElements: (ids: string) => text(`At ${ids}.`, `位置：${ids}。`),
  now: text('Supply now', '当前供水'),
  simulatedBy: (model: string, at: string) =>
    text(`Simulated by ${model}, for ${at}`, `由 ${model} 模拟，时刻 ${at}`),
  limits: text(
    'Steady state from measured levels, pumps and meters; full demand from 20 m of pressure on. Surges and what no sensor sees are not in it.',
    '由实测水位、水泵和流量计得到的稳态；压力达到 20 m 时满足全部需水。不含水锤及传感器未测到的情况。',
  ),
  inflow: text('From sources', '水源来水'),
  fromTanks: text('From tanks', '水池出水'),
  delivered: text('Delivered', '供水量'),
  asked: text('Asked for', '需水量'),
  lost: text('Lost in bursts and leaks', '爆管与漏损'),
  demandFactor: text('Demand by the meters, of the model’s', '实测与模型需水量之比'),
  areas: text('Metered areas', '计量分区'),
  areasWhy: text(
    'What meters say is drawn in each part of the network, against what the model expects at this hour. A part that stands out has a leak, a burst or unusual demand.',
    '各分区由流量计得出的用水量与模型在此时刻的预期相比。明显偏离的分区可能存在漏损、爆管或异常用水。',
  ),
  area: text('Area', '分区'),
  junctions: text('Junctions', '节点'),
  expected: text('Expected', '预期'),
  ratio: text('Of it', '比值'),
  noSupply: text('Customers without supply', '无水用户'),
  lowPressure: text('Customers with low pressure', '低压用户'),
  leftOut: (count: number) =>
    text(
      `${count} ${count === 1 ? 'sensor is' : 'sensors are'} left out: no recent value`,
      `${count} 个传感器未采用：没有近期数据`,
    ),
  unknown: (ids: string) =>
    text(`Sensors name what the model lacks: ${ids}`, `传感器所指的对象不在模型中：${ids}`),
  strangers: (inModel: number, inRegister: number) =>
    text(
      `${inModel} elements only in the model, ${inRegister} only in the register`,
      `仅在模型中的对象 ${inModel} 个，仅在台账中的 ${inRegister} 个`,
    ),
  tanks: text('Tanks', '水池'),
  tank: text('Tank', '水池'),
  level: text('Level', '水位'),
  filled: text('Filled', '充满度'),
  into: text('Inflow', '进水'),
  emptyIn: text('Empty in', '排空时间'),
  measured: text('measured', '实测'),
  simulated: text('simulated', '模拟'),
  pumps: text('Pumps', '水泵'),
  pump: text('Pump', '水泵'),
  runs: text('State', '状态'),
  running: text('runs', '运行'),
  standing: text('stands', '停止'),
  speed: text('Speed', '转速'),
  flow: text('Flow', '流量'),
  lift: text('Lift', '扬程'),
  residuals: text('Measured against solved', '实测与求解对比'),
  residualsWhy: text(
    'The score says how unusual the difference is for that sensor: 0.6745 times its distance from the usual one, in median deviations. From 3.5 on it is an outlier.',
    '评分表示该差值对该传感器而言有多异常：与通常差值的距离以中位偏差计再乘 0.6745。达到 3.5 即为异常。',
  ),
  noResiduals: text('No sensor has a recent value here', '没有传感器的近期数据'),
  noResidualsWhy: text(
    'Pressure loggers and flow meters at elements of the model show up once they report.',
    '位于模型对象上的压力计和流量计一旦上报即会显示。',
  ),
  sensor: text('Sensor', '传感器'),
  solved: text('Solved', '求解'),
  difference: text('Difference', '差值'),
  score: text('Score', '评分'),
  outliers: (count: number, all: number) =>
    text(`${count} of ${all} unusual`, `${all} 个中 ${count} 个异常`),
  forecast: text('Hours ahead', '未来数小时'),
  forecastWhy: text(
    'Runs the network from the time shown, with tanks, controls and patterns, and with what an incident has changed.',
    '从所示时刻起，考虑水池、控制规则、用水模式以及事件造成的变化，推演管网运行。',
  ),
  horizon: text('How far', '时长'),
  hours: (hours: number) => text(`${hours} h`, `${hours} 小时`),
  quality: text('Quality', '水质'),
  qualities: {
    none: text('Pressure and flow only', '仅压力和流量'),
    age: text('Age of water', '水龄'),
    chlorine: text('Chlorine', '余氯'),
    source: text('Share of a source', '水源占比'),
  },
  sourceNode: text('Source', '水源'),
  chlorineAt: text('Chlorine at the sources', '水源余氯'),
  decay: text('Decay in the water', '水中衰减'),
  outage: text('Without power', '停电'),
  outageWhy: text(
    'These pumps stand from now on, whatever switches them.',
    '无论控制规则如何，这些水泵自此刻起停止。',
  ),
  run: text('Run', '运行'),
  stop: text('Stop', '停止'),
  beingRun: text('Running', '正在运行'),
  runFailed: (why: string) => text(`It could not be run: ${why}`, `无法运行：${why}`),
  endsEarly: (at: string) => text(`Solved until ${at} only`, `仅求解至 ${at}`),
  shownTime: text('Time that is shown', '显示时刻'),
  backToNow: text('Back to the present', '回到当前'),
  emptiesAt: text('Empty at', '排空时刻'),
  staysFilled: text('not within the run', '推演期内不会'),
  lowest: text('Lowest', '最低'),
  atEnd: text('At the end', '结束时'),
  levelsChart: text('Levels of the tanks', '水池水位'),
  flowsChart: text('Asked for, delivered, lost', '需水、供水、漏失'),
  customersChart: text('Customers affected', '受影响用户'),
  balance: (value: string, step: string) =>
    text(`Mass balance ${value}; quality step ${step}`, `质量平衡 ${value}；水质步长 ${step}`),
  coarser: (step: string) =>
    text(
      `The file asks for a step of ${step}: more work than a map is worth`,
      `文件要求的步长为 ${step}：对一张图而言计算量过大`,
    ),
  warm: text('Tanks begin with the water of the two days before.', '水池以此前两天的水质为初值。'),
};
