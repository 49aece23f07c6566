import type { Text } from '#model/text.ts';
import { messages } from './building-messages.ts';

const MINUTE_MS = 60_000;

/** How long ago: just now, 12 min, 5 h, 3 days. What comes from a clock that runs ahead is just now. */
export function ageWords(ageMs: number): Text {
  const minutes = Math.floor(ageMs / MINUTE_MS);
  if (minutes < 1) return messages.justNow;
  if (minutes < 90) return ago(`${minutes} min`, `${minutes} 分钟`);
  const hours = Math.round(minutes / 60);
  if (hours < 48) return ago(`${hours} h`, `${hours} 小时`);
  const days = Math.round(hours / 24);
  return ago(`${days} days`, `${days} 天`);
}

const ago = (en: string, zh: string): Text => ({
  en: messages.ago(en).en,
  zh: messages.ago(zh).zh,
});
