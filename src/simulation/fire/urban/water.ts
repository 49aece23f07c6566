// Water on the fire: engines first hold the newest fires in reach, then keep wet what those fires threaten. L/s, s.
// A fire with its full demand gives no heat and no firebrands, and is out after a review; with less it gives less.
// Source: demand by the Iowa formula, exposure by NFPA 15 (./construction.ts); order of work is ours.

import type { Exposure } from './exposure.ts';
import { leavesS, type UrbanScenario } from './scenario.ts';
import type { UrbanTown } from './town.ts';

export interface Water {
  /** Of its heat that a burning building still gives, 0 … 1. */
  readonly output: Float32Array;
  /** 1 where it is kept wet. */
  readonly shielded: Uint8Array;
  /** `Infinity` where it hasn't its full demand. */
  readonly fullSinceS: Float64Array;
  isBusy(): boolean;
  divide(nowS: number, ignited: number, scenario: UrbanScenario, reviewS: number): void;
  clear(): void;
}

interface Fires {
  readonly ignitionS: Float64Array;
  readonly endS: Float64Array;
  readonly order: Int32Array;
  readonly exposure: Exposure;
}

export function createWater(
  { graph, demandLs, exposureLs }: UrbanTown,
  { ignitionS, endS, order, exposure }: Fires,
): Water {
  const { count, centreXM, centreYM } = graph;
  const output = new Float32Array(count).fill(1);
  const shielded = new Uint8Array(count);
  const fullSinceS = new Float64Array(count).fill(Infinity);
  const given = new Float32Array(count);
  let active: { xM: number; yM: number; reachM: number; restLs: number }[] = [];
  let isUsed = false;

  const isInReach = (of: (typeof active)[number], building: number) =>
    (centreXM[building]! - of.xM) ** 2 + (centreYM[building]! - of.yM) ** 2 <= of.reachM ** 2;

  function holdFires(nowS: number, ignited: number, reviewS: number): void {
    for (let at = ignited - 1; at >= 0; at--) {
      const building = order[at]!;
      if (endS[building]! <= nowS) continue;
      const demand = demandLs[building]!;
      let got = 0;
      for (const engine of active) {
        if (got >= demand || engine.restLs <= 0 || !isInReach(engine, building)) continue;
        const part = Math.min(engine.restLs, demand - got);
        engine.restLs -= part;
        got += part;
      }
      const share = got >= demand * (1 - 1e-9) ? 0 : 1 - got / demand;
      output[building] = share;
      if (share > 0) fullSinceS[building] = Infinity;
      else if (fullSinceS[building] === Infinity) fullSinceS[building] = nowS;
      else if (nowS - fullSinceS[building]! >= reviewS) endS[building] = nowS;
    }
  }

  function wetThreatened(): void {
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = exposure.touched[at]!;
      if (ignitionS[building]! < Infinity || shielded[building] === 1) continue;
      for (const engine of active) {
        const need = exposureLs[building]! - given[building]!;
        if (need <= 0 || engine.restLs <= 0 || !isInReach(engine, building)) continue;
        const part = Math.min(need, engine.restLs);
        engine.restLs -= part;
        given[building]! += part;
      }
      if (given[building]! >= exposureLs[building]! * (1 - 1e-6)) shielded[building] = 1;
    }
  }

  return {
    ...{ output, shielded, fullSinceS },
    isBusy: () => active.length > 0,
    divide(nowS, ignited, { engines = [], defences = [] }, reviewS) {
      active = engines
        .filter((engine) => engine.arriveS <= nowS && leavesS(engine) > nowS)
        .map(({ xM, yM, reachM, flowLs }) => ({ xM, yM, reachM, restLs: flowLs }));
      if (active.length === 0 && defences.length === 0 && !isUsed) return;
      isUsed = true;
      shielded.fill(0);
      given.fill(0);
      for (const { building, fromS, untilS = Infinity, flowLs } of defences) {
        const isThere = fromS <= nowS && nowS < untilS;
        if (isThere && flowLs >= exposureLs[building]!) {
          shielded[building] = 1;
          // So that its dose stands still from now on.
          exposure.touch(building);
        }
      }
      holdFires(nowS, ignited, reviewS);
      if (active.length > 0) wetThreatened();
    },
    clear() {
      output.fill(1);
      shielded.fill(0);
      fullSinceS.fill(Infinity);
      active = [];
      isUsed = false;
    },
  };
}
