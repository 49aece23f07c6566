import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Live gauges and forecast', zh: '实时监测与预报' },
  summary: {
    en: 'Gauges drive river, sea and rain; the forecast restarts every few minutes',
    zh: '监测站驱动河道、海平面与降雨；每隔数分钟重启预报',
  },
  runName: { en: 'Live forecast', zh: '实时预报' },
  rainName: { en: 'Rain gauges', zh: '雨量站' },
  none: { en: 'No water gauges here', zh: '此处没有水文监测站' },
  noneDetail: {
    en: 'Gauges of rivers, the sea and rain come with the city’s sensors. Are they switched on?',
    zh: '河道、潮位与雨量站随城市传感器提供，请确认传感器图层已打开。',
  },
  river: { en: 'Drives the river', zh: '驱动河道' },
  tide: { en: 'Drives the sea', zh: '驱动海面' },
  nothing: { en: 'Nothing', zh: '无' },
  usesRain: { en: 'Rain from the gauges falls on the ground', zh: '以雨量站降雨驱动' },
  rain: (fresh: number, all: number, rate: string): Text => ({
    en: `${fresh} of ${all} rain gauges speak; mean ${rate} mm/h`,
    zh: `${all} 个雨量站中 ${fresh} 个在线，平均 ${rate} 毫米/时`,
  }),
  every: { en: 'Restart every', zh: '重启间隔' },
  horizon: { en: 'Look ahead', zh: '预报时长' },
  spinUp: { en: 'Computed before now', zh: '向前回算' },
  spinUpHint: {
    en: 'The gauges’ record of that time drives the run first: the water that stands now comes of it. 0: all waters at rest.',
    zh: '先用该时段的监测记录驱动，以形成当前水情。0：水体静止。',
  },
  spunUp: (from: string): Text => ({
    en: `Driven by the gauges since ${from}`,
    zh: `自 ${from} 起由监测站驱动`,
  }),
  noRecord: (sentence: string): Text => ({
    en: `The gauges’ record could not be read, so it began now with all waters at rest: ${sentence}`,
    zh: `无法读取监测记录，已从现在静水开始：${sentence}`,
  }),
  start: { en: 'Forecast from now', zh: '从现在开始预报' },
  stop: { en: 'Stop restarting', zh: '停止重启' },
  show: { en: 'Show the forecast', zh: '显示预报' },
  running: (restarts: number, at: string): Text => ({
    en: restarts === 0 ? `Begun ${at}` : `Restarted ${at}, ${restarts} times so far`,
    zh: restarts === 0 ? `开始于 ${at}` : `最近重启 ${at}，共 ${restarts} 次`,
  }),
  waiting: { en: 'Waits for the first reading', zh: '等待首个读数' },
  stale: { en: 'The gauges that drive it are silent', zh: '驱动预报的监测站无数据' },
  staleDetail: (names: string): Text => ({
    en: `${names}: nothing for three of its intervals. The last forecast stays; it goes on when they speak.`,
    zh: `${names}：已超过三个上报周期无数据。保留上次预报，恢复后继续。`,
  }),
  partly: (names: string): Text => ({
    en: `${names}: silent for three intervals; the last level is held.`,
    zh: `${names}：超过三个周期无数据，保持最后水位。`,
  }),
  gauges: { en: 'Gauges and forecast', zh: '监测与预报对比' },
  gauge: { en: 'Gauge', zh: '测站' },
  measured: { en: 'Measured', zh: '实测' },
  simulated: { en: 'Simulated', zh: '模拟' },
  residual: { en: 'Residual', zh: '残差' },
  rms: { en: 'RMS', zh: '均方根' },
  silent: { en: 'silent', zh: '无数据' },
  metres: { en: 'm', zh: '米' },
  note: {
    en: 'Simulated. Residual: measured less simulated. Beyond now, levels go on with their trend of the last half hour, which fades within an hour; rain goes on for half an hour: an assumption, not the service’s forecast.',
    zh: '模拟。残差为实测减模拟。此刻之后，水位按近半小时趋势外推并在一小时内衰减，降雨持续半小时：此为假设，非官方预报。',
  },
  minutes: { en: 'min', zh: '分钟' },
  hours: { en: 'h', zh: '小时' },
};
