// Heat that unburnt buildings have taken and will take from those that burn: flux in steps, dose in closed form between.
// kW/m², s; dose in (kW/m²)ⁿ s. Source: flux-time product, Σ (q − q_crit)ⁿ Δt ≥ FTP (Shields & Silcock; WU-E classes).

import type { UrbanTown } from './town.ts';

export interface Exposure {
  /** Who sends most to it, −1 for nobody. */
  strongestOf(building: number): number;
  /** Buildings that have received anything, in the order of their first: so many of the array, which is another later. */
  readonly touched: Int32Array;
  touchedCount(): number;
  /** Adds a flux from `fromS` to `untilS`, which is later. */
  add(building: number, from: number, fromS: number, untilS: number, fluxKWm2: number): void;
  /** When the dose will be enough, `Infinity` for never. */
  ignitionS(building: number): number;
  /** The dose at a time. */
  doseAt(building: number, timeS: number): number;
  /** Takes the dose up to a time into account and forgets the fluxes. With `isShielded` the time passes without dose. */
  settle(building: number, timeS: number, isShielded: boolean): void;
  touch(building: number): void;
  /** Doses of all buildings above the critical flux, as they were when each was last settled. A copy. */
  doses(): Float64Array;
  /** Goes on from doses that all were settled at a time. */
  restore(taken: Taken, timeS: number): void;
}

/** What buildings had taken; `strongest` as `strongestOf`. */
export interface Taken {
  readonly dose: Float64Array;
  readonly strongest: Int32Array;
  readonly touched: Int32Array;
}

export interface OwnExposure extends Exposure {
  /** `add` of what `given` says, in that order: an argument that is no whole number costs memory each time. */
  take(building: number, from: number): void;
  readonly given: Float64Array;
  clear(): void;
}

/** Room for more at once spares moving: 8 cost a run 5 %. */
const FIRST_FLUXES = 16;

/**
 * `neededDose` is asked once a run for each building. What a building has taken lies together, and what one more flux
 * changes is found from what is known of those before: a run waits for memory more than it computes. Places are written
 * as numbers: by names they cost 7 % of it.
 */
export function createExposure(
  { graph: { count }, criticalKWm2 }: Pick<UrbanTown, 'graph' | 'criticalKWm2'>,
  exponent: number,
  neededDose: (building: number) => number,
): OwnExposure {
  /** Four a building: where its fluxes begin, how many find room there, how many there are, whether it is touched. */
  const place = new Int32Array(4 * count);
  /**
   * Five a building: 0 the dose it needs (0: ask), 1 what is left of it when the last flux has begun (0: find anew),
   * 2 when that is, 3 what is above the critical flux from then on, 4 the strongest flux.
   */
  const state = new Float64Array(5 * count);
  const given = new Float64Array(3);
  /** Four a flux: when one begins, how strong it is; when one ends, how strong that is: each in order of time. */
  let fluxes = new Float64Array(4096);
  let size = 0;
  /** Above the critical flux, up to `sinceS`. */
  const dose = new Float64Array(count);
  const sinceS = new Float64Array(count);
  const strongest = new Int32Array(count).fill(-1);
  const touched = new Int32Array(count);
  let touchedCount = 0;

  function touch(building: number): void {
    if (place[4 * building + 3] === 1) return;
    place[4 * building + 3] = 1;
    touched[touchedCount++] = building;
  }

  /** Who needs more room moves to the end. */
  function makeRoom(own: number): void {
    const wanted = Math.max(FIRST_FLUXES, 2 * place[own + 1]!);
    if (4 * (size + wanted) > fluxes.length) {
      const longer = new Float64Array(Math.max(2 * fluxes.length, 4 * (size + wanted)));
      longer.set(fluxes);
      fluxes = longer;
    }
    const from = 4 * place[own]!;
    fluxes.copyWithin(4 * size, from, from + 4 * place[own + 2]!);
    place[own] = size;
    place[own + 1] = wanted;
    size += wanted;
  }

  const rate = (excess: number) => (exponent === 1 ? excess : excess ** exponent);

  function take(building: number, from: number): void {
    touch(building);
    const own = 4 * building;
    if (place[own + 2] === place[own + 1]) makeRoom(own);
    const begin = 4 * place[own]!;
    const end = begin + 4 * place[own + 2]!++;
    const fromS = given[0]!;
    const untilS = given[1]!;
    const fluxKWm2 = given[2]!;
    // What came first of equal times stays first.
    let on = end;
    for (; on > begin && fluxes[on - 4]! > fromS; on -= 4) {
      fluxes[on] = fluxes[on - 4]!;
      fluxes[on + 1] = fluxes[on - 3]!;
    }
    fluxes[on] = fromS;
    fluxes[on + 1] = fluxKWm2;
    let off = end;
    for (; off > begin && fluxes[off - 2]! > untilS; off -= 4) {
      fluxes[off + 2] = fluxes[off - 2]!;
      fluxes[off + 3] = fluxes[off - 1]!;
    }
    fluxes[off + 2] = untilS;
    fluxes[off + 3] = fluxKWm2;
    const at = 5 * building;
    // Where it begins after all others and before any ends, what is known goes on to it.
    const left = state[at + 1]!;
    const excess = state[at + 3]!;
    const gained = excess > 0 ? rate(excess) * (fromS - state[at + 2]!) : 0;
    if (left > 0 && on === end && gained < left && fromS < fluxes[begin + 2]!) {
      if (excess > 0) state[at + 1] = left - gained;
      state[at + 2] = fromS;
      state[at + 3] = excess + fluxKWm2;
    } else state[at + 1] = 0;
    if (fluxKWm2 > state[at + 4]!) {
      state[at + 4] = fluxKWm2;
      strongest[building] = from;
    }
  }

  function ignitionS(building: number): number {
    const at = 5 * building;
    const left = state[at + 1]!;
    if (left <= 0) return findIgnitionS(building, at);
    let excess = state[at + 3]!;
    // From here on there is less and less.
    if (excess <= 0) return Infinity;
    let timeS = state[at + 2]!;
    let rest = left;
    const begin = 4 * place[4 * building]!;
    const end = begin + 4 * place[4 * building + 2]!;
    for (let off = begin; off < end; off += 4) {
      const untilS = fluxes[off + 2]!;
      const gained = rate(excess) * (untilS - timeS);
      if (gained >= rest) break;
      rest -= gained;
      timeS = untilS;
      excess -= fluxes[off + 3]!;
      if (excess <= 0) return Infinity;
    }
    // What rounding leaves of fluxes that have ended is no flux.
    return excess > 1e-9 ? timeS + rest / rate(excess) : Infinity;
  }

  function findIgnitionS(building: number, at: number): number {
    if (state[at] === 0) state[at] = neededDose(building);
    let left = state[at]! - dose[building]!;
    let timeS = sinceS[building]!;
    if (left <= 0) return timeS;
    const begin = 4 * place[4 * building]!;
    const end = begin + 4 * place[4 * building + 2]!;
    let on = begin;
    let off = begin;
    let excess = -criticalKWm2[building]!;
    // Whatever begins ends later: the beginnings are through before the ends are.
    while (off < end) {
      const isOn = on < end && fluxes[on]! < fluxes[off + 2]!;
      const untilS = isOn ? fluxes[on]! : fluxes[off + 2]!;
      if (excess > 0) {
        const gained = rate(excess) * (untilS - timeS);
        if (gained >= left) break;
        left -= gained;
      }
      timeS = untilS;
      if (isOn) {
        excess += fluxes[on + 1]!;
        on += 4;
        if (on === end && off === begin) {
          state[at + 1] = left;
          state[at + 2] = timeS;
          state[at + 3] = excess;
        }
      } else {
        excess -= fluxes[off + 3]!;
        off += 4;
      }
    }
    return excess > 1e-9 ? timeS + left / rate(excess) : Infinity;
  }

  function doseAt(building: number, timeS: number): number {
    let on = 4 * place[4 * building]!;
    let off = on;
    const end = on + 4 * place[4 * building + 2]!;
    let total = dose[building]!;
    let beforeS = sinceS[building]!;
    let excess = -criticalKWm2[building]!;
    while (off < end) {
      const isOn = on < end && fluxes[on]! < fluxes[off + 2]!;
      const untilS = isOn ? fluxes[on]! : fluxes[off + 2]!;
      if (untilS >= timeS) break;
      if (excess > 0) total += rate(excess) * (untilS - beforeS);
      beforeS = untilS;
      if (isOn) {
        excess += fluxes[on + 1]!;
        on += 4;
      } else {
        excess -= fluxes[off + 3]!;
        off += 4;
      }
    }
    if (excess > 1e-9 && timeS > beforeS) total += rate(excess) * (timeS - beforeS);
    return total;
  }

  return {
    ...{ touched, given, take, touch, ignitionS, doseAt },
    strongestOf: (building) => strongest[building]!,
    doses: () => dose.slice(),
    restore(taken, timeS) {
      dose.set(taken.dose);
      strongest.set(taken.strongest);
      sinceS.fill(timeS);
      for (const building of taken.touched) touch(building);
    },
    touchedCount: () => touchedCount,
    add(building, from, fromS, untilS, fluxKWm2) {
      given[0] = fromS;
      given[1] = untilS;
      given[2] = fluxKWm2;
      take(building, from);
    },
    settle(building, timeS, isShielded) {
      if (!isShielded) dose[building] = doseAt(building, timeS);
      sinceS[building] = timeS;
      place[4 * building + 2] = 0;
      state[5 * building + 1] = 0;
      state[5 * building + 4] = 0;
    },
    clear() {
      for (let own = 0; own < place.length; own += 4) {
        place[own + 2] = 0;
        place[own + 3] = 0;
      }
      state.fill(0);
      dose.fill(0);
      sinceS.fill(0);
      strongest.fill(-1);
      touchedCount = 0;
    },
  };
}
