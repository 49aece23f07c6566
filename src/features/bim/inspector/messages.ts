import type { Text } from '#model/text.ts';

const one = (count: number, single: string, several: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? single : several}`;
const many = (count: number) => count.toLocaleString('zh-CN');

export const inspectorMessages = {
  path: { en: 'Where in the model', zh: '所在位置' },
  noMesh: { en: 'Nothing to see', zh: '无可见形体' },
  partOf: (count: number): Text => ({
    en: `with ${one(count, 'part', 'parts')}`,
    zh: `含 ${many(count)} 个部件`,
  }),
  gone: { en: 'This element is not in the open models', zh: '打开的模型中没有此构件' },

  // Actions
  flyTo: { en: 'Zoom to', zh: '缩放至' },
  isolate: { en: 'Isolate', zh: '隔离' },
  hide: { en: 'Hide', zh: '隐藏' },
  closeLook: { en: 'Close look', zh: '近观' },
  more: { en: 'More', zh: '更多' },
  isolateStorey: { en: 'Isolate its storey', zh: '隔离所在楼层' },
  cutHere: { en: 'Cut its storey open', zh: '剖开所在楼层' },
  boxAround: { en: 'Section box around it', zh: '以剖切框包围' },
  isolateType: { en: 'Isolate all of its type', zh: '隔离同类型构件' },
  isolateClass: { en: 'Isolate all of its class', zh: '隔离同类别构件' },
  copyId: { en: 'Copy GlobalId', zh: '复制 GlobalId' },
  copied: { en: 'Copied', zh: '已复制' },
  exportCsv: { en: 'Properties as CSV', zh: '导出属性 CSV' },
  exportJson: { en: 'Properties as JSON', zh: '导出属性 JSON' },
  openPage: (address: string): Text => ({ en: `Open ${address}`, zh: `打开 ${address}` }),
  toSensor: (name: string): Text => ({ en: `Go to ${name}`, zh: `前往“${name}”` }),
  colourBy: (name: string): Text => ({ en: `Colour by ${name}`, zh: `按“${name}”着色` }),
  colourByMenu: { en: 'Colour by…', zh: '着色依据…' },
  nowHidden: { en: 'Hidden', zh: '已隐藏' },
  undo: { en: 'Undo', zh: '撤销' },

  // Facts
  facts: { en: 'At a glance', zh: '概要' },
  class: { en: 'Class', zh: '类别' },
  type: { en: 'Type', zh: '类型' },
  objectType: { en: 'Kind', zh: '种类' },
  storey: { en: 'Storey', zh: '楼层' },
  discipline: { en: 'Discipline', zh: '专业' },
  material: { en: 'Material', zh: '材料' },
  extent: { en: 'Extent', zh: '外廓尺寸' },
  globalId: { en: 'GlobalId', zh: 'GlobalId' },
  attributes: { en: 'Attributes', zh: '基本属性' },

  // Sets
  properties: { en: 'Properties', zh: '属性' },
  findProperty: { en: 'Find a property', zh: '查找属性' },
  noProperties: { en: 'The file says nothing more of it.', zh: '文件中没有更多信息。' },
  noPropertyMatch: { en: 'No property matches', zh: '没有匹配的属性' },
  ofType: { en: 'by its type', zh: '来自类型' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  layers: { en: 'Layers', zh: '构造层' },
  thickness: { en: 'Thickness in all', zh: '总厚度' },
  groups: { en: 'Systems and zones', zh: '系统与分区' },
  classifications: { en: 'Classifications', zh: '分类编码' },
  documents: { en: 'Documents', zh: '文档' },
  openDocument: { en: 'Open in a new tab', zh: '在新标签页中打开' },
  isolateGroup: (name: string): Text => ({ en: `Isolate: ${name}`, zh: `隔离：${name}` }),

  // Readings
  readings: { en: 'Live readings', zh: '实时读数' },
  stale: { en: 'no news', zh: '无更新' },
  never: { en: 'never', zh: '从未' },
  simulated: { en: 'simulated', zh: '模拟' },
  simulatedBy: { en: 'city simulator', zh: '城市模拟器' },
  showSensor: (name: string): Text => ({ en: `Show sensor: ${name}`, zh: `显示传感器：${name}` }),

  // Several
  selected: (count: number): Text => ({
    en: one(count, 'element selected', 'elements selected'),
    zh: `已选 ${many(count)} 个构件`,
  }),
  count: { en: 'Count', zh: '数量' },
  sums: { en: 'In all', zh: '合计' },
  noSums: {
    en: 'They have no areas or volumes to add up.',
    zh: '所选构件没有可累加的面积或体积。',
  },
  byClass: { en: 'By class', zh: '按类别' },
  ofElements: (count: number): Text => ({
    en: `of ${one(count, 'element', 'elements')}`,
    zh: `${many(count)} 个构件`,
  }),
  exportSums: { en: 'Sums as CSV', zh: '导出合计 CSV' },
  exportElements: { en: 'All properties as CSV', zh: '导出全部属性 CSV' },
  exporting: { en: 'Reading properties…', zh: '正在读取属性…' },
  firstOnly: (count: number): Text => ({
    en: `Of so many elements the first ${count.toLocaleString('en-GB')} are exported.`,
    zh: `构件过多，仅导出前 ${many(count)} 个。`,
  }),
  failed: { en: 'This can’t be read', zh: '无法读取' },
  quantity: { en: 'Quantity', zh: '工程量' },
  sum: { en: 'Sum', zh: '合计' },
  unit: { en: 'Unit', zh: '单位' },
  element: { en: 'Element', zh: '构件' },
  set: { en: 'Set', zh: '属性集' },
  property: { en: 'Property', zh: '属性' },
  value: { en: 'Value', zh: '值' },
  name: { en: 'Name', zh: '名称' },
} as const satisfies Readonly<Record<string, unknown>>;
