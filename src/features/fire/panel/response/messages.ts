// Words of engines and water, in English and Chinese.

import type { Text } from '#model/text.ts';
import type { Dispatch, ResponseLack } from '../../contract/response.ts';

export const messages = {
  tool: { en: 'Engines and water', zh: '消防出动与供水' },
  toolSummary: {
    en: 'Which engines are there when, whether hydrants carry it, where the next station would help',
    zh: '消防车何时到达、消火栓能否满足、下一座消防站宜设何处',
  },
  parts: { en: 'Parts of engines and water', zh: '出动与供水分类' },
  simulated: { en: 'Simulated', zh: '模拟' },
  screening: {
    en: 'Screening, not for life-safety decisions.',
    zh: '仅供初步筛查，不得用于生命安全决策。',
  },
  opening: { en: 'Roads and stations are being read', zh: '正在读取道路与消防站' },
  failed: (why: string): Text => ({
    en: `Roads and stations can't be read: ${why}`,
    zh: `无法读取道路与消防站：${why}`,
  }),
  isOld: { en: 'Of before: it is computed anew', zh: '为此前结果：正在重新计算' },

  target: { en: 'For', zh: '目标建筑' },
  noTarget: { en: 'No building is aimed at', zh: '尚未选择建筑' },
  noTargetWhy: {
    en: 'Select a building and take it, or start a fire.',
    zh: '选择一栋建筑并采用，或先起火。',
  },
  takeSelected: { en: 'Take the selected building', zh: '采用所选建筑' },
  backToFire: { en: 'Back to the fire', zh: '回到起火建筑' },

  engines: { en: 'Engines', zh: '消防车' },
  engine: { en: 'Engine', zh: '消防车' },
  station: { en: 'Station', zh: '消防站' },
  arrives: { en: 'There', zh: '到达' },
  throughHeat: {
    en: 'Heat shuts every way: engines come through the streets beside the fire behind their own water; count on later.',
    zh: '火场热辐射封锁所有道路：消防车须在水幕掩护下通过火场旁街道，到达可能更晚。',
  },
  noEngines: { en: 'No engine reaches this building', zh: '没有消防车可到达该建筑' },
  noEnginesWhy: {
    en: 'No road leads there, or all that do are closed.',
    zh: '没有道路通达，或道路均已封闭。',
  },
  inTime: (time: Text): Text => ({ en: `in ${time.en}`, zh: `${time.zh}后到达` }),
  isThere: { en: 'there', zh: '已到达' },
  afterWhat: {
    en: 'Minutes after dispatch; of engines that are sent, by the clock.',
    zh: '自出动指令起的分钟数；已出动车辆按时钟倒计时。',
  },
  send: (count: number): Text => ({
    en: count === 1 ? 'Send it' : `Send these ${count}`,
    zh: `出动这 ${count} 辆`,
  }),
  allSent: { en: 'All of the full alarm are sent', zh: '首批力量已全部出动' },
  sent: (count: number): Text => ({ en: `${count} sent`, zh: `已出动 ${count} 辆` }),
  noFireToSend: {
    en: 'They are sent to a fire: ignite one in the twin first.',
    zh: '须先在孪生体中起火，方可出动。',
  },
  first: { en: 'First engine', zh: '首车' },
  second: { en: 'Second engine', zh: '第二辆' },
  full: (engines: number): Text => ({ en: `Full alarm, ${engines}`, zh: `首批力量 ${engines} 辆` }),
  lateFull: { en: 'Fewer can come', zh: '可到车辆不足' },
  goesRound: (count: number): Text => ({
    en: count === 1 ? 'They go round 1 closed street.' : `They go round ${count} closed streets.`,
    zh: `绕行 ${count} 条封闭道路。`,
  }),

  water: { en: 'Water', zh: '供水' },
  need: { en: 'Need', zh: '需求' },
  available: { en: 'Available', zh: '可供' },
  shortfall: { en: 'Shortfall', zh: '缺口' },
  enough: { en: 'enough', zh: '满足' },
  short: (flow: string): Text => ({ en: `short of ${flow}`, zh: `缺 ${flow}` }),
  standard: { en: 'Standard', zh: '标准' },
  duration: (hours: string): Text => ({ en: `for ${hours} h`, zh: `持续 ${hours} h` }),
  together: (drawn: number, all: number): Text => ({
    en: `${drawn} of ${all} in reach, open at once`,
    zh: `可用 ${all} 个中的 ${drawn} 个同时开启`,
  }),
  aloneSum: (drawn: number): Text => ({
    en: `${drawn}, each solved alone: together they give less`,
    zh: `${drawn} 个分别求解之和：同时使用时更少`,
  }),
  aloneWouldBe: (flow: string): Text => ({
    en: `Each alone they would give ${flow} in all.`,
    zh: `若各自单独开启，合计 ${flow}。`,
  }),
  noneInReach: (reach: string): Text => ({
    en: `no hydrant within ${reach}`,
    zh: `${reach} 内没有消火栓`,
  }),
  notSolved: { en: 'not solved', zh: '未求解' },
  solving: { en: 'The water network is being solved', zh: '正在求解供水管网' },
  howFound: { en: 'How it was found', zh: '计算过程' },
  hydrants: { en: 'Hydrants in reach', zh: '可用消火栓' },
  hydrant: { en: 'Hydrant', zh: '消火栓' },
  alone: { en: 'Alone', zh: '单独' },
  atRest: (pressure: string): Text => ({ en: `at rest ${pressure}`, zh: `静压 ${pressure}` }),
  away: (distance: string): Text => ({ en: `${distance} away`, zh: `距离 ${distance}` }),
  heldBackBy: (what: string): Text => ({ en: `held back by ${what}`, zh: `受限于${what}` }),
  noHydrants: { en: 'No hydrant is in reach', zh: '范围内没有消火栓' },
  noWater: { en: 'Flows are not known', zh: '流量未知' },
  waterModel: (model: string, at: string): Text => ({
    en: `${model}, as the network is at ${at}; 20 psi (138 kPa) kept at the hydrants and in their zone. Distances as the crow flies.`,
    zh: `${model}，管网状态为 ${at}；消火栓及所在分区保持 138 kPa（20 psi）。距离为直线距离。`,
  }),
  select: {
    en: 'Enter or a double click selects it on the globe',
    zh: '按回车或双击可在地球上选中',
  },

  roads: { en: 'Roads', zh: '道路' },
  closures: { en: 'Closed to engines', zh: '消防车无法通行' },
  takes: {
    flood: { en: 'Flood', zh: '洪水' },
    fire: { en: 'Fire', zh: '火灾' },
    works: { en: 'Works', zh: '施工' },
  },
  noneClosed: { en: 'closes no street now', zh: '当前未封闭道路' },
  closes: (count: number, name: string): Text => ({
    en: `${count} ${count === 1 ? 'street' : 'streets'}${name ? `, ${name}` : ''}`,
    zh: `${count} 条道路${name ? `，${name}` : ''}`,
  }),
  notTaken: { en: 'not taken into account', zh: '未计入' },
  byHand: { en: 'Closed here by hand', zh: '手动封闭' },
  closeStreet: { en: 'Close a street on the globe', zh: '在地球上封闭道路' },
  openStreet: (id: string): Text => ({ en: `Open ${id} again`, zh: `重新开放 ${id}` }),
  openAll: { en: 'Open all again', zh: '全部重新开放' },
  stations: { en: 'Stations', zh: '消防站' },
  stationWords: (engines: number, crew: string): Text => ({
    en: `${engines} ${engines === 1 ? 'engine' : 'engines'}${crew ? `, crew of ${crew}` : ''}`,
    zh: `${engines} 辆${crew ? `，${crew} 人` : ''}`,
  }),
  sendsFrom: (name: string): Text => ({ en: `${name} sends engines`, zh: `${name} 可出动` }),
  unreached: (count: string): Text => ({
    en: `${count} buildings are reached by no engine.`,
    zh: `${count} 栋建筑无消防车可达。`,
  }),

  standards: { en: 'Standards', zh: '标准' },
  measure: { en: 'Measure', zh: '指标' },
  limit: { en: 'Limit', zh: '限值' },
  reached: { en: 'Reached', zh: '现状' },
  withChanges: { en: 'With the changes', zh: '调整后' },
  holds: { en: 'kept', zh: '满足' },
  fails: { en: 'not kept', zh: '不满足' },
  standardsWhy: {
    en: 'Over all buildings, from the stations and roads as they are set here. Areas count the squares of 200 m that streets run through.',
    zh: '对全部建筑，按此处设定的消防站与道路计算。辖区面积按有道路穿过的 200 m 方格统计。',
  },
  changesAre: {
    en: 'The first column is the city as it is; the second has stand-by places, closed stations and streets.',
    zh: '前一列为城市现状；后一列计入备勤点、关闭的消防站与道路。',
  },

  places: { en: 'Next station', zh: '下一座消防站' },
  placesWhy: {
    en: 'Crossings are tried one after the other: who is reached in time only with an engine there.',
    zh: '逐一试算路口：仅在该处设站时可及时到达的对象。',
  },
  by: { en: 'What counts', zh: '统计对象' },
  byPeople: { en: 'People', zh: '人员' },
  byBuildings: { en: 'Buildings', zh: '建筑' },
  find: { en: 'Find places', zh: '查找位置' },
  stop: { en: 'Stop', zh: '停止' },
  finding: { en: 'Places are being tried', zh: '正在试算位置' },
  place: { en: 'Place', zh: '位置' },
  gained: { en: 'More in time', zh: '新增及时' },
  before: { en: 'Now', zh: '现状' },
  after: { en: 'Then', zh: '设站后' },
  tryIt: (name: string): Text => ({ en: `Try ${name}`, zh: `试设 ${name}` }),
  noPlaces: { en: 'Nowhere would it help', zh: '任何位置均无改善' },
  noPlacesYet: { en: 'Nothing tried yet', zh: '尚未试算' },
  placesFailed: (why: string): Text => ({
    en: `Places can't be tried: ${why}`,
    zh: `无法试算位置：${why}`,
  }),
  standBys: { en: 'Stand-by places that are tried', zh: '试设的备勤点' },
  noStandBys: {
    en: 'None. Put one on the globe, or try a place that was found.',
    zh: '无。可在地球上放置，或试用查找到的位置。',
  },
  addStandBy: { en: 'Put a stand-by place on the globe', zh: '在地球上放置备勤点' },
  enginesOf: (name: string): Text => ({ en: `Engines of ${name}`, zh: `${name} 车辆数` }),
  remove: (name: string): Text => ({ en: `Take ${name} away`, zh: `移除 ${name}` }),
  show: (name: string): Text => ({ en: `Show ${name}`, zh: `查看 ${name}` }),
  more: { en: 'Engines, hydrants, roads', zh: '车辆、消火栓、道路' },
} as const;

export const roleNames: Readonly<Record<Dispatch['engines'][number]['role'], Text>> = {
  first: { en: 'first', zh: '首车' },
  second: { en: 'second', zh: '第二辆' },
  full: { en: 'full alarm', zh: '首批力量' },
  more: { en: 'beyond', zh: '增援' },
};

export const lackTexts: Readonly<Record<ResponseLack, Text>> = {
  buildings: { en: 'The city has no buildings.', zh: '城市没有建筑数据。' },
  streets: {
    en: 'The city has no streets: nobody can say how engines get there.',
    zh: '城市没有道路数据：无法计算消防车行程。',
  },
  'street-graph': {
    en: 'Streets do not say how they join: they are joined where their ends meet.',
    zh: '道路没有连接关系：按端点相接处连接。',
  },
  stations: {
    en: 'The city names no fire station: try a stand-by place.',
    zh: '城市没有消防站数据：可试设备勤点。',
  },
  engines: {
    en: 'Some stations do not say how many engines they have: one each is assumed.',
    zh: '部分消防站没有车辆数：按每站一辆估算。',
  },
  heights: {
    en: 'No heights of buildings: none counts as a high-rise.',
    zh: '没有建筑高度：均不按高层建筑计算。',
  },
};

/** What holds a hydrant back, as the solver names it. */
export const limitNames: Readonly<Record<string, Text>> = {
  hydrant: { en: 'its own pressure', zh: '自身压力' },
  zone: { en: 'the zone', zh: '分区压力' },
  most: { en: 'what was asked', zh: '需求上限' },
  noPressure: { en: 'too little pressure', zh: '压力不足' },
  failed: { en: 'not solved', zh: '未求解' },
  unknown: { en: 'not in the model', zh: '不在模型中' },
};
