import type { Text } from '#model/text.ts';

export const messages = {
  zoomTo: { en: 'Zoom to the whole city', zh: '缩放至整个城市' },
  more: { en: 'More', zh: '更多' },
  remove: { en: 'Take out of the workbench', zh: '从工作台移除' },
  retry: { en: 'Try again', zh: '重试' },
  add: { en: 'Add', zh: '添加' },
  added: { en: 'On the workbench', zh: '已在工作台' },
  addNamed: (name: Text): Text => ({ en: `Add ${name.en}`, zh: `添加${name.zh}` }),
  removeNamed: (name: Text): Text => ({ en: `Remove ${name.en}`, zh: `移除${name.zh}` }),
  absent: { en: 'No data here', zh: '此处无数据' },
  here: { en: 'In this city', zh: '此城市可用' },
  notHere: { en: 'Not in this city', zh: '此城市不可用' },
  noLayers: { en: 'Nothing on the workbench', zh: '工作台为空' },
  noLayersDetail: {
    en: 'Add a layer from the catalogue of what exists here.',
    zh: '从目录中添加此处已有的图层。',
  },
  openCatalogue: { en: 'Open the catalogue', zh: '打开目录' },
  since: (time: string): Text => ({ en: `since ${time}`, zh: `自 ${time}` }),
  noPanel: { en: 'Nothing to set for this layer.', zh: '此图层无可设置项。' },
} as const;
