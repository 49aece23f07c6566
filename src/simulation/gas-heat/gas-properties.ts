// Gases as the solver needs them, and the air around. SI: Pa, K, kg/m³ at normal conditions (DIN 1343: 101,325 Pa
// and 273.15 K).

export const normalPa = 101_325;
export const normalK = 273.15;
const gravity = 9.80665;

export interface Gas {
  readonly name: string;
  /** At normal conditions, kg/m³. */
  readonly densityKgm3: number;
  /** Dynamic viscosity, Pa s. */
  readonly viscosityPas: number;
  /** Compressibility (K of STANET): 1 + this · absolute pressure in Pa. */
  readonly compressibilityPerPa: number;
  /** Lower heating value, J/m³ at normal conditions. */
  readonly heatingJm3: number;
}

/**
 * Natural gas H: density and viscosity of pandapipes' `hgas` at 0 and 10 °C, compressibility after its linear law,
 * heating value 10.4 kWh/m³ (EN 437 and DVGW G 260 give 8.4–13.1 as higher value for group H).
 */
export const naturalGasH: Gas = {
  name: 'natural gas H',
  densityKgm3: 0.7317,
  viscosityPas: 1.069e-5,
  compressibilityPerPa: -2.2e-8,
  heatingJm3: 10.4 * 3.6e6,
};

export const compressibility = (gas: Gas, pressurePa: number): number =>
  1 + gas.compressibilityPerPa * pressurePa;

/** Density at an absolute pressure and a temperature, kg/m³. */
export const gasDensity = (gas: Gas, pressurePa: number, temperatureK: number): number =>
  (gas.densityKgm3 * pressurePa * normalK) /
  (normalPa * temperatureK * compressibility(gas, pressurePa));

/** Mean pressure along a pipe, Pa: 2/3 (p1³ − p2³)/(p1² − p2²), written so that equal ends are no special case. */
export const meanPressure = (from: number, to: number): number =>
  from + to === 0 ? 0 : (2 / 3) * (from + to - (from * to) / (from + to));

/** Air pressure at a height above sea level, Pa (ISO 2533, as pandapipes writes it). */
export const airPressure = (heightM: number): number =>
  normalPa * (1 - (0.0065 * heightM) / 288.15) ** 5.255;

/** What the weight of a gas column adds to the pressure for each metre down, Pa/m. */
export const columnPam = (gas: Gas, pressurePa: number, temperatureK: number): number =>
  gasDensity(gas, pressurePa, temperatureK) * gravity;
