// Keeps which datastreams of the open city are forecasts, for whoever wants to run one.

import type { SessionContext } from '#features/feature.ts';
import { presentOf } from '#store/clock.ts';
import { FLOOD_FORECASTS, type ForecastDesk } from '../contract/forecasts.ts';
import { createWaterRecord, type WaterRecord } from './water-record.ts';

const BEFORE_MS = 3 * 3600_000;
/** The server answers for up to 45 days. */
const AHEAD_MS = 40 * 86_400_000;

export function keepForecasts(
  { store, frames }: Pick<SessionContext, 'store' | 'frames'>,
  signal: AbortSignal,
  recordOf: typeof createWaterRecord = createWaterRecord,
): () => void {
  const { city } = store.getState();
  if (!city) return () => undefined;
  const record: WaterRecord = recordOf(new URL(city.baseUrl).origin, city.manifest.id);
  let desk: ForecastDesk = {
    datastreams: undefined,
    look: () => void look(),
    async read(datastream) {
      const nowMs = presentOf(store.getState().clock, Date.now());
      const span = { fromMs: nowMs - BEFORE_MS, toMs: nowMs + AHEAD_MS };
      const [series] = await record.read([datastream], span, signal);
      return series ?? { ...datastream, points: [] };
    },
  };
  const change = (part: Pick<ForecastDesk, 'datastreams'> | { readonly problem: string }) => {
    desk = { datastreams: desk.datastreams, look: desk.look, read: desk.read, ...part };
    frames.publish(FLOOD_FORECASTS, desk);
  };

  async function look(): Promise<void> {
    try {
      change({ datastreams: await record.datastreams(true, signal) });
    } catch (error) {
      if (!signal.aborted)
        change({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  frames.publish(FLOOD_FORECASTS, desk);
  return () => frames.publish(FLOOD_FORECASTS, undefined);
}
