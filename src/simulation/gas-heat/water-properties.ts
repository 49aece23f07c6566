// Water between 0 and 100 °C: density, viscosity and heat capacity every 10 K (VDI Heat Atlas, as in pandapipes'
// fluid `water`), straight in between. SI, °C.

const densityKgm3 = [999.8, 999.7, 998.2, 995.7, 992.2, 988.0, 983.2, 977.8, 971.8, 965.3, 958.4];
const viscosityPas = [
  1.793e-3, 1.306e-3, 1.002e-3, 7.98e-4, 6.53e-4, 5.47e-4, 4.67e-4, 4.04e-4, 3.54e-4, 3.15e-4,
  2.82e-4,
];
const heatJkgK = [
  4217, 4195.5, 4184.4, 4180.1, 4179.6, 4181.5, 4185.1, 4190.2, 4196.9, 4205.3, 4216,
];

function at(table: readonly number[], temperatureC: number): number {
  const place = Math.min(Math.max(temperatureC / 10, 0), table.length - 1.000001);
  const below = Math.floor(place);
  return table[below]! + (table[below + 1]! - table[below]!) * (place - below);
}

/** kg/m³ */
export const waterDensity = (temperatureC: number): number => at(densityKgm3, temperatureC);
/** Dynamic, Pa s. */
export const waterViscosity = (temperatureC: number): number => at(viscosityPas, temperatureC);
/** J/(kg K) */
export const waterHeat = (temperatureC: number): number => at(heatJkgK, temperatureC);
