import { expect, it } from 'vitest';
import type { FireReading } from '#model/fire-reading.ts';
import { defaultCoefficients, toCoefficients } from '#simulation/fire/risk/coefficients.ts';
import { Detectors } from './detectors.ts';

const coefficients = toCoefficients(defaultCoefficients);
const aReading = (sensor: string, building: string, isStale: boolean): FireReading => ({
  ...{ building, sensor, name: sensor, property: 'residualCurrent', value: 0.02, timeMs: 0 },
  ...{ isSimulated: false, isStale, level: 'normal' },
});

it('counts buildings with silent detectors as these fall silent, speak again and go', () => {
  const detectors = new Detectors({ byId: (id) => Number(id), near: () => [] });
  const hear = (isAll: boolean, ...said: readonly [string, string, boolean][]) => {
    const readings = said.map((one) => aReading(...one));
    detectors.take({ isAll, readings }, coefficients);
    return detectors.silentBuildings;
  };
  expect(hear(true, ['A', '1', true], ['B', '1', true], ['C', '2', false])).toBe(1);
  expect(hear(false, ['C', '2', true])).toBe(2);
  expect(hear(false, ['A', '1', false])).toBe(2);
  expect(hear(false, ['B', '1', false])).toBe(1);
  expect(hear(false, ['B', '1', true], ['B', '1', true])).toBe(2);
  expect(hear(true, ['C', '2', true])).toBe(1);
  expect(hear(true)).toBe(0);
});
