// Buildings that burn, in the order in which they catch fire, for a spreadsheet (RFC 4180, UTF-8 with a byte order mark);
// units stand in the names of the columns.

import { type BurningPlaces, type FireSpread, ignitionCauses } from '../../contract/spread.ts';

/** What the city calls them; '' where it has no word. One entry each, as `spread.order`. */
export interface BuildingWords {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

const columns = [
  ...['index', 'id', 'name', 'address', 'longitude_deg', 'latitude_deg', 'ignition_s'],
  ...['ignition_utc', 'flashover_s', 'end_s', 'cause', 'from_index', 'peak_kW', 'energy_MJ'],
  ...['people_day', 'people_night'],
];

/** `head`: lines above the table that say what it is of. */
export function toBuildingsCsv(
  spread: FireSpread,
  places: BurningPlaces | undefined,
  words: BuildingWords,
  startMs: number,
  head: readonly string[],
): string {
  const placeOf = new Map(Array.from(places?.building ?? [], (building, at) => [building, at]));
  const rows = Array.from(spread.order, (building, at) => {
    const place = placeOf.get(building);
    const ignitionS = spread.ignitionS[building]!;
    const source = spread.source[building]!;
    return [
      ...[building, words.ids[at] ?? '', words.names[at] ?? '', words.addresses[at] ?? ''],
      place === undefined ? Number.NaN : (places?.longitudeDeg[place] ?? Number.NaN),
      place === undefined ? Number.NaN : (places?.latitudeDeg[place] ?? Number.NaN),
      Math.round(ignitionS),
      new Date(startMs + ignitionS * 1000).toISOString().slice(0, 19).concat('Z'),
      Math.round(spread.flashoverS[building]!),
      Math.round(spread.endS[building]!),
      ignitionCauses[spread.cause[building]!] ?? '',
      source < 0 ? '' : source,
      Math.round(spread.peakKW[building]!),
      Math.round(spread.energyMJ[building]!),
      spread.peopleDay[at]!,
      spread.peopleNight[at]!,
    ];
  });
  const lines = [...head.map((line) => [line]), columns, ...rows];
  return `\uFEFF${lines.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
