import type { NetworkReading } from '#model/network-reading.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';

/** Pipes under pressure: what is in them leaves where one breaks. */
const bursting: ReadonlySet<UtilityNetwork> = new Set([
  ...(['water', 'reclaimed', 'gas', 'heatSupply', 'heatReturn'] as const),
]);

/** What may tell of a burst now: a full sewer or an old reading doesn't. */
export const burstAlarms = (readings: readonly NetworkReading[]): readonly NetworkReading[] =>
  readings.filter(({ network, isAlarm, isStale }) => isAlarm && !isStale && bursting.has(network));
