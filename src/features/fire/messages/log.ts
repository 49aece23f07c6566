// Lines of an incident's log, and what the card says of it.

import { sinceText } from '#model/span.ts';
import type { Text } from '#model/text.ts';

export const logMessages = {
  headline: (name: string): Text => ({ en: `Fire: ${name}`, zh: `火灾：${name}` }),
  ignition: (name: string, atS: number): Text => ({
    en: `${name} ignited in the twin at ${sinceText(atS).en}`,
    zh: `${sinceText(atS).zh} 在孪生中点燃${name}`,
  }),
  wind: (from: Text, speed: string, atS: number): Text => ({
    en: `Wind from the ${from.en}, ${speed} m/s, from ${sinceText(atS).en} on`,
    zh: `${sinceText(atS).zh} 起${from.zh}风，${speed} m/s`,
  }),
  water: (percent: number, atS: number): Text => ({
    en: `Water supply gives ${percent} % from ${sinceText(atS).en} on`,
    zh: `${sinceText(atS).zh} 起供水为 ${percent}%`,
  }),
  engine: (name: string, atS: number): Text => ({
    en: `${name} sent, there at ${sinceText(atS).en}`,
    zh: `已派出${name}，${sinceText(atS).zh} 到场`,
  }),
  defence: (name: string, atS: number): Text => ({
    en: `${name} defended from ${sinceText(atS).en} on`,
    zh: `${sinceText(atS).zh} 起防护${name}`,
  }),
  taken: (what: Text): Text => ({ en: `Taken back: ${what.en}`, zh: `已撤回：${what.zh}` }),
  ordered: (marginM: number): Text => ({
    en: `Evacuation zone laid, ${marginM} m around the danger`,
    zh: `已划定疏散区，危险区外扩 ${marginM} 米`,
  }),
  orderChanged: { en: 'Evacuation zone changed', zh: '疏散区已调整' },
  orderEnded: { en: 'Evacuation ended', zh: '疏散结束' },
  evacuated: (people: number, minutes: number): Text => ({
    en: `${people} people have to leave; out after ${minutes} min in the simulation`,
    zh: `需撤离 ${people} 人；模拟中 ${minutes} 分钟撤出`,
  }),
  computed: { en: 'The spread is computed', zh: '蔓延已计算' },
  failed: (problem: string): Text => ({
    en: `The spread can’t be computed: ${problem}`,
    zh: `无法计算蔓延：${problem}`,
  }),

  open: { en: 'Open as an incident', zh: '作为事件登记' },
  openHint: {
    en: 'Keeps the fire and what is done from now on in the city’s log.',
    zh: '将火情及此后操作记入城市日志。',
  },
} as const;
