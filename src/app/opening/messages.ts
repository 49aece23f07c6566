import type { Text } from '#model/text.ts';

export const messages = {
  cityMissing: (id: string): Text => ({
    en: `The city “${id}” is not on this server. These are:`,
    zh: `此服务器上没有城市“${id}”。现有城市如下：`,
  }),
  cityUnreadable: (name: string): Text => ({
    en: `${name} could not be opened: its city.json can’t be read.`,
    zh: `无法打开 ${name}：其 city.json 无法读取。`,
  }),
  selectionLost: (count: number): Text => ({
    en: `${count} of the selected things of this link are no longer in the city.`,
    zh: `此链接所选对象中有 ${count} 个已不在该城市中。`,
  }),
  sessionFailed: (reason: string): Text => ({
    en: `Could not start: ${reason}`,
    zh: `无法启动：${reason}`,
  }),
  linkNewer: {
    en: 'This link was made by a newer Panopolis; its view can’t be shown here.',
    zh: '此链接由更新版本的 Panopolis 生成，无法在此显示其视图。',
  },
  linkUnreadable: {
    en: 'This link is damaged; the city opens at its first view.',
    zh: '此链接已损坏；城市将以初始视图打开。',
  },
  serverIsBack: {
    en: 'The server answers again; what failed meanwhile is loaded anew.',
    zh: '服务器已恢复响应；期间失败的内容正在重新加载。',
  },
  newBuild: {
    en: 'This city has been built anew since it was opened. Reload the page to see the new data.',
    zh: '此城市在打开后已重新构建。请刷新页面以查看新数据。',
  },
  silent: (since: string): Text => ({
    en: `The server has not answered since ${since}. What is loaded stays usable; trying again.`,
    zh: `自 ${since} 起服务器无响应。已加载的内容仍可使用；正在重试。`,
  }),
  asking: { en: 'Asking the server for its cities…', zh: '正在向服务器查询城市…' },
  loading: (name: string): Text => ({ en: `Opening ${name}…`, zh: `正在打开 ${name}…` }),
  unreachable: { en: 'The server does not answer', zh: '服务器无响应' },
  nextTry: (seconds: number): Text => ({
    en: seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…',
    zh: seconds > 0 ? `${seconds} 秒后重试。` : '正在重试…',
  }),
  tryNow: { en: 'Try now', zh: '立即重试' },
  title: { en: 'Which city?', zh: '选择城市' },
  intro: {
    en: 'The cities in this server’s data folder.',
    zh: '此服务器数据文件夹中的城市。',
  },
  models: { en: 'Building models in this browser', zh: '此浏览器中的建筑模型' },
  modelsDetail: {
    en: 'Dropped earlier, and no city here has them. Each opens alone, on ground of its own.',
    zh: '此前拖入，未归属此处任何城市。各自单独打开，地面独立。',
  },
  empty: { en: 'No city here yet', zh: '还没有城市' },
  emptyDetail: {
    en: 'Build one from open data; it appears here as soon as it is done.',
    zh: '用开放数据构建一个城市；完成后会立即显示在这里。',
  },
  howToAdd: { en: 'Add a city', zh: '添加城市' },
  howToAddDetail: {
    en: 'CityJSON, GeoJSON, IFC, GeoTIFF and PMTiles are read. On the machine of the server:',
    zh: '支持 CityJSON、GeoJSON、IFC、GeoTIFF 和 PMTiles。在服务器上运行：',
  },
  unreadable: { en: 'Its city.json can’t be read.', zh: '其 city.json 无法读取。' },
  buildings: (count: string): Text => ({ en: `${count} buildings`, zh: `${count} 栋建筑` }),
  elements: (count: string): Text => ({
    en: `Building model · ${count} elements`,
    zh: `建筑模型 · ${count} 个构件`,
  }),
  modelCount: (count: number): Text => ({
    en: count === 1 ? '1 building model' : `${count} building models`,
    zh: `${count} 个建筑模型`,
  }),
  area: (squareKm: string): Text => ({ en: `${squareKm} km²`, zh: `${squareKm} 平方公里` }),
  forget: (name: string): Text => ({
    en: `Remove ${name} from this browser`,
    zh: `从此浏览器移除 ${name}`,
  }),
  fictional: { en: 'invented', zh: '虚构' },
  sources: { en: 'Sources', zh: '数据来源' },
  refresh: { en: 'Look again', zh: '刷新' },
} as const;
