// Water on the fire: first what defences want, then engines hold the newest fires in reach, then keep wet what those
// threaten, then hold fire on the ground. L/s, s. A fire with its full demand gives no heat and no firebrands, and is out after a review; with less
// it gives less. Source: demand by the Iowa formula, exposure by NFPA 15 (./construction.ts); order of work is ours.

import type { Exposure } from './exposure.ts';
import type { GroundFire, HeldCircle } from './ground-fire.ts';
import { leavesS, type UrbanScenario } from './scenario.ts';
import type { UrbanTown } from './town.ts';

/** What was brought from a time on, L/s. */
export interface WaterBrought {
  readonly timeS: number;
  readonly broughtLs: number;
}

export interface WaterState {
  readonly output: Float32Array;
  readonly fullSinceS: Float64Array;
  readonly isUsed: boolean;
  readonly ledger: readonly WaterBrought[];
}

export interface Water {
  /** Of its heat that a burning building still gives, 0 … 1. */
  readonly output: Float32Array;
  /** The same, without a look where nobody has brought water. */
  outputOf(building: number): number;
  /** 1 where it is kept wet. */
  readonly shielded: Uint8Array;
  /** Where engines hold fire on the ground. */
  held(): readonly HeldCircle[];
  /** Whether engines are there, so that water is to be divided anew now and then. */
  isBusy(): boolean;
  divide(nowS: number, ignited: number, scenario: UrbanScenario, reviewS: number): void;
  /** From each division on. */
  brought(): readonly WaterBrought[];
  snapshot(): WaterState;
  restore(state: WaterState): void;
  clear(): void;
}

interface Fires {
  readonly ignitionS: Float64Array;
  readonly endS: Float64Array;
  readonly order: Int32Array;
  readonly exposure: Exposure;
  readonly ground: Pick<GroundFire, 'hasBurnt'> | undefined;
}

/** A line that holds fire on the ground; it is laid where that burns so near, or did within half an hour (chosen). */
const GROUND_LINE_LS = 2;
const GROUND_NEAR_M = 100;
const GROUND_FRESH_S = 1800;
const ENOUGH = 1 - 1e-6;

export function createWater(
  { graph, demandLs, exposureLs }: UrbanTown,
  { ignitionS, endS, order, exposure, ground }: Fires,
): Water {
  const { count, centreXM, centreYM } = graph;
  const output = new Float32Array(count).fill(1);
  const shielded = new Uint8Array(count);
  /** `Infinity` where it hasn't its full demand. */
  const fullSinceS = new Float64Array(count).fill(Infinity);
  const given = new Float32Array(count);
  let active: { xM: number; yM: number; reachM: number; restLs: number }[] = [];
  let held: readonly HeldCircle[] = [];
  let isUsed = false;
  let ledger: WaterBrought[] = [];
  let broughtLs = 0;

  const isInReach = (of: (typeof active)[number], building: number) =>
    (centreXM[building]! - of.xM) ** 2 + (centreYM[building]! - of.yM) ** 2 <= of.reachM ** 2;

  /** What engines in reach can give of what a building needs. */
  function draw(building: number, neededLs: number): number {
    let got = 0;
    for (const engine of active) {
      if (got >= neededLs) break;
      if (engine.restLs <= 0 || !isInReach(engine, building)) continue;
      const part = Math.min(engine.restLs, neededLs - got);
      engine.restLs -= part;
      got += part;
    }
    broughtLs += got;
    return got;
  }

  function defend({ defences = [] }: UrbanScenario, nowS: number, share: number): void {
    for (const { buildings, fromS, untilS = Infinity, flowLs } of defences) {
      if (fromS > nowS || nowS >= untilS) continue;
      let restLs = flowLs * share;
      for (const building of buildings) {
        const needLs = exposureLs[building]!;
        if (ignitionS[building]! < Infinity || shielded[building] === 1) continue;
        if (restLs < needLs * ENOUGH) break;
        restLs -= needLs;
        broughtLs += needLs;
        shielded[building] = 1;
        // So that its dose stands still from now on.
        exposure.touch(building);
      }
    }
  }

  /** Whether anything burns. */
  function holdFires(nowS: number, ignited: number, reviewS: number): boolean {
    let burns = false;
    for (let at = ignited - 1; at >= 0; at--) {
      const building = order[at]!;
      if (endS[building]! <= nowS) continue;
      burns = true;
      const demand = demandLs[building]!;
      const got = draw(building, demand);
      const share = got >= demand * (1 - 1e-9) ? 0 : 1 - got / demand;
      output[building] = share;
      if (share > 0) fullSinceS[building] = Infinity;
      else if (fullSinceS[building] === Infinity) fullSinceS[building] = nowS;
      else if (nowS - fullSinceS[building]! >= reviewS) endS[building] = nowS;
    }
    return burns;
  }

  function wetThreatened(): void {
    const { touched } = exposure;
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = touched[at]!;
      if (ignitionS[building]! < Infinity || shielded[building] === 1) continue;
      const need = exposureLs[building]!;
      given[building]! += draw(building, need - given[building]!);
      if (given[building]! >= need * ENOUGH) shielded[building] = 1;
    }
  }

  function holdGround(nowS: number): void {
    held = active.filter((engine) => {
      if (engine.restLs < GROUND_LINE_LS) return false;
      const near = { ...engine, reachM: engine.reachM + GROUND_NEAR_M };
      if (!ground?.hasBurnt(near, nowS - GROUND_FRESH_S)) return false;
      engine.restLs -= GROUND_LINE_LS;
      broughtLs += GROUND_LINE_LS;
      return true;
    });
  }

  return {
    ...{ output, shielded },
    outputOf: (building) => (isUsed ? output[building]! : 1),
    held: () => held,
    isBusy: () => active.length > 0,
    divide(nowS, ignited, scenario, reviewS) {
      const { engines = [], defences = [], water = [] } = scenario;
      const share = water.findLast(({ fromS }) => fromS <= nowS)?.share ?? 1;
      active = engines
        .filter((engine) => engine.arriveS <= nowS && leavesS(engine) > nowS)
        .map(({ xM, yM, reachM, flowLs, waterL }) => ({
          ...{ xM, yM, reachM },
          // What it brings itself doesn't come from the network.
          restLs: waterL === undefined ? flowLs * share : flowLs,
        }));
      if (active.length === 0 && defences.every(({ fromS }) => fromS > nowS) && !isUsed) return;
      isUsed = true;
      broughtLs = 0;
      shielded.fill(0);
      given.fill(0);
      defend(scenario, nowS, share);
      const burns = holdFires(nowS, ignited, reviewS);
      if (active.length > 0) wetThreatened();
      holdGround(nowS);
      if (!burns && held.length === 0 && active.length > 0) return;
      if (ledger.at(-1)?.timeS === nowS) ledger.pop();
      ledger.push({ timeS: nowS, broughtLs });
    },
    brought: () => ledger.slice(),
    snapshot: () => ({
      ...{ isUsed, output: output.slice() },
      ...{ fullSinceS: fullSinceS.slice(), ledger: ledger.slice() },
    }),
    restore(state) {
      isUsed = state.isUsed;
      output.set(state.output);
      fullSinceS.set(state.fullSinceS);
      ledger = state.ledger.slice();
    },
    clear() {
      if (isUsed) {
        output.fill(1);
        shielded.fill(0);
        fullSinceS.fill(Infinity);
      }
      active = [];
      held = [];
      ledger = [];
      isUsed = false;
    },
  };
}
