// Words of the files that a run is taken along as.

import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Briefing and files', zh: '简报与导出' },
  summary: {
    en: 'A printed briefing, maps for GIS, hydrographs, a film',
    zh: '打印简报、GIS 地图、过程线、影片',
  },
  briefing: { en: 'Briefing', zh: '简报' },
  openBriefing: { en: 'Open the briefing', zh: '打开简报' },
  briefingWhat: {
    en: 'One page of the moment that is shown: map, numbers, sites, events.',
    zh: '当前时刻的一页简报：地图、数据、设施、事件。',
  },
  raster: { en: 'Map as GeoTIFF', zh: '地图（GeoTIFF）' },
  rasterWhat: {
    en: 'Cloud Optimized, 32 bit, dry cells without data.',
    zh: '云优化格式，32 位，干网格为无数据。',
  },
  quantity: { en: 'What', zh: '内容' },
  quantities: {
    depth: { en: 'Depth at this moment', zh: '此刻水深' },
    level: { en: 'Water level at this moment', zh: '此刻水位' },
    speed: { en: 'Speed at this moment', zh: '此刻流速' },
    'max-depth': { en: 'Greatest depth', zh: '最大水深' },
    'max-speed': { en: 'Greatest speed', zh: '最大流速' },
    'max-hazard': { en: 'Greatest hazard rating (UK)', zh: '最大危险性（英国）' },
    'hazard-aidr': { en: 'Hazard class (AIDR)', zh: '危险等级（AIDR）' },
    arrival: { en: 'Arrival of the water', zh: '到达时间' },
    duration: { en: 'Time under water', zh: '淹没时长' },
    difference: { en: 'Difference to the compared run', zh: '与对比运行之差' },
  },
  saveTiff: { en: 'Save GeoTIFF', zh: '保存 GeoTIFF' },
  extent: { en: 'Extent as GeoJSON', zh: '淹没范围（GeoJSON）' },
  extentWhat: {
    en: 'Polygons deeper than 0.05, 0.2, 0.3, 0.6, 0.9 and 1.2 m; rivers and sea are part of them.',
    zh: '水深超过 0.05、0.2、0.3、0.6、0.9、1.2 米的多边形，含河流与海域。',
  },
  when: { en: 'When', zh: '时刻' },
  thisMoment: { en: 'This moment', zh: '此刻' },
  greatest: { en: 'Greatest depths', zh: '最大水深' },
  saveJson: { en: 'Save GeoJSON', zh: '保存 GeoJSON' },
  series: { en: 'Hydrographs as CSV', zh: '过程线（CSV）' },
  noGauges: {
    en: 'No gauge is placed: place points and sections on the map first.',
    zh: '尚未布设测点：请先在地图上布设测点或断面。',
  },
  gauges: (count: number): Text => ({
    en: `${count} ${count === 1 ? 'gauge' : 'gauges'}, the whole run`,
    zh: `${count} 个测点，全过程`,
  }),
  saveCsv: { en: 'Save CSV', zh: '保存 CSV' },
  film: { en: 'Film', zh: '影片' },
  filmWhat: {
    en: 'Replays the run from its start to now as the globe shows it.',
    zh: '按当前视角从头重放运行过程。',
  },
  format: { en: 'Format', zh: '格式' },
  video: { en: 'Video', zh: '视频' },
  gif: { en: 'GIF', zh: 'GIF' },
  pictures: { en: 'Pictures', zh: '画面数' },
  make: { en: 'Make the film', zh: '生成影片' },
  making: (done: number, all: number): Text => ({
    en: `Picture ${done} of ${all}`,
    zh: `第 ${done} / ${all} 幅`,
  }),
  cancel: { en: 'Cancel', zh: '取消' },
  noEncoder: {
    en: 'This browser can’t encode video; take GIF.',
    zh: '此浏览器无法编码视频，请改用 GIF。',
  },
  noPicture: { en: 'The globe gives no picture yet.', zh: '地球尚未就绪，无法截图。' },
  working: { en: 'Being written …', zh: '正在写入……' },
  saved: (name: string): Text => ({ en: `Saved ${name}`, zh: `已保存 ${name}` }),
  failed: { en: 'The file could not be written', zh: '文件写入失败' },
  nothingYet: { en: 'The run has no water yet.', zh: '运行尚无水情。' },
} as const;
