// Steering a fire, what was done to it, fires beside it, how sure it is.

import type { Text } from '#model/text.ts';

export const steerMessages = {
  steer: { en: 'Steer the fire', zh: '操控火情' },
  wind: { en: 'Turn the wind', zh: '改变风向' },
  engines: { en: 'Send engines', zh: '派出消防车' },
  engineHere: { en: 'Point at where an engine stands', zh: '指定消防车位置' },
  sendFound: (count: number): Text => ({
    en: `Send the ${count} that were found`,
    zh: `派出已找到的 ${count} 辆`,
  }),
  findEngines: { en: 'Which engines come when …', zh: '哪些消防车何时到达……' },
  defend: { en: 'Defend', zh: '防护' },
  defendSelected: (count: number): Text => ({
    en: count === 1 ? 'The selected building' : `The ${count} selected buildings`,
    zh: `选中的 ${count} 栋建筑`,
  }),
  defendDrawn: { en: 'Draw around a block', zh: '圈画街区' },
  defendHint: {
    en: 'Select buildings on the globe, or draw around them.',
    zh: '在地图上选中建筑，或圈画范围。',
  },
  water: { en: 'Less water', zh: '供水不足' },
  waterShare: { en: 'Of what is wanted, the supply gives', zh: '供水满足需求的比例' },
  waterFrom: (percent: string, since: string): Text => ({
    en: `${percent} from ${since}`,
    zh: `自 ${since} 起 ${percent}`,
  }),
  allWater: { en: 'All of it again', zh: '恢复全部供水' },
  ignite: { en: 'Ignite more', zh: '再点燃' },
  whatIf: { en: 'What if, beside it', zh: '并行假设' },
  undo: { en: 'Take back', zh: '撤销' },

  // Acts
  acts: { en: 'What was done', zh: '已采取措施' },
  noActs: {
    en: 'Nothing yet: it burns as it would by itself.',
    zh: '尚无措施：任其燃烧。',
  },
  actIgnition: (name: string): Text => ({ en: `${name} is ignited`, zh: `点燃${name}` }),
  actWind: (from: Text, speed: string): Text => ({
    en: `Wind from the ${from.en}, ${speed}`,
    zh: `${from.zh}风，${speed}`,
  }),
  actWater: (percent: string): Text => ({
    en: `Water supply at ${percent}`,
    zh: `供水 ${percent}`,
  }),
  actEngine: (name: string, flow: string): Text => ({
    en: `${name}, ${flow}`,
    zh: `${name}，${flow}`,
  }),
  actDefence: (name: string, flow: string): Text => ({
    en: `${name} kept wet, ${flow}`,
    zh: `${name}喷淋防护，${flow}`,
  }),
  removeAct: (name: string): Text => ({ en: `Take back: ${name}`, zh: `撤回：${name}` }),
  goTo: (since: string): Text => ({ en: `To ${since}`, zh: `转到 ${since}` }),
  defenceFlow: (name: string): Text => ({ en: `Water for ${name}`, zh: `${name}用水` }),
  waterWanted: (wanted: string, brought: string): Text => ({
    en: `Water now: ${brought} of the ${wanted} that burning and defended buildings want`,
    zh: `当前用水：需 ${wanted}，已供 ${brought}`,
  }),

  // Fires
  fires: { en: 'Fires in the twin', zh: '孪生中的火情' },
  show: (name: string): Text => ({ en: `Show ${name}`, zh: `显示${name}` }),
  compare: (name: string): Text => ({ en: `Compare with ${name}`, zh: `与${name}比较` }),
  endCompare: { en: 'End the comparison', zh: '结束比较' },
  swap: { en: 'Show the other one', zh: '互换显示' },
  forget: (name: string): Text => ({ en: `Forget ${name}`, zh: `删除${name}` }),
  rename: { en: 'Name', zh: '名称' },
  more: (name: string): Text => ({ en: `More for ${name}`, zh: `${name}的更多操作` }),
  renameAct: { en: 'Rename', zh: '重命名' },
  leave: { en: 'Leave this fire', zh: '退出此火情' },
  shown: { en: 'shown', zh: '显示中' },
  compared: { en: 'compared', zh: '对比中' },
  basedOn: (name: string): Text => ({ en: `from ${name}`, zh: `源自${name}` }),

  // Comparison
  comparison: { en: 'The two beside each other', zh: '两者对比' },
  by: { en: 'By', zh: '截至' },
  buildingsBurnt: { en: 'Buildings on fire', zh: '起火建筑' },
  people: { en: 'People in them', zh: '其中人员' },
  inAll: { en: 'in all', zh: '全程' },
  difference: { en: 'Difference', zh: '差值' },
  drawnBeside: (name: string): Text => ({
    en: `On the globe ${name} is the dotted outline; the buildings burn as in the one that is shown.`,
    zh: `地图上虚点轮廓为“${name}”；建筑按显示的火情燃烧。`,
  }),
  colourDifference: { en: 'Colour where they differ', zh: '按差异着色' },
  waitsForBoth: {
    en: 'The numbers come as soon as both are computed.',
    zh: '两者计算完成后显示数字。',
  },

  // Ensemble
  ensemble: { en: 'How sure is it?', zh: '有多确定？' },
  ensembleHint: {
    en: 'The same fire many times, with the scatter of ignition, firebrands and wind.',
    zh: '考虑起火、飞火与风的离散，将同一火情重复多次。',
  },
  runMembers: (count: number): Text => ({ en: `Run ${count}`, zh: `运行 ${count} 次` }),
  cancel: { en: 'Stop', zh: '停止' },
  clear: { en: 'Leave it', zh: '清除' },
  members: (done: number, all: number): Text => ({
    en: `${done} of ${all}`,
    zh: `${done} / ${all}`,
  }),
  ensembleProgress: { en: 'Members', zh: '集合成员' },
  low: { en: 'One in ten: fewer than', zh: '十分之一低于' },
  middle: { en: 'Half: fewer than', zh: '中位数' },
  high: { en: 'One in ten: more than', zh: '十分之一高于' },
  reaching: (percent: string): Text => ({
    en: `burn in ${percent} of them or more`,
    zh: `在 ≥${percent} 的成员中起火`,
  }),
  colourProbability: { en: 'Colour the buildings by it', zh: '按概率着色' },
  seed: { en: 'Seed', zh: '随机种子' },
  mode: { en: 'Computed', zh: '计算方式' },
  modeIsochrones: { en: 'Without chance', zh: '确定性' },
  modeSeeded: { en: 'With firebrands', zh: '含飞火' },
  duration: { en: 'For', zh: '时长' },

  // Hamada
  hamada: { en: 'Hamada’s model beside it', zh: '滨田模型对照' },
  hamadaHint: {
    en: 'Front speed in a quarter of wooden houses by HAZUS-FFE, with both published constants; where the town is of concrete it is far too fast.',
    zh: '按 HAZUS-FFE 计算的木造街区火头速度，列出两个已发表常数；对混凝土城市明显偏快。',
  },
  constant: { en: 'Constant', zh: '常数' },
  windOf: { en: 'Wind from', zh: '风自' },
  down: { en: 'With the wind', zh: '顺风' },
  side: { en: 'Across', zh: '侧风' },
  up: { en: 'Against it', zh: '逆风' },
  range: { en: 'Holds for', zh: '适用范围' },
  assumptions: { en: 'Assumed where the city doesn’t say', zh: '城市未提供而采用的假设' },
  computed: (buildings: string, ms: string): Text => ({
    en: `${buildings} buildings in ${ms} ms`,
    zh: `${buildings} 栋建筑，用时 ${ms} ms`,
  }),
} as const;
