import type { Text } from '#model/text.ts';

export const messages = {
  globe: { en: 'Globe', zh: '三维地球' },
  globeBroken: { en: 'The globe stopped working', zh: '三维地球出现故障' },
  stageBroken: { en: 'This view stopped working', zh: '此视图出现故障' },
  here: { en: 'Here', zh: '此处' },
  copyCoordinates: { en: 'Copy the coordinates', zh: '复制坐标' },
  copied: { en: 'Coordinates copied', zh: '坐标已复制' },
  copyFailed: { en: 'The browser did not allow copying', zh: '浏览器不允许复制' },
  select: { en: 'Select', zh: '选择' },
  addToSelection: { en: 'Add to the selection', zh: '加入选择' },
  zoomHere: { en: 'Zoom to here', zh: '缩放至此' },
  dragRectangle: {
    en: 'Drag a rectangle. Shift adds to the selection, Esc cancels.',
    zh: '拖动绘制矩形。按住 Shift 可加入选择，Esc 取消。',
  },
  clickPolygon: {
    en: 'Click the corners; double-click or Enter closes. Shift adds to the selection, Esc cancels.',
    zh: '依次单击各顶点，双击或按 Enter 闭合。按住 Shift 可加入选择，Esc 取消。',
  },
  nothingInside: { en: 'Nothing lies in this area.', zh: '该区域内没有对象。' },
  selectedCount: (count: number): Text => ({
    en: count === 1 ? '1 selected' : `${count.toLocaleString('en-GB')} selected`,
    zh: `已选 ${count.toLocaleString('zh-CN')} 个`,
  }),
} as const;
