// What is wrong with a scenario, a sentence each: the value, and what was expected.

import type { Text } from '#model/text.ts';

const figure = (value: number, unit: string) =>
  `${Number.isFinite(value) ? Math.round(value * 1000) / 1000 : '–'}${unit === '' ? '' : ` ${unit}`}`;
const many = (count: number) => Math.round(count).toLocaleString('en-GB');

const names = {
  cell: { en: 'The cell size', zh: '网格尺寸' },
  duration: { en: 'The duration', zh: '历时' },
  sill: { en: 'The sill of buildings', zh: '建筑门槛' },
  roughness: { en: 'The factor of roughness', zh: '糙率系数' },
  loss: { en: 'The loss to the ground', zh: '下渗率' },
  curve: { en: 'The curve number', zh: '径流曲线数' },
  width: { en: 'the width', zh: '宽度' },
  height: { en: 'the height', zh: '高度' },
  growth: { en: 'the time it grows for', zh: '扩展历时' },
  rain: { en: 'the rain', zh: '雨量' },
  within: { en: 'the storm’s duration', zh: '降雨历时' },
  flow: { en: 'the flow', zh: '流量' },
  volume: { en: 'the volume', zh: '蓄水量' },
  barrels: { en: 'the number of barrels', zh: '孔数' },
} as const satisfies Record<string, Text>;

export const faults = {
  names,
  noSource: {
    en: 'No water comes from anywhere: draw a breach, a storm, an inflow or a level.',
    zh: '没有任何水源：请绘制溃口、暴雨、入流或水位。',
  },
  positive: (what: Text, value: number, unit: string): Text => ({
    en: `${what.en} is ${figure(value, unit)}; more than 0 is expected.`,
    zh: `${what.zh}为 ${figure(value, unit)}，应大于 0。`,
  }),
  notNegative: (what: Text, value: number, unit: string): Text => ({
    en: `${what.en} is ${figure(value, unit)}; 0 or more is expected.`,
    zh: `${what.zh}为 ${figure(value, unit)}，应不小于 0。`,
  }),
  between: (what: Text, value: number, least: number, most: number): Text => ({
    en: `${what.en} is ${figure(value, '')}; ${least} to ${most} is expected.`,
    zh: `${what.zh}为 ${figure(value, '')}，应在 ${least} 至 ${most} 之间。`,
  }),
  greenAmpt: {
    en: 'Green–Ampt expects a conductivity of 0 mm/h or more and a deficit from 0 to 1.',
    zh: 'Green–Ampt 要求导水率不小于 0 mm/h，含水亏缺在 0 至 1 之间。',
  },
  tooManyCells: (cells: number, most: number): Text => ({
    en: `${many(cells)} cells are more than the ${many(most)} that fit: take larger cells or a smaller area.`,
    zh: `${many(cells)} 个网格超出上限 ${many(most)}：请加大网格或缩小范围。`,
  }),
  ofPart: (name: string, fault: Text): Text => ({
    en: `${name}: ${fault.en}`,
    zh: `${name}：${fault.zh}`,
  }),
  outside: (name: string): Text => ({
    en: `${name} lies outside the area that is simulated.`,
    zh: `${name}位于模拟范围之外。`,
  }),
  corners: (name: string, least: number): Text => ({
    en: `${name} has too few corners; ${least} are expected.`,
    zh: `${name}的点数不足，至少需要 ${least} 点。`,
  }),
  widerThanLine: (name: string, widthM: number, lineM: number): Text => ({
    en: `${name}: the width is ${figure(widthM, 'm')}; its line is ${Math.round(lineM)} m long and holds no wider one.`,
    zh: `${name}：宽度 ${figure(widthM, 'm')} 超过所画线长 ${Math.round(lineM)} m。`,
  }),
  endsFirst: (name: string): Text => ({
    en: `${name} ends before it begins.`,
    zh: `${name}的结束早于开始。`,
  }),
  pumpDepths: (name: string): Text => ({
    en: `${name} stops at a greater depth than it starts at.`,
    zh: `${name}的停止水深大于启动水深。`,
  }),
  emptySeries: (name: string): Text => ({
    en: `${name} has no values over time.`,
    zh: `${name}没有过程数值。`,
  }),
  badValue: (name: string, row: number, value: number): Text => ({
    en: `${name}, row ${row}: the value is ${figure(value, '')}; 0 or more is expected.`,
    zh: `${name}第 ${row} 行：数值为 ${figure(value, '')}，应不小于 0。`,
  }),
  backInTime: (name: string, row: number): Text => ({
    en: `${name}, row ${row}: its time lies before the row above it.`,
    zh: `${name}第 ${row} 行：时间早于上一行。`,
  }),
} as const;
