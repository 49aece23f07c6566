// Everything that is as long as one catalogue: where its sensors stand, what is known of each, allocated once.

import type { SensorColumns, SensorFrame } from '../contract.ts';
import { createPlacer, type Placer, UNACKNOWLEDGED } from '../kernel/placing.ts';
import { type Sites, toSites } from './sites.ts';

/** Everything of the size of one catalogue. */
export interface Stand {
  readonly sites: Sites;
  readonly placer: Placer;
  readonly screen: { xPx: Float32Array; yPx: Float32Array; depthM: Float32Array };
  readonly rank: Uint8Array;
  readonly urgency: Uint8Array;
  readonly isSelected: Uint8Array;
  readonly isCharted: Uint8Array;
  /** 1 where the sensor's value stood in the last picture. */
  readonly stood: Uint8Array;
}

/** Marks the sensors at these positions as selected and as charted, and all others as neither. */
export function markSensors(
  { isSelected, isCharted }: Stand,
  selected: readonly number[],
  charted: readonly number[],
): void {
  isSelected.fill(0);
  isCharted.fill(0);
  for (const at of selected) isSelected[at] = 1;
  for (const at of charted) isCharted[at] = 1;
}

/** What is placed first: selected, alarms nobody acknowledged, alarms, warnings, what a chart shows. */
export function rankSensors(
  { rank, urgency, isSelected, isCharted }: Stand,
  now: SensorFrame,
): void {
  for (let at = 0; at < rank.length; at++) {
    const level = now.isUnacknowledged[at] === 1 ? UNACKNOWLEDGED : now.sensorLevel[at]!;
    urgency[at] = level;
    if (isSelected[at] === 1) rank[at] = 5;
    else if (level > 0) rank[at] = level + 1;
    else rank[at] = isCharted[at]!;
  }
}

export function toStand(sensors: SensorColumns, mostPins: number): Stand {
  const { count } = sensors;
  const bytes = () => new Uint8Array(count);
  return {
    sites: toSites(sensors),
    placer: createPlacer(count, mostPins),
    screen: {
      xPx: new Float32Array(count),
      yPx: new Float32Array(count),
      depthM: new Float32Array(count),
    },
    rank: bytes(),
    urgency: bytes(),
    isSelected: bytes(),
    isCharted: bytes(),
    stood: bytes(),
  };
}
