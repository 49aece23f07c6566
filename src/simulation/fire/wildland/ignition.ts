// Whether a firebrand (Schroeder 1969, as in Andrews 1986) or a lightning stroke (Latham & Schlieter 1989, INT-411)
// lights what it hits. Fractions; °C, m.

/** Of the fuel in the sun, above the air; 20 °F less in full shade. */
const SUN_F = 25;
const SHADE_F = 20;

export const fuelTemperatureC = (airC: number, shade: number): number =>
  airC + ((SUN_F - SHADE_F * shade) * 5) / 9;

export function firebrandIgnition(fuelC: number, h1: number): number {
  if (!(h1 >= 0)) throw new RangeError(`The fine moisture is ${h1}; 0 or more is expected.`);
  if (!Number.isFinite(fuelC))
    throw new RangeError(`The fuel has ${fuelC} °C; a number is expected.`);
  const heat =
    144.51 -
    0.266 * fuelC -
    0.00058 * fuelC * fuelC -
    fuelC * h1 +
    18.54 * (1 - Math.exp(-15.1 * h1)) +
    640 * h1;
  const spare = 0.1 * (400 - Math.min(heat, 400));
  return Math.min(1, (0.000048 * spare ** 4.3) / 50);
}

export type LightningCharge = 'negative' | 'positive' | 'unknown';

interface LightningBed {
  readonly positive: (moisturePercent: number, depthCm: number) => number;
  readonly negative: (moisturePercent: number, depthCm: number) => number;
}

const decay = (factor: number, rate: number) => (moisture: number) =>
  factor * Math.exp(-rate * moisture);
const line = (factor: number, rate: number) => (moisture: number) => factor - rate * moisture;
const depth = (offset: number, rate: number) => (_moisture: number, cm: number) =>
  1 / (1 + Math.exp(offset - rate * cm));

export const lightningBeds = {
  'ponderosa-pine-litter': { positive: decay(0.92, 0.087), negative: decay(1.04, 0.054) },
  'punky-wood-chunks': { positive: decay(0.44, 0.11), negative: decay(0.59, 0.094) },
  'punky-wood-powder-deep': { positive: decay(0.86, 0.06), negative: decay(0.9, 0.056) },
  'punky-wood-powder-shallow': { positive: line(0.6, 0.011), negative: line(0.73, 0.011) },
  'lodgepole-pine-duff': { positive: depth(5.13, 0.68), negative: depth(3.84, 0.6) },
  'douglas-fir-duff': { positive: depth(6.69, 1.39), negative: depth(5.48, 1.28) },
  'high-altitude-mixed': { positive: decay(0.62, 0.05), negative: line(0.8, 0.014) },
  'peat-moss': { positive: decay(0.71, 0.07), negative: decay(0.84, 0.06) },
} satisfies Record<string, LightningBed>;

/** Of strokes whose current goes on, which alone light, and how often either charge is. */
const goesOn = { negative: 0.2, positive: 0.9 };
const isOften = { negative: 0.723, positive: 0.277 };
const MOST_MOISTURE_PERCENT = 40;
const MOST_DEPTH_CM = 10;

export function lightningIgnition(
  bed: keyof typeof lightningBeds,
  charge: LightningCharge,
  h100: number,
  depthM: number,
): number {
  if (!(h100 >= 0)) throw new RangeError(`The duff moisture is ${h100}; 0 or more is expected.`);
  if (!(depthM >= 0)) throw new RangeError(`The duff is ${depthM} m deep; 0 or more is expected.`);
  const percent = Math.min(h100 * 100, MOST_MOISTURE_PERCENT);
  const cm = Math.min(depthM * 100, MOST_DEPTH_CM);
  const { positive, negative }: LightningBed = lightningBeds[bed];
  const byPositive = goesOn.positive * positive(percent, cm);
  const byNegative = goesOn.negative * negative(percent, cm);
  switch (charge) {
    case 'positive':
      return clamp(byPositive);
    case 'negative':
      return clamp(byNegative);
    case 'unknown':
      return clamp(isOften.positive * byPositive + isOften.negative * byNegative);
  }
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
