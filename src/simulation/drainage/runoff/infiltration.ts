// Water that goes into pervious ground: Horton (integrated over the step along its own curve), modified Horton,
// Green–Ampt and SCS curve number: SWMM reference manual vol. I (EPA/600/R-15/162A), chapter 4. m, s, m/s.

import type { Infiltration } from '../model.ts';

/** State of one catchment's soil; what the fields mean depends on the method. */
export interface Soil {
  readonly method: Infiltration;
  /** Horton: time along the curve, s. Green–Ampt: time since the event began, s. */
  timeS: number;
  /** Infiltrated in this event, m. */
  totalM: number;
  /** Green–Ampt: moisture deficit left; curve number: capacity left, m. */
  left: number;
  isWet: boolean;
  /** Curve number: rain of the event, m, and infiltration rate of the last step. */
  rainM: number;
  capacityM: number;
}

export function createSoil(method: Infiltration): Soil {
  const capacityM = method.kind === 'curve-number' ? (1000 / method.number - 10) * 0.0254 : 0;
  const left =
    method.kind === 'curve-number' ? capacityM : 'deficit' in method ? method.deficit : 0;
  return { method, timeS: 0, totalM: 0, left, isWet: false, rainM: 0, capacityM };
}

/** Mean rate over the step, m/s. `arrivingMps` is rain and run-on, `depthM` what stands on the ground. */
export function infiltrate(soil: Soil, stepS: number, arrivingMps: number, depthM: number): number {
  const available = Math.max(0, arrivingMps + depthM / stepS);
  switch (soil.method.kind) {
    case 'horton':
      return horton(soil, soil.method, stepS, available);
    case 'modified-horton':
      return modifiedHorton(soil, soil.method, stepS, available);
    case 'green-ampt':
    case 'modified-green-ampt':
      return greenAmpt(soil, soil.method, stepS, available, arrivingMps);
    case 'curve-number':
      return curveNumber(soil, soil.method.recoveryPerS, stepS, available, arrivingMps);
  }
}

type Horton = Extract<Infiltration, { kind: 'horton' | 'modified-horton' }>;

function horton(soil: Soil, method: Horton, stepS: number, available: number): number {
  const { lastMps: last, decayPerS: decay, recoveryPerS: recovery, maximumM } = method;
  const fall = method.firstMps - last;
  if (fall < 0) return 0;
  if (fall === 0 || decay === 0)
    return limited(soil, maximumM, Math.min(method.firstMps, available), stepS);
  const along = (time: number) =>
    last * time + (fall / decay) * (1 - Math.exp(-Math.min(60, decay * time)));
  if (available > 1e-12) {
    const start = along(soil.timeS);
    const capacity = Math.max(last, (along(soil.timeS + stepS) - start) / stepS);
    const rate = Math.min(capacity, available);
    if (soil.timeS + stepS > 16 / decay || rate < available) soil.timeS += stepS;
    else
      soil.timeS = timeOf(start + rate * stepS, soil.timeS + stepS / 2, last, fall, decay, stepS);
    return limited(soil, maximumM, rate, stepS);
  }
  if (recovery > 0) {
    const used = 1 - Math.exp(-decay * soil.timeS);
    soil.timeS = -Math.log(1 - Math.exp(-recovery * stepS) * used) / decay;
    if (maximumM > 0) soil.totalM = along(soil.timeS);
  }
  return 0;
}

/** Time along Horton's curve at which `total` has gone in (Newton). */
function timeOf(
  total: number,
  guess: number,
  last: number,
  fall: number,
  decay: number,
  stepS: number,
): number {
  let time = guess;
  for (let trial = 0; trial < 20; trial++) {
    const rest = Math.exp(-Math.min(60, decay * time));
    const change = (last * time + (fall / decay) * (1 - rest) - total) / (last + fall * rest);
    time -= change;
    if (Math.abs(change) <= 0.001 * stepS) break;
  }
  return Math.max(0, time);
}

function modifiedHorton(soil: Soil, method: Horton, stepS: number, available: number): number {
  const { lastMps, decayPerS, recoveryPerS, maximumM } = method;
  const fall = method.firstMps - lastMps;
  if (available > 1e-12) {
    const rate = Math.min(available, Math.max(lastMps, method.firstMps - decayPerS * soil.totalM));
    const above = Math.max(0, rate - lastMps);
    soil.totalM = Math.min(soil.totalM + above * stepS, fall / Math.max(decayPerS, 1e-12));
    return limited(soil, maximumM, rate, stepS, false);
  }
  soil.totalM *= Math.exp(-recoveryPerS * stepS);
  return 0;
}

function limited(
  soil: Soil,
  maximumM: number,
  rate: number,
  stepS: number,
  isCounted = true,
): number {
  if (!isCounted || maximumM <= 0) return rate;
  const kept = Math.max(0, Math.min(rate, (maximumM - soil.totalM) / stepS));
  soil.totalM += kept * stepS;
  return kept;
}

type GreenAmpt = Extract<Infiltration, { kind: 'green-ampt' | 'modified-green-ampt' }>;

/** Saturates where it rains harder than the soil takes, then follows F − c ln(1 + F/c) = K t (c = ψ·deficit). */
function greenAmpt(
  soil: Soil,
  method: GreenAmpt,
  stepS: number,
  available: number,
  arriving: number,
): number {
  const { suctionM, conductivityMps: k, deficit } = method;
  if (available <= 1e-12) {
    // Recovery of the upper zone after Mein and Larson, upper zone depth 4√K (K in in/h, depth in in).
    const upperM = 4 * Math.sqrt((k / 0.0254) * 3600) * 0.0254;
    const perS = Math.sqrt((k / 0.0254) * 3600) / 75 / 3600;
    soil.totalM = Math.max(0, soil.totalM - perS * upperM * deficit * stepS);
    soil.left = Math.min(deficit, soil.left + perS * deficit * stepS);
    soil.timeS += stepS;
    if (soil.timeS > 0.06 / perS) {
      soil.isWet = false;
      soil.totalM = 0;
      soil.left = deficit;
    }
    return 0;
  }
  soil.timeS = 0;
  if (arriving <= k && !soil.isWet && soil.totalM === 0 && method.kind === 'green-ampt') {
    soil.totalM += available * stepS;
    return Math.min(available, k);
  }
  const c = suctionM * soil.left;
  if (c <= 0) return Math.min(available, k);
  if (!soil.isWet) {
    const needed = available > k ? (k * c) / (available - k) : Number.POSITIVE_INFINITY;
    if (soil.totalM + available * stepS < needed) {
      soil.totalM += available * stepS;
      return available;
    }
    const before = Math.max(0, (needed - soil.totalM) / available);
    soil.isWet = true;
    const start = Math.max(soil.totalM, needed);
    const total = greenAmptAfter(start, c, k, stepS - before);
    const rate = Math.min(available, (total - soil.totalM) / stepS);
    soil.totalM += rate * stepS;
    return rate;
  }
  const rate = Math.min(
    available,
    (greenAmptAfter(soil.totalM, c, k, stepS) - soil.totalM) / stepS,
  );
  soil.totalM += rate * stepS;
  if (rate >= available && available < k) soil.isWet = false;
  return rate;
}

function greenAmptAfter(start: number, c: number, k: number, timeS: number): number {
  const target = start - c * Math.log(1 + start / c) + k * timeS;
  let total = start + k * timeS;
  for (let trial = 0; trial < 30; trial++) {
    const change =
      (total - c * Math.log(1 + total / c) - target) / Math.max(1e-9, total / (c + total));
    total = Math.max(start, total - change);
    if (Math.abs(change) < 1e-9) break;
  }
  return total;
}

function curveNumber(
  soil: Soil,
  recovery: number,
  stepS: number,
  available: number,
  arriving: number,
): number {
  if (arriving > 1e-12) {
    if (!soil.isWet) {
      soil.isWet = true;
      soil.rainM = 0;
      soil.totalM = 0;
      soil.capacityM = Math.max(soil.left, 1e-9);
    }
    soil.rainM += arriving * stepS;
    const total = soil.rainM * (1 - soil.rainM / (soil.rainM + soil.capacityM));
    const rate = Math.min(available, Math.max(0, (total - soil.totalM) / stepS));
    soil.totalM += rate * stepS;
    soil.left = Math.max(0, soil.left - rate * stepS);
    return rate;
  }
  soil.isWet = false;
  soil.left = Math.min(
    createSoil(soil.method).capacityM,
    soil.left + recovery * soil.capacityM * stepS,
  );
  return 0;
}
