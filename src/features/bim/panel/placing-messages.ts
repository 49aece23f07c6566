import type { GroundLevel } from '#model/ground-level.ts';
import type { Text } from '#model/text.ts';

/** What of a model is to meet the ground. */
const levelNames: Readonly<
  Record<GroundLevel['by'], (storey: string) => readonly [string, string]>
> = {
  storey: (name) => [`The floor of “${name}”`, `楼层“${name}”的楼面`],
  zero: () => ['The building’s ±0.00', '建筑 ±0.00 '],
  foot: () => [
    'The file names no storey at the ground: its lowest point',
    '文件未给出地面楼层：其最低点',
  ],
};

export const messages = {
  model: { en: 'Model', zh: '模型' },
  choose: {
    en: 'The file can be read in several ways. Choose the one that is right; boxes on the globe show the others while you place the model.',
    zh: '该文件的位置有多种读法。请选择正确的一种；放置模型时，地球上以方框显示其他读法。',
  },
  missing: {
    en: 'The file doesn’t say where it stands. Place it by hand.',
    zh: '文件未说明位置，请手动放置。',
  },
  readings: { en: 'Readings of the file', zh: '文件的读法' },
  apart: (distance: string): Text => ({ en: `${distance} from here`, zh: `距此 ${distance}` }),
  here: { en: 'here', zh: '此处' },
  steps: { en: 'How it was read', zh: '读取过程' },
  findings: { en: 'What is odd', zh: '异常之处' },
  place: { en: 'Place by hand', zh: '手动放置' },
  back: { en: 'Back to the file’s own place', zh: '恢复文件所述位置' },
  apply: { en: 'Keep this place', zh: '保留此位置' },
  cancel: { en: 'Cancel', zh: '取消' },
  kept: (name: string): Text => ({ en: `${name} was placed`, zh: `${name} 已定位` }),
  undo: { en: 'Undo', zh: '撤销' },
  how: {
    en: 'Drag the model over the ground, turn it by its ring (Shift: in steps of 5°). Arrows move it 1 m, Page up and down lift it, comma and full stop turn it; with Shift tenfold, with Alt a tenth. Enter keeps, Escape cancels.',
    zh: '在地面上拖动模型，用圆环旋转（按住 Shift 每步 5°）。方向键移动 1 m，Page Up/Down 升降，逗号与句号旋转；Shift 为十倍，Alt 为十分之一。Enter 保留，Esc 取消。',
  },
  origin: { en: 'The model’s origin', zh: '模型原点' },
  originOf: (point: string): Text => ({
    en: `That is the point ${point} m of the file.`,
    zh: `即文件坐标 ${point} m 处。`,
  }),
  coordinates: { en: 'Coordinates', zh: '坐标' },
  geographic: { en: 'Longitude, latitude', zh: '经纬度' },
  projected: { en: 'Easting, northing', zh: '平面坐标' },
  longitude: { en: 'Longitude', zh: '经度' },
  latitude: { en: 'Latitude', zh: '纬度' },
  easting: { en: 'Easting', zh: '东坐标' },
  northing: { en: 'Northing', zh: '北坐标' },
  system: { en: 'Reference system', zh: '坐标参考系' },
  heightFrom: { en: 'Height from', zh: '高程基准' },
  ellipsoid: { en: 'Ellipsoid', zh: '椭球面' },
  sea: { en: 'Sea level', zh: '海平面' },
  height: { en: 'Height', zh: '高程' },
  rotation: { en: 'x axis from true east', zh: 'x 轴自真东' },
  loading: { en: 'Loading the reference systems…', zh: '正在加载坐标参考系…' },
  outside: (code: string): Text => ({
    en: `${code} isn’t used there.`,
    zh: `${code} 不适用于该处。`,
  }),
  onGround: { en: 'Set on the ground', zh: '贴地' },
  level: (level: GroundLevel, distance: string, isOver: boolean): Text => {
    const [en, zh] = levelNames[level.by](level.storey ?? '');
    return isOver
      ? {
          en: `${en} is ${distance} over the ground in the middle.`,
          zh: `${zh}高出中心处地面 ${distance}。`,
        }
      : {
          en: `${en} is ${distance} under the ground in the middle.`,
          zh: `${zh}低于中心处地面 ${distance}。`,
        };
  },
  slope: (distance: string): Text => ({
    en: `Between its corners the ground rises by ${distance}.`,
    zh: `各角之间地面高差 ${distance}。`,
  }),
  noGround: { en: 'Looking for the ground…', zh: '正在获取地面高程…' },
  write: { en: 'Write the place into the IFC', zh: '将位置写入 IFC' },
  writeIn: { en: 'Reference system of the file', zh: '文件的坐标参考系' },
  download: { en: 'Download the placed IFC', zh: '下载已定位的 IFC' },
  written: (file: string): Text => ({ en: `Wrote ${file}`, zh: `已写入 ${file}` }),
  failed: { en: 'The IFC could not be written', zh: '无法写入 IFC' },
  values: {
    en: 'What IfcMapConversion has to say; a click copies.',
    zh: 'IfcMapConversion 应取的数值；单击即可复制。',
  },
  command: { en: 'On the command line', zh: '命令行' },
  abscissa: { en: 'XAxisAbscissa', zh: 'XAxisAbscissa' },
  ordinate: { en: 'XAxisOrdinate', zh: 'XAxisOrdinate' },
  scale: { en: 'Scale (m to m)', zh: 'Scale（米对米）' },
  eastings: { en: 'Eastings', zh: 'Eastings' },
  northings: { en: 'Northings', zh: 'Northings' },
  orthogonalHeight: { en: 'OrthogonalHeight', zh: 'OrthogonalHeight' },
};
