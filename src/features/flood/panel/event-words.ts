import type { Text } from '#model/text.ts';
import type { FloodEvent } from '../contract/impact.ts';

const verbs: Readonly<Record<FloodEvent['kind'], readonly [en: string, zh: string]>> = {
  building: ['is under water', '进水'],
  site: ['is under water', '进水'],
  road: ['is closed', '道路中断'],
  underground: ['takes in water', '地下进水'],
  breach: ['opens', '溃决'],
  barrier: ['stands', '架设完成'],
  'cut-off': ['is cut off', '交通中断'],
  'road-open': ['is open again', '道路恢复'],
};

/** One event in a sentence: `Johannis-Krankenhaus is under water`. */
export function eventText({ kind, name }: FloodEvent): Text {
  const [en, zh] = verbs[kind];
  return { en: `${name} ${en}`, zh: `${name}${zh}` };
}
