import type { Text } from '#model/text.ts';
import type { AirQuantity } from '../contract/smoke.ts';
import type { BuildingColouring } from '../state/look.ts';

export const colouringNames: Readonly<Record<BuildingColouring | 'auto', Text>> = {
  auto: { en: 'Automatic', zh: '自动' },
  'risk-class': { en: 'Fire risk, class', zh: '火灾风险等级' },
  'risk-percentile': { en: 'Fire risk, percentile', zh: '火灾风险百分位' },
  burning: { en: 'What burns now', zh: '正在燃烧' },
  arrival: { en: 'When it catches fire', zh: '起火时间' },
  difference: { en: 'Where two fires differ', zh: '两个火情的差异' },
  probability: { en: 'How likely it burns', zh: '起火概率' },
  'first-engine': { en: 'First engine', zh: '首车到达' },
  'full-alarm': { en: 'Full alarm', zh: '全部力量到达' },
  none: { en: 'As the city is', zh: '城市原色' },
};

export const airNames: Readonly<Record<AirQuantity | 'none', Text>> = {
  none: { en: 'Nothing', zh: '不显示' },
  particles: { en: 'Smoke particles', zh: '烟尘' },
  co: { en: 'Carbon monoxide', zh: '一氧化碳' },
  hcn: { en: 'Hydrogen cyanide', zh: '氰化氢' },
  hcl: { en: 'Hydrogen chloride', zh: '氯化氢' },
  visibility: { en: 'Visibility', zh: '能见度' },
  tier: { en: 'AEGL tiers', zh: 'AEGL 等级' },
};

export const lookMessages = {
  look: { en: 'Look', zh: '显示' },
  buildings: { en: 'Buildings', zh: '建筑' },
  air: { en: 'Air', zh: '空气' },
  band: { en: 'Rates of emission', zh: '排放率' },
  low: { en: 'Low', zh: '低' },
  middle: { en: 'Middle', zh: '中' },
  high: { en: 'High', zh: '高' },
  plume: { en: 'Plume body', zh: '烟羽' },
  flames: { en: 'Flames', zh: '火焰' },
  zones: { en: 'Zones', zh: '危害区' },
  routes: { en: 'Routes and engines', zh: '路线与车辆' },
  hydrants: { en: 'Hydrants', zh: '消火栓' },
  wildland: { en: 'Grass, shrubs, trees', zh: '植被' },
} as const;
