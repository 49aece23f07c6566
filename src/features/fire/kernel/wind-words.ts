// The wind of a fire at a moment, in few words.

import type { Language } from '#model/text.ts';
import type { FireScenario, WindSpell } from '../contract.ts';

const points = {
  en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'],
  zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
} as const;

/** The last spell that has begun; the first holds from the beginning. */
export function spellAt(
  fire: Pick<FireScenario, 'wind'> | undefined,
  timeS: number,
): WindSpell | undefined {
  return fire?.wind.filter(({ fromS }) => fromS <= timeS).at(-1) ?? fire?.wind[0];
}

/** From where, to where, how fast: `SW → NE 5.2 m/s`. */
export function windText({ fromRad, speedMs }: WindSpell, language: Language): string {
  const from = Math.round((((fromRad / Math.PI) * 4) % 8) + 8) % 8;
  const names = points[language];
  const speed = `${speedMs.toFixed(1)} m/s`;
  return `${names[from]} → ${names[(from + 4) % 8]}  ${speed}`;
}
