import type { Text } from '#model/text.ts';

export const messages = {
  closeLook: { en: 'Close look', zh: '近观' },
  back: { en: 'Back to the city', zh: '返回城市' },
  loading: (part: string): Text => ({ en: `Loading ${part}`, zh: `正在加载 ${part}` }),
  failed: { en: 'This part could not be loaded', zh: '无法加载此部分' },
  nothing: { en: 'There is nothing to see here', zh: '此处没有可见内容' },
  nothingDetail: {
    en: 'No element of this part has a shape.',
    zh: '此部分的构件都没有几何形状。',
  },
  picture: (title: string): Text => ({
    en: `${title}, seen from near. Arrow keys turn, plus and minus zoom, Home shows all, Escape leads back.`,
    zh: `${title} 的近观视图。方向键旋转，加减号缩放，Home 显示全部，Esc 返回。`,
  }),

  view: { en: 'View', zh: '视图' },
  views: {
    orbit: { en: 'Around', zh: '环绕' },
    plan: { en: 'Plan', zh: '平面' },
    walk: { en: 'Walk', zh: '行走' },
  },
  fit: { en: 'Show all of it', zh: '显示全部' },
  noRoom: { en: 'Nobody can stand here.', zh: '此处无法站立。' },
  walkHint: {
    en: 'W A S D or arrows walk, Shift hurries, a drag looks around, a click on a floor goes there.',
    zh: 'W A S D 或方向键行走，Shift 加速，拖动环顾，单击地面前往该处。',
  },
  walkHintTouch: {
    en: 'Hold a button to walk, drag to look around, tap a floor to go there.',
    zh: '按住按钮行走，拖动环顾，轻点地面前往该处。',
  },
  walkPad: { en: 'Walk', zh: '行走' },
  forward: { en: 'Forward', zh: '前进' },
  backward: { en: 'Backward', zh: '后退' },
  turnLeft: { en: 'Turn left', zh: '左转' },
  turnRight: { en: 'Turn right', zh: '右转' },

  storey: { en: 'Storey', zh: '楼层' },
  storeyAt: (name: string, elevation: string): Text => ({
    en: `${name} (${elevation})`,
    zh: `${name}（${elevation}）`,
  }),
  allStoreys: { en: 'All of it', zh: '全部' },
  cutHeight: { en: 'Cut above the floor', zh: '剖切高度' },

  section: { en: 'Section', zh: '剖切' },
  axis: { en: 'Cut across', zh: '剖切方向' },
  axes: {
    x: { en: 'X', zh: 'X' },
    y: { en: 'Y', zh: 'Y' },
    z: { en: 'Height', zh: '高度' },
  },
  place: { en: 'Where', zh: '位置' },
  otherSide: { en: 'Other side', zh: '另一侧' },

  tools: { en: 'Measure', zh: '测量' },
  tool: {
    select: { en: 'Select', zh: '选择' },
    distance: { en: 'Distance', zh: '距离' },
    perpendicular: { en: 'Square to a face or an edge', zh: '垂直距离' },
    area: { en: 'Area of a face', zh: '面积' },
    angle: { en: 'Angle between faces or edges', zh: '角度' },
  },
  hints: {
    distance: [
      { en: 'Click where to begin.', zh: '单击起点。' },
      { en: 'Click where to end.', zh: '单击终点。' },
    ],
    perpendicular: [
      { en: 'Click a face or an edge.', zh: '单击一个面或一条边。' },
      { en: 'Click the place to measure to.', zh: '单击要测量的位置。' },
    ],
    area: [{ en: 'Click a face.', zh: '单击一个面。' }],
    angle: [
      { en: 'Click the first face or edge.', zh: '单击第一个面或边。' },
      { en: 'Click the second one.', zh: '单击第二个面或边。' },
    ],
  },
  snaps: {
    corner: { en: 'corner', zh: '角点' },
    middle: { en: 'middle', zh: '中点' },
    edge: { en: 'edge', zh: '边' },
    face: { en: 'face', zh: '面' },
  },
  measures: { en: 'Measures', zh: '测量结果' },
  kinds: {
    distance: { en: 'Distance', zh: '距离' },
    perpendicular: { en: 'Square', zh: '垂直' },
    area: { en: 'Area', zh: '面积' },
    angle: { en: 'Angle', zh: '角度' },
  },
  levelAndUp: (level: string, up: string): Text => ({
    en: `level ${level}, up ${up}`,
    zh: `水平 ${level}，垂直 ${up}`,
  }),
  outline: (length: string): Text => ({ en: `outline ${length}`, zh: `周长 ${length}` }),
  measured: (kind: string, value: string): Text => ({
    en: `${kind}: ${value}`,
    zh: `${kind}：${value}`,
  }),
  remove: (number: number): Text => ({
    en: `Remove measure ${number}`,
    zh: `删除测量 ${number}`,
  }),
  removeAll: { en: 'Remove all', zh: '全部删除' },
  exportCsv: { en: 'Save as CSV', zh: '保存为 CSV' },
  selected: (name: string): Text => ({ en: `${name} selected`, zh: `已选择 ${name}` }),
} as const;
