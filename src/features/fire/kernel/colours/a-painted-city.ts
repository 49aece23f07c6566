// Frames of small cities for tests of colours.

import type { RiskFrame } from '../../contract/risk.ts';
import type { FireSpread } from '../../contract/spread.ts';
import type { FireScenario } from '../../contract.ts';

/** One entry a building. */
export function aRiskFrame(
  riskClass: readonly number[],
  { live = [], percentile = [] }: { live?: readonly number[]; percentile?: readonly number[] } = {},
): RiskFrame {
  const bytes = (values: readonly number[]) =>
    Uint8Array.from({ length: riskClass.length }, (_, at) => values[at] ?? 0);
  const count = (level: number) => riskClass.filter((one) => one === level).length;
  return {
    ...{ build: 'b', atMs: 0, live: bytes(live), percentile: bytes(percentile) },
    riskClass: bytes(riskClass),
    summary: {
      buildings: riskClass.filter((one) => one > 0).length,
      firesPerYear: 12.4,
      classes: [count(1), count(2), count(3), count(4), count(5)],
      ...{ raised: 0, stale: 0, detectors: 0, weather: undefined, lacks: [], rescoreMs: 1 },
    },
  };
}

/** Buildings that catch fire at these times (s), have flames 600 s later, and burn for two hours. */
export function aSpread(ignitionS: readonly number[]): FireSpread {
  const count = ignitionS.length;
  const later = (seconds: number) => Float32Array.from(ignitionS, (time) => time + seconds);
  const order = [...ignitionS.keys()]
    .filter((at) => Number.isFinite(ignitionS[at]))
    .sort((a, b) => ignitionS[a]! - ignitionS[b]!);
  return {
    ...{ scenario: 'f', count, burnt: order.length, putOut: 0, saved: 0, hamada: [] },
    ...{ ignitionS: Float32Array.from(ignitionS), flashoverS: later(600), endS: later(7200) },
    order: Uint32Array.from(order),
    cause: new Uint8Array(count),
    source: new Int32Array(count).fill(-1),
    peakKW: new Float32Array(count),
    energyMJ: new Float32Array(count),
    peopleDay: new Float32Array(order.length),
    peopleNight: new Float32Array(order.length),
    model: { name: { en: 'm', zh: 'm' }, range: { en: 'r', zh: 'r' } },
    water: {
      timeS: new Float32Array(0),
      wantedLs: new Float32Array(0),
      broughtLs: new Float32Array(0),
    },
  };
}

/** A fire in building 0, called `f`. */
export const aFire = (): FireScenario => ({
  ...{ id: 'f', name: 'Fire', startMs: 0, durationS: 14_400, mode: 'isochrones', seed: 1 },
  ignitions: [{ building: { id: 'A', index: 0, name: 'A', at: [10, 54] }, timeS: 0 }],
  wind: [{ fromS: 0, speedMs: 5, fromRad: 0 }],
  air: {
    ...{ temperatureC: 15, humidity: 0.6, cloud: 0.5, stability: 'auto' },
    source: { kind: 'given' },
  },
  ...{ engines: [], defences: [], water: [] },
});
