// Hits as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark); units stand in the names of the columns.

import type { FloodHit } from '../../contract/impact.ts';

export function hitsCsv(hits: readonly FloodHit[], currency: string): string {
  const head = [
    ...['kind', 'id', 'name', 'use', 'longitude_deg', 'latitude_deg', 'first_wet_s', 'is_now'],
    ...['depth_m', 'max_depth_m', 'max_hazard_rating', 'people_day', 'people_night'],
    ...[`damage_${currency}`, 'basement_storeys'],
  ];
  const rows = hits.map((hit) => [
    ...[hit.kind, hit.id, hit.name, hit.use, hit.longitudeDeg, hit.latitudeDeg],
    ...[Math.round(hit.firstWetS), hit.isNow ? 'yes' : 'no', hit.depthM, hit.maxDepthM],
    ...[hit.maxHazard, hit.peopleDay, hit.peopleNight, Math.round(hit.damage)],
    hit.basementStoreys ?? Number.NaN,
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
