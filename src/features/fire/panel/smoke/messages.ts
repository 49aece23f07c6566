// Words of smoke and releases, in English and Chinese.

import type { Text } from '#model/text.ts';
import type { AirSource, ReleaseKind } from '../../contract/smoke.ts';

export const messages = {
  tool: { en: 'Smoke and releases', zh: '烟气与危险物质' },
  toolSummary: {
    en: 'Where smoke, gas, blast and heat go, and who is inside',
    zh: '烟气、毒气、爆炸与热辐射影响范围及人数',
  },
  section: { en: 'Smoke of this fire', zh: '本次火灾烟气' },
  noSmoke: { en: 'No smoke yet', zh: '暂无烟气' },
  noSmokeWhy: {
    en: 'It comes with the first building that burns at the shown time.',
    zh: '所示时刻有建筑燃烧时即显示。',
  },
  noFire: {
    en: 'No fire is shown. Releases can be tried without one.',
    zh: '当前未显示火灾。可单独模拟释放。',
  },
  clear: {
    en: 'Nothing reaches a zone’s level at the ground now.',
    zh: '目前地面处未达到任何区域限值。',
  },
  zones: { en: 'Zones', zh: '影响区' },
  gas: { en: 'Harm by gas', zh: '毒气危害' },
  sight: { en: 'Loss of sight', zh: '能见度降低' },
  nowhere: { en: 'nowhere now', zh: '目前未达到' },
  peopleDay: (words: string): Text => ({ en: `${words} people by day`, zh: `白天 ${words} 人` }),
  peopleNight: (words: string): Text => ({ en: `${words} by night`, zh: `夜间 ${words} 人` }),
  buildings: (words: string): Text => ({
    en: words === '1' ? '1 building' : `${words} buildings`,
    zh: `${words} 栋建筑`,
  }),
  sites: (words: string): Text => ({
    en: words === '1' ? '1 site' : `${words} sites`,
    zh: `${words} 处设施`,
  }),
  upTo: (words: string): Text => ({ en: `up to ${words}`, zh: `最远 ${words}` }),
  beyond: (words: string): Text => ({ en: `beyond ${words}`, zh: `超过 ${words}` }),
  range: {
    en: 'In brackets: with low and with high emission factors.',
    zh: '括号内为低、高排放因子时的结果。',
  },
  inside: { en: 'Who is inside', zh: '受影响设施' },
  noSites: { en: 'No critical site lies in these zones.', zh: '影响区内没有重要设施。' },
  more: (count: number): Text => ({ en: `${count} more`, zh: `另有 ${count} 处` }),
  away: (words: string): Text => ({ en: `${words} away`, zh: `距 ${words}` }),
  people: (words: string): Text => ({ en: `${words} people`, zh: `${words} 人` }),
  tier: (tier: number): Text => ({ en: `tier ${tier}`, zh: `${tier} 级` }),
  show: (name: string): Text => ({ en: `Show ${name}`, zh: `查看 ${name}` }),
  cautions: { en: 'What this can’t say', zh: '结果的局限' },
  quantity: { en: 'Drawn', zh: '显示量' },
  band: { en: 'Emission', zh: '排放率' },
  low: { en: 'Low', zh: '低' },
  middle: { en: 'Middle', zh: '中' },
  high: { en: 'High', zh: '高' },
  simulated: { en: 'Simulated', zh: '模拟' },
  screening: {
    en: 'screening, not for life-safety decisions',
    zh: '仅供初步筛查，不得用于生命安全决策',
  },
  windIs: (from: Text, speed: string): Text => ({
    en: `Wind from ${from.en}, ${speed}`,
    zh: `${from.zh}风，${speed}`,
  }),
  ofStation: (name: string, time: string): Text => ({
    en: `${name}, ${time}`,
    zh: `${name}，${time}`,
  }),
  given: { en: 'given or assumed', zh: '人工给定或假定' },
  assumed: {
    en: 'No weather station speaks: a light air from the west is assumed. Give the wind.',
    zh: '无气象站数据：假定为西来微风。请输入风况。',
  },
  stability: (letter: string, isGiven: boolean): Text => ({
    en: `stability ${letter}${isGiven ? ', given' : ''}`,
    zh: `稳定度 ${letter}${isGiven ? '（人工给定）' : ''}`,
  }),
  sources: { en: 'Plumes', zh: '烟羽' },

  releases: { en: 'Releases and explosions', zh: '释放与爆炸' },
  none: { en: 'None yet', zh: '暂无' },
  atSelected: (name: string): Text => ({ en: `At ${name}`, zh: `在 ${name}` }),
  onGlobe: { en: 'Point on the globe', zh: '在地图上指定' },
  atFire: { en: 'At the fire', zh: '在火场' },
  inMiddle: { en: 'In the middle of the city', zh: '在城市中心' },
  name: { en: 'Name', zh: '名称' },
  kind: { en: 'What happens', zh: '类型' },
  substance: { en: 'Substance', zh: '物质' },
  rate: { en: 'Rate', zh: '泄漏速率' },
  mass: { en: 'Amount', zh: '数量' },
  way: { en: 'It leaves', zh: '释放方式' },
  steadily: { en: 'Steadily', zh: '连续' },
  atOnce: { en: 'At once', zh: '瞬时' },
  duration: { en: 'For', zh: '持续' },
  minutes: { en: 'min', zh: '分钟' },
  height: { en: 'Height of the outlet', zh: '出口高度' },
  diameter: { en: 'Diameter of the pool', zh: '液池直径' },
  wind: { en: 'Wind', zh: '风' },
  live: { en: 'Nearest station', zh: '最近气象站' },
  giveWind: { en: 'Given', zh: '输入' },
  windSpeed: { en: 'Speed', zh: '风速' },
  windFrom: { en: 'From', zh: '风向' },
  cloud: { en: 'Cloud', zh: '云量' },
  stabilityClass: { en: 'Stability', zh: '稳定度' },
  auto: { en: 'By sun and wind', zh: '按日照与风' },
  beganAt: (time: string): Text => ({ en: `Begins ${time}`, zh: `起始 ${time}` }),
  restart: { en: 'Begin at the shown time', zh: '从所示时刻开始' },
  moreFields: { en: 'Time, air and outlet', zh: '时间、气象与出口' },
  edit: (name: string): Text => ({ en: `Change ${name}`, zh: `修改 ${name}` }),
  done: { en: 'Done', zh: '完成' },
  remove: (name: string): Text => ({ en: `Forget ${name}`, zh: `删除 ${name}` }),
  hide: (name: string): Text => ({ en: `Hide ${name}`, zh: `隐藏 ${name}` }),
  flyTo: (name: string): Text => ({ en: `Fly to ${name}`, zh: `飞到 ${name}` }),
  notYet: {
    en: 'It has not begun at the shown time; zones are of its whole course.',
    zh: '所示时刻尚未开始；区域为全过程影响范围。',
  },
  wholeCourse: {
    en: 'Zones are of its whole course; the picture is of the shown time.',
    zh: '区域为全过程影响范围；浓度图为所示时刻。',
  },
  figures: (words: string): Text => ({ en: `Figures: ${words}`, zh: `参数来源：${words}` }),
  recalled: { en: 'from memory, to be checked', zh: '凭记忆录入，待核对' },
} as const;

export const kindNames: Readonly<Record<ReleaseKind, Text>> = {
  plume: { en: 'Gas leaks steadily', zh: '气体连续泄漏' },
  puff: { en: 'Gas leaves at once', zh: '气体瞬时释放' },
  'dense-gas': { en: 'Heavy gas on the ground', zh: '重气贴地扩散' },
  blast: { en: 'Explosive', zh: '爆炸物爆炸' },
  'vapour-cloud': { en: 'Cloud of fuel blows', zh: '蒸气云爆炸' },
  'pool-fire': { en: 'Pool of fuel burns', zh: '液池火灾' },
};

export const phaseNames: Readonly<Record<AirSource['phase'], Text>> = {
  flaming: { en: 'flaming', zh: '明火' },
  smouldering: { en: 'smouldering, stays low', zh: '阴燃，烟气贴地' },
  release: { en: 'release', zh: '释放' },
};

export const sourceWords = {
  wake: { en: 'drawn down behind the building', zh: '被卷入建筑尾流' },
  rises: (height: string): Text => ({ en: `rises to ${height}`, zh: `抬升至 ${height}` }),
  line: (buildings: string, megawatts: string): Text => ({
    en: `${buildings} burning, ${megawatts}`,
    zh: `${buildings} 栋燃烧，${megawatts}`,
  }),
};
