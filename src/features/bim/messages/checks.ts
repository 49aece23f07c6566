import type { Text } from '#model/text.ts';

const number = (count: number, language: 'en' | 'zh') =>
  count.toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN');

export const checkMessages = {
  // Versions
  compare: { en: 'Compare versions', zh: '版本比较' },
  needTwo: {
    en: 'Drop another version of a model here to compare it with this one.',
    zh: '将模型的另一版本拖放到此处即可比较。',
  },
  before: { en: 'Before', zh: '旧版本' },
  after: { en: 'After', zh: '新版本' },
  compareThem: { en: 'Compare', zh: '比较' },
  comparing: { en: 'Comparing', zh: '正在比较' },
  stopComparing: { en: 'Done', zh: '结束比较' },
  compareFailed: { en: 'They could not be compared', zh: '无法比较' },
  isSame: { en: 'Nothing changed', zh: '没有变化' },
  shifted: (way: string): Text => ({
    en: `The newer file counts from another point (${way}); that is no difference.`,
    zh: `新文件的坐标原点不同（${way}），不计为差异。`,
  }),
  kinds: {
    added: { en: 'Added', zh: '新增' },
    removed: { en: 'Removed', zh: '删除' },
    geometry: { en: 'Shape', zh: '形状' },
    moved: { en: 'Moved', zh: '移动' },
    properties: { en: 'Properties', zh: '属性' },
  },
  same: { en: 'Same', zh: '相同' },
  differences: { en: 'Differences', zh: '差异' },
  element: { en: 'Element', zh: '构件' },
  kind: { en: 'What', zh: '类型' },
  storey: { en: 'Storey', zh: '楼层' },
  onlyDifferences: { en: 'Show differences alone', zh: '仅显示差异' },
  exportCsv: { en: 'Save as CSV', zh: '保存为 CSV' },
  movedBy: (way: string): Text => ({ en: `Moved by ${way}`, zh: `移动 ${way}` }),
  values: { en: 'Changed values', zh: '变化的属性值' },
  noValues: { en: 'No value changed', zh: '没有属性值变化' },
  change: (before: string, after: string): Text => ({
    en: `${before} → ${after}`,
    zh: `${before} → ${after}`,
  }),
  nothing: { en: 'none', zh: '无' },

  // Clashes
  clashes: { en: 'Clashes', zh: '碰撞检查' },
  of: { en: 'Between', zh: '检查对象' },
  with: { en: 'And', zh: '与' },
  pipes: { en: 'Pipes of the city', zh: '城市管线' },
  disciplinesOf: (side: string): Text => ({
    en: `Disciplines: ${side}`,
    zh: `专业：${side}`,
  }),
  tolerance: { en: 'Tolerance', zh: '容差' },
  clearance: { en: 'Clearance', zh: '净距' },
  ignoreJoins: { en: 'Leave out what is meant to meet', zh: '忽略正常连接' },
  ignoreJoinsHint: {
    en: 'Walls that join, what fills an opening, parts of one system',
    zh: '墙体连接、洞口填充物、同一系统的部件',
  },
  find: { en: 'Find clashes', zh: '查找碰撞' },
  stop: { en: 'Stop', zh: '停止' },
  searching: { en: 'Looking at pairs', zh: '正在检查构件对' },
  pairs: (done: number, total: number): Text => ({
    en: `${number(done, 'en')} of ${number(total, 'en')}`,
    zh: `${number(done, 'zh')} / ${number(total, 'zh')}`,
  }),
  clashFailed: { en: 'The search failed', zh: '检查失败' },
  noClashes: { en: 'No clashes', zh: '没有碰撞' },
  found: (hard: number, clearance: number): Text => ({
    en: `${number(hard, 'en')} overlaps, ${number(clearance, 'en')} too near`,
    zh: `${number(hard, 'zh')} 处重叠，${number(clearance, 'zh')} 处净距不足`,
  }),
  depth: { en: 'Depth', zh: '深度' },
  status: { en: 'Status', zh: '状态' },
  statuses: {
    new: { en: 'new', zh: '新' },
    active: { en: 'active', zh: '处理中' },
    resolved: { en: 'resolved', zh: '已解决' },
    ignored: { en: 'ignored', zh: '已忽略' },
  },
  hard: { en: 'overlap', zh: '重叠' },
  tooNear: { en: 'too near', zh: '净距不足' },
  atLeast: (depth: string): Text => ({ en: `at least ${depth}`, zh: `至少 ${depth}` }),
  gap: (gap: string): Text => ({ en: `${gap} apart`, zh: `相距 ${gap}` }),
  note: { en: 'Note', zh: '备注' },
  closeLook: { en: 'Close look at both', zh: '近观二者' },
  saveBcf: { en: 'Save as BCF', zh: '保存为 BCF' },
  savingBcf: { en: 'Drawing views', zh: '正在生成视图' },
  openBcf: { en: 'Open BCF …', zh: '打开 BCF…' },
  topics: { en: 'Topics', zh: '议题' },
  topic: { en: 'Topic', zh: '议题' },
  closeTopics: { en: 'Close the file', zh: '关闭文件' },
  bcfFailed: { en: 'The file could not be read', zh: '无法读取文件' },
  noTopics: { en: 'The file has no topics', zh: '文件中没有议题' },
} as const;
