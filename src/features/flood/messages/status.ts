// How a run stands, in words: short ones for the line that is always in view, whole sentences on demand.

import type { Text } from '#model/text.ts';
import type { FloodBackend, FloodScheme } from '#simulation/flood/parts.ts';
import type { FloodPhase } from '../contract.ts';

export const phaseNames: Readonly<Record<FloodPhase | 'waiting' | 'stopped', Text>> = {
  waiting: { en: 'waiting', zh: '等待' },
  preparing: { en: 'preparing', zh: '准备中' },
  running: { en: 'running', zh: '运行中' },
  paused: { en: 'paused', zh: '已暂停' },
  done: { en: 'done', zh: '已完成' },
  stopped: { en: 'stopped', zh: '已停止' },
  failed: { en: 'failed', zh: '失败' },
};

export const schemeNames: Readonly<Record<FloodScheme | 'auto', Text>> = {
  auto: { en: 'Automatic', zh: '自动' },
  'local-inertial': { en: 'Local inertial', zh: '局部惯性' },
  'shallow-water': { en: 'Shallow water', zh: '浅水方程' },
};

/** What they are, for who has to decide by them. */
export const schemeWords: Readonly<Record<FloodScheme, Text>> = {
  'local-inertial': { en: 'equations for calm water', zh: '缓流简化方程' },
  'shallow-water': { en: 'full flow equations', zh: '完整水流方程' },
};

export const backendNames: Readonly<Record<FloodBackend | 'auto', Text>> = {
  auto: { en: 'Automatic', zh: '自动' },
  reference: { en: 'Reference (slow, 64 bit)', zh: '参考（慢，64 位）' },
  js: { en: 'JavaScript', zh: 'JavaScript' },
  wasm: { en: 'WebAssembly', zh: 'WebAssembly' },
  webgpu: { en: 'Graphics card (WebGPU)', zh: '显卡（WebGPU）' },
};

export const statusMessages = {
  simulated: { en: 'simulated', zh: '模拟' },
  status: { en: 'How the run stands', zh: '运行状况' },
  details: { en: 'How far to trust it', zh: '可信度说明' },
  cell: (text: string): Text => ({ en: `${text} grid`, zh: `${text} 网格` }),
  massShort: (text: string): Text => ({
    en: `water balance off by ${text}`,
    zh: `水量平衡误差 ${text}`,
  }),
  beyondShort: (text: string): Text => ({
    en: `${text} of the water too fast for these equations`,
    zh: `${text} 的水体流速超出方程适用范围`,
  }),
  nothingBeyond: { en: 'no water too fast for these equations', zh: '无水体流速超出方程适用范围' },
  factorShort: (text: string): Text => ({ en: `${text}× real time`, zh: `实时的 ${text} 倍` }),
  of: (done: Text, whole: Text): Text => ({
    en: `${done.en} of ${whole.en}`,
    zh: `${done.zh} / ${whole.zh}`,
  }),
  progress: { en: 'Simulated time', zh: '模拟时间' },
  preparing: { en: 'The ground is being read …', zh: '正在读取地面……' },
  waiting: { en: 'Waiting for the simulation to start …', zh: '等待模拟启动……' },

  scheme: { en: 'Equations', zh: '方程' },
  backend: { en: 'Computed by', zh: '计算方式' },
  threads: (count: number): Text => ({
    en: `${count} ${count === 1 ? 'thread' : 'threads'}`,
    zh: `${count} 线程`,
  }),
  cellSize: { en: 'Cell size', zh: '网格尺寸' },
  cells: { en: 'Cells, wet', zh: '网格数，湿' },
  terrain: { en: 'Ground', zh: '地面高程' },
  surveyed: (date: string | undefined): Text =>
    date === undefined
      ? { en: 'survey date not given', zh: '测量日期未知' }
      : {
          en: `surveyed ${date.replaceAll('/', ' to ')}`,
          zh: `测于 ${date.replaceAll('/', ' 至 ')}`,
        },
  massError: { en: 'Mass error', zh: '质量误差' },
  massErrorMeans: {
    en: 'Water that the arithmetic made or lost, as a share of all that came in.',
    zh: '计算产生或丢失的水量占来水总量的比例。',
  },
  beyond: { en: 'Beyond validity', zh: '超出适用范围' },
  beyondLocalInertial: {
    en: 'Wet cells with water faster than local inertial holds for (Froude above 0.8).',
    zh: '水流超出局部惯性适用范围（弗劳德数大于 0.8）的湿网格。',
  },
  beyondShallowWater: {
    en: 'Wet cells with a Froude number above 0.8; shallow water holds there.',
    zh: '弗劳德数大于 0.8 的湿网格；浅水方程在此仍适用。',
  },
  isBeyond: {
    en: 'The water is faster than these equations hold for.',
    zh: '水流速度已超出所用方程的适用范围。',
  },
  asShallowWater: { en: 'Run as shallow water', zh: '按浅水方程重算' },
  stored: { en: 'Water in the area', zh: '区内水量' },
  speed: { en: 'Speed', zh: '计算速度' },
  limits: {
    en: 'A simulation of what was drawn, on the ground that the city handed over. What it doesn’t know (debris, clogged drains, a wall that gives way) may change the outcome.',
    zh: '按所绘情景与城市提供的地面进行的模拟。未知因素（漂浮物、堵塞、墙体倒塌）可能改变结果。',
  },
  failed: { en: 'The run has failed', zh: '运行失败' },
  cardLost: { en: 'The graphics card was lost', zh: '显卡已丢失' },
  cardLostDetail: (at: Text, from: Text, by: Text): Text => ({
    en: `At ${at.en} the browser lost it. ${by.en} has gone on from ${from.en}, the last state that was kept.`,
    zh: `${at.zh} 时浏览器失去显卡，已由 ${by.zh} 自最近保存的 ${from.zh} 继续计算。`,
  }),
  isPartial: { en: 'A part of the picture is missing', zh: '部分结果缺失' },
  failedStays: { en: 'The last good water stays in view.', zh: '保留最后一帧有效水情。' },

  // Steering
  steer: { en: 'Steer the run', zh: '操控运行' },
  pause: { en: 'Pause', zh: '暂停' },
  go: { en: 'Go on', zh: '继续' },
  stop: { en: 'Stop', zh: '停止' },
  pace: { en: 'Pace', zh: '节奏' },
  paceFull: { en: 'Full', zh: '全速' },
  paceTimes: (factor: number): Text => ({ en: `${factor}×`, zh: `${factor}×` }),
  barrierNow: { en: 'Raise a barrier now', zh: '立即架设屏障' },
  whatIf: { en: 'What if …', zh: '并行假设' },
  whatIfMenu: { en: 'What if, from this moment', zh: '自此刻起的假设' },
  whatIfBarrier: { en: 'with a barrier', zh: '架设屏障' },
  whatIfPump: { en: 'with a pump', zh: '增设水泵' },
  whatIfBreach: { en: 'with one more breach', zh: '再溃一处' },
  whatIfSource: { en: 'with one more inflow', zh: '再有一处入流' },
  whatIfNone: { en: 'as it is, another copy', zh: '原样副本' },
  addNow: { en: 'Add now', zh: '立即添加' },

  // Time
  timeline: { en: 'Time of the flood', zh: '洪水时间' },
  play: { en: 'Replay', zh: '回放' },
  playPause: { en: 'Hold', zh: '停住' },
  toStart: { en: 'To the start', zh: '回到开始' },
  latest: { en: 'Latest', zh: '最新' },
  nextEvent: { en: 'Next event', zh: '下一事件' },
  noLaterEvent: { en: 'No later event so far', zh: '暂无后续事件' },
  previousEvent: { en: 'Event before', zh: '上一事件' },
  isReplay: { en: 'An earlier moment is shown', zh: '正在显示较早时刻' },
  noRun: { en: 'No run is shown', zh: '未显示任何运行' },
} as const;
