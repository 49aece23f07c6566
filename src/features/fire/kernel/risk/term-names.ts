// What a person calls the terms of the risk.

import type { Text } from '#model/text.ts';
import type { NumberInput, RiskTerm } from '#simulation/fire/risk/factors.ts';

const name = (en: string, zh: string): Text => ({ en, zh });

export const termNames: Readonly<Record<RiskTerm, Text>> = {
  base: name('Use and floor area', '用途与建筑面积'),
  openViolations: name('Open violations', '未整改隐患'),
  yearsSinceInspection: name('Time since inspection', '距上次检查'),
  combustibleClass: name('Construction', '结构类型'),
  vacantShare: name('Vacancy', '空置'),
  gasShare: name('Gas supply', '燃气'),
  chargingPlaces: name('Charging places', '充电位'),
  wiringAgeYears: name('Age of wiring', '线路年限'),
  sprinkleredShare: name('Sprinklers', '自动喷水灭火系统'),
  pastFires: name('Fires on record', '历史火灾'),
  residualCurrentMa: name('Residual current', '剩余电流'),
  cableTemperatureC: name('Cable temperature', '电缆温度'),
  arcFaults: name('Arc faults', '故障电弧'),
  smokeObscuration: name('Smoke', '烟雾'),
  heatC: name('Heat', '温度'),
  gasLelPercent: name('Gas', '可燃气体'),
  pressureLossShare: name('Sprinkler or hydrant pressure', '消防水压'),
  panelFault: name('Alarm panel fault', '报警控制器故障'),
  fireWeather: name('Fire weather', '火险天气'),
  people: name('People', '人员'),
  response: name('First engine', '首车到场'),
  water: name('Water', '消防供水'),
};

/** Inputs that are no term by themselves. */
const inputNames = {
  floorAreaM2: name('Floor area', '建筑面积'),
  recordYears: name('Years of the fire record', '火灾记录年数'),
  vegetationShare: name('Vegetation around', '周边植被'),
  secondaryIgnitions: name('Buildings that it would set on fire', '可能引燃的建筑'),
  firstEngineS: name('First engine', '首车到场'),
  waterShortfallShare: name('Water', '消防供水'),
  use: name('Use', '用途'),
} as const satisfies Partial<Record<NumberInput | 'use', Text>>;

const known: ReadonlyMap<string, Text> = new Map(Object.entries({ ...inputNames, ...termNames }));

/** Of a name in `RiskSummary.lacks`, or of a term; the name itself where it is neither. */
export const inputNameOf = (input: string): Text => known.get(input) ?? name(input, input);
