// How a flood is computed and how it is shown, in words.

import type { Text } from '#model/text.ts';
import type { FloodColouring, FloodLook, FloodScenario, GroundLoss } from '../contract.ts';

export const treatmentNames: Readonly<Record<FloodScenario['buildings'], Text>> = {
  walls: { en: 'Walls with a sill', zh: '墙体带门槛' },
  blocked: { en: 'Solid blocks', zh: '实体阻挡' },
  ground: { en: 'Bare ground', zh: '裸地' },
};

export const groundNames: Readonly<Record<GroundLoss['kind'], Text>> = {
  none: { en: 'Nothing soaks in', zh: '不下渗' },
  constant: { en: 'A constant rate', zh: '恒定速率' },
  'green-ampt': { en: 'Green–Ampt', zh: 'Green–Ampt' },
  'curve-number': { en: 'SCS curve number', zh: 'SCS 曲线数' },
};

export const colouringNames: Readonly<Record<FloodColouring, Text>> = {
  depth: { en: 'Depth', zh: '水深' },
  speed: { en: 'Speed', zh: '流速' },
  'hazard-uk': { en: 'Hazard to people (UK)', zh: '人员危险性（英国）' },
  'hazard-aidr': { en: 'Hazard class (AIDR)', zh: '危险等级（AIDR）' },
  'max-depth': { en: 'Greatest depth', zh: '最大水深' },
  'max-speed': { en: 'Greatest speed', zh: '最大流速' },
  'max-hazard': { en: 'Greatest hazard (UK)', zh: '最大危险性（英国）' },
  arrival: { en: 'Arrival of the water', zh: '到达时间' },
  duration: { en: 'Time under water', zh: '淹没时长' },
  difference: { en: 'Difference of two runs', zh: '两次运行之差' },
  probability: { en: 'Probability (ensemble)', zh: '淹没概率（集合）' },
  'arrival-early': {
    en: 'Arrival, earliest tenth (ensemble)',
    zh: '到达时间，最早十分之一（集合）',
  },
  'arrival-middle': { en: 'Arrival, middle (ensemble)', zh: '到达时间，中位（集合）' },
  'arrival-late': { en: 'Arrival, latest tenth (ensemble)', zh: '到达时间，最晚十分之一（集合）' },
};

export const ratingNames: Readonly<Record<FloodLook['rating'], Text>> = {
  planning: { en: 'Planning (FD2320, 2008)', zh: '规划（FD2320，2008）' },
  urban: { en: 'Urban (FD2321)', zh: '城市（FD2321）' },
  woodland: { en: 'Woodland (FD2321)', zh: '林地（FD2321）' },
  pasture: { en: 'Pasture (FD2321)', zh: '草地（FD2321）' },
};

export const modelMessages = {
  duration: { en: 'Simulate', zh: '模拟时长' },
  cell: { en: 'Cell size', zh: '网格尺寸' },
  cells: (count: string): Text => ({
    en: `${count} cells; half the size takes eight times as long`,
    zh: `${count} 个网格；尺寸减半，耗时约八倍`,
  }),
  scheme: { en: 'Equations', zh: '方程' },
  schemeHint: {
    en: 'Automatic: shallow water for breach, dam break, burst and surge; local inertial for rivers and rain',
    zh: '自动：溃堤、溃坝、爆管、风暴潮用浅水方程；河洪与暴雨用局部惯性',
  },
  backend: { en: 'Computed by', zh: '计算方式' },
  buildings: { en: 'Buildings are', zh: '建筑按' },
  buildingsHint: {
    en: 'Walls: water goes around, and over the sill through',
    zh: '墙体：水绕行，超过门槛可穿过',
  },
  sill: { en: 'Sill', zh: '门槛高' },
  roughness: { en: 'Roughness', zh: '糙率倍数' },
  ground: { en: 'Into the ground', zh: '下渗' },
  rate: { en: 'Rate', zh: '速率' },
  conductivity: { en: 'Conductivity', zh: '导水率' },
  suction: { en: 'Suction', zh: '吸力' },
  deficit: { en: 'Moisture deficit', zh: '含水亏缺' },
  curveNumber: { en: 'Curve number', zh: '曲线数' },
  initialShare: { en: 'Held at first', zh: '初损比例' },
  sewers: { en: 'Storm sewers take part', zh: '雨水管网参与' },
  sewersHint: {
    en: 'Water goes down inlets and comes up where drains surcharge; then take no constant rate',
    zh: '雨水口排水，管网满溢时冒水；此时不宜再设恒定下渗',
  },
  droppedDrains: {
    en: 'Drains that were dropped on the page take no part: their files name no street inlets',
    zh: '拖入页面的排水管网不参与：其文件未给出雨水口',
  },
  colouring: { en: 'Colour of the water', zh: '水面着色' },
  rating: { en: 'Variant of the UK rating', zh: '英国评级变体' },
  arrivalDepth: { en: 'From a depth of', zh: '起算水深' },
  water: { en: 'Water', zh: '水面' },
  streaks: { en: 'Streaks of the flow', zh: '流线' },
  consequences: { en: 'Wet buildings and roads', zh: '受淹建筑与道路' },
  roadColours: { en: 'Streets', zh: '道路' },
  buildingColours: { en: 'Buildings', zh: '建筑' },
  cutOffColour: { en: 'Dry, but no passable street reaches it', zh: '未淹但道路不通' },
  wetColours: {
    en: 'Buildings with water at them have the colours of its depth.',
    zh: '有水的建筑按水深着色。',
  },
  legend: { en: 'What the colours mean', zh: '图例' },
  notShown: (text: string): Text => ({
    en: `Shallower than ${text} is not shown`,
    zh: `小于 ${text} 不显示`,
  }),
} as const;
