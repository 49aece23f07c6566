import type { Text } from '#model/text.ts';
import type { ListKind } from './contract/answers.ts';
import type { Colouring, Palette, UndergroundView } from './contract.ts';

const many = (count: number) => count.toLocaleString('en-GB');

export const messages = {
  name: { en: 'Networks', zh: '管网' },
  summary: {
    en: 'Water, drains, gas, heat and power under the streets: traced, solved, closed off',
    zh: '地下供水、排水、燃气、供热与电力管网：追踪、求解、隔离',
  },

  // States of the card
  loading: { en: 'Opening the networks …', zh: '正在打开管网……' },
  none: { en: 'This city has no networks yet', zh: '该城市尚无管网' },
  noneDetail: {
    en: 'Drop an EPANET or SWMM model, a GeoJSON or a shapefile onto the page, or ingest one.',
    zh: '可将 EPANET、SWMM 模型、GeoJSON 或 Shapefile 拖入页面，或用命令行导入。',
  },
  asksFailed: { en: 'The networks don’t answer', zh: '管网未响应' },

  // Networks
  networks: { en: 'Networks', zh: '管网' },
  showNetwork: (name: string): Text => ({ en: `Show ${name}`, zh: `显示${name}` }),
  aboutNetwork: (name: string): Text => ({ en: `About ${name}`, zh: `关于${name}` }),
  length: { en: 'Length', zh: '长度' },
  customersCount: (count: number): Text => ({
    en: `${many(count)} ${count === 1 ? 'customer' : 'customers'}`,
    zh: `${many(count)} 户`,
  }),
  solvedAt: (time: string): Text => ({ en: `solved ${time}`, zh: `求解于 ${time}` }),
  staleSince: (time: string): Text => ({ en: `old since ${time}`, zh: `自 ${time} 起过期` }),
  notSolved: { en: 'no model', zh: '无模型' },
  solving: { en: 'being solved', zh: '求解中' },
  registerOnly: { en: 'register alone', zh: '仅台账' },
  fictional: { en: 'test network, placed by hand', zh: '测试管网，人工放置' },
  volume: { en: 'Volume', zh: '容积' },
  meanAge: { en: 'Mean age', zh: '平均管龄' },
  years: { en: 'years', zh: '年' },
  byMaterial: { en: 'By material', zh: '按材质' },
  byDecade: { en: 'By decade', zh: '按年代' },
  unknown: { en: 'not known', zh: '未知' },
  faults: (count: number): Text => ({
    en: `${many(count)} ${count === 1 ? 'fault' : 'faults'} in the data`,
    zh: `数据中有 ${many(count)} 处问题`,
  }),
  faultsList: { en: 'Faults in the data', zh: '数据问题' },
  leftOut: { en: 'left out', zh: '已略去' },
  element: { en: 'Element', zh: '要素' },
  faultText: { en: 'What is wrong', zh: '问题' },

  // Look
  look: { en: 'Look', zh: '显示' },
  colourBy: { en: 'Colour of the pipes', zh: '管段着色' },
  palette: { en: 'Colours of the networks', zh: '管网配色' },
  underground: { en: 'What lies underground', zh: '地下显示' },
  flow: { en: 'Flow moves', zh: '流动动画' },
  flowHint: { en: 'With the velocity that was solved', zh: '按求解流速' },
  valves: { en: 'Valves', zh: '阀门' },
  nodes: { en: 'Joints, hydrants, manholes', zh: '接头、消火栓、检查井' },
  legendEmpty: { en: 'No pipe has such a value yet.', zh: '尚无管段具有此值。' },
  noValue: { en: 'no value', zh: '无数据' },
  simulatedBy: (model: string, time: string): Text => ({
    en: `simulated · ${model} · ${time}`,
    zh: `模拟 · ${model} · ${time}`,
  }),
  fromRegister: { en: 'From the register of the city', zh: '来自城市管线台账' },
  colourings: {
    none: { en: 'Network alone', zh: '仅按管网' },
    material: { en: 'Material', zh: '材质' },
    year: { en: 'Year laid', zh: '敷设年份' },
    diameter: { en: 'Diameter', zh: '管径' },
    cover: { en: 'Depth of cover', zh: '覆土深度' },
    zone: { en: 'Zone', zh: '分区' },
    pressure: { en: 'Pressure', zh: '压力' },
    flow: { en: 'Flow', zh: '流量' },
    velocity: { en: 'Velocity', zh: '流速' },
    headLoss: { en: 'Head loss', zh: '水头损失' },
    age: { en: 'Water age', zh: '水龄' },
    chlorine: { en: 'Chlorine', zh: '余氯' },
    source: { en: 'Share of a source', zh: '水源占比' },
    segment: { en: 'Segment between valves', zh: '阀间管段' },
    criticality: { en: 'Criticality', zh: '关键性' },
    filling: { en: 'Filling', zh: '充满度' },
    temperature: { en: 'Temperature', zh: '温度' },
  } satisfies Record<Colouring, Text>,
  palettes: {
    apwa: { en: 'APWA (North America)', zh: 'APWA（北美）' },
    cjj61: { en: 'CJJ 61 (China)', zh: 'CJJ 61（中国）' },
    gb: { en: 'GB 7231 (China, industry)', zh: 'GB 7231（中国工业）' },
    din: { en: 'Utility plans (Germany)', zh: '管线图（德国）' },
  } satisfies Record<Palette, Text>,
  paletteSources: {
    apwa: {
      en: 'APWA Uniform Color Code. Storm and sanitary are both green there; here one is lighter.',
      zh: 'APWA 统一色标。雨水与污水在其中均为绿色，此处以深浅区分。',
    },
    cjj61: {
      en: 'After CJJ 61, technical specification for detecting and surveying underground pipelines; shades are ours.',
      zh: '参照 CJJ 61《城市地下管线探测技术规程》；具体色值为本系统所定。',
    },
    gb: {
      en: 'After GB 7231, by what flows; what it does not name follows CJJ 61.',
      zh: '参照 GB 7231 按介质着色；其未列者参照 CJJ 61。',
    },
    din: {
      en: 'As usual on plans of German utilities; no single standard fixes the shades.',
      zh: '按德国管线图惯例；无单一标准规定色值。',
    },
  } satisfies Record<Palette, Text>,
  undergroundViews: {
    xray: { en: 'X-ray', zh: '透视' },
    translucent: { en: 'Glass ground', zh: '透明地面' },
    trench: { en: 'Trench', zh: '开挖' },
    off: { en: 'Hidden', zh: '不显示' },
  } satisfies Record<UndergroundView, Text>,
  undergroundHints: {
    xray: { en: 'Pipes shine faintly through the ground.', zh: '管线透过地面淡显。' },
    translucent: { en: 'The ground turns to glass.', zh: '地面变为透明。' },
    trench: { en: 'A trench is cut around what is selected.', zh: '在所选对象周围开挖剖槽。' },
    off: { en: 'Only what stands above ground is seen.', zh: '仅显示地面以上部分。' },
  } satisfies Record<UndergroundView, Text>,

  // Tools
  tools: { en: 'Tools', zh: '工具' },
  incidentRuns: { en: 'An incident is open', zh: '事件进行中' },
  toolBroken: { en: 'This tool broke', zh: '该工具出错' },

  // List
  list: { en: 'Everything in a list', zh: '要素列表' },
  listOf: (kind: string): Text => ({ en: `List: ${kind}`, zh: `列表：${kind}` }),
  listedKind: { en: 'Show', zh: '显示' },
  listedNetwork: { en: 'Network', zh: '管网' },
  allNetworks: { en: 'All networks', zh: '全部管网' },
  find: { en: 'Find by id, material, zone', zh: '按编号、材质、分区查找' },
  found: (count: number): Text => ({ en: `${many(count)} in all`, zh: `共 ${many(count)} 项` }),
  noMatch: { en: 'Nothing matches', zh: '无匹配项' },
  previous: { en: 'Previous', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  page: (from: number, to: number, of: number): Text => ({
    en: `${many(from)}–${many(to)} of ${many(of)}`,
    zh: `第 ${many(from)}–${many(to)} 项，共 ${many(of)} 项`,
  }),
  listHint: {
    en: 'A click or Space selects, Enter or a double click flies there.',
    zh: '单击或空格选择，回车或双击飞至。',
  },
  id: { en: 'Id', zh: '编号' },
  listKinds: {
    pipes: { en: 'Pipes', zh: '管段' },
    devices: { en: 'Devices', zh: '设备' },
    valves: { en: 'Valves', zh: '阀门' },
    hydrants: { en: 'Hydrants', zh: '消火栓' },
    customers: { en: 'Customers', zh: '用户' },
    tanks: { en: 'Tanks', zh: '水池' },
    sources: { en: 'Sources', zh: '水源' },
    nodes: { en: 'Nodes', zh: '节点' },
  } satisfies Record<ListKind, Text>,

  // Commands
  burstCommand: { en: 'Burst at the selected pipe', zh: '所选管段爆管' },
  undoCommand: { en: 'Take the last step of the incident back', zh: '撤销事件的上一步' },
  undergroundCommand: { en: 'Next view of what lies underground', zh: '切换地下显示方式' },
  toolCommand: { en: 'Close the tool of the networks', zh: '关闭管网工具' },
  back: { en: 'Back to the tools', zh: '返回工具列表' },
} as const satisfies Readonly<Record<string, unknown>>;
