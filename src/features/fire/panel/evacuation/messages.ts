// Words of the evacuation, in English and Chinese.

import type { Text } from '#model/text.ts';
import type { EvacuationLack } from '#workers/fire-evacuation/client.ts';
import type { HazardOwner } from '../../state/evacuation.ts';

export const messages = {
  tool: { en: 'Evacuation', zh: '疏散' },
  toolSummary: {
    en: 'Who has to leave, where to, along which streets, how long it takes',
    zh: '谁需撤离、去往何处、走哪些道路、需要多久',
  },
  section: { en: 'Who has to leave, where to', zh: '谁需撤离、去往何处' },
  order: { en: 'Find who has to leave', zh: '研判需撤离人员' },
  orderWhat: (count: number): Text => ({
    en: count === 1 ? 'from the danger zone that is shown' : `from ${count} danger zones shown`,
    zh: `依据当前显示的 ${count} 个危险区`,
  }),
  name: { en: 'Evacuation', zh: '疏散' },
  open: { en: 'Shelters, streets, what-if', zh: '避难所、道路、假设' },
  end: { en: 'End', zh: '结束' },

  hazards: { en: 'Leave which danger', zh: '撤离哪些危险区' },
  noHazards: {
    en: 'No danger zone is shown. Ignite a building or release something in the twin, or draw the zone by hand.',
    zh: '当前没有危险区。请先在孪生中点燃建筑或设置泄漏，或手绘区域。',
  },
  takeOne: {
    en: 'Tick at least one danger above, or draw a zone.',
    zh: '请至少勾选一个危险区，或手绘区域。',
  },
  draw: { en: 'Draw a zone', zh: '手绘区域' },
  drawAnother: { en: 'Draw another zone', zh: '再绘一个区域' },
  changed: {
    en: 'The danger zones have moved since the zone was laid.',
    zh: '划定疏散区之后，危险区已变化。',
  },
  renew: { en: 'Take them as they are now', zh: '按当前状态更新' },
  at: (since: string): Text => ({ en: `as of ${since}`, zh: `${since} 时` }),

  settings: { en: 'People and cars', zh: '人员与车辆' },
  margin: { en: 'Margin around', zh: '外扩距离' },
  occupancy: { en: 'Who is there', zh: '人员状态' },
  occupancies: {
    auto: { en: 'By the hour', zh: '按时刻' },
    day: { en: 'Day', zh: '白天' },
    night: { en: 'Night', zh: '夜间' },
  },
  carShare: { en: 'Go by car', zh: '驾车比例' },
  peoplePerCar: { en: 'People a car', zh: '每车人数' },
  ready: { en: 'Until a household leaves, mean', zh: '平均准备时间' },

  computing: { en: 'Ways and queues are being found', zh: '正在计算路线与排队' },
  cancel: { en: 'Cancel', zh: '取消' },
  failed: { en: 'The evacuation can’t be computed', zh: '无法计算疏散' },
  failedStays: { en: 'The last good result stays in view.', zh: '保留最后一次有效结果。' },
  older: { en: 'Numbers of the order before', zh: '以下为上一方案的数据' },

  people: { en: 'People have to leave', zh: '需撤离人数' },
  peopleIn: (buildings: string, who: 'day' | 'night'): Text => ({
    en: `in ${buildings} buildings, by ${who}`,
    zh: `${buildings} 栋建筑，${who === 'day' ? '白天' : '夜间'}`,
  }),
  clearance: { en: 'Everybody is out after', zh: '全部撤出需' },
  minutes: { en: 'min', zh: '分钟' },
  halfOut: (half: string, most: string): Text => ({
    en: `half after ${half}, 90 % after ${most}`,
    zh: `半数 ${half}，90% ${most}`,
  }),
  shelters: { en: 'Shelters used', zh: '启用避难所' },
  sheltered: (people: string): Text => ({ en: `${people} people`, zh: `${people} 人` }),
  help: { en: 'Need help', zh: '需协助人员' },
  helpIn: (sites: string): Text => ({ en: `at ${sites} sites`, zh: `${sites} 处` }),
  withoutRoom: (people: string): Text => ({
    en: `${people} people find no room in a shelter: they leave, but nobody has a place for them.`,
    zh: `${people} 人无避难所容量：可撤出，但无安置点。`,
  }),
  withoutWay: (people: string): Text => ({
    en: `${people} people have no way out that avoids the danger: they stay, or are fetched.`,
    zh: `${people} 人没有可避开危险的出路：需就地避险或救援。`,
  }),
  nobody: { en: 'Nobody is known to be in this zone.', zh: '该区域内没有已知人员。' },

  curve: { en: 'People still inside', zh: '仍在区内人数' },
  curveWithout: { en: 'without contraflow', zh: '不设逆向车道' },

  whatIf: { en: 'What if both lanes lead out', zh: '若双向车道均用于撤离' },
  whatIfWhat: {
    en: 'Streets with the longest queues; nobody drives in on them.',
    zh: '排队最长的道路；其上不再允许驶入。',
  },
  noQueues: { en: 'No street has a queue worth it.', zh: '没有值得采取措施的排队。' },
  measure: { en: 'Measure', zh: '指标' },
  withIt: { en: 'With', zh: '采用' },
  withoutIt: { en: 'Without', zh: '不采用' },
  allOut: { en: 'Everybody out', zh: '全部撤出' },
  half: { en: 'Half out', zh: '半数撤出' },
  most: { en: '90 % out', zh: '90% 撤出' },
  longestQueue: { en: 'Longest queue', zh: '最长排队' },

  shelterTable: { en: 'Shelters', zh: '避难所' },
  shelter: { en: 'Shelter', zh: '避难所' },
  room: { en: 'People of room', zh: '人数/容量' },
  lastIn: { en: 'Last in', zh: '最后到达' },
  used: { en: 'Open', zh: '开放' },
  openShelter: (name: string): Text => ({ en: `Use ${name}`, zh: `启用${name}` }),
  inZone: { en: 'in the zone', zh: '位于区内' },
  noShelters: { en: 'No shelter is known.', zh: '没有避难所数据。' },

  routes: { en: 'Streets that carry them', zh: '撤离道路' },
  street: { en: 'Street', zh: '道路' },
  routePeople: { en: 'People', zh: '人数' },
  queue: { en: 'Queue', zh: '排队' },
  unnamed: { en: 'unnamed', zh: '无名道路' },
  showStreet: {
    en: 'Enter or a double click shows it on the globe',
    zh: '按回车或双击可在地图上查看',
  },
  closedStreets: (count: number): Text => ({
    en: `${count} ${count === 1 ? 'street' : 'streets'} closed by flood, fire or works are gone round.`,
    zh: `已绕开 ${count} 条因洪水、火灾或施工封闭的道路。`,
  }),

  helpList: { en: 'Who needs help', zh: '需协助的场所' },
  noHelp: {
    en: 'No hospital, care home or kindergarten lies inside.',
    zh: '区内无医院、养老院或幼儿园。',
  },
  site: { en: 'Site', zh: '场所' },
  kind: { en: 'Kind', zh: '类别' },

  took: (ms: string): Text => ({ en: `computed in ${ms} ms`, zh: `计算用时 ${ms} 毫秒` }),
} as const;

export const ownerNames: Readonly<Record<HazardOwner, Text>> = {
  spread: { en: 'Fire', zh: '火灾' },
  smoke: { en: 'Smoke', zh: '烟气' },
  release: { en: 'Release', zh: '泄漏' },
  blast: { en: 'Explosion', zh: '爆炸' },
  drawn: { en: 'Drawn', zh: '手绘' },
};

export const lackTexts: Readonly<Record<EvacuationLack, Text>> = {
  buildings: { en: 'No buildings: nobody is counted.', zh: '没有建筑数据：无法统计人员。' },
  people: {
    en: 'Nobody knows who is in a building: people are not counted.',
    zh: '没有建筑内人数：无法统计人员。',
  },
  streets: { en: 'No streets: no way is found.', zh: '没有道路数据：无法寻路。' },
  'street-graph': {
    en: 'Streets do not say how they join: no way is found.',
    zh: '道路没有连接关系：无法寻路。',
  },
  shelters: {
    en: 'No shelters are known: people leave to the nearest street outside.',
    zh: '没有避难所数据：人员撤至区外最近道路。',
  },
};
