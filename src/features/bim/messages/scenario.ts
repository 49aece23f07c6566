import type { FigureRule } from '#model/building-numbers.ts';
import type { Text } from '#model/text.ts';

export const messages = {
  scenarios: { en: 'Scenarios', zh: '方案' },
  existing: { en: 'Existing', zh: '现状' },
  newScenario: { en: 'New scenario', zh: '新建方案' },
  scenarioName: { en: 'Name of the scenario', zh: '方案名称' },
  scenarioNumber: (number: number): Text => ({ en: `Proposal ${number}`, zh: `方案 ${number}` }),
  removeScenario: { en: 'Delete the scenario', zh: '删除方案' },
  removedScenario: (name: string): Text => ({ en: `${name} was deleted`, zh: `已删除 ${name}` }),
  explained: {
    en: 'In a scenario a building model takes the place of buildings. Existing shows the city as it is.',
    zh: '在方案中，建筑模型取代现有建筑。“现状”显示城市的当前样貌。',
  },
  proposed: { en: 'Proposed model', zh: '拟建模型' },
  choose: { en: 'Choose a model', zh: '选择模型' },
  withdraw: (name: string): Text => ({
    en: `Take out of the scenario: ${name}`,
    zh: `移出方案：${name}`,
  }),
  giveWay: { en: 'Buildings that give way', zh: '让位建筑' },
  nothingGivesWay: { en: 'No building gives way yet.', zh: '尚无让位建筑。' },
  suggest: { en: 'Find those under it', zh: '查找其下建筑' },
  addSelected: (count: number): Text => ({
    en: count === 1 ? 'Add the selected one' : `Add the ${count} selected`,
    zh: `添加所选 ${count} 栋`,
  }),
  selectHint: {
    en: 'Or select buildings on the globe and add them.',
    zh: '也可在地球上选择建筑后添加。',
  },
  keep: (name: string): Text => ({ en: `Keep standing: ${name}`, zh: `保留：${name}` }),
  found: (count: number): Text => ({
    en:
      count === 0 ? 'No building has its middle under the model' : `${count} found under the model`,
    zh: count === 0 ? '模型下没有建筑中心' : `模型下找到 ${count} 栋`,
  }),
  numbers: { en: 'Before and after', zh: '前后对比' },
  before: { en: 'Before', zh: '之前' },
  after: { en: 'After', zh: '之后' },
  difference: { en: 'Difference', zh: '差值' },
  floorAreaM2: { en: 'Floor area', zh: '建筑面积' },
  heightM: { en: 'Height', zh: '高度' },
  volumeM3: { en: 'Volume', zh: '体积' },
  counting: { en: 'Counting', zh: '计算中' },
  notCounted: { en: 'The buildings could not be counted', zh: '无法计算建筑' },
  whence: { en: 'Where the numbers come from', zh: '数据来源' },
  showExisting: { en: 'Show what exists', zh: '显示现状' },
  showScenario: (number: number): Text => ({
    en: `Show scenario ${number}`,
    zh: `显示方案 ${number}`,
  }),
} as const;

export const ruleTexts: Readonly<Record<FigureRule, (source: string) => Text>> = {
  attribute: (source) => ({ en: `the city’s attribute ${source}`, zh: `城市属性 ${source}` }),
  quantity: (source) => ({
    en: `${source} of all rooms of the model`,
    zh: `模型所有房间的 ${source}`,
  }),
  'storeys-footprint': () => ({ en: 'storeys × footprint', zh: '层数 × 占地面积' }),
  extent: () => ({
    en: 'from the lowest to the highest point',
    zh: '从最低点到最高点',
  }),
  'floor-to-top': () => ({
    en: 'from the ground floor to the highest point',
    zh: '从首层地面到最高点',
  }),
  mesh: () => ({ en: 'space that its mesh encloses', zh: '网格围合的空间' }),
  'mesh-parts': () => ({
    en: 'meshes of rooms, walls, floors and roofs added up',
    zh: '房间、墙、楼板和屋顶网格之和',
  }),
};
