// How far an active crown fire throws brands: Albini's plume of a line fire in a logarithmic wind (Albini, Alexander &
// Cruz 2012, Int. J. Wildland Fire 21). m, kW/m, m/s; inside, lengths are in canopy heights, speeds in sqrt(g·height).

import { type Mountains, overMountains } from './spotting.ts';

export interface CrownBrands {
  readonly canopyHeightM: number;
  readonly intensityKWM: number;
  readonly windMs: number;
  /** Where the wind was measured. */
  readonly windHeightM: number;
  /** Of a brand that still lights when it comes down. */
  readonly emberM: number;
  readonly mountains?: Mountains;
}

const LEAST_INTENSITY_KW_M = 1000;
const GRAVITY = 9.82;
const STEP = 0.2;
const MOST_STEPS = 50_000;

/** m; 0 below 1000 kW/m, where no plume stands. */
export function spottingFromCrown(brands: CrownBrands): number {
  const { canopyHeightM, intensityKWM, windMs, windHeightM, emberM } = brands;
  for (const [what, value] of Object.entries({ canopyHeightM, windHeightM, emberM }))
    if (!(value > 0)) throw new RangeError(`${what} is ${value}; more than 0 is expected.`);
  if (!(windMs >= 0)) throw new RangeError(`The wind is ${windMs} m/s; 0 or more is expected.`);
  if (windMs === 0 || !(intensityKWM >= LEAST_INTENSITY_KW_M)) return 0;
  const topWindMs = windMs / (1 + Math.log(1 + 2.94 * (windHeightM / canopyHeightM)));
  const wind = topWindMs / Math.sqrt(GRAVITY * canopyHeightM);
  const flame = flameHeight(intensityKWM / (canopyHeightM * topWindMs));
  const lossMm = 0.064 * canopyHeightM;
  const spare = (emberM * 1000 + lossMm) / lossMm;
  const loft = findLoft(flame, wind, spare);
  const levelM = canopyHeightM * (loft.x + drift(loft.z, spare, wind));
  return overMountains(levelM, brands.mountains);
}

/** Above the canopy: y ln y = 0.007791 I/(H U), flame = (y − 1)/2.94. */
function flameHeight(intensity: number): number {
  const goal = 7.791e-3 * intensity;
  let low = 1;
  let high = Math.exp(goal);
  let middle = low;
  for (let step = 0; step < 200; step++) {
    middle = (low + high) / 2;
    const value = middle * Math.log(middle);
    // The published program stops here too; further on the distance would move in its sixth digit.
    if (Math.abs(value - goal) <= 1e-6) break;
    if (value >= goal) high = middle;
    else low = middle;
  }
  return (middle - 1) / 2.94;
}

/** Along the plume as far as it still carries the brand: the lower edge, in canopy heights. */
function findLoft(flame: number, wind: number, spare: number): { x: number; z: number } {
  const shear = 1 + 2.94 * flame;
  const log = Math.log(shear);
  const mass = 0.468 * shear * log;
  const along = (1.3765 * (flame + shear * log * log)) / mass;
  const slope = (1.4 * flame) / (wind * Math.sqrt(shear - 1 + shear * log * log));
  const angle = Math.atan(slope);
  const up = slope * along;
  const density = 0.6;
  let speed = Math.sqrt(along * along + up * up);
  const width = mass / (density * speed);
  const massOffset = 0.2735 * mass;
  const momentumOffset = 0.3765 * (flame + shear * log * log);
  const lift = (2 * mass) / (3 * wind * wind);
  let x = flame / Math.tan(angle);
  let z = flame;
  let sin = Math.sin(angle);
  let cos = Math.cos(angle);
  let momentum = mass * up;
  let below = { x: 0.5 * width * sin, z: 0 };
  let above = { x: x + 0.5 * width * sin, z: flame - 0.5 * width * cos };
  let pressure = 0.5 * density * up * up;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (pressure < (0.00838 / (wind * wind)) * (above.z + spare)) break;
    x += STEP * cos;
    z += STEP * sin;
    const shearHere = 1 + 2.94 * z;
    const logHere = Math.log(shearHere);
    const massHere = 0.34 * shearHere * logHere + massOffset;
    const u = (z + 0.34 * shearHere * logHere * logHere + momentumOffset) / massHere;
    momentum += (lift / speed) * STEP * sin;
    const w = momentum / massHere;
    speed = Math.sqrt(u * u + w * w);
    const heat = 1 + (2 * mass) / 3 / massHere;
    const widthHere = (massHere * heat) / speed;
    sin = w / speed;
    cos = u / speed;
    pressure = (0.5 * w * w) / heat;
    below = above;
    above = { x: x + 0.5 * widthHere * sin, z: z - 0.5 * widthHere * cos };
  }
  return below;
}

/** Of a burning brand that falls from z. */
function drift(z: number, spare: number, wind: number): number {
  const low = Math.sqrt(spare / (spare + z));
  const top = Math.sqrt(spare / (spare - 0.34));
  const ratio = top / low;
  const fall = (value: number) => Math.log((value + 1) / (value - 1));
  const shape = 1 + Math.log(1 + 2.94 * z) - low + (fall(ratio) - fall(top)) / ratio;
  return 10.9 * shape * wind * Math.sqrt(z + spare);
}
