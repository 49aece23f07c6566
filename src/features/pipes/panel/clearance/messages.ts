import type { Text } from '#model/text.ts';
import type { ClearanceGroup, FindingKind } from '../../contract/clearance.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

export const groupNames: Readonly<Record<ClearanceGroup, Text>> = {
  water: text('Water', '给水'),
  reclaimed: text('Reclaimed water', '再生水'),
  sewer: text('Sewer', '排水'),
  gasLow: text('Gas, low pressure', '燃气（低压）'),
  gasMedium: text('Gas, medium pressure', '燃气（中压）'),
  gasHigh: text('Gas, high pressure', '燃气（次高压及以上）'),
  heat: text('Heat', '热力'),
  power: text('Power', '电力'),
  telecom: text('Telecom', '通信'),
};

export const kindNames: Readonly<Record<FindingKind, Text>> = {
  clash: text('Overlap', '碰撞'),
  vertical: text('Crossing too close', '交叉净距不足'),
  horizontal: text('Too close side by side', '水平净距不足'),
  cover: text('Too little cover', '覆土不足'),
};

export const messages = {
  name: text('Clearances', '净距检查'),
  summary: text(
    'Where utilities lie too close to each other or to the surface',
    '管线间距与覆土是否满足规范',
  ),
  table: text('Rules', '规则'),
  tables: text('Table of rules', '规则表'),
  check: text('Check all networks', '检查全部管网'),
  again: text('Check again', '重新检查'),
  stop: text('Stop', '停止'),
  running: (share: string) => text(`Checked ${share}`, `已检查 ${share}`),
  stopped: text('Stopped: only a part was checked.', '已停止：仅检查了一部分。'),
  failed: text("The check can't go on", '检查无法继续'),
  done: (pipes: string, pairs: string) =>
    text(
      `${pipes} pipes, ${pairs} neighbouring pairs checked.`,
      `检查 ${pipes} 根管线，${pairs} 对相邻管线。`,
    ),
  kind: text('What', '类型'),
  all: text('All', '全部'),
  between: text('Between', '涉及管线'),
  measured: text('Distance', '实际'),
  required: text('Required', '要求'),
  missing: text('Missing', '差值'),
  none: text('Nothing breaks these rules.', '未发现不符合规则之处。'),
  noneOfKind: text('Nothing of this kind was found.', '未发现此类问题。'),
  showing: (shown: string, total: string) =>
    text(`${shown} of ${total}, worst first.`, `显示 ${shown} / ${total}，最严重者在前。`),
  uncertain: text('uncertain height', '高程未实测'),
  confirm: text('to be confirmed', '待确认'),
  confirmWhy: text(
    'Figures marked “to be confirmed” were not checked against the text of the standard: the operator confirms or changes them.',
    '标“待确认”的数值未与规范原文核对，请运营单位确认或修改。',
  ),
  rulePair: text('Pair', '管线对'),
  horizontal: text('Side by side, m', '水平净距 (m)'),
  vertical: text('Crossing, m', '垂直净距 (m)'),
  cover: text('Cover, m', '覆土 (m)'),
  source: text('Source', '依据'),
  own: text('changed by the operator', '运营单位修改'),
  reset: text('Back to the table', '恢复规则表'),
  csv: text('CSV', 'CSV'),
  start: text('No check has run yet.', '尚未检查。'),
  startWhy: text('Networks that are hidden are left out.', '已隐藏的管网不参与检查。'),
} as const;
