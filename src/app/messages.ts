import type { Text } from '#model/text.ts';

export const messages = {
  skipToWorkbench: { en: 'Skip to the layers', zh: '跳到图层' },
  menu: { en: 'Menu', zh: '菜单' },
  tools: { en: 'Tools', zh: '工具' },
  view: { en: 'View', zh: '视图' },
  location: { en: 'Location', zh: '位置' },
  globe: { en: 'Earth', zh: '地球' },
  workbench: { en: 'Workbench', zh: '工作台' },
  layers: { en: 'Layers', zh: '图层' },
  catalogue: { en: 'Catalogue', zh: '目录' },
  search: { en: 'Search', zh: '搜索' },
  inspector: { en: 'Inspector', zh: '详情' },
  time: { en: 'Time', zh: '时间' },
  commands: { en: 'Commands', zh: '命令' },
  searchPlaceholder: {
    en: 'Name, id, address or coordinate',
    zh: '名称、编号、地址或坐标',
  },
  coordinate: { en: 'Coordinate', zh: '坐标' },
  flyThere: { en: 'Fly there', zh: '飞往该处' },
  nothingSelected: { en: 'Nothing selected', zh: '未选择任何对象' },
  nothingSelectedDetail: {
    en: 'Click a building, search for it, or draw an area around it.',
    zh: '单击建筑、搜索，或框选一个区域。',
  },
  selectedThings: (count: number): Text => ({
    en: `${count.toLocaleString('en-GB')} selected`,
    zh: `已选 ${count.toLocaleString('zh-CN')} 个`,
  }),
  panelBroken: { en: 'This panel stopped working', zh: '此面板出现故障' },
} as const;
