// The plan of inspections as a table for those who go there.

import type { Text } from '#model/text.ts';
import type { InspectionVisit } from '../../contract/risk.ts';

export function planCsv(visits: readonly InspectionVisit[], say: (text: Text) => string): string {
  const rows = visits.map(({ building, gain, lastInspection = '', because }, at) => [
    String(at + 1),
    building.id,
    building.name,
    String(building.at[0]),
    String(building.at[1]),
    lastInspection,
    String(gain),
    because.map(say).join(' · '),
  ]);
  const head = 'rank,id,name,longitude_deg,latitude_deg,last_inspection,score_taken_away,why';
  return [head, ...rows.map((row) => row.map(cell).join(','))].join('\r\n');
}

/** RFC 4180, and no cell that a spreadsheet would take for a formula. */
function cell(text: string): string {
  const harmless = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
