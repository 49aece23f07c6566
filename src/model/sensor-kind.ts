// What stands at a place and measures: the kinds an operator filters by.

import type { Text } from './text.ts';

export const sensorKinds = {
  river: { en: 'River gauge', zh: '河道水位站' },
  tide: { en: 'Tide gauge', zh: '潮位站' },
  street: { en: 'Street flood gauge', zh: '道路积水监测' },
  rain: { en: 'Rain gauge', zh: '雨量站' },
  weather: { en: 'Weather station', zh: '气象站' },
  pressure: { en: 'Water pressure', zh: '供水压力' },
  flow: { en: 'Flow meter', zh: '流量计' },
  tank: { en: 'Water tank', zh: '蓄水池' },
  pump: { en: 'Pumping station', zh: '泵站' },
  sewer: { en: 'Sewer level', zh: '管网液位' },
  air: { en: 'Air quality', zh: '空气质量' },
  noise: { en: 'Noise', zh: '噪声' },
  smoke: { en: 'Smoke detector', zh: '烟感' },
  electricalFire: { en: 'Electrical fire unit', zh: '电气火灾监控' },
  gas: { en: 'Gas', zh: '燃气监测' },
  heat: { en: 'District heat', zh: '供热' },
  power: { en: 'Power', zh: '供电' },
  parking: { en: 'Parking', zh: '停车' },
  traffic: { en: 'Traffic', zh: '交通流量' },
  crossing: { en: 'Crossing', zh: '人行横道' },
  lift: { en: 'Lift', zh: '电梯' },
  waste: { en: 'Waste container', zh: '垃圾桶' },
  coldStore: { en: 'Cold store', zh: '冷库' },
  camera: { en: 'Camera', zh: '摄像头' },
  room: { en: 'Room climate', zh: '室内环境' },
} satisfies Readonly<Record<string, Text>>;

export type SensorKind = keyof typeof sensorKinds;

export const isSensorKind = (kind: string): kind is SensorKind => Object.hasOwn(sensorKinds, kind);
