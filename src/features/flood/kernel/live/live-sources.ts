// The sources of a live scenario: levels of the driving gauges at their water, the mean of the rain gauges.

import type { WaterReading } from '#model/water-reading.ts';
import type { FloodSource, PlaceDeg } from '../../contract.ts';
import { levelAhead, type Observed, rainAhead } from './forecast-series.ts';

const METRES_PER_DEGREE = 111_320;
/** A gauge stands on a bank or a bridge: a cross of this reach finds the water beside it. */
const REACH_M = 25;

export const stageId = (sensor: string) => `live-${sensor}`;
export const RAIN_ID = 'live-rain';

/** A level where its gauge stands; undefined before it has said anything. */
export function stageOf(
  gauge: WaterReading,
  observed: Observed,
  horizonS: number,
  trend: number,
): FloodSource | undefined {
  const level = levelAhead(observed, horizonS, trend);
  if (level.length === 0) return undefined;
  const { sensor, name } = gauge;
  return {
    ...{ id: stageId(sensor), name, kind: 'stage' },
    line: crossAt(gauge),
    level,
    datastream: sensor,
  };
}

export function rainOf(
  name: string,
  observed: Observed,
  horizonS: number,
): FloodSource | undefined {
  const intensity = rainAhead(observed, horizonS);
  if (intensity.length === 0) return undefined;
  return { id: RAIN_ID, name, kind: 'rain', storm: { shape: 'series', intensity } };
}

export const placeOf = ({ longitudeDeg, latitudeDeg }: WaterReading): PlaceDeg => [
  longitudeDeg,
  latitudeDeg,
];

/** A small cross where a gauge stands. */
export function crossAt({
  longitudeDeg: x,
  latitudeDeg: y,
}: Pick<WaterReading, 'longitudeDeg' | 'latitudeDeg'>): PlaceDeg[] {
  const dy = REACH_M / METRES_PER_DEGREE;
  const dx = dy / Math.cos((y * Math.PI) / 180);
  return [
    [x - dx, y],
    [x, y],
    [x, y + dy],
    [x, y - dy],
    [x, y],
    [x + dx, y],
  ];
}

/** Mean rate of the rain gauges that are not stale; NaN where none is fresh. */
export function meanRain(readings: readonly WaterReading[]): {
  readonly fresh: number;
  readonly all: number;
  readonly meanMs: number;
} {
  const gauges = readings.filter(
    ({ kind, property }) => kind === 'rain' && property === 'rainfallRate',
  );
  const fresh = gauges.filter(({ isStale, value }) => !isStale && value >= 0);
  const sum = fresh.reduce((total, { value }) => total + value, 0);
  return { fresh: fresh.length, all: gauges.length, meanMs: sum / fresh.length };
}
