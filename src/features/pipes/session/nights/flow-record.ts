// The flow meters of the city's water networks as its server has kept them. Only the hours of the nights are asked for.

import type { DatastreamCatalogue } from '#contract/datastream-catalogue.ts';
import { createStoredReadings, type StoredPoints } from '#features/stored-readings.ts';
import type { MeterRecord } from '../../contract/night-flow.ts';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface FlowMeter extends Pick<MeterRecord, 'sensor' | 'name' | 'element'> {
  readonly number: number;
}

export interface FlowMeters {
  readonly meters: readonly FlowMeter[];
  readonly isSimulated: boolean;
}

export interface FlowRecord {
  /** Each link once. Throws the server's sentence. */
  meters(signal: AbortSignal): Promise<FlowMeters>;
  /** Readings of the spans, joined in order of time. */
  read(
    meters: readonly FlowMeter[],
    spans: readonly Span[],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<readonly MeterRecord[]>;
}

export function createFlowRecord(
  origin: string,
  city: string,
  fetch?: typeof globalThis.fetch,
): FlowRecord {
  const stored = createStoredReadings(origin, city, fetch);
  return {
    async meters(signal) {
      const catalogue = await stored.catalogue(signal);
      return { meters: metersOf(catalogue), isSimulated: catalogue.simulated };
    },
    async read(meters, spans, signal, onProgress) {
      if (meters.length === 0) return [];
      const numbers = meters.map(({ number }) => number);
      const parts: StoredPoints[] = [];
      for (const span of spans) {
        parts.push(await stored.read(numbers, span, signal));
        onProgress(parts.length / spans.length);
      }
      return meters.map(({ number, ...meter }) => {
        const own = parts.flatMap((part) => part.get(number) ?? []).sort(([a], [b]) => a - b);
        return {
          ...meter,
          timesMs: Float64Array.from(own, ([timeMs]) => timeMs),
          flowM3s: Float64Array.from(own, ([, flowM3s]) => flowM3s),
        };
      });
    },
  };
}

function metersOf({ sensors }: DatastreamCatalogue): FlowMeter[] {
  const found = new Map<string, FlowMeter>();
  for (const { id, name, network, element, datastreams } of sensors) {
    if (network !== 'water' || element === undefined || found.has(element)) continue;
    const flow = datastreams.find(({ property }) => property === 'pipeFlow');
    if (flow) found.set(element, { sensor: id, name, element, number: flow.number });
  }
  return [...found.values()];
}
