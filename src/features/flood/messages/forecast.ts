// A forecast that others made, as a boundary.

import type { Text } from '#model/text.ts';

export const forecastMessages = {
  name: { en: 'Forecast series', zh: '预报序列' },
  summary: {
    en: 'Paste or drop levels, discharges or rain over time: they drive a run',
    zh: '粘贴或拖入水位、流量或降雨过程，驱动一次模拟',
  },
  everywhere: { en: 'Everywhere', zh: '全域' },
  inlet: { en: 'The river, where it enters', zh: '河道入口' },
  sea: { en: 'The sea, along the coast', zh: '沿海海面' },
  drawn: { en: 'Draw it on the globe', zh: '在地图上绘制' },
  leftOut: { en: 'Left out', zh: '不采用' },
  pasted: { en: 'Series', zh: '序列' },
  pastedHint: {
    en: 'A line for each time: time, then level, discharge or rain. Units in the header, e.g. time, stage (m), discharge (m³/s), rain (mm/h).',
    zh: '每行一个时刻：时间，水位、流量或降雨。表头注明单位，如 time, stage (m), discharge (m³/s), rain (mm/h)。',
  },
  example: {
    en: 'time, stage (m)\n2026-11-27 06:00, 0.85\n2026-11-27 09:00, 1.40',
    zh: 'time, stage (m)\n2026-11-27 06:00, 0.85\n2026-11-27 09:00, 1.40',
  },
  file: { en: 'Open a file', zh: '打开文件' },
  drop: { en: 'Drop a table of times and values', zh: '拖入时间与数值表' },
  dropHint: { en: 'CSV or text', zh: 'CSV 或文本' },
  fromCity: { en: 'Forecasts of the city', zh: '城市预报' },
  noneFromCity: {
    en: 'No datastream of the city is marked as a forecast.',
    zh: '城市没有标记为预报的数据流。',
  },
  fromCityFailed: (sentence: string): Text => ({
    en: `The city’s forecasts could not be read: ${sentence}`,
    zh: `无法读取城市预报：${sentence}`,
  }),
  noReadings: (name: string): Text => ({
    en: `${name} holds no values from now on.`,
    zh: `${name}没有今后的数据。`,
  }),
  take: (name: string): Text => ({ en: `Take ${name}`, zh: `采用${name}` }),
  quantity: { en: 'What it is', zh: '类型' },
  unit: { en: 'Unit', zh: '单位' },
  unitAssumed: { en: 'The header doesn’t say: assumed', zh: '表头未注明：为假定值' },
  where: { en: 'Where it acts', zh: '作用位置' },
  added: { en: 'Zero of the gauge', zh: '水尺零点' },
  addedHint: (datum: string): Text => ({
    en: `Added to every level to get ${datum}`,
    zh: `加到每个水位，得到 ${datum} 高程`,
  }),
  timeUnit: { en: 'Times count in', zh: '时间单位' },
  span: (rows: number, from: string, to: string): Text => ({
    en: `${rows} lines, ${from} to ${to}`,
    zh: `${rows} 行，${from} 至 ${to}`,
  }),
  elapsed: { en: 'Numbers count from now.', zh: '数字从现在起计。' },
  cityTime: (zone: string): Text => ({
    en: `Times are read as ${zone}.`,
    zh: `时间按 ${zone} 解读。`,
  }),
  spinUp: (from: string): Text => ({
    en: `The run begins at ${from}, three hours before now: the water that stands there now comes of it.`,
    zh: `模拟自 ${from} 开始（现在之前三小时），以形成当前水情。`,
  }),
  past: {
    en: 'All of it lies in the past: the run replays it.',
    zh: '全部位于过去：将重放该过程。',
  },
  start: { en: 'Run it', zh: '开始模拟' },
  startDrawing: { en: 'Draw where it acts, then it runs', zh: '绘制位置后即开始' },
  nothing: { en: 'No series has a place.', zh: '没有序列指定位置。' },
  runName: (what: string): Text => ({ en: `Forecast: ${what}`, zh: `预报：${what}` }),
  range: (least: string, most: string, unit: string): Text => ({
    en: `${least} to ${most} ${unit}`,
    zh: `${least} 至 ${most} ${unit}`,
  }),
  note: {
    en: 'Simulated from a series that others made: the run is as good as that is. Levels and flows are linear between their times and hold after the last one; rain ends with its series.',
    zh: '由外部序列驱动的模拟，其可信度取决于该序列。水位与流量在时刻间线性变化，末值之后保持；降雨随序列结束。',
  },
  timeUnits: {
    s: { en: 'seconds', zh: '秒' },
    min: { en: 'minutes', zh: '分钟' },
    h: { en: 'hours', zh: '小时' },
    d: { en: 'days', zh: '天' },
  },
} as const;
