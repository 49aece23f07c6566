// A datastream's values as the table that a person could have pasted.

import type { WaterSeries } from '../../contract/forecasts.ts';

const headers: Readonly<Record<string, readonly [header: string, factor: number]>> = {
  waterLevel: ['stage (m)', 1],
  discharge: ['discharge (m³/s)', 1],
  rainfallRate: ['rain (mm/h)', 3.6e6],
};

/** '' where it is of something else or says nothing. */
export function toTable({ property, points }: WaterSeries): string {
  const [header, factor] = headers[property] ?? [];
  if (header === undefined || factor === undefined || points.length === 0) return '';
  const rows = points.map(
    ([timeMs, value]) =>
      `${new Date(timeMs).toISOString()}, ${Number((value * factor).toPrecision(7))}`,
  );
  return [`time, ${header}`, ...rows].join('\n');
}
