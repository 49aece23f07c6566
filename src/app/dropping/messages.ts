import type { Text } from '#model/text.ts';

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export const messages = {
  chooseFile: { en: 'Choose a file', zh: '选择文件' },
  dropHere: { en: 'Drop to see it on the globe', zh: '松开即可在地球上查看' },
  formats: {
    en: 'IFC building models; CityJSON, CityJSONSeq or GeoJSON buildings; elevation models as GeoTIFF or ASCII grid; pipes as EPANET, SWMM, GeoJSON, shapefile, FlatGeobuf or pandapipes. The file stays on this machine.',
    zh: '支持 IFC 建筑模型，CityJSON、CityJSONSeq 或 GeoJSON 建筑，GeoTIFF 或 ASCII 高程模型，以及 EPANET、SWMM、GeoJSON、Shapefile、FlatGeobuf 或 pandapipes 管网。文件不会离开本机。',
  },
  converting: (name: string): Text => ({ en: `Reading ${name}`, zh: `正在读取 ${name}` }),
  stages: {
    opening: { en: 'Opening…', zh: '正在打开…' },
    geometry: { en: 'Reading shapes…', zh: '正在读取形体…' },
    description: { en: 'Reading properties…', zh: '正在读取属性…' },
    read: { en: 'Reading features…', zh: '正在读取要素…' },
    tiles: { en: 'Building tiles…', zh: '正在生成瓦片…' },
    columns: { en: 'Writing attributes…', zh: '正在写入属性…' },
    terrain: { en: 'Shaping the ground…', zh: '正在生成地面…' },
    keeping: { en: 'Keeping it in this browser…', zh: '正在保存到此浏览器…' },
  },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  askCrs: { en: 'Where on Earth is it?', zh: '它位于何处？' },
  askCrsWhy: (name: string): Text => ({
    en: `${name} gives coordinates but not their reference system.`,
    zh: `${name} 给出了坐标，但未说明坐标参考系。`,
  }),
  crs: { en: 'Coordinate reference system', zh: '坐标参考系' },
  crsHint: {
    en: 'An EPSG code; with a height system after a plus, e.g. EPSG:28992+5709.',
    zh: 'EPSG 代码；高程基准写在加号之后，例如 EPSG:28992+5709。',
  },
  place: { en: 'Place it', zh: '放置' },
  failed: (name: string): Text => ({ en: `${name} can’t be shown`, zh: `无法显示 ${name}` }),
  tooLarge: (bytes: number, most: number): Text => ({
    en: `${inMegabytes(bytes)} is more than a browser tab can convert (${inMegabytes(most)}); build it with panopolis ingest.`,
    zh: `${inMegabytes(bytes)} 超出浏览器可转换的上限（${inMegabytes(most)}）；请使用 panopolis ingest 构建。`,
  }),
  shown: (name: string): Text => ({
    en: `${name} is shown from this browser alone; nothing was sent anywhere.`,
    zh: `${name} 仅从此浏览器显示；未向任何地方发送数据。`,
  }),
  remove: { en: 'Remove it', zh: '移除' },
} as const;
