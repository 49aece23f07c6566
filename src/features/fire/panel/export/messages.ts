// Words of the files that a fire is taken along as.

import type { Text } from '#model/text.ts';
import type { CapStatus } from '../../kernel/export/cap.ts';

export const messages = {
  name: { en: 'Briefing and files', zh: '简报与导出' },
  summary: {
    en: 'A printed briefing, zones for GIS, buildings as a table, a CAP message',
    zh: '打印简报、GIS 区域、建筑表格、CAP 预警消息',
  },
  nothingYet: { en: 'The fire has no result yet.', zh: '火情尚无结果。' },
  briefing: { en: 'Briefing', zh: '简报' },
  openBriefing: { en: 'Open the briefing', zh: '打开简报' },
  briefingWhat: {
    en: 'The moment that is shown: what burns, smoke, engines and water, who leaves where to.',
    zh: '当前时刻：火势、烟气、力量与供水、疏散去向。',
  },
  map: { en: 'Map as GeoJSON', zh: '地图（GeoJSON）' },
  mapWhat: {
    en: 'Zones, streets by the first engine, ways of engines and of those who leave, shelters, buildings that burn or will.',
    zh: '危害区、首车到达时间道路、车辆与撤离路线、避难所、燃烧及将燃建筑。',
  },
  saveJson: { en: 'Save GeoJSON', zh: '保存 GeoJSON' },
  table: { en: 'Buildings as CSV', zh: '建筑表（CSV）' },
  tableWhat: (count: string): Text => ({
    en: `${count} buildings in the order in which they catch fire, with times and people.`,
    zh: `${count} 栋建筑，按起火顺序，含时间与人数。`,
  }),
  noBuildings: { en: 'The spread is not computed yet.', zh: '蔓延尚未计算。' },
  saveCsv: { en: 'Save CSV', zh: '保存 CSV' },
  alert: { en: 'Alert as CAP 1.2', zh: '预警（CAP 1.2）' },
  alertWhat: {
    en: 'For those who have to leave the evacuation zone, in English and Chinese. An exercise unless you say otherwise; nothing is sent from here.',
    zh: '发给疏散区内人员，中英双语。默认为演练；此处不会发送任何消息。',
  },
  noZone: {
    en: 'Lay an evacuation zone first: the alert is for the people in it.',
    zh: '请先划定疏散区：预警面向区内人员。',
  },
  sender: { en: 'Sender', zh: '发送方' },
  senderHint: { en: 'A domain or mail address, without spaces', zh: '域名或邮箱，不含空格' },
  senderName: { en: 'Name of the sender', zh: '发送方名称' },
  status: { en: 'Status', zh: '状态' },
  saveXml: { en: 'Save CAP message', zh: '保存 CAP 消息' },
  actual: {
    en: 'Actual: whoever receives this takes it for real.',
    zh: '实际：接收方将视为真实预警。',
  },

  working: { en: 'Being written …', zh: '正在写入……' },
  saved: (name: string): Text => ({ en: `Saved ${name}`, zh: `已保存 ${name}` }),
  failed: { en: 'The file could not be written', zh: '文件写入失败' },
} as const;

export const statusNames: Readonly<Record<CapStatus, Text>> = {
  Exercise: { en: 'Exercise', zh: '演练' },
  Test: { en: 'Test', zh: '测试' },
  Draft: { en: 'Draft', zh: '草稿' },
  Actual: { en: 'Actual', zh: '实际' },
};

/** What the alert says. */
export const capMessages = {
  event: { en: 'Fire', zh: '火灾' },
  note: (fire: string): string =>
    `Computed in a digital twin from the simulated fire “${fire}”. Screening, not for life-safety decisions. / 由数字孪生根据模拟火情“${fire}”生成，仅供初步研判，不得作为生命安全决策依据。`,
  headline: (place: string): Text => ({
    en: `Fire: leave the area around ${place}`,
    zh: `火灾：请撤离${place}周边区域`,
  }),
  description: (people: string, burning: string): Text => ({
    en: `${burning} ${burning === '1' ? 'building burns' : 'buildings burn'}. About ${people} people have to leave the zone.`,
    zh: `${burning} 栋建筑正在燃烧，约 ${people} 人需撤离该区域。`,
  }),
  instruction: (shelters: readonly string[]): Text => ({
    en: `Leave the zone away from the smoke. Close windows and doors. Don’t drive back in.${shelters.length > 0 ? ` Shelters: ${shelters.join('; ')}.` : ''}`,
    zh: `请避开烟气撤离该区域，关好门窗，不要返回。${shelters.length > 0 ? `避难所：${shelters.join('；')}。` : ''}`,
  }),
  area: (city: string, marginM: number): Text => ({
    en: `${city}: danger zone and ${marginM} m around it`,
    zh: `${city}：危险区及其外 ${marginM} 米`,
  }),
} as const;
