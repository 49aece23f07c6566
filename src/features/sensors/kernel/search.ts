import { fold } from '#model/fold.ts';
import type { SensorColumns } from '../contract.ts';
import { haystacksOf } from './columns.ts';

/** Positions of the sensors that carry every word: whole ids first, then those that begin with it. */
export function searchSensors(columns: SensorColumns, query: string, limit: number): number[] {
  const folded = fold(query.trim());
  const words = folded.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { readonly sensor: number; readonly rank: number }[] = [];
  for (const [sensor, text] of haystacksOf(columns).entries()) {
    if (!words.every((word) => text.includes(word))) continue;
    const id = fold(columns.id[sensor] ?? '');
    const rank = id === folded ? 0 : text.startsWith(folded) ? 1 : 2;
    found.push({ sensor, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.sensor - b.sensor)
    .slice(0, limit)
    .map(({ sensor }) => sensor);
}
