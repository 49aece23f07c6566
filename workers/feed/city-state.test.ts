import { expect, it } from 'vitest';
import { CityState } from './city-state.ts';
import { toRows } from './rows.ts';

const presentMs = Date.UTC(2026, 10, 26, 12);
const dayAgoMs = presentMs - 30 * 3_600_000;

function aGauge(simulated: boolean): CityState {
  const rows = toRows({
    simulated,
    sensors: [
      {
        id: 'G',
        kind: 'noise',
        name: 'Gauge',
        longitudeDeg: 0,
        latitudeDeg: 0,
        heightM: 0,
        datastreams: [{ id: 'soundLevel', property: 'soundLevel', intervalS: 5, number: 7 }],
      },
    ],
  });
  return new CityState(rows);
}

const isStaleAfter = (state: CityState, ageS: number, nowMs: number, present?: number) => {
  state.apply({
    datastream: Uint32Array.of(7),
    timeMs: Float64Array.of(nowMs - ageS * 1000),
    value: Float64Array.of(60),
    quality: Uint8Array.of(0),
  });
  return state.toColumns(nowMs, present).isStale[0] === 1;
};

it('calls news older than three intervals stale', () => {
  expect(isStaleAfter(aGauge(true), 15, presentMs)).toBe(false);
  expect(isStaleAfter(aGauge(true), 16, presentMs)).toBe(true);
});

it('knows that the past of a simulated city is kept coarse, and that of instruments is not', () => {
  expect(isStaleAfter(aGauge(true), 1700, dayAgoMs, presentMs)).toBe(false);
  expect(isStaleAfter(aGauge(true), 5401, dayAgoMs, presentMs)).toBe(true);
  expect(isStaleAfter(aGauge(false), 16, dayAgoMs, presentMs)).toBe(true);
});
