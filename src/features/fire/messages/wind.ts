import type { Text } from '#model/text.ts';

/** Eight winds, clockwise from north. */
export const windNames: readonly Text[] = [
  { en: 'north', zh: '北' },
  { en: 'north-east', zh: '东北' },
  { en: 'east', zh: '东' },
  { en: 'south-east', zh: '东南' },
  { en: 'south', zh: '南' },
  { en: 'south-west', zh: '西南' },
  { en: 'west', zh: '西' },
  { en: 'north-west', zh: '西北' },
];

/** The one of the eight winds that it blows from. */
export function windNameOf(fromRad: number): Text {
  const eighth = Math.round((fromRad * 4) / Math.PI);
  return windNames[((eighth % 8) + 8) % 8] ?? { en: '', zh: '' };
}

export const windMessages = {
  north: { en: 'N', zh: '北' },
  east: { en: 'E', zh: '东' },
  south: { en: 'S', zh: '南' },
  west: { en: 'W', zh: '西' },
  direction: { en: 'Wind from', zh: '风向（来向）' },
  speed: { en: 'Wind speed', zh: '风速' },
  degrees: (name: Text, degrees: number): Text => ({
    en: `from the ${name.en}, ${degrees}°`,
    zh: `${name.zh}风，${degrees}°`,
  }),
  left: { en: 'Turn left by 45°', zh: '逆时针转 45°' },
  right: { en: 'Turn right by 45°', zh: '顺时针转 45°' },
  turn: (since: string): Text => ({
    en: `Blows so from ${since}`,
    zh: `自 ${since} 起如此`,
  }),
} as const;
