// Water between drains and street, as volumes for one coupling step: overflow leaves a node over its rim; street
// water enters through the inlet as over a weir around it, or as through an orifice where it is drowned, and
// never more than lies there (flood guide; Rubinato et al. 2017 for the coefficients). SI.

import type { Drains } from './routing/drains.ts';
import type { Statistics } from './statistics.ts';

/** What an inlet lets through; both by node. */
export interface Inlets {
  readonly perimeterM: Float64Array;
  readonly openingM2: Float64Array;
}

export interface StreetExchange {
  /**
   * Moves the overflow since the last call, m³ by node, into `into`: what leaves the drains here is the street's.
   */
  takeOverflow(into: Float64Array): void;
  /**
   * Street water that the inlets swallow in the next `seconds`, m³ by node, into `into`; it enters the drains
   * evenly over that time. `depthM`: water on the street at each node, `availableM3`: most that may be taken.
   */
  swallow(
    inlets: Inlets,
    depthM: Float64Array,
    availableM3: Float64Array,
    seconds: number,
    into: Float64Array,
  ): void;
  /** Overflow not yet taken and swallowed water not yet routed, m³: both belong to a balance of the whole. */
  pendingM3(): number;
  /** For the running solver: adds to lateral flows what has been swallowed; notes what overflows. */
  addInflow(lateralM3s: Float64Array, stepS: number): void;
  collect(stepS: number): void;
  keep(): KeptStreet;
  restore(kept: KeptStreet): void;
}

/** Volumes on their way; structured-cloneable. */
export interface KeptStreet {
  readonly overflowM3: Float64Array;
  readonly waitingM3: Float64Array;
  readonly rateM3s: Float64Array;
}

/** Free weir: 2/3 · 0.54 · P · √(2g) · h^1.5; drowned orifice: 0.167 · A · √(2g Δh). */
const GRAVITY = 9.80665;
const WEIR = (2 / 3) * 0.54 * Math.sqrt(2 * GRAVITY);
const ORIFICE = 0.167 * Math.sqrt(2 * GRAVITY);

export const weirIntoInlet = (perimeterM: number, depthM: number): number =>
  WEIR * perimeterM * depthM ** 1.5;
export const orificeIntoInlet = (openingM2: number, differenceM: number): number =>
  ORIFICE * openingM2 * Math.sqrt(Math.max(0, differenceM));

export function createStreet({ nodes }: Drains, statistics: Statistics): StreetExchange {
  const overflowM3 = new Float64Array(nodes.count);
  const waitingM3 = new Float64Array(nodes.count);
  const rateM3s = new Float64Array(nodes.count);
  return {
    takeOverflow(into) {
      into.set(overflowM3);
      overflowM3.fill(0);
    },
    swallow({ perimeterM, openingM2 }, depthM, availableM3, seconds, into) {
      for (let i = 0; i < nodes.count; i++) {
        into[i] = 0;
        const depth = depthM[i]!;
        if (nodes.kind[i] === 1 || depth <= 0) continue;
        const below = nodes.fullDepthM[i]! - nodes.depthM[i]!;
        const difference = depth + below;
        // A drowned inlet, its node full to the rim, passes what the heads drive through its opening.
        const flow =
          below > depth
            ? Math.min(
                weirIntoInlet(perimeterM[i]!, depth),
                orificeIntoInlet(openingM2[i]!, difference) * 3.5,
              )
            : orificeIntoInlet(openingM2[i]!, difference);
        const volume = Math.min(flow * seconds, availableM3[i]!);
        into[i] = volume;
        waitingM3[i]! += volume;
        rateM3s[i] = waitingM3[i]! / seconds;
        statistics.streetM3 += volume;
      }
    },
    pendingM3: () =>
      overflowM3.reduce((sum, volume) => sum + volume, 0) +
      waitingM3.reduce((sum, volume) => sum + volume, 0),
    addInflow(lateralM3s, stepS) {
      for (let i = 0; i < nodes.count; i++) {
        if (waitingM3[i]! <= 0) continue;
        const volume = Math.min(waitingM3[i]!, rateM3s[i]! * stepS);
        waitingM3[i]! -= volume;
        lateralM3s[i]! += volume / stepS;
      }
    },
    keep: () => ({
      overflowM3: overflowM3.slice(),
      waitingM3: waitingM3.slice(),
      rateM3s: rateM3s.slice(),
    }),
    restore(kept) {
      overflowM3.set(kept.overflowM3);
      waitingM3.set(kept.waitingM3);
      rateM3s.set(kept.rateM3s);
    },
    collect(stepS) {
      for (let i = 0; i < nodes.count; i++) {
        if (nodes.overflowM3s[i]! > 0) overflowM3[i]! += nodes.overflowM3s[i]! * stepS;
      }
    },
  };
}
