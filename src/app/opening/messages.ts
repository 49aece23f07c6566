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
} as const;
