// Lines of an incident's log, and what the card says of it.

import { sinceText } from '#model/span.ts';
import type { Text } from '#model/text.ts';

export const logMessages = {
  added: (name: string, timeS: number): Text => ({
    en: `${name} added at ${sinceText(timeS).en} of the simulation`,
    zh: `模拟时刻 ${sinceText(timeS).zh} 添加${name}`,
  }),
  removed: (name: string, timeS: number): Text => ({
    en: `${name} taken out at ${sinceText(timeS).en} of the simulation`,
    zh: `模拟时刻 ${sinceText(timeS).zh} 撤除${name}`,
  }),
  wanted: {
    go: { en: 'The simulation goes on', zh: '模拟继续' },
    pause: { en: 'The simulation is paused', zh: '模拟暂停' },
    stop: { en: 'The simulation is stopped', zh: '模拟停止' },
  },
  done: { en: 'The simulation is through', zh: '模拟完成' },
  failed: (problem: string): Text => ({
    en: `The simulation has failed: ${problem}`,
    zh: `模拟失败：${problem}`,
  }),
  headline: (name: string): Text => ({ en: `Flood: ${name}`, zh: `洪水：${name}` }),

  open: { en: 'Open as an incident', zh: '作为事件登记' },
  openHint: {
    en: 'Keeps the scenario and what is done from now on in the city’s log.',
    zh: '将情景及此后操作记入城市日志。',
  },
} as const;
