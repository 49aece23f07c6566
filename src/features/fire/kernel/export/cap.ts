// A message of the Common Alerting Protocol (OASIS CAP 1.2, urn:oasis:names:tc:emergency:cap:1.2): elements in the order
// of its schema, places as latitude,longitude, times with an offset.

import type { Language, Text } from '#model/text.ts';
import type { PlaceDeg, RingsDeg } from '../../contract.ts';
import { ringsToPolygons } from './rings-to-polygons.ts';

export const capStatuses = ['Exercise', 'Test', 'Draft', 'Actual'] as const;
export type CapStatus = (typeof capStatuses)[number];

export interface CapAlert {
  readonly identifier: string;
  /** Who sends it: a name of the internet or a mail address by custom. */
  readonly sender: string;
  readonly senderName: string;
  readonly sentMs: number;
  readonly onsetMs: number;
  readonly expiresMs: number;
  readonly status: CapStatus;
  /** For the people on duty, such as that it is simulated. */
  readonly note: string;
  readonly event: Text;
  readonly headline: Text;
  readonly description: Text;
  readonly instruction: Text;
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown';
  readonly urgency: 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown';
  readonly certainty: 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown';
  readonly areaDesc: Text;
  readonly zone: RingsDeg;
}

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
const languages: readonly (readonly [Language, string])[] = [
  ['en', 'en-GB'],
  ['zh', 'zh-CN'],
];
/** A polygon of more corners is refused by many receivers. */
const MOST_CORNERS = 100;

/** Holes of the zone are left out: CAP has none, and who is in one is better told too much. */
export function toCap(alert: CapAlert): string {
  const polygons = ringsToPolygons(alert.zone).flatMap(([outer]) => (outer ? [outer] : []));
  const head = [
    element('identifier', toIdentifier(alert.identifier)),
    element('sender', toIdentifier(alert.sender)),
    element('sent', toTime(alert.sentMs)),
    element('status', alert.status),
    element('msgType', 'Alert'),
    element('scope', 'Public'),
    alert.note === '' ? '' : element('note', alert.note),
  ];
  const infos = languages.map(([language, tag]) => infoOf(alert, language, tag, polygons));
  const lines = [...head, ...infos].filter((line) => line !== '').join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${NAMESPACE}">\n${lines}\n</alert>\n`;
}

function infoOf(
  alert: CapAlert,
  language: Language,
  tag: string,
  polygons: readonly (readonly PlaceDeg[])[],
): string {
  const lines = [
    element('language', tag),
    element('category', 'Fire'),
    element('event', alert.event[language]),
    element('responseType', 'Evacuate'),
    element('urgency', alert.urgency),
    element('severity', alert.severity),
    element('certainty', alert.certainty),
    element('effective', toTime(alert.sentMs)),
    element('onset', toTime(alert.onsetMs)),
    element('expires', toTime(alert.expiresMs)),
    alert.senderName === '' ? '' : element('senderName', alert.senderName),
    element('headline', alert.headline[language].slice(0, 160)),
    element('description', alert.description[language]),
    element('instruction', alert.instruction[language]),
    '<area>',
    element('areaDesc', alert.areaDesc[language]),
    ...polygons.map((ring) => element('polygon', toPolygon(ring))),
    '</area>',
  ];
  return `<info>\n${lines.filter((line) => line !== '').join('\n')}\n</info>`;
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

/** Also takes out what XML 1.0 can't hold at all. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Without what CAP forbids there: spaces, commas, < and &. */
const toIdentifier = (text: string): string =>
  text.trim().replaceAll(/[\s,<&]+/g, '-') || 'unknown';

/** UTC is written -00:00; Z is not allowed. */
const toTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}-00:00`;

function toPolygon(ring: readonly PlaceDeg[]): string {
  const step = Math.max(1, Math.ceil((ring.length - 1) / MOST_CORNERS));
  const kept = ring.slice(0, -1).filter((_, at) => at % step === 0);
  const closed = [...kept, ...kept.slice(0, 1)];
  return closed.map(([x, y]) => `${y.toFixed(5)},${x.toFixed(5)}`).join(' ');
}
