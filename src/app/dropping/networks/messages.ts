import type { Text } from '#model/text.ts';

const count = (number: number) => number.toLocaleString('en');

export const networkMessages = {
  title: (name: string): Text => ({ en: `Networks in ${name}`, zh: `${name} 中的管网` }),
  looking: { en: 'Looking through the files…', zh: '正在查看文件…' },
  open: { en: 'Open as a city', zh: '作为城市打开' },
  found: { en: 'What was found', zh: '识别结果' },
  counts: (pipes: number, km: number, nodes: number, devices: number): Text => ({
    en: `${count(pipes)} pipes, ${km.toFixed(1)} km; ${count(nodes)} nodes; ${count(devices)} devices`,
    zh: `${count(pipes)} 条管段，${km.toFixed(1)} km；${count(nodes)} 个节点；${count(devices)} 个设备`,
  }),
  empty: {
    en: 'Answer what is asked below to see what is in it.',
    zh: '回答下列问题后即可查看内容。',
  },
  place: { en: 'Where it lies', zh: '位置' },
  placeMissing: {
    en: 'The file does not say where it lies.',
    zh: '文件未说明所在位置。',
  },
  byCrs: { en: 'Reference system', zh: '坐标参考系' },
  byDrawing: { en: 'A plane of its own', zh: '独立平面坐标' },
  placeWay: { en: 'Coordinates are in', zh: '坐标类型' },
  crs: { en: 'Coordinate reference system', zh: '坐标参考系' },
  crsHint: { en: 'An EPSG code, e.g. EPSG:3089.', zh: 'EPSG 代码，例如 EPSG:3089。' },
  longitude: { en: 'Longitude of its point', zh: '基点经度' },
  latitude: { en: 'Latitude of its point', zh: '基点纬度' },
  anchorX: { en: 'Point x', zh: '基点 x' },
  anchorY: { en: 'Point y', zh: '基点 y' },
  rotation: { en: 'Turn from east', zh: '相对正东转角' },
  scale: { en: 'Metres of one unit', zh: '每单位米数' },
  whereLooked: { en: 'Where I look', zh: '取当前视点' },
  apply: { en: 'Put it there', zh: '放置' },
  fields: { en: 'What its fields mean', zh: '字段含义' },
  fieldsHint: {
    en: 'Proposed by names and values. The surer, the fuller the percentage; what you choose counts as sure.',
    zh: '根据字段名和数值提出；百分比表示把握程度，您选择的按确定处理。',
  },
  carries: { en: 'Carries', zh: '输送介质' },
  carriesError: {
    en: 'Nothing in the file says what flows: choose.',
    zh: '文件未说明介质：请选择。',
  },
  reason: (reason: string, share: number): Text => ({
    en: `${Math.round(share * 100)} %: ${reason}`,
    zh: `${Math.round(share * 100)}%：${reason}`,
  }),
  field: { en: 'Means', zh: '含义' },
  source: { en: 'Field of the file', zh: '文件字段' },
  unit: { en: 'Unit', zh: '单位' },
  none: { en: 'Not in the file', zh: '文件中没有' },
  example: (example: string, share: number): Text => ({
    en: `e.g. ${example || '—'} · ${Math.round(share * 100)} % sure`,
    zh: `例如 ${example || '—'} · 把握 ${Math.round(share * 100)}%`,
  }),
  assumed: { en: 'Assumed', zh: '假定' },
  wrong: { en: 'What is wrong with it', zh: '问题' },
  nothingWrong: { en: 'Nothing was found wrong.', zh: '未发现问题。' },
  repairs: {
    en: 'Repairs are proposals: only those you tick are made.',
    zh: '修复仅为建议：只执行您勾选的项。',
  },
  repairAll: (repair: Text, number: number): Text => ({
    en: `${repair.en}: ${count(number)} proposed`,
    zh: `${repair.zh}：建议 ${count(number)} 处`,
  }),
  more: (number: number): Text => ({
    en: `${count(number)} more are in the report of the package.`,
    zh: `另有 ${count(number)} 项见数据包报告。`,
  }),
  again: { en: 'Look again', zh: '重新查看' },
} as const;
