import type { Text } from '#model/text.ts';

const english = (count: number) => count.toLocaleString('en-GB');
const chinese = (count: number) => count.toLocaleString('zh-CN');

/** The feature's words. Functions take the words or numbers that stand inside a sentence. */
export const messages = {
  name: { en: 'Buildings', zh: '建筑' },
  summary: {
    en: 'Every building of the city: colour, filter, search and inspect it.',
    zh: '城市的每一栋建筑：着色、筛选、搜索与查看。',
  },
  building: { en: 'Building', zh: '建筑' },

  dataFailed: (why: string): Text => ({
    en: `Building data could not be read: ${why}`,
    zh: `无法读取建筑数据：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `The building data engine stopped and is starting again. ${why}`,
    zh: `建筑数据引擎已停止，正在重新启动。${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The building data engine keeps stopping; it is tried again in a while. ${why}`,
    zh: `建筑数据引擎反复停止，稍后将再次尝试。${why}`,
  }),

  buildings: (count: number): Text => ({
    en: `${english(count)} ${count === 1 ? 'building' : 'buildings'}`,
    zh: `${chinese(count)} 栋建筑`,
  }),
  /** Where the model holds bridges, trees or roads beside the buildings. */
  objects: (count: number): Text => ({
    en: `${english(count)} objects`,
    zh: `${chinese(count)} 个对象`,
  }),
  matching: (matching: number, count: number): Text => ({
    en: `${english(matching)} of ${english(count)} match`,
    zh: `${chinese(count)} 个中有 ${chinese(matching)} 个符合`,
  }),
  loadingFile: { en: 'Fetching building data', zh: '正在获取建筑数据' },

  colour: { en: 'Colour', zh: '着色' },
  colourBy: { en: 'Colour by', zh: '着色依据' },
  nothing: { en: 'Nothing', zh: '无' },
  clearColours: { en: 'Clear the colours', zh: '清除着色' },
  method: { en: 'Classes by', zh: '分级方法' },
  quantile: { en: 'Quantile', zh: '分位数' },
  equal: { en: 'Equal interval', zh: '等间距' },
  natural: { en: 'Natural breaks', zh: '自然断点' },
  manual: { en: 'By hand', zh: '手动' },
  categories: { en: 'Each value', zh: '唯一值' },
  classCount: { en: 'Classes', zh: '分级数' },
  ramp: { en: 'Colours', zh: '色带' },
  distribution: { en: 'Distribution', zh: '分布' },
  notInCity: (column: string): Text => ({
    en: `This city has no attribute “${column}”.`,
    zh: `此城市没有属性“${column}”。`,
  }),
  others: { en: 'Other values', zh: '其他值' },
  noData: { en: 'No data', zh: '无数据' },
  below: (limit: string): Text => ({ en: `below ${limit}`, zh: `小于 ${limit}` }),
  atLeast: (limit: string): Text => ({ en: `${limit} and more`, zh: `${limit} 及以上` }),
  all: { en: 'all values', zh: '所有值' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },

  filters: { en: 'Filters', zh: '筛选' },
  addFilter: { en: 'Add a filter', zh: '添加筛选' },
  chooseAttribute: { en: 'Choose an attribute', zh: '选择属性' },
  removeFilter: (column: string): Text => ({
    en: `Remove the filter on ${column}`,
    zh: `移除对 ${column} 的筛选`,
  }),
  clearFilters: { en: 'Remove all filters', zh: '移除全部筛选' },
  condition: (column: string): Text => ({ en: `Condition on ${column}`, zh: `${column} 的条件` }),
  range: { en: 'Range', zh: '范围' },
  values: { en: 'Values', zh: '取值' },
  contains: { en: 'Contains', zh: '包含' },
  isTrue: { en: 'Yes or no', zh: '是或否' },
  present: { en: 'Has a value', zh: '有无数据' },
  withValue: { en: 'with a value', zh: '有数据' },
  withoutValue: { en: 'without', zh: '无数据' },
  from: { en: 'From', zh: '从' },
  to: { en: 'To', zh: '到' },
  textInside: { en: 'Text inside', zh: '包含的文字' },
  findValue: { en: 'Find a value', zh: '查找取值' },
  moreValues: (count: number): Text => ({
    en: `Show ${english(count)} more`,
    zh: `再显示 ${chinese(count)} 个`,
  }),
  unlistedValues: (count: number): Text => ({
    en: `${english(count)} have rarer values`,
    zh: `${chinese(count)} 栋建筑具有更少见的取值`,
  }),
  chooseValues: {
    en: 'All match until a value is chosen.',
    zh: '选择取值前，所有建筑均符合。',
  },
  filteredLook: { en: 'What does not match', zh: '不符合的建筑' },
  ghost: { en: 'Ghosts', zh: '半透明' },
  hide: { en: 'Hidden', zh: '隐藏' },

  hidden: { en: 'Hidden buildings', zh: '已隐藏的建筑' },
  undo: { en: 'Undo', zh: '撤销' },
  showAll: { en: 'Show all hidden buildings', zh: '显示全部已隐藏建筑' },
  showOne: (id: string): Text => ({ en: `Show ${id}`, zh: `显示 ${id}` }),
  hideSelected: { en: 'Hide the selected buildings', zh: '隐藏所选建筑' },
  hideThis: { en: 'Hide', zh: '隐藏' },
  nowHidden: (count: number): Text => ({
    en: count === 1 ? 'Building hidden' : `${english(count)} buildings hidden`,
    zh: `已隐藏 ${chinese(count)} 栋建筑`,
  }),
  xray: { en: 'X-ray', zh: '透视' },
  xrayHint: { en: 'See through the buildings.', zh: '透视建筑。' },

  zoomTo: { en: 'Zoom to', zh: '缩放至' },
  selectAlike: { en: 'Select similar', zh: '选择同类' },
  sameAs: (column: string, value: string): Text => ({
    en: `Same ${column}: ${value}`,
    zh: `相同${column}：${value}`,
  }),
  keyFigures: { en: 'Key figures', zh: '主要指标' },
  attributes: { en: 'Attributes', zh: '属性' },
  place: { en: 'Position', zh: '位置' },
  source: { en: 'Source', zh: '来源' },
  licence: { en: 'Licence', zh: '许可' },
  longitude: { en: 'Longitude', zh: '经度' },
  latitude: { en: 'Latitude', zh: '纬度' },
  groundHeight: { en: 'Ground, above the ellipsoid', zh: '地面椭球高' },
  topHeight: { en: 'Top, above the ellipsoid', zh: '顶部椭球高' },
  modelHeight: { en: 'Height of the model', zh: '模型高度' },
  noAttributes: { en: 'The source says nothing more about it.', zh: '来源没有更多信息。' },

  selected: (count: number): Text => ({
    en: `${english(count)} buildings selected`,
    zh: `已选 ${chinese(count)} 栋建筑`,
  }),
  statistics: { en: 'Statistics', zh: '统计' },
  byClass: { en: 'By class', zh: '分类统计' },
  attribute: { en: 'Attribute', zh: '属性' },
  class: { en: 'Class', zh: '类别' },
  count: { en: 'Count', zh: '数量' },
  sum: { en: 'Sum', zh: '合计' },
  mean: { en: 'Mean', zh: '平均' },
  min: { en: 'Min', zh: '最小' },
  max: { en: 'Max', zh: '最大' },
  exportCsv: { en: 'Export as CSV', zh: '导出 CSV' },
  noNumbers: { en: 'No attribute of these buildings is a number.', zh: '这些建筑没有数值属性。' },
} as const;

/** What the roles of attributes are called where their source gives no label. */
export const roleNames = {
  id: { en: 'Id', zh: '编号' },
  class: { en: 'Class', zh: '类别' },
  name: { en: 'Name', zh: '名称' },
  address: { en: 'Address', zh: '地址' },
  use: { en: 'Use', zh: '用途' },
  year: { en: 'Year built', zh: '建成年份' },
  storeys: { en: 'Storeys', zh: '层数' },
  height: { en: 'Height', zh: '高度' },
  roof: { en: 'Roof', zh: '屋顶' },
} as const satisfies Record<string, Text>;

export const rampNames = {
  viridis: { en: 'Viridis', zh: 'Viridis 翠绿' },
  cividis: { en: 'Cividis', zh: 'Cividis 蓝黄' },
  magma: { en: 'Magma', zh: 'Magma 岩浆' },
  mako: { en: 'Mako', zh: 'Mako 海蓝' },
  batlow: { en: 'Batlow', zh: 'Batlow 大地' },
  rdbu: { en: 'Blue to red', zh: '蓝—红' },
  puor: { en: 'Purple to orange', zh: '紫—橙' },
  'okabe-ito': { en: 'Okabe–Ito', zh: 'Okabe–Ito 分类' },
  'tol-muted': { en: 'Tol muted', zh: 'Tol 柔和分类' },
} as const satisfies Record<string, Text>;
