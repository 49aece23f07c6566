import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const messages = {
  name: text('Place a network', '放置管网'),
  summary: text(
    'Put a network whose file knows no place where it belongs: drag, turn, point, type, snap',
    '为坐标系为本地的管网定位：拖动、旋转、点选、输入、吸附',
  ),
  network: text('Network', '管网'),
  longitude: text('Longitude', '经度'),
  latitude: text('Latitude', '纬度'),
  turn: text('Turn, counter-clockwise', '逆时针旋转'),
  scale: text('Scale', '比例'),
  up: text('Up', '抬升'),
  point: text('Point at its place', '在地图上点选位置'),
  howToPoint: text(
    'Click where the middle of the network belongs, or type it; Escape leaves it where it is.',
    '点击管网中心应在的位置，或输入坐标；Esc 保持原位。',
  ),
  how: text(
    'Drag the network inside its ring, turn it by the ring (Shift: in steps of 5°). Arrows move it 1 m, Page up and down lift it, comma and full stop turn it; with Shift tenfold, with Alt a tenth. Enter keeps, Escape cancels.',
    '在圆环内拖动管网，用圆环旋转（按住 Shift 每步 5°）。方向键移动 1 m，Page Up/Down 升降，逗号与句号旋转；Shift 为十倍，Alt 为十分之一。Enter 保留，Esc 取消。',
  ),
  toView: text('Middle of the view', '视图中心'),
  snap: text('Snap to the nearest network', '吸附到最近管网'),
  snapped: (node: string, to: string, network: string) =>
    text(
      `Node ${node} now lies on ${to} of ${network}.`,
      `节点 ${node} 已与 ${network} 的 ${to} 重合。`,
    ),
  noSnap: (within: string) =>
    text(`No other network has a node within ${within}.`, `${within} 内没有其他管网的节点。`),
  back: text('Back to where its file put it', '恢复文件中的位置'),
  kept: text(
    'Kept in this browser. Lengths, sizes and levels stay as the file has them.',
    '保存在本浏览器中。长度、管径和标高保持文件原值。',
  ),
  keep: text('Keep this place', '保留此位置'),
  cancel: text('Cancel', '取消'),
  none: text('No network is to be placed by hand', '没有需要手动放置的管网'),
  points: (count: number) => text(`${count} points`, `${count} 个点`),
  notRead: (typed: string) =>
    text(
      `“${typed}” is no place; longitude, latitude was expected.`,
      `“${typed}”不是坐标，应为经度, 纬度。`,
    ),
};
