import type { Text } from '#model/text.ts';
import type { Curing, WildlandMap } from '../../contract/wildland.ts';

export const mapNames: Readonly<Record<WildlandMap | 'none', Text>> = {
  none: { en: 'Nothing', zh: '不显示' },
  potential: { en: 'Potential in this weather', zh: '当前天气的火险强度' },
  'flame-length': { en: 'Flame length', zh: '火焰长度' },
  'spread-rate': { en: 'Rate of spread', zh: '蔓延速度' },
  arrival: { en: 'Arrival of the fire', zh: '火头到达时间' },
  'burn-probability': { en: 'Burn probability', zh: '燃烧概率' },
  fuel: { en: 'Fuel', zh: '可燃物' },
};

export const curingNames: Readonly<Record<Curing, Text>> = {
  season: { en: 'By season', zh: '按季节' },
  green: { en: 'Green', zh: '青绿' },
  half: { en: 'Half dry', zh: '半枯' },
  cured: { en: 'Dry', zh: '枯黄' },
};

/** Canadian ranks of intensity, with what holds such a fire. */
export const rankNames: readonly Text[] = [
  { en: 'Hardly burns (< 10 kW/m)', zh: '几乎不燃（< 10 kW/m）' },
  { en: 'Hand tools hold it (< 500)', zh: '手工具可控（< 500）' },
  { en: 'Engines and dozers (< 2,000)', zh: '需车辆机械（< 2,000）' },
  { en: 'Hard to hold (< 4,000)', zh: '难以控制（< 4,000）' },
  { en: 'Head can’t be held (< 10,000)', zh: '火头无法控制（< 10,000）' },
  { en: 'Beyond any attack (≥ 10,000)', zh: '无法扑救（≥ 10,000）' },
];

export const wildlandWords = {
  name: { en: 'Wildland fire', zh: '野火' },
  summary: {
    en: 'Grass, shrubs and woods beside the town: what this weather makes of them, and which houses a fire reaches',
    zh: '城边草地、灌木与林地：当前天气下的火险，火烧到哪些房屋',
  },
  light: { en: 'Light a fire on the map', zh: '在图上点火' },
  another: { en: 'Light another one', zh: '再点一处' },
  show: { en: 'Look at it', zh: '飞到起火点' },
  clear: { en: 'Take the fire away', zh: '移除野火' },
  reading: { en: 'Reading the ground of the city …', zh: '正在读取城市地面…' },
  computing: { en: 'Computing …', zh: '正在计算…' },
  failed: { en: 'This can’t be computed', zh: '无法计算' },
  map: { en: 'On the map', zh: '图上显示' },
  weather: { en: 'Weather and fuel', zh: '天气与可燃物' },
  live: { en: 'Weather of the stations', zh: '采用气象站数据' },
  kept: { en: 'Weather as it was when the fire was lit', zh: '采用点火时的天气' },
  windFrom: { en: 'Wind from', zh: '风向' },
  windSpeed: { en: 'Wind at 10 m', zh: '10 米风速' },
  temperature: { en: 'Temperature', zh: '气温' },
  humidity: { en: 'Humidity', zh: '湿度' },
  curing: { en: 'Living grass', zh: '活草状态' },
  duration: { en: 'Runs for', zh: '模拟时长' },
  hours: (hours: number): Text => ({ en: `${hours} h`, zh: `${hours} 小时` }),
  turnIn: { en: 'Let the wind turn', zh: '设置转风' },
  turnAfter: { en: 'Turns after', zh: '转风时间' },
  removeTurn: { en: 'Take this wind away', zh: '移除此风' },
  noTurns: { en: 'The wind stays as it is.', zh: '风保持不变。' },
  moisture: (h1: string, herb: string, wood: string): Text => ({
    en: `Moisture: fine dead fuel ${h1}, grass ${herb}, shrubs ${wood}`,
    zh: `含水率：细小死可燃物 ${h1}，草 ${herb}，灌木 ${wood}`,
  }),
  growth: { en: 'How it grows', zh: '发展过程' },
  time: { en: 'After', zh: '时间' },
  area: { en: 'Burnt', zh: '过火面积' },
  head: { en: 'Head', zh: '火头距离' },
  flames: { en: 'Longest flames', zh: '最长火焰' },
  rate: { en: 'Fastest', zh: '最快速度' },
  ranks: { en: 'Burnable ground in this weather', zh: '当前天气下的可燃地面' },
  intensity: { en: 'Intensity of the head', zh: '火头强度' },
  ground: { en: 'Ground', zh: '面积' },
  nothingBurns: { en: 'No ground of this city burns', zh: '本市无可燃地面' },
  houses: { en: 'Houses it comes to', zh: '受威胁房屋' },
  housesHint: (metres: number): Text => ({
    en: `Within ${metres} m of burning ground: flames, heat and near firebrands. Brands that fly farther aren’t in it.`,
    zh: `距燃烧地面 ${metres} 米内：火焰、辐射热与近距飞火。远距飞火未计入。`,
  }),
  noHouses: { en: 'It comes to no house in that time', zh: '该时段内未烧到房屋' },
  people: { en: 'People in them', zh: '屋内人数' },
  house: { en: 'House', zh: '房屋' },
  arrival: { en: 'Reached after', zh: '到达时间' },
  distance: { en: 'Distance', zh: '距离' },
  flame: { en: 'Flames', zh: '火焰' },
  carry: (count: number): Text => ({
    en: `Carry it to the town: ${count} ${count === 1 ? 'house' : 'houses'} alight`,
    zh: `延烧入城：${count} 栋房屋起火`,
  }),
  carryHint: {
    en: 'The earliest houses catch fire in the twin when the wildland fire reaches them; the urban model goes on from there.',
    zh: '最早受威胁的房屋在野火到达时于孪生中起火，由城市火灾模型继续推演。',
  },
  shown: (shown: string, inAll: string): Text => ({
    en: `The first ${shown} of ${inAll}`,
    zh: `前 ${shown} 栋，共 ${inAll} 栋`,
  }),
  chance: { en: 'How likely does each place burn?', zh: '各处燃烧概率' },
  chanceHint: {
    en: 'Fires that begin anywhere in the open, in winds around the present one (0.6 to 1.5 times its speed, 45° to either side).',
    zh: '任意野外起火点，风速为当前 0.6 至 1.5 倍，风向左右 45°。',
  },
  run: (fires: number): Text => ({ en: `Run ${fires} fires`, zh: `运行 ${fires} 场火` }),
  stop: { en: 'Stop', zh: '停止' },
  progress: (done: number, of: number): Text => ({
    en: `${done} of ${of} fires`,
    zh: `${done} / ${of} 场`,
  }),
  assumed: { en: 'Assumed', zh: '假设' },
  limits: {
    en: 'Rothermel 1972 in standard fuel models by land cover, minimum travel time over 20 m cells, no firefighting. Yards between houses don’t burn.',
    zh: 'Rothermel 1972，按土地覆盖取标准可燃物模型，20 米格网最短到达时间，未计扑救，房前屋后不燃。',
  },
} as const;
