// Watches pressure loggers for the search for leaks: what is usual between readings and model, and since when some
// alarm.

import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { LEAK_WATCH, type LeakWatch } from '../contract/leak-watch.ts';
import { type SupplyReport, WATER_SUPPLY } from '../contract/water.ts';
import { ResidualLog } from '../kernel/residual-log.ts';
import type { StartPart } from './part.ts';

export const startLeakWatch: StartPart = ({ frames, networks }) => {
  const logs = new Map<string, ResidualLog>();
  const onsets = new Map<string, number>();
  const watches = new Map<string, LeakWatch>();

  function take(report: SupplyReport): void {
    const { network, atMs, residuals } = report;
    const alarms = alarming(frames.peek<readonly NetworkReading[]>(NETWORK_READINGS) ?? []);
    const log = logs.get(network) ?? new ResidualLog();
    logs.set(network, log);
    for (const { sensor, quantity, measured, solved } of residuals) {
      if (quantity === 'pressure') log.keep(sensor, atMs, measured - solved);
    }
    if (alarms.length === 0) onsets.delete(network);
    else if (!onsets.has(network)) onsets.set(network, atMs);
    const onsetMs = onsets.get(network);
    const usual = log.usualBefore(onsetMs ?? Number.POSITIVE_INFINITY);
    watches.set(network, { network, onsetMs, alarms: alarms.map(({ name }) => name), usual });
  }

  const stop = frames.subscribe((channel) => {
    if (channel !== WATER_SUPPLY) return;
    const reports = frames.peek<ReadonlyMap<string, SupplyReport>>(WATER_SUPPLY);
    for (const network of networks) {
      const report = reports?.get(network.network);
      if (report && report.staleSinceMs === undefined) take(report);
    }
    frames.publish(LEAK_WATCH, new Map(watches));
  });
  return () => {
    stop();
    frames.publish(LEAK_WATCH, undefined);
  };
};

const alarming = (readings: readonly NetworkReading[]) =>
  readings.filter(
    ({ network, property, isAlarm, isStale }) =>
      network === 'water' && property === 'waterPressure' && isAlarm && !isStale,
  );
