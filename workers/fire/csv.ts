// The list as a file: everything that the query finds, with ln of every term; the terms of a row sum to its ln_score.

import type { RiskQuery } from '#features/fire/contract/risk.ts';
import { riskTerms } from '#simulation/fire/risk/factors.ts';
import { findBuildings } from './list.ts';
import type { RiskCity } from './risk-city.ts';
import { becauseOf } from './tell-building.ts';

const head = [
  ...['id', 'name', 'address', 'longitude_deg', 'latitude_deg', 'use', 'class', 'fires_per_year'],
  ...['score', 'percentile', 'confidence', 'last_inspection', 'because'],
  ...riskTerms.map((term) => `ln_${term}`),
  'ln_score',
];

export function toCsv(city: RiskCity, query: RiskQuery): string {
  const scores = city.scores();
  const { town, facts } = city;
  const rows = Array.from(findBuildings(city, scores, query), (building) => [
    town.ids[building] ?? '',
    town.names[building] ?? '',
    town.addresses[building] ?? '',
    town.longitudeDeg[building]!.toFixed(7),
    town.latitudeDeg[building]!.toFixed(7),
    town.uses[town.use[building]!] ?? '',
    scores.riskClass[building]!,
    scores.firesPerYear[building]!,
    scores.score[building]!,
    scores.percentile[building]!.toFixed(2),
    scores.confidence[building]!.toFixed(3),
    facts.lastInspection[building] ?? '',
    becauseOf(city, scores, building).en,
    ...riskTerms.map((term) => scores.contributions[term][building]!),
    Math.log(scores.score[building]!),
  ]);
  return `${[head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+@\t\r-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
