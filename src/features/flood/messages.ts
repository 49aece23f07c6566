import type { Text } from '#model/text.ts';

export const messages = {
  name: { en: 'Flood', zh: '洪水' },
  summary: {
    en: 'From a click to who is affected when: breach, river, storm, surge, burst, simulated here',
    zh: '一点即算：溃堤、河洪、暴雨、风暴潮、爆管，谁在何时受影响',
  },

  // Starting
  start: { en: 'Start at once', zh: '立即开始' },
  startHint: {
    en: 'The run begins with what is usual here; refine it while it runs.',
    zh: '先按常用参数立即计算，运行中可随时修改。',
  },
  draw: { en: 'Draw it', zh: '自行绘制' },
  drawHint: {
    en: 'Pick one, then click on the globe. Right click offers the same.',
    zh: '选择一项，再在地图上点击；右键也可。',
  },
  here: { en: 'What is selected', zh: '选中对象' },
  breachSelected: (name: string): Text => ({ en: `Breach ${name}`, zh: `${name}溃口` }),
  sourceAt: (name: string): Text => ({ en: `Water comes at ${name}`, zh: `${name}处来水` }),
  burstSelected: (name: string): Text => ({ en: `Burst at ${name}`, zh: `${name}爆管` }),
  more: { en: 'Start another', zh: '另起一个' },
  run: { en: 'Run', zh: '运行' },
  runAgain: { en: 'Run again with the changes', zh: '按修改重新运行' },
  mendFirst: { en: 'First mend what is marked as wrong below', zh: '请先修正下方标出的问题' },
  changed: { en: 'Changed since this run', zh: '此次运行后已修改' },
  noWorker: { en: 'The simulation doesn’t answer', zh: '模拟程序未响应' },
  noWorkerDetail: {
    en: 'It is being started. What you draw is kept; runs begin as soon as it answers.',
    zh: '正在启动。已绘制内容会保留，启动后即开始计算。',
  },
  noGround: { en: 'This city has no ground to run on', zh: '该城市没有可用的地面高程' },
  noGroundDetail: {
    en: 'Ingest an elevation model (GeoTIFF or ESRI ASCII), or drop one onto the page.',
    zh: '请导入高程模型（GeoTIFF 或 ESRI ASCII），或拖入页面。',
  },
  empty: { en: 'No flood yet', zh: '尚无洪水模拟' },

  // Tools
  tools: { en: 'Tools', zh: '工具' },
  back: { en: 'Back to the flood', zh: '返回洪水' },
  toolBroken: { en: 'This tool doesn’t work just now', zh: '此工具暂不可用' },

  // Scenario
  scenario: { en: 'What happens', zh: '情景' },
  parts: { en: 'What happens', zh: '情景要素' },
  addPart: { en: 'Add', zh: '添加' },
  noParts: { en: 'Nothing is drawn yet.', zh: '尚未绘制。' },
  edit: (name: string): Text => ({ en: `Edit ${name}`, zh: `编辑${name}` }),
  removePart: (name: string): Text => ({ en: `Remove ${name}`, zh: `删除${name}` }),
  find: (name: string): Text => ({ en: `Show ${name} on the globe`, zh: `在地图上显示${name}` }),
  redraw: { en: 'Draw its place anew', zh: '重新绘制位置' },
  partName: { en: 'Name', zh: '名称' },
  model: { en: 'Model', zh: '模型' },
  look: { en: 'Look', zh: '显示' },
  gauges: { en: 'Gauges and sections', zh: '测点与断面' },
  placeGauge: { en: 'Place a gauge or section', zh: '布设测点或断面' },
  noGauges: {
    en: 'One click is a gauge; more are a section that the flow is measured through.',
    zh: '单击为测点；多点为断面，测量过流。',
  },

  // Runs
  runs: { en: 'Runs', zh: '运行记录' },
  show: (name: string): Text => ({ en: `Show ${name}`, zh: `显示${name}` }),
  compareWith: (name: string): Text => ({ en: `Compare with ${name}`, zh: `与${name}比较` }),
  compared: { en: 'compared', zh: '对比中' },
  shown: { en: 'shown', zh: '显示中' },
  endComparison: { en: 'End the comparison', zh: '结束比较' },
  rename: { en: 'Rename', zh: '重命名' },
  forget: { en: 'Forget', zh: '删除' },
  runActions: (name: string): Text => ({ en: `More for ${name}`, zh: `${name}的更多操作` }),
  keptScenarios: { en: 'Kept scenarios', zh: '已保存情景' },
  atTime: (time: string): Text => ({ en: `at ${time}`, zh: `时刻 ${time}` }),
  whatIfOf: (name: string, time: string): Text => ({
    en: `from ${name}, ${time}`,
    zh: `自${name} ${time}`,
  }),

  // Commands
  pauseCommand: { en: 'Pause the flood, or go on', zh: '暂停或继续洪水模拟' },
  openCommand: { en: 'Simulate a flood', zh: '模拟洪水' },
  drawBarrier: { en: 'Raise a flood barrier', zh: '架设防洪屏障' },
  stopCommand: { en: 'Stop the flood', zh: '停止洪水模拟' },
  latestCommand: { en: 'Follow the flood’s latest water', zh: '跟随最新水情' },
  lookCommand: { en: 'Next colouring of the water', zh: '切换水面着色' },
  closeTool: { en: 'Back to the flood’s card', zh: '返回洪水卡片' },
  breachHere: { en: 'Breach here', zh: '此处溃堤' },
  sourceHere: { en: 'Water source here', zh: '此处入流' },
  stormHere: { en: 'Storm over this place', zh: '此处暴雨' },
  burstHere: { en: 'Burst main here', zh: '此处爆管' },
  damHere: { en: 'Dam break here', zh: '此处溃坝' },
  forecastCommand: { en: 'Run a flood from a forecast series', zh: '用预报序列模拟洪水' },
  waterHere: { en: 'Water here', zh: '此处水情' },
  gaugeHere: { en: 'Gauge here', zh: '此处布设测点' },
} as const;
