// The last hours of the city's gauges as its server has kept them: a live forecast is computed from there, so that the
// water that stands now is there when it begins.

import type { WaterDatastream, WaterSeries } from '../contract/forecasts.ts';
import type { Observed } from '../kernel/live/forecast-series.ts';
import type { WaterRecord } from './water-record.ts';

const EVERY_S = 300;
/** A forecast waits no longer for its past. */
const PATIENCE_MS = 4000;

export interface PastWaters {
  /** ms UTC and m, by sensor. */
  readonly levels: ReadonlyMap<string, readonly (readonly [timeMs: number, value: number])[]>;
  /** Mean of the rain gauges, m/s. */
  readonly rain: readonly (readonly [timeMs: number, value: number])[];
}

/** Throws the server's sentence, or that it took too long. */
export async function readPast(
  record: WaterRecord,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  signal: AbortSignal,
): Promise<PastWaters> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const wanted = (await record.datastreams(false, patience)).filter(isOfForecast);
  const found = await record.read(wanted, { fromMs, toMs, everyS: EVERY_S }, patience);
  const levels = found.filter(({ property }) => property === 'waterLevel');
  return {
    levels: new Map(levels.map(({ sensor, points }) => [sensor, points])),
    rain: meanOver(found.filter(({ property }) => property === 'rainfallRate')),
  };
}

const isOfForecast = ({ kind, property }: WaterDatastream): boolean =>
  kind === 'rain'
    ? property === 'rainfallRate'
    : (kind === 'river' || kind === 'tide') && property === 'waterLevel';

/** Of all that was said within each five minutes, at their middle. */
function meanOver(gauges: readonly WaterSeries[]): Observed {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [timeMs, rate] of gauges.flatMap(({ points }) => points)) {
    const step = Math.floor(timeMs / (EVERY_S * 1000));
    const known = sums.get(step) ?? { sum: 0, count: 0 };
    sums.set(step, { sum: known.sum + Math.max(0, rate), count: known.count + 1 });
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([step, { sum, count }]) => [(step + 0.5) * EVERY_S * 1000, sum / count] as const);
}
