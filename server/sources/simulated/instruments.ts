// From the true quantity to what an instrument reports: counts over an interval, scatter, resolution.

import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import { bell } from './noise.ts';
import type { Signal } from './world.ts';

type Range = readonly [least: number, most: number];

interface Instrument {
  /** Standard deviation of a reading, in the stored unit. */
  readonly scatter: number;
  /** Readings are whole multiples of it. */
  readonly resolution: number;
}

const MM_PER_HOUR = 1 / 3.6e6;
const of = (scatter: number, resolution: number): Instrument => ({ scatter, resolution });

export const instruments: Readonly<Record<ObservedPropertyId, Instrument>> = {
  waterLevel: of(0.002, 0.001),
  waterDepth: of(0, 0.001),
  discharge: of(0.05, 0.01),
  // 0.01 mm a minute, as a weighing gauge has it.
  rainfallRate: of(0, 0.6 * MM_PER_HOUR),
  airTemperature: of(0.04, 0.01),
  relativeHumidity: of(0.004, 0.001),
  airPressure: of(4, 1),
  windSpeed: of(0.08, 0.1),
  windDirection: of(0.02, Math.PI / 180),
  solarIrradiance: of(0, 1),
  waterPressure: of(350, 100),
  pipeFlow: of(0.00004, 0.00001),
  tankLevel: of(0.002, 0.001),
  pumpSpeed: of(0, 0.001),
  fineParticles: of(0.3e-9, 0.1e-9),
  nitrogenDioxide: of(0.6e-9, 0.1e-9),
  soundLevel: of(0, 0.1),
  smokeObscuration: of(0, 0.0001),
  residualCurrent: of(0.0006, 0.0001),
  cableTemperature: of(0.08, 0.1),
  electricPower: of(40, 10),
  loadFactor: of(0.001, 0.001),
  methane: of(0.0004, 0.0001),
  gasPressure: of(2, 1),
  supplyTemperature: of(0.06, 0.1),
  occupancy: of(0, 0.0001),
  vehicleFlow: of(0, 0),
  vehicleSpeed: of(0.45, 0.1),
  waitingPedestrians: of(0, 1),
  liftState: of(0, 1),
  fillLevel: of(0.004, 0.01),
  storeTemperature: of(0.05, 0.1),
  doorOpen: of(0, 1),
  carbonDioxide: of(8e-6, 1e-6),
  vibration: of(0.00004, 0.00001),
};

const share: Range = [0, 1];
const notNegative: Range = [0, Number.POSITIVE_INFINITY];
const celsius: Range = [-60, 1000];

/** What a quantity can be at all, in the stored unit; a reading beyond is none. */
export const ranges: Readonly<Record<ObservedPropertyId, Range>> = {
  waterLevel: [-20, 100],
  waterDepth: notNegative,
  discharge: notNegative,
  rainfallRate: notNegative,
  airTemperature: celsius,
  relativeHumidity: share,
  airPressure: notNegative,
  windSpeed: notNegative,
  windDirection: [0, 2 * Math.PI],
  solarIrradiance: notNegative,
  waterPressure: notNegative,
  pipeFlow: [-100, 100],
  tankLevel: notNegative,
  pumpSpeed: notNegative,
  fineParticles: notNegative,
  nitrogenDioxide: notNegative,
  soundLevel: notNegative,
  smokeObscuration: notNegative,
  residualCurrent: notNegative,
  cableTemperature: celsius,
  electricPower: notNegative,
  loadFactor: notNegative,
  methane: notNegative,
  gasPressure: notNegative,
  supplyTemperature: celsius,
  occupancy: share,
  vehicleFlow: notNegative,
  vehicleSpeed: notNegative,
  waitingPedestrians: notNegative,
  liftState: [0, 2],
  fillLevel: share,
  storeTemperature: celsius,
  doorOpen: share,
  carbonDioxide: share,
  vibration: notNegative,
};

/** What the instrument shows of `truth`; `intervalS` is what a counter counts over. */
export function toReading(
  property: ObservedPropertyId,
  truth: Signal,
  seed: number,
  intervalS: number,
): Signal {
  if (property === 'vehicleFlow') return counted(truth, seed, intervalS);
  const { scatter, resolution } = instruments[property];
  if (findObservedProperty(property).states || resolution === 0) return truth;
  return (timeMs) => {
    const value = truth(timeMs);
    if (scatter === 0) return Math.round(value / resolution) * resolution;
    // Nothing reads as nothing: a pump that stands shows no flow.
    const noise = Math.min(scatter, Math.abs(value) / 8) * bell(seed, Math.floor(timeMs / 100));
    return Math.round((value + noise) / resolution) * resolution;
  };
}

export function toRange(property: ObservedPropertyId, value: number): number {
  const [least, most] = ranges[property];
  return Math.min(most, Math.max(least, value));
}

/** Vehicles arrive one by one and by chance: the count of an interval scatters with its own root. */
function counted(truth: Signal, seed: number, intervalS: number): Signal {
  return (timeMs) => {
    const expected = truth(timeMs) * intervalS;
    const luck = Math.sqrt(expected) * bell(seed, Math.floor(timeMs / 1000));
    return Math.max(0, Math.round(expected + luck)) / intervalS;
  };
}
