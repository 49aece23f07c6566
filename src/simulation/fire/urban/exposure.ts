// Heat that unburnt buildings have taken and will take from those that burn: flux in steps, dose in closed form between.
// kW/m², s; dose in (kW/m²)ⁿ s. Source: flux-time product, Σ (q − q_crit)ⁿ Δt ≥ FTP (Shields & Silcock; WU-E classes).

import type { UrbanTown } from './town.ts';

export interface Exposure {
  /** Above the critical flux, up to `sinceS` of the same building. */
  readonly dose: Float64Array;
  readonly sinceS: Float64Array;
  /** Who sends most to it, −1 for nobody. */
  readonly strongest: Int32Array;
  /** Buildings that have received anything, in the order of their first. */
  readonly touched: Int32Array;
  touchedCount(): number;
  /** Adds a flux from `onS` to `offS`. */
  add(building: number, from: number, onS: number, offS: number, fluxKWm2: number): void;
  /** When the dose will be enough, `Infinity` for never. */
  ignitionS(building: number, neededDose: number): number;
  /** The dose at a time. */
  doseAt(building: number, timeS: number): number;
  /** Takes the dose up to a time into account and forgets the fluxes. With `isShielded` the time passes without dose. */
  settle(building: number, timeS: number, isShielded: boolean): void;
  touch(building: number): void;
  clear(): void;
}

const FIRST_STEPS = 8;

export function createExposure(
  { graph: { count }, criticalKWm2 }: Pick<UrbanTown, 'graph' | 'criticalKWm2'>,
  exponent: number,
): Exposure {
  // Steps of building b lie at `first[b]` … `first[b] + used[b]`, in order of time; who needs more room moves to the end.
  const first = new Int32Array(count);
  const room = new Int32Array(count);
  const used = new Int32Array(count);
  let stepS = new Float64Array(1024);
  let stepKWm2 = new Float64Array(1024);
  let size = 0;
  const dose = new Float64Array(count);
  const sinceS = new Float64Array(count);
  const strongest = new Int32Array(count).fill(-1);
  const strongestKWm2 = new Float64Array(count);
  const touched = new Int32Array(count);
  const isTouched = new Uint8Array(count);
  let touchedCount = 0;

  function touch(building: number): void {
    if (isTouched[building] === 1) return;
    isTouched[building] = 1;
    touched[touchedCount++] = building;
  }

  function makeRoom(building: number): void {
    const wanted = Math.max(FIRST_STEPS, 2 * room[building]!);
    if (size + wanted > stepS.length) {
      const longer = Math.max(2 * stepS.length, size + wanted);
      const [times, fluxes] = [stepS, stepKWm2];
      stepS = new Float64Array(longer);
      stepKWm2 = new Float64Array(longer);
      stepS.set(times);
      stepKWm2.set(fluxes);
    }
    const from = first[building]!;
    stepS.copyWithin(size, from, from + used[building]!);
    stepKWm2.copyWithin(size, from, from + used[building]!);
    first[building] = size;
    room[building] = wanted;
    size += wanted;
  }

  function insert(building: number, timeS: number, change: number): void {
    if (used[building] === room[building]) makeRoom(building);
    const begin = first[building]!;
    let at = begin + used[building]!++;
    while (at > begin && stepS[at - 1]! > timeS) {
      stepS[at] = stepS[at - 1]!;
      stepKWm2[at] = stepKWm2[at - 1]!;
      at--;
    }
    stepS[at] = timeS;
    stepKWm2[at] = change;
  }

  const rate = (excess: number) => (exponent === 1 ? excess : excess ** exponent);

  function ignitionS(building: number, neededDose: number): number {
    const begin = first[building]!;
    const end = begin + used[building]!;
    let left = neededDose - dose[building]!;
    let timeS = sinceS[building]!;
    if (left <= 0) return timeS;
    let excess = -criticalKWm2[building]!;
    for (let at = begin; at < end; at++) {
      const untilS = stepS[at]!;
      if (excess > 0) {
        const gained = rate(excess) * (untilS - timeS);
        if (gained >= left) break;
        left -= gained;
      }
      timeS = untilS;
      excess += stepKWm2[at]!;
    }
    // What rounding leaves of fluxes that have ended is no flux.
    return excess > 1e-9 ? timeS + left / rate(excess) : Infinity;
  }

  function doseAt(building: number, timeS: number): number {
    const begin = first[building]!;
    const end = begin + used[building]!;
    let total = dose[building]!;
    let beforeS = sinceS[building]!;
    let excess = -criticalKWm2[building]!;
    for (let at = begin; at < end && stepS[at]! < timeS; at++) {
      if (excess > 0) total += rate(excess) * (stepS[at]! - beforeS);
      beforeS = stepS[at]!;
      excess += stepKWm2[at]!;
    }
    if (excess > 1e-9 && timeS > beforeS) total += rate(excess) * (timeS - beforeS);
    return total;
  }

  return {
    ...{ dose, sinceS, strongest, touched, touch, ignitionS, doseAt },
    touchedCount: () => touchedCount,
    add(building, from, onS, offS, fluxKWm2) {
      touch(building);
      insert(building, onS, fluxKWm2);
      insert(building, offS, -fluxKWm2);
      if (fluxKWm2 > strongestKWm2[building]!) {
        strongestKWm2[building] = fluxKWm2;
        strongest[building] = from;
      }
    },
    settle(building, timeS, isShielded) {
      if (!isShielded) dose[building] = doseAt(building, timeS);
      sinceS[building] = timeS;
      used[building] = 0;
      strongestKWm2[building] = 0;
    },
    clear() {
      used.fill(0);
      dose.fill(0);
      sinceS.fill(0);
      strongest.fill(-1);
      strongestKWm2.fill(0);
      isTouched.fill(0);
      touchedCount = 0;
    },
  };
}
