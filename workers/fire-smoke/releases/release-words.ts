// What is said of releases and explosions: models, limits, what can't be computed.

import type { Text } from '#model/text.ts';

export const releaseWords = {
  plumeModel: {
    en: 'Gaussian plume of a release of limited time (Briggs urban spread; Palazzi et al. 1982), no deposition; flat ground, 100 m to 10 km',
    zh: '有限时长连续释放的高斯烟羽（Briggs 城市扩散；Palazzi 等 1982），不计沉降；平坦地形，100 m 至 10 km',
  },
  puffModel: {
    en: 'Gaussian puff (Slade 1968) that drifts with the wind; zones are what its middle passes over',
    zh: '随风漂移的高斯烟团（Slade 1968）；区域为烟团经过时的最大影响范围',
  },
  densePlumeModel: {
    en: 'Heavy gas, steady (Britter and McQuaid 1988): uniform across its width; open, flat ground',
    zh: '重气连续释放（Britter–McQuaid 1988）：横向浓度均匀；开阔平坦地形',
  },
  densePuffModel: {
    en: 'Heavy gas, at once (Britter and McQuaid 1988): zones are what the cloud reaches on its way',
    zh: '重气瞬时释放（Britter–McQuaid 1988）：区域为云团沿途到达范围',
  },
  blastModel: {
    en: 'Half sphere of TNT on open ground (Kingery and Bulmash, Swisdak 1994); no walls, no fragments',
    zh: '开阔地面半球形 TNT 爆炸（Kingery–Bulmash，Swisdak 1994）；不计墙体遮挡与碎片',
  },
  cloudModel: {
    en: 'Vapour cloud as TNT, 10 % of its heat (EPA RMP 2009) with Kingery and Bulmash; the whole amount has mixed with air',
    zh: '蒸气云按 TNT 当量计算（热量的 10%，EPA RMP 2009），配合 Kingery–Bulmash；假定全部与空气混合',
  },
  poolModel: {
    en: 'Upright flame over a round pool (Shokri and Beyler 1989, Heskestad 1984); a wind that tilts it brings heat farther',
    zh: '圆形液池上的竖直火焰（Shokri–Beyler 1989，Heskestad 1984）；风使火焰倾斜时热量传得更远',
  },
  hour: {
    en: 'Tiers are of an hour’s exposure: a cloud that passes in minutes does less harm than its tier says.',
    zh: '分级按暴露一小时计：数分钟内通过的云团危害低于所示等级。',
  },
  pocket: {
    en: 'Pockets of gas that can catch fire reach beyond the explosion limit: 60 % and 10 % of it are drawn too.',
    zh: '可燃气团可能超出爆炸下限范围：另绘出 60% 与 10% 下限的范围。',
  },
  lightGas: {
    en: 'Taken as neither heavier nor lighter than air. Gas that was liquid under pressure leaves as a cold mist that keeps to the ground: the cloud may be worse close by.',
    zh: '按与空气密度相同计算。加压液化气体泄漏时形成贴地冷雾：近处可能更严重。',
  },
  coldGas: {
    en: 'The gas is taken to leave at its boiling point where that is colder than the air.',
    zh: '沸点低于气温时，假定气体以沸点温度释放。',
  },
  outsideCurves: {
    en: 'The release lies beyond the curves of Britter and McQuaid: extrapolated.',
    zh: '该释放超出 Britter–McQuaid 曲线范围：结果为外推。',
  },
  tooShort: {
    en: 'It ends before the cloud is steady out to its farthest zone: far off this is too much.',
    zh: '释放在云团达到最远区域稳定前已结束：远处结果偏高。',
  },
  recalled: {
    en: 'Figures of the substance are from memory, not checked against a current list.',
    zh: '物质参数凭记忆录入，未与现行清单核对。',
  },
  screening: {
    en: 'Screening, not for life-safety decisions.',
    zh: '仅供初步筛查，不得用于生命安全决策。',
  },
  endOfCurve: {
    en: 'The highest pressure lies closer than the curves go: the distance is where they begin.',
    zh: '最高压力距离小于曲线起点：所示为曲线起始距离。',
  },
  unknownSubstance: (key: string): Text => ({
    en: `No substance is called ${key}.`,
    zh: `没有名为 ${key} 的物质。`,
  }),
  notFor: (name: Text, kind: string): Text => ({
    en: `${name.en} has no figures for a release of the kind ${kind}.`,
    zh: `${name.zh}没有“${kind}”类释放所需的参数。`,
  }),
  noAmount: {
    en: 'The amount is missing: a rate or a mass above 0 is expected.',
    zh: '缺少数量：需要大于 0 的速率或质量。',
  },
  noSize: {
    en: 'The diameter of the pool is missing: more than 0 m is expected.',
    zh: '缺少液池直径：需要大于 0 m。',
  },
  calm: (speedMs: number): Text => ({
    en: `The wind is ${speedMs} m/s: out of range, the model of heavy gas needs more than 0. Expect gas in every direction and in low places.`,
    zh: `风速 ${speedMs} m/s，超出适用范围：重气模型要求大于 0。气体可能向各方向及低洼处扩散。`,
  }),
  lighter: (name: Text, own: number, air: number): Text => ({
    en: `${name.en} (${own.toFixed(2)} kg/m³) is not heavier than the air (${air.toFixed(2)} kg/m³): take a plume or a puff.`,
    zh: `${name.zh}（${own.toFixed(2)} kg/m³）不重于空气（${air.toFixed(2)} kg/m³）：请选用烟羽或烟团。`,
  }),
  burns: (minutes: number): Text => ({
    en: `The amount burns for about ${minutes} min.`,
    zh: `该数量约可燃烧 ${minutes} 分钟。`,
  }),
  rmp: (metres: number): Text => ({
    en: `By the formula of EPA RMP, 1 psi reaches ${metres} m.`,
    zh: `按 EPA RMP 公式，1 psi 超压到达 ${metres} m。`,
  }),
};
