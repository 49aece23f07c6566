// Fire from building to building in order of time: each ignition sends heat along its links, and the next building is
// the one whose dose is full first. m, s, kW/m². Source: minimum travel time over the graph with flux-time product,
// BR 187 facades, Hamada's wind; firebrands as a Poisson process. Screening, not for life-safety decisions.

import { createBrandFlight } from './brand-flight.ts';
import { createEventHeap } from './event-heap.ts';
import { normalOf } from './firebrands.ts';
import type { GroundState } from './ground-fire.ts';
import { createHeat } from './heat.ts';
import {
  causes,
  clearRunArrays,
  copyRunArrays,
  createRunArrays,
  type RunArrays,
  restoreRunArrays,
  type UrbanFireState,
} from './run-state.ts';
import {
  changesOf,
  checkScenario,
  defaultParameters,
  type UrbanParameters,
  type UrbanScenario,
} from './scenario.ts';
import type { UrbanTown } from './town.ts';
import { createVegetation, GROUND, type Vegetation } from './vegetation.ts';
import { createWasmHeat } from './wasm/heat.ts';
import { createWater, type Water, type WaterBrought } from './water.ts';
import type { WindSpell } from './wind-drive.ts';
import { createWindHistory, windFrom } from './wind-history.ts';

export { causes, type UrbanFireState } from './run-state.ts';

/** Its arrays are as they are now, no copies; `order` holds as many as `ignited` says. */
export interface UrbanFire
  extends Readonly<Omit<RunArrays, 'pendingS' | 'pendingSource' | 'brands'>> {
  start(scenario: UrbanScenario): void;
  /**
   * Goes on from a state with the wind, water, engines and defences of a scenario; its ignitions before then are passed
   * over. A change at a state taken just before its time (`advance` with `isOpen`) gives what a run from the start gives,
   * to the last bit.
   */
  resume(state: UrbanFireState, scenario: UrbanScenario): void;
  /**
   * Runs to a time, that included unless `isOpen`; returns how many have ignited. `Infinity` runs until nothing more can
   * ignite.
   */
  advance(untilS: number, isOpen?: boolean): number;
  ignited(): number;
  /** What water was brought from each division on. */
  waterBrought(): readonly WaterBrought[];
  /** Cells of the town's ground that have burnt, in that order, and when; none where it has no ground. */
  groundBurnt(): GroundState;
  /** A copy of all that is. */
  snapshot(): UrbanFireState;
}

const nothing: GroundState = { cells: new Int32Array(0), timeS: new Float64Array(0) };

/**
 * Allocates once; the same engine runs any number of scenarios, one after the other. With the compiled `kernel` of ./wasm a
 * run takes about half the time and comes to the same bytes.
 */
export function createUrbanFire(
  town: UrbanTown,
  options: Partial<UrbanParameters> = {},
  kernel?: WebAssembly.Module,
): UrbanFire {
  const parameters: UrbanParameters = { ...defaultParameters, ...options };
  const { count } = town.graph;
  const arrays = createRunArrays(count);
  const { ignitionS, endS, cause, source, pendingS, pendingSource, order } = arrays;
  const throws = createEventHeap(count);
  const wind = createWindHistory();
  const heatParts = {
    ...{ arrays, wind, neededDose, exponent: parameters.doseExponent },
    water: (): Water => water,
  };
  const heat = kernel ? createWasmHeat(town, heatParts, kernel) : createHeat(town, heatParts);
  const { exposure, radiate } = heat;
  const vegetation = createVegetation(town, { arrays, exposure, wind, schedule });
  const ground = vegetation?.fire;
  const water: Water = createWater(town, { ignitionS, endS, order, exposure, ground });
  const flight = createBrandFlight(town, {
    ...{ arrays, throws, wind, water, parameters, vegetation },
  });
  let ignited = 0;
  let nowS = 0;
  let lastReviewS = 0;
  let scenario: UrbanScenario = { ignitions: [], wind: [{ fromS: 0, speedMs: 0, towardsRad: 0 }] };
  /** Of the scenario, looked up once: each one is an object of another shape to the compiler. */
  let seed: number | undefined;
  let brandIgnition = 0;
  /** Whether a firebrand smoulders anywhere: a run without any needs not look where. */
  let hasBrands = false;
  let changesS: number[] = [];
  let changeAt = 0;
  /** Given ignitions still to come, the next one last. */
  let given: { readonly building: number; readonly timeS: number }[] = [];

  /** Dose that sets a building on fire in this run. */
  function neededDose(building: number): number {
    const scatter =
      seed === undefined ? 1 : Math.exp(parameters.doseDeviation * normalOf(seed, building, -1, 2));
    return town.ignitionDose[building]! * scatter;
  }

  function schedule(building: number): void {
    heat.schedule(building, nowS);
  }

  function igniteNext(building: number): void {
    const isByBrand = hasBrands && pendingS[building]! <= nowS;
    const from = exposure.strongestOf(building);
    if (isByBrand) ignite(building, pendingSource[building]!, causes.firebrand);
    else if (from === GROUND) ignite(building, -1, causes.vegetation);
    else ignite(building, from, causes.exposure);
  }

  function ignite(building: number, from: number, why: number): void {
    heat.burn(building);
    ignitionS[building] = nowS;
    endS[building] = nowS + town.burnS[building]!;
    order[ignited++] = building;
    source[building] = from;
    cause[building] = why;
    radiate(building, nowS);
    vegetation?.lightAround(building, water, nowS);
    if (seed !== undefined) flight.wait(building, nowS + town.flashoverS[building]!, seed);
  }

  function throwBrand(building: number): void {
    const hit = flight.throwFrom(building, nowS, seed ?? 0, brandIgnition);
    if (hit < 0) return;
    hasBrands = true;
    exposure.touch(hit);
    schedule(hit);
  }

  /** Wind, water or defence is another from now on: doses are closed, and every fire radiates anew. */
  function change(): void {
    const { touched } = exposure;
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = touched[at]!;
      if (ignitionS[building] === Infinity)
        exposure.settle(building, nowS, water.shielded[building] === 1);
    }
    wind.turn(nowS);
    heat.turn();
    water.divide(nowS, ignited, scenario, parameters.reviewS);
    lastReviewS = nowS;
    // Those that are defended come to them.
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = touched[at]!;
      if (water.shielded[building] === 1) pendingS[building] = Infinity;
      schedule(building);
    }
    for (let at = 0; at < ignited; at++) radiate(order[at]!, nowS);
    if (vegetation) spreadAnew(vegetation);
    for (let first = given.at(-1); first && first.timeS <= nowS; first = given.at(-1)) {
      given.pop();
      if (ignitionS[first.building] === Infinity) ignite(first.building, -1, causes.given);
    }
  }

  function spreadAnew({ fire, touchAnew, lightAround }: Vegetation): void {
    touchAnew(nowS);
    fire.turn(nowS, water.held());
    for (let at = 0; at < ignited; at++) lightAround(order[at]!, water, nowS);
  }

  function begin(wanted: UrbanScenario, spells: readonly WindSpell[], windAt: number): void {
    scenario = wanted;
    seed = wanted.seed;
    brandIgnition = wanted.vegetation?.brandIgnition ?? 0;
    const { sideM, gapM } = wanted.quarter ?? { sideM: town.meanSideM, gapM: town.meanGapM };
    wind.begin(spells, windAt, sideM, gapM);
    ground?.begin(wanted.vegetation);
    changesS = changesOf(wanted).filter((timeS) => timeS > nowS);
    changeAt = 0;
    given = wanted.ignitions
      .filter(({ timeS }) => timeS >= nowS)
      .sort((one, other) => other.timeS - one.timeS || other.building - one.building);
    change();
  }

  function reset(): void {
    clearRunArrays(arrays, ignited, exposure.touched.subarray(0, exposure.touchedCount()));
    heat.clear();
    throws.clear();
    water.clear();
    vegetation?.clear();
    ignited = 0;
    hasBrands = false;
  }

  return {
    ...{ ignitionS, endS, cause, source, order },
    ignited: () => ignited,
    waterBrought: water.brought,
    groundBurnt: () => ground?.snapshot() ?? nothing,
    start(wanted) {
      checkScenario(wanted, count);
      reset();
      const times = [...wanted.ignitions.map(({ timeS }) => timeS), wanted.wind[0]?.fromS ?? 0];
      nowS = Math.min(0, ...times);
      begin(wanted, wanted.wind, 0);
    },
    resume(state, wanted) {
      checkScenario(wanted, count);
      reset();
      nowS = state.timeS;
      restoreRunArrays(arrays, state);
      hasBrands = state.pendingS.some((timeS) => timeS < Infinity);
      ignited = state.order.length;
      for (const building of state.order) heat.burn(building);
      water.restore(state.water);
      if (state.ground) ground?.restore(state.ground);
      vegetation?.restore();
      exposure.restore(state, nowS);
      state.nextBrandS.forEach((timeS, building) => {
        if (timeS < Infinity) throws.set(building, timeS);
      });
      const { spells, at } = windFrom(state.windPast, wanted.wind, nowS);
      begin(wanted, spells, at);
    },
    advance(untilS, isOpen = false) {
      for (;;) {
        const ignitesS = heat.nextS();
        const thrower = throws.first();
        const throwsS = thrower < 0 ? Infinity : throws.timeS[thrower]!;
        const spreadsS = ground?.firstS() ?? Infinity;
        const reviewS = water.isBusy() ? lastReviewS + parameters.reviewS : Infinity;
        const changeS = Math.min(changesS[changeAt] ?? Infinity, reviewS);
        const timeS = Math.min(ignitesS, throwsS, spreadsS, changeS);
        if (timeS > untilS || (isOpen && timeS === untilS)) break;
        if (timeS === Infinity) break;
        // With an end the water is told up to it, though nothing burns any more.
        const isQuiet = Math.min(ignitesS, throwsS, spreadsS) === Infinity;
        if (untilS === Infinity && isQuiet && !mayGoOn()) break;
        nowS = timeS;
        if (changeS <= timeS) {
          while ((changesS[changeAt] ?? Infinity) <= timeS) changeAt++;
          change();
        } else if (ignitesS <= timeS) igniteNext(heat.next());
        else if (spreadsS <= timeS) vegetation?.burnNext(nowS);
        else throwBrand(thrower);
      }
      if (untilS < Infinity) nowS = Math.max(nowS, untilS);
      return ignited;
    },
    snapshot() {
      const dose = exposure.doses();
      const touched = exposure.touched.slice(0, exposure.touchedCount());
      for (const building of touched) {
        if (ignitionS[building] === Infinity && water.shielded[building] === 0)
          dose[building] = exposure.doseAt(building, nowS);
      }
      return {
        ...copyRunArrays(arrays, ignited),
        ...{ timeS: nowS, dose, touched },
        strongest: Int32Array.from({ length: count }, (_, at) => exposure.strongestOf(at)),
        nextBrandS: throws.timeS.slice(),
        ...{ water: water.snapshot(), windPast: wind.past(), ground: ground?.snapshot() },
      };
    },
  };

  /** Whether a change still to come can bring an ignition: something must still burn. */
  function mayGoOn(): boolean {
    if (given.length > 0) return true;
    if (changeAt >= changesS.length && !water.isBusy()) return false;
    for (let at = ignited - 1; at >= 0; at--) if (endS[order[at]!]! > nowS) return true;
    return false;
  }
}
