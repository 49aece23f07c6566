// What the worker writes of its models, levels and limits, in English and Chinese.

import type { Text } from '#model/text.ts';
import type { Caution } from '#simulation/fire/smoke/validity.ts';
import { cautions } from '#simulation/fire/smoke/validity.ts';

/** Every caution once, the general one first. */
export function cautionTexts(found: Iterable<Caution>): Text[] {
  const all = new Set<Caution>(['screening', ...found]);
  return [...all].map((caution) => cautions[caution]);
}

const figure = (value: number) => String(Number(value.toPrecision(3)));

export const words = {
  smokeModel: {
    en: 'Gaussian plume (Briggs rise and urban spread, ISC3 wake), merged fires, smoke of what burns now; flat ground, 100 m to 10 km',
    zh: '高斯烟羽（Briggs 抬升与城市扩散、ISC3 尾流），合并火源，按当前燃烧量计算；平坦地形，100 m 至 10 km',
  },
  steadyRate: {
    en: 'The fire is taken to have smoked as it does now since it began: far off this is too much while it grows.',
    zh: '按火灾自起火以来烟气释放量与当前相同计算：火势增长期间远处结果偏高。',
  },
  emissions: {
    en: 'Emission factors of building fires scatter more than their mean: ranges are what two of three fires lie between.',
    zh: '建筑火灾的排放因子离散度大于均值：所示区间约覆盖三分之二的火灾。',
  },
  turned: {
    en: 'The wind has turned: what smoked before is carried on by the new wind.',
    zh: '风向已变：此前的烟气随新风向继续漂移。',
  },
  noWind: {
    en: 'No wind is known here: give one, or wait for a weather station.',
    zh: '此处风况未知：请手动输入，或等待气象站数据。',
  },
  noBuildings: {
    en: 'The city hands over no buildings, so nothing that burns can be placed.',
    zh: '城市未提供建筑数据，无法定位燃烧位置。',
  },
  toxic: (tier: number, gas: string, ppm: number): Text => ({
    en: `${figure(ppm)} ppm ${gas} or as bad (AEGL-${tier}, 60 min)`,
    zh: `${gas} ${figure(ppm)} ppm 或同等危害（AEGL-${tier}，60 分钟）`,
  }),
  sight: (metres: number): Text => ({
    en: `Sight below ${metres} m`,
    zh: `能见度低于 ${metres} m`,
  }),
  levelOf: (ppm: number, formula: string, what: Text): Text => ({
    en: `${figure(ppm)} ppm ${formula} (${what.en})`,
    zh: `${formula} ${figure(ppm)} ppm（${what.zh}）`,
  }),
  aegl: (tier: number): Text => ({ en: `AEGL-${tier}, 60 min`, zh: `AEGL-${tier}，60 分钟` }),
  ofLimit: (percent: number): Text => ({
    en: `${percent} % of the lower explosion limit`,
    zh: `爆炸下限的 ${percent}%`,
  }),
  pressure: (kilopascals: number, psi: string): Text => ({
    en: `${figure(kilopascals)} kPa (${psi} psi)`,
    zh: `${figure(kilopascals)} kPa（${psi} psi）`,
  }),
  heat: (kilowatts: number): Text => ({
    en: `${figure(kilowatts)} kW/m²`,
    zh: `${figure(kilowatts)} kW/m²`,
  }),
};
