import type { Text } from '#model/text.ts';
import type { Grouping } from './contract.ts';

const one = (count: number, single: string, several: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? single : several}`;
const many = (count: number) => count.toLocaleString('zh-CN');

export const messages = {
  name: { en: 'Building models', zh: '建筑信息模型' },
  summary: {
    en: 'Buildings in full detail: storeys, rooms, elements, properties',
    zh: '建筑详细信息：楼层、房间、构件、属性',
  },

  // Models
  models: { en: 'Models', zh: '模型' },
  noModels: { en: 'No building model here', zh: '此处没有建筑信息模型' },
  noModelsDetail: {
    en: 'Drop an IFC file here (.ifc or .ifczip). It stays on this machine.',
    zh: '将 IFC 文件（.ifc 或 .ifczip）拖放到此处。文件不会离开本机。',
  },
  chooseFile: { en: 'Choose a file', zh: '选择文件' },
  loadingModel: { en: 'loading', zh: '加载中' },
  failedModel: { en: 'failed', zh: '失败' },
  loadingModels: { en: 'Opening the models', zh: '正在打开模型' },
  ofCity: { en: 'part of the city', zh: '城市自带' },
  dropped: { en: 'dropped here', zh: '拖放导入' },
  elementCount: (count: number): Text => ({
    en: one(count, 'element', 'elements'),
    zh: `${many(count)} 个构件`,
  }),
  flyToModel: (name: string): Text => ({ en: `Zoom to: ${name}`, zh: `缩放至：${name}` }),
  moreOf: (name: string): Text => ({ en: `More: ${name}`, zh: `更多：${name}` }),
  aboutModel: { en: 'About this model', zh: '关于此模型' },
  removeModel: { en: 'Take it off the globe', zh: '移除' },
  removedModel: (name: string): Text => ({ en: `${name} was removed`, zh: `已移除 ${name}` }),
  undo: { en: 'Undo', zh: '撤销' },
  verdicts: {
    clear: { en: 'placed', zh: '已定位' },
    several: { en: 'place in doubt', zh: '位置存疑' },
    missing: { en: 'not placed', zh: '未定位' },
    moved: { en: 'placed by hand', zh: '手动定位' },
  },

  // About a model
  file: { en: 'File', zh: '文件' },
  size: { en: 'Size', zh: '大小' },
  schema: { en: 'Schema', zh: '模式' },
  application: { en: 'Written by', zh: '编写程序' },
  written: { en: 'Written on', zh: '编写时间' },
  lengthUnit: { en: 'Length unit', zh: '长度单位' },
  whereItStands: { en: 'Where it stands', zh: '所在位置' },
  longitude: { en: 'Longitude', zh: '经度' },
  latitude: { en: 'Latitude', zh: '纬度' },
  height: { en: 'Height above the ellipsoid', zh: '椭球高' },
  rotation: { en: 'x axis from east', zh: 'x 轴与正东夹角' },
  scale: { en: 'Scale', zh: '比例' },
  crs: { en: 'Reference system', zh: '坐标参考系' },
  heightSystem: { en: 'Height system', zh: '高程基准' },
  howRead: { en: 'How it was read', zh: '读取过程' },
  oddities: { en: 'What is odd', zh: '异常之处' },
  readings: {
    'map-conversion': { en: 'map conversion of the file', zh: '文件中的地图转换' },
    'map-absolute': { en: 'coordinates of the geometry', zh: '几何自身坐标' },
    site: { en: 'latitude and longitude of the site', zh: '场地经纬度' },
    'rigid-operation': { en: 'rigid operation of the file', zh: '文件中的刚性变换' },
    geographic: { en: 'geographic system of the file', zh: '文件中的地理坐标系' },
    given: { en: 'given with the file', zh: '随文件指定' },
    none: { en: 'nothing: it lies where nobody put it', zh: '无：尚未定位' },
  },
  otherReading: ({ en, zh }: Text): Text => ({
    en: `It could also be read by: ${en}.`,
    zh: `也可依据：${zh}。`,
  }),
  conversion: { en: 'What became of the file', zh: '转换结果' },
  products: { en: 'Things with a shape', zh: '带形体的构件' },
  meshes: { en: 'Drawn', zh: '已绘制' },
  notDrawn: { en: 'Not drawn', zh: '未绘制' },
  triangles: { en: 'Triangles', zh: '三角形' },
  propertySets: { en: 'Property sets', zh: '属性集' },
  properties: { en: 'Properties', zh: '属性' },
  reasonsTable: { en: 'Not drawn, and why', zh: '未绘制的构件及原因' },
  class: { en: 'Class', zh: '类别' },
  reason: { en: 'Reason', zh: '原因' },
  count: { en: 'Count', zh: '数量' },
  allDrawn: { en: 'Everything that has a shape is drawn.', zh: '所有带形体的构件均已绘制。' },

  // What is shown
  shown: (shown: number, total: number): Text => ({
    en: `${shown.toLocaleString('en-GB')} of ${one(total, 'element', 'elements')} shown`,
    zh: `共 ${many(total)} 个构件，显示 ${many(shown)} 个`,
  }),
  allShown: (total: number): Text => ({
    en: `${one(total, 'element', 'elements')}, all shown`,
    zh: `共 ${many(total)} 个构件，全部显示`,
  }),
  onlyIsolated: { en: 'only what is isolated', zh: '仅显示隔离部分' },
  only: (names: readonly string[]): Text => ({
    en: `only ${names.join(', ')}`,
    zh: `仅 ${names.join('、')}`,
  }),
  hiddenParts: (count: number): Text => ({
    en: `${one(count, 'part', 'parts')} hidden`,
    zh: `隐藏 ${many(count)} 处`,
  }),
  cutOver: (storey: string, height: string): Text => ({
    en: `cut open ${height} over ${storey}`,
    zh: `在 ${storey} 楼面以上 ${height} 处剖开`,
  }),
  cutByPlanes: (count: number): Text => ({
    en: one(count, 'section plane', 'section planes'),
    zh: `${many(count)} 个剖切面`,
  }),
  cutByBox: { en: 'section box', zh: '剖切框' },
  apart: (height: string): Text => ({
    en: `storeys pulled ${height} apart`,
    zh: `楼层拉开 ${height}`,
  }),
  restGhosts: { en: 'the rest as ghosts', zh: '其余为虚影' },
  showAll: { en: 'Show all', zh: '全部显示' },

  // Element tree
  elements: { en: 'Elements', zh: '构件' },
  groupBy: { en: 'Group by', zh: '分组方式' },
  groupings: {
    storey: { en: 'Storey', zh: '楼层' },
    class: { en: 'Class', zh: '类别' },
    type: { en: 'Type', zh: '类型' },
    system: { en: 'System', zh: '系统' },
    discipline: { en: 'Discipline', zh: '专业' },
    material: { en: 'Material', zh: '材料' },
    classification: { en: 'Classification', zh: '分类编码' },
  } satisfies Record<Grouping, Text>,
  findElements: { en: 'Find in the models', zh: '在模型中查找' },
  noMatch: { en: 'No element matches', zh: '没有匹配的构件' },
  noMatchDetail: {
    en: 'Names, classes, types, tags and GlobalIds are searched.',
    zh: '搜索范围：名称、类别、类型、标签与 GlobalId。',
  },
  noGroups: { en: 'Nothing to group by', zh: '没有可分组的内容' },
  noGroupsDetail: (grouping: string): Text => ({
    en: `No element of these models has a ${grouping.toLowerCase()}.`,
    zh: `这些模型中没有带“${grouping}”的构件。`,
  }),
  found: (count: number, isMore: boolean): Text => ({
    en: isMore
      ? `${count.toLocaleString('en-GB')} matches and more`
      : one(count, 'match', 'matches'),
    zh: isMore ? `超过 ${many(count)} 个匹配` : `${many(count)} 个匹配`,
  }),
  treeFailed: { en: 'The elements can’t be listed', zh: '无法列出构件' },
  tryAgain: { en: 'Try again', zh: '重试' },
  treeKeys: {
    en: 'Enter selects, Space isolates, H hides; Ctrl and Shift take several.',
    zh: '回车选择，空格隔离，H 隐藏；按住 Ctrl 或 Shift 可多选。',
  },
  isolate: { en: 'Isolate', zh: '隔离' },
  hide: { en: 'Hide', zh: '隐藏' },
  flyTo: { en: 'Zoom to', zh: '缩放至' },
  collapseAll: { en: 'Fold everything', zh: '全部折叠' },
  nothingSelected: { en: 'Select something first', zh: '请先选择对象' },

  // Look
  look: { en: 'Storeys and rooms', zh: '楼层与房间' },
  ghost: { en: 'Ghosts', zh: '虚影' },
  ghostHint: { en: 'What is not isolated stays as a pale shape', zh: '未隔离的部分以浅色虚影保留' },
  spaces: { en: 'Rooms', zh: '房间' },
  spacesHint: { en: 'The volumes of rooms, see-through', zh: '以半透明方式显示房间体积' },
  explode: { en: 'Pull storeys apart', zh: '拉开楼层' },
  cutStorey: { en: 'Cut open at', zh: '剖切楼层' },
  wholeBuilding: { en: 'Not cut', zh: '不剖切' },
  cutHeight: { en: 'Height over its floor', zh: '距楼面高度' },
  noStoreys: { en: 'These models have no storeys.', zh: '这些模型没有楼层。' },

  // Section
  section: { en: 'Section planes', zh: '剖切面' },
  sectionModel: { en: 'Model', zh: '模型' },
  addPlane: { en: 'Add a plane across', zh: '添加剖切面，垂直于' },
  planeAt: (axis: string): Text => ({ en: `Plane across ${axis}`, zh: `垂直于 ${axis} 的剖切面` }),
  planeSlanted: { en: 'Slanted plane', zh: '斜剖切面' },
  position: { en: 'Position', zh: '位置' },
  flip: { en: 'Cut the other side', zh: '反向剖切' },
  remove: { en: 'Remove', zh: '移除' },
  box: { en: 'Section box', zh: '剖切框' },
  boxHint: { en: 'Only what is inside stays', zh: '仅保留框内部分' },
  boxAroundSelection: { en: 'Around the selection', zh: '框选所选对象' },
  boxAxis: (axis: string): Text => ({ en: `${axis} from, to`, zh: `${axis} 范围` }),
  noMorePlanes: { en: 'Six planes are the most.', zh: '最多六个剖切面。' },

  // Colour
  colour: { en: 'Colour', zh: '颜色' },
  colourBy: { en: 'Colour by', zh: '着色依据' },
  ownColours: { en: 'Their own colours', zh: '自身颜色' },
  comparison: { en: 'Differences of versions', zh: '版本差异' },
  live: (name: string): Text => ({ en: `Live: ${name}`, zh: `实时：${name}` }),
  property: { en: 'Property', zh: '属性' },
  others: { en: 'Others', zh: '其他' },
  noValue: { en: 'No value', zh: '无数据' },
  below: (limit: string): Text => ({ en: `below ${limit}`, zh: `低于 ${limit}` }),
  atLeast: (limit: string): Text => ({ en: `${limit} and more`, zh: `${limit} 及以上` }),
  liveFrom: (from: string, to: string): Text => ({
    en: from === to ? `Readings of ${to}` : `Readings of ${from} to ${to}`,
    zh: from === to ? `读数时间 ${to}` : `读数时间 ${from} 至 ${to}`,
  }),
  simulated: { en: 'simulated', zh: '模拟' },
  nothingColoured: { en: 'No element has such a value.', zh: '没有构件具有此值。' },
  legendHint: { en: 'A click shows one class alone.', zh: '点击可单独显示某一类。' },

  // Saved views
  views: { en: 'Saved views', zh: '已存视图' },
  viewName: { en: 'Name of the view', zh: '视图名称' },
  save: { en: 'Save', zh: '保存' },
  noViews: {
    en: 'A view keeps camera, colours, cuts and what is hidden. It goes along in a shared link.',
    zh: '视图保存相机、颜色、剖切与隐藏状态，并随分享链接一同传递。',
  },
  applyView: (name: string): Text => ({ en: `Show: ${name}`, zh: `显示：${name}` }),
  rename: { en: 'Rename', zh: '重命名' },
  delete: { en: 'Delete', zh: '删除' },
  cancel: { en: 'Cancel', zh: '取消' },
  deletedView: (name: string): Text => ({ en: `“${name}” was deleted`, zh: `已删除“${name}”` }),
  replacesView: { en: 'Replaces the view of this name', zh: '将替换同名视图' },

  // Commands
  isolateCommand: { en: 'Isolate the selected elements', zh: '隔离所选构件' },
  hideCommand: { en: 'Hide the selected elements', zh: '隐藏所选构件' },
  showAllCommand: { en: 'Show building models whole', zh: '完整显示建筑模型' },
  explodeCommand: { en: 'Pull storeys apart', zh: '拉开楼层' },
  cutCommand: { en: 'Cut open the storey of the selected element', zh: '剖开所选构件所在楼层' },
  sectionCommand: { en: 'Section through the selected element', zh: '剖切所选构件' },
  ghostCommand: { en: 'Ghosts of what is not isolated', zh: '未隔离部分显示虚影' },
  roomsCommand: { en: 'Rooms of building models', zh: '显示房间体积' },
  closeLookCommand: { en: 'Close look at the selected element', zh: '近观所选构件' },

  // Sections of the card that stand in files of their own
  placing: { en: 'Position on Earth', zh: '地理定位' },
  compare: { en: 'Compare versions', zh: '版本比较' },
  clash: { en: 'Clashes', zh: '碰撞检查' },
  scenario: { en: 'Proposals', zh: '方案' },
} as const satisfies Readonly<Record<string, unknown>>;
