import type { Text } from '#model/text.ts';
import type { SensorStatus } from './contract.ts';

const english = (count: number) => count.toLocaleString('en-GB');
const chinese = (count: number) => count.toLocaleString('zh-CN');

/** The feature's words. Functions take the words or numbers that stand inside a sentence. */
export const messages = {
  name: { en: 'Sensors', zh: '传感器' },
  summary: {
    en: 'Live readings of the city’s instruments: watch, filter, chart, be warned.',
    zh: '城市仪表的实时读数：查看、筛选、绘图、告警。',
  },

  offline: (why: string): Text => ({
    en: `No live readings: ${why} Trying again.`,
    zh: `无实时读数：${why} 正在重试。`,
  }),
  offlinePlain: { en: 'No live readings. Trying again.', zh: '无实时读数，正在重试。' },
  absent: (why: string): Text => ({
    en: `The server has no readings of this city: ${why}`,
    zh: `服务器没有此城市的读数：${why}`,
  }),
  allStale: {
    en: 'Every reading is older than three intervals: the source has fallen silent.',
    zh: '所有读数均已超过三个上报周期：数据源没有新数据。',
  },
  replayFailed: (why: string): Text => ({
    en: `The readings of that time could not be fetched: ${why}`,
    zh: `无法获取该时刻的读数：${why}`,
  }),
  workerRestarting: (why: string): Text => ({
    en: `The feed engine stopped and is starting again. ${why}`,
    zh: `数据引擎已停止，正在重新启动。${why}`,
  }),
  workerGivenUp: (why: string): Text => ({
    en: `The feed engine keeps stopping; it is tried again in a while. ${why}`,
    zh: `数据引擎反复停止，稍后将再次尝试。${why}`,
  }),

  connecting: { en: 'connecting', zh: '连接中' },
  catchingUp: { en: 'catching up', zh: '正在补齐' },
  live: { en: 'live', zh: '实时' },
  offlineWord: { en: 'offline', zh: '离线' },
  replay: { en: 'replay', zh: '回放' },
  paused: { en: 'paused', zh: '已暂停' },
  sourcePaused: { en: 'source paused', zh: '数据源已暂停' },
  fetching: { en: 'fetching', zh: '获取中' },
  readingsOf: (when: string): Text => ({ en: `Readings of ${when}`, zh: `${when} 的读数` }),
  nothingStored: (when: string): Text => ({
    en: `No readings are stored for ${when}.`,
    zh: `${when} 没有存储的读数。`,
  }),
  future: {
    en: 'This is ahead of the latest reading: nothing is known of it yet.',
    zh: '该时刻晚于最新读数，尚无数据。',
  },
  backToLive: { en: 'Back to live', zh: '回到实时' },
  simulated: { en: 'simulated', zh: '模拟' },
  simulatedAll: {
    en: 'Every reading of this city is simulated: no instrument stands there.',
    zh: '此城市的所有读数均为模拟数据，并无实体仪表。',
  },
  model: {
    en: 'City simulator: demand solved through the water network, tide, rain, traffic; valid for this fictional city alone',
    zh: '城市模拟器：经供水管网求解的用水量、潮汐、降雨、交通；仅适用于此虚构城市',
  },

  sensors: (count: number): Text => ({
    en: `${english(count)} ${count === 1 ? 'sensor' : 'sensors'}`,
    zh: `${chinese(count)} 个传感器`,
  }),
  matching: (matching: number, total: number): Text => ({
    en: `${english(matching)} of ${english(total)} match`,
    zh: `${chinese(total)} 个中有 ${chinese(matching)} 个符合`,
  }),
  loading: { en: 'Reading the list of sensors', zh: '正在读取传感器列表' },
  noMatch: { en: 'No sensor matches', zh: '没有符合的传感器' },
  noMatchDetail: { en: 'Take a filter away to see more.', zh: '移除筛选条件以查看更多。' },
  noSensors: { en: 'This city lists no sensors', zh: '此城市没有传感器' },

  filters: { en: 'Filters', zh: '筛选' },
  clearFilters: { en: 'Clear filters', zh: '清除筛选' },
  findSensor: { en: 'Find in the list', zh: '在列表中查找' },
  findHint: { en: 'Name, id, kind or element', zh: '名称、编号、类型或设施' },
  status: { en: 'Status', zh: '状态' },
  kind: { en: 'Kind', zh: '类型' },
  network: { en: 'Network', zh: '管网' },

  colourBy: { en: 'Colour by', zh: '着色依据' },
  byStatus: { en: 'Status', zh: '状态' },
  ramp: { en: 'Colours', zh: '色带' },
  noFreshValue: { en: 'no fresh value', zh: '无新数据' },

  order: { en: 'Order', zh: '排序' },
  orders: {
    worst: { en: 'Worst first', zh: '最严重优先' },
    name: { en: 'By name', zh: '按名称' },
    highest: { en: 'Highest value', zh: '数值从高到低' },
    lowest: { en: 'Lowest value', zh: '数值从低到高' },
    newest: { en: 'Newest reading', zh: '最新读数优先' },
    oldest: { en: 'Oldest reading', zh: '最旧读数优先' },
  },
  list: { en: 'List of sensors', zh: '传感器列表' },
  sensor: { en: 'Sensor', zh: '传感器' },
  value: { en: 'Value', zh: '数值' },
  never: { en: 'never', zh: '从未' },
  zoomTo: { en: 'Zoom to', zh: '缩放至' },
  listHint: {
    en: 'Arrow keys move, Space selects, Enter flies there.',
    zh: '方向键移动，空格选择，回车飞往。',
  },

  alarms: { en: 'Alarms', zh: '告警' },
  noAlarms: { en: 'No alarm stands or waits', zh: '没有未结束或待确认的告警' },
  alarmsLive: {
    en: 'Alarms are those of now, whatever time the map shows.',
    zh: '告警为当前告警，与地图所示时刻无关。',
  },
  unacknowledgedCount: (count: number): Text => ({
    en: `${english(count)} ${count === 1 ? 'alarm waits' : 'alarms wait'} to be acknowledged`,
    zh: `${chinese(count)} 条告警待确认`,
  }),
  raised: (name: string, value: string): Text => ({
    en: `Alarm at ${name}: ${value}`,
    zh: `${name} 告警：${value}`,
  }),
  alarmState: {
    unacknowledged: { en: 'stands, unacknowledged', zh: '持续，未确认' },
    returned: { en: 'returned, unacknowledged', zh: '已恢复，未确认' },
    acknowledged: { en: 'stands, acknowledged', zh: '持续，已确认' },
    over: { en: 'over', zh: '已结束' },
  },
  above: (value: string, limit: string): Text => ({
    en: `${value}, limit ${limit}`,
    zh: `${value}，限值 ${limit}`,
  }),
  since: (when: string): Text => ({ en: `since ${when}`, zh: `自 ${when}` }),
  acknowledge: { en: 'Acknowledge', zh: '确认' },
  toBuilding: { en: 'To its building', zh: '前往所在建筑' },
  buildingOfSelected: {
    en: 'To the building of the selected sensor',
    zh: '前往选中传感器所在建筑',
  },
  acknowledgeAll: { en: 'Acknowledge all', zh: '全部确认' },
  acknowledgeSelected: {
    en: 'Acknowledge the selected sensor’s alarms',
    zh: '确认所选传感器的告警',
  },
  acknowledgedBy: (by: string, when: string): Text => ({
    en: `Acknowledged by ${by}, ${when}`,
    zh: `${by} 已确认，${when}`,
  }),
  signedBy: { en: 'Signed by', zh: '确认人' },
  controlRoom: { en: 'Control room', zh: '值班室' },
  note: { en: 'Note (optional)', zh: '备注（可选）' },
  nextAlarm: { en: 'Fly to the next alarm', zh: '飞往下一条告警' },
  showAlarms: { en: 'Show the alarms', zh: '显示告警' },
  compareSelected: { en: 'Compare the selected sensors over time', zh: '按时间对比所选传感器' },
  clearFilterCommand: { en: 'Show all sensors', zh: '显示全部传感器' },
  failed: (why: string): Text => ({ en: `That did not work: ${why}`, zh: `操作失败：${why}` }),

  about: (property: string): Text => ({ en: `About: ${property}`, zh: `详情：${property}` }),
  modelName: { en: 'City simulator', zh: '城市模拟器' },
  readings: { en: 'Readings', zh: '读数' },
  noDatastreams: { en: 'It reports no readings.', zh: '该设备不上报读数。' },
  gone: { en: 'This city no longer lists that sensor.', zh: '此城市已不再包含该传感器。' },
  quality: {
    good: { en: 'good', zh: '良好' },
    uncertain: { en: 'uncertain', zh: '可疑' },
    bad: { en: 'bad', zh: '不可用' },
    missing: { en: 'missing', zh: '缺失' },
  },
  qualityWord: { en: 'Quality', zh: '质量' },
  time: { en: 'Time', zh: '时间' },
  source: { en: 'Source', zh: '来源' },
  every: (interval: string): Text => ({ en: `every ${interval}`, zh: `每 ${interval}` }),
  place: { en: 'Position', zh: '位置' },
  longitude: { en: 'Longitude', zh: '经度' },
  latitude: { en: 'Latitude', zh: '纬度' },
  height: { en: 'Height above the ellipsoid', zh: '椭球高' },
  heading: { en: 'Looks towards', zh: '朝向' },
  element: { en: 'Network element', zh: '管网设施' },
  building: { en: 'Building', zh: '建筑' },
  buildingGone: { en: 'That building was not found in this city.', zh: '未在此城市中找到该建筑。' },

  thresholds: { en: 'Thresholds', zh: '阈值' },
  noThresholds: { en: 'Nothing alarms.', zh: '未设置告警。' },
  editThresholds: { en: 'Edit thresholds', zh: '编辑阈值' },
  alarmLow: { en: 'Alarm, low', zh: '低位报警' },
  warningLow: { en: 'Warning, low', zh: '低位预警' },
  warningHigh: { en: 'Warning, high', zh: '高位预警' },
  alarmHigh: { en: 'Alarm, high', zh: '高位报警' },
  deadband: { en: 'Deadband', zh: '回差' },
  deadbandHint: {
    en: 'How far back inside the limit a value must come',
    zh: '数值须回到限值内多少才解除',
  },
  delay: { en: 'Delay', zh: '延时' },
  delayHint: { en: 'How long a value must stay beyond it', zh: '数值须超限多久才触发' },
  save: { en: 'Save', zh: '保存' },
  cancel: { en: 'Cancel', zh: '取消' },
  forEverybody: { en: 'Thresholds hold for everybody.', zh: '阈值对所有人生效。' },
  mustAscend: (lower: string, upper: string): Text => ({
    en: `“${lower}” must be below “${upper}”.`,
    zh: `“${lower}”必须小于“${upper}”。`,
  }),
  notNegative: { en: 'Must not be negative.', zh: '不能为负数。' },

  chart: { en: 'Over time', zh: '时间变化' },
  chartOf: (property: string): Text => ({
    en: `${property} over time`,
    zh: `${property}随时间变化`,
  }),
  span: { en: 'Time span', zh: '时段' },
  hour: { en: '1 h', zh: '1 小时' },
  day: { en: '24 h', zh: '24 小时' },
  week: { en: '7 d', zh: '7 天' },
  thinned: (every: string): Text => ({
    en: `First, least and greatest of every ${every}; zoom in for more.`,
    zh: `每 ${every} 取首值、最小值与最大值；放大可查看更多。`,
  }),
  noReadingsThen: { en: 'No readings in this time.', zh: '此时段没有读数。' },
  chartFailed: (why: string): Text => ({
    en: `The readings could not be fetched: ${why}`,
    zh: `无法获取读数：${why}`,
  }),
  exportCsv: { en: 'Export as CSV', zh: '导出 CSV' },
  compare: { en: 'Compare', zh: '对比' },
  comparison: { en: 'Comparison', zh: '对比' },
  clearComparison: { en: 'Clear the comparison', zh: '清空对比' },
  firstOnly: (shown: number, count: number): Text => ({
    en: `The first ${shown} of ${count} are drawn.`,
    zh: `仅绘制 ${count} 个中的前 ${shown} 个。`,
  }),
  severalSelected: (count: number): Text => ({
    en: `${english(count)} sensors selected`,
    zh: `已选 ${chinese(count)} 个传感器`,
  }),

  sourceClock: { en: 'Clock of the simulation', zh: '模拟时钟' },
  sourceClockHint: {
    en: 'Changes the simulation for everybody who looks at this city.',
    zh: '会改变所有正在查看此城市的人所见的模拟。',
  },
  sourceRuns: (rate: number): Text => ({
    en: rate === 0 ? 'stands still' : `runs at ${rate}×`,
    zh: rate === 0 ? '已停止' : `${rate} 倍速运行`,
  }),
  sourcePause: { en: 'Pause', zh: '暂停' },
  sourceSpeed: { en: 'Speed of the simulation', zh: '模拟速度' },
  sourceBackHour: { en: 'Rewind 1 h', zh: '倒回 1 小时' },
  sourceBackDay: { en: 'Rewind 24 h', zh: '倒回 24 小时' },
  sourceToNow: { en: 'To the present', zh: '回到当前' },
} as const;

/** How a reading stands to its limits; whether an alarm stands is another thing, which takes a delay to begin. */
export const statusNames = {
  alarm: { en: 'past alarm limit', zh: '超报警限' },
  stale: { en: 'no news', zh: '无新数据' },
  warning: { en: 'past warning limit', zh: '超预警限' },
  normal: { en: 'normal', zh: '正常' },
  none: { en: 'no readings', zh: '无读数' },
} as const satisfies Record<SensorStatus, Text>;

export const alarmLevels = {
  alarm: { en: 'alarm', zh: '报警' },
  warning: { en: 'warning', zh: '预警' },
} as const satisfies Readonly<Record<string, Text>>;

export const ageUnits = {
  s: { en: 's', zh: '秒' },
  min: { en: 'min', zh: '分' },
  h: { en: 'h', zh: '时' },
  d: { en: 'd', zh: '天' },
} as const satisfies Record<string, Text>;

export const rampNames = {
  viridis: { en: 'Viridis', zh: 'Viridis 翠绿' },
  cividis: { en: 'Cividis', zh: 'Cividis 蓝黄' },
  magma: { en: 'Magma', zh: 'Magma 岩浆' },
  mako: { en: 'Mako', zh: 'Mako 海蓝' },
  batlow: { en: 'Batlow', zh: 'Batlow 大地' },
  rdbu: { en: 'Blue to red', zh: '蓝—红' },
  puor: { en: 'Purple to orange', zh: '紫—橙' },
} as const satisfies Record<string, Text>;
