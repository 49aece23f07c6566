// Fire from building to building in order of time: each ignition sends heat along its links, and the next building is
// the one whose dose is full first. m, s, kW/m². Source: minimum travel time over the graph with flux-time product,
// BR 187 facades, Hamada's wind; firebrands as a Poisson process. Screening, not for life-safety decisions.

import { buildingAt } from './building-graph.ts';
import { createEventHeap } from './event-heap.ts';
import { createExposure } from './exposure.ts';
import { alongM, brandLanding, normalOf, randomOf } from './firebrands.ts';
import {
  checkScenario,
  defaultParameters,
  leavesS,
  type UrbanParameters,
  type UrbanScenario,
} from './scenario.ts';
import type { UrbanTown } from './town.ts';
import { createWater } from './water.ts';
import { createWindDrive, driveTowards, flameShare, type WindDrive } from './wind-drive.ts';

export const causes = { none: 0, given: 1, exposure: 2, firebrand: 3 } as const;

/** A run at a time; enough to go on from, with the same or other wind, water and defences. One entry a building. */
export interface UrbanFireState {
  readonly timeS: number;
  /** `Infinity` for not yet. */
  readonly ignitionS: Float64Array;
  /** Of `causes`. */
  readonly cause: Uint8Array;
  /** Whom it caught fire from, −1 for nobody. */
  readonly source: Int32Array;
  /** When it stops to radiate, burnt out or extinguished; `Infinity` where it doesn't burn. */
  readonly endS: Float64Array;
  readonly dose: Float64Array;
  /** Smouldering firebrands and given ignitions still to come. */
  readonly pendingS: Float64Array;
  readonly pendingSource: Int32Array;
  readonly nextBrandS: Float64Array;
  readonly brands: Int32Array;
  readonly fullWaterSinceS: Float64Array;
  readonly windPast: readonly WindDrive[];
}

export interface UrbanFire {
  start(scenario: UrbanScenario): void;
  /** Goes on from a state with the wind, engines and defences of a scenario; its ignitions before then are passed over. */
  resume(state: UrbanFireState, scenario: UrbanScenario): void;
  /** Runs to a time; returns how many have ignited. `Infinity` runs until nothing more can ignite. */
  advance(untilS: number): number;
  /** A copy of all that is. */
  snapshot(): UrbanFireState;
  /** As it is now, not a copy: s, `Infinity` for not yet. */
  readonly ignitionS: Float64Array;
  readonly cause: Uint8Array;
}

/** Allocates everything once; the same engine runs any number of scenarios, one after the other. */
export function createUrbanFire(
  town: UrbanTown,
  options: Partial<UrbanParameters> = {},
): UrbanFire {
  const parameters: UrbanParameters = { ...defaultParameters, ...options };
  const { graph, powerKWm2, flashoverS, burnS } = town;
  const { count, start: firstLink, to, viewFactor, gapM, towardsX, towardsY } = graph;
  const exposure = createExposure(town, parameters.doseExponent);
  const next = createEventHeap(count);
  const brandNext = createEventHeap(count);
  const flame = Float32Array.from(gapM, flameShare);
  const ignitionS = new Float64Array(count).fill(Infinity);
  const endS = new Float64Array(count).fill(Infinity);
  const cause = new Uint8Array(count);
  const source = new Int32Array(count).fill(-1);
  const needed = new Float64Array(count);
  const pendingS = new Float64Array(count).fill(Infinity);
  const pendingSource = new Int32Array(count).fill(-1);
  const brands = new Int32Array(count);
  const order = new Int32Array(count);
  const water = createWater(town, { ignitionS, endS, order, exposure });
  let ignited = 0;
  let nowS = 0;
  let lastReviewS = 0;
  let drives: WindDrive[] = [];
  let driveAt = 0;
  let scenario: UrbanScenario = { ignitions: [], wind: [{ fromS: 0, speedMs: 0, towardsRad: 0 }] };
  let changesS: number[] = [];
  let changeAt = 0;

  function schedule(building: number): void {
    if (ignitionS[building]! < Infinity) return;
    if (water.shielded[building] === 1) next.set(building, Infinity);
    else {
      const byHeat = exposure.ignitionS(building, needed[building]!);
      next.set(building, Math.max(nowS, Math.min(byHeat, pendingS[building]!)));
    }
  }

  /** Growth towards a direction that the winds before this one have already brought. */
  function grownBefore(building: number, link: number): number {
    let grown = 0;
    for (let at = 0; at < driveAt; at++) {
      const drive = drives[at]!;
      const fromS = Math.max(ignitionS[building]!, at === 0 ? -Infinity : drive.fromS);
      const untilS = drives[at + 1]!.fromS;
      if (untilS > fromS)
        grown += (untilS - fromS) * driveTowards(drive, towardsX[link]!, towardsY[link]!);
    }
    return grown;
  }

  /** What a burning building sends from now on to all that still stand around it. */
  function radiate(building: number): void {
    const share = water.output[building]!;
    const powerNow = powerKWm2[building]! * share;
    const offS = endS[building]!;
    if (powerNow <= 0 || offS <= nowS) return;
    const drive = drives[driveAt]!;
    const bornS = ignitionS[building]!;
    const sinceS = driveAt === 0 ? bornS : Math.max(bornS, drive.fromS);
    for (let link = firstLink[building]!; link < firstLink[building + 1]!; link++) {
      const target = to[link]!;
      if (ignitionS[target]! < Infinity) continue;
      const speed = driveTowards(drive, towardsX[link]!, towardsY[link]!);
      const grown = driveAt > 0 && bornS < drive.fromS ? grownBefore(building, link) : 0;
      const onS = Math.max(nowS, sinceS + Math.max(0, flashoverS[building]! - grown) / speed);
      // Whoever ignites before it comes has no need of it.
      if (onS >= offS || onS >= next.timeS[target]!) continue;
      const flux = powerNow * viewFactor[link]! * (1 + (speed - 1) * flame[link]!);
      exposure.add(target, building, onS, offS, flux);
      schedule(target);
    }
  }

  function ignite(building: number): void {
    const isPending = pendingS[building]! <= nowS;
    const from = isPending ? pendingSource[building]! : exposure.strongest[building]!;
    next.set(building, Infinity);
    ignitionS[building] = nowS;
    endS[building] = nowS + burnS[building]!;
    order[ignited++] = building;
    source[building] = from;
    cause[building] = isPending ? (from < 0 ? causes.given : causes.firebrand) : causes.exposure;
    radiate(building);
    waitForBrand(building, nowS + flashoverS[building]!);
  }

  function waitForBrand(building: number, fromS: number): void {
    const { seed } = scenario;
    const ratePerS = (parameters.brandsPerM2Hour * graph.areaM2[building]!) / 3600;
    if (seed === undefined || ratePerS <= 0) return;
    const draw = randomOf(seed, building, brands[building]!, 0);
    const timeS = fromS - Math.log(draw) / ratePerS;
    brandNext.set(building, timeS < endS[building]! ? timeS : Infinity);
  }

  function throwBrand(building: number): void {
    const { seed = 0 } = scenario;
    const number = brands[building]!++;
    waitForBrand(building, nowS);
    const share = water.output[building]!;
    if (randomOf(seed, building, number, 1) >= share) return;
    const drive = drives[driveAt]!;
    const side = Math.sqrt(graph.areaM2[building]!);
    const landing = brandLanding(town.peakKW[building]! * share, side, drive.speedMs);
    const along = alongM(landing, normalOf(seed, building, number, 2));
    const across = landing.acrossDeviationM * normalOf(seed, building, number, 4);
    const xM = graph.centreXM[building]! + along * drive.towardsX - across * drive.towardsY;
    const yM = graph.centreYM[building]! + along * drive.towardsY + across * drive.towardsX;
    const hit = buildingAt(graph, xM, yM);
    if (hit < 0 || ignitionS[hit]! < Infinity || water.shielded[hit] === 1) return;
    if (randomOf(seed, building, number, 6) >= town.brandReceptivity[hit]!) return;
    const timeS = nowS - parameters.brandDelayS * Math.log(randomOf(seed, building, number, 7));
    if (timeS >= pendingS[hit]!) return;
    pendingS[hit] = timeS;
    pendingSource[hit] = building;
    exposure.touch(hit);
    schedule(hit);
  }

  /** Wind, water or defence is another from now on: doses are closed, and every fire radiates anew. */
  function change(): void {
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = exposure.touched[at]!;
      if (ignitionS[building] === Infinity)
        exposure.settle(building, nowS, water.shielded[building] === 1);
    }
    while (driveAt + 1 < drives.length && drives[driveAt + 1]!.fromS <= nowS) driveAt++;
    water.divide(nowS, ignited, scenario, parameters.reviewS);
    lastReviewS = nowS;
    for (let at = 0; at < exposure.touchedCount(); at++) {
      const building = exposure.touched[at]!;
      if (water.shielded[building] === 1) pendingS[building] = Infinity;
      schedule(building);
    }
    for (let at = 0; at < ignited; at++) radiate(order[at]!);
  }

  function begin(given: UrbanScenario, past: readonly WindDrive[]): void {
    scenario = given;
    const { engines = [], defences = [], wind, seed = 0 } = given;
    const isNow = (at: number) => at + 1 === wind.length || wind[at + 1]!.fromS > nowS;
    const ahead = wind.filter((_, at) => isNow(at));
    drives = [
      ...past,
      ...ahead.map((spell) => {
        const fromS = Math.max(spell.fromS, nowS);
        return createWindDrive({ ...spell, fromS }, town.meanSideM, town.meanGapM);
      }),
    ];
    driveAt = past.length;
    const deviation = given.seed === undefined ? 0 : parameters.doseDeviation;
    for (let building = 0; building < count; building++) {
      const factor = deviation === 0 ? 1 : Math.exp(deviation * normalOf(seed, building, -1, 2));
      needed[building] = town.ignitionDose[building]! * factor;
    }
    changesS = [
      ...ahead.map(({ fromS }) => fromS),
      ...engines.flatMap((engine) => [engine.arriveS, leavesS(engine)]),
      ...defences.flatMap(({ fromS, untilS = Infinity }) => [fromS, untilS]),
    ]
      .filter((timeS) => timeS > nowS && timeS < Infinity)
      .sort((one, other) => one - other);
    changeAt = 0;
    for (const { building, timeS } of given.ignitions) {
      if (timeS < nowS || timeS >= pendingS[building]! || ignitionS[building]! < Infinity) continue;
      pendingS[building] = timeS;
      pendingSource[building] = -1;
      exposure.touch(building);
    }
    change();
  }

  function reset(): void {
    next.clear();
    brandNext.clear();
    exposure.clear();
    water.clear();
    for (const array of [ignitionS, endS, pendingS]) array.fill(Infinity);
    source.fill(-1);
    pendingSource.fill(-1);
    cause.fill(0);
    brands.fill(0);
    ignited = 0;
  }

  return {
    ...{ ignitionS, cause },
    start(given) {
      checkScenario(given, count);
      reset();
      const times = [...given.ignitions.map(({ timeS }) => timeS), given.wind[0]?.fromS ?? 0];
      nowS = Math.min(0, ...times);
      begin(given, []);
    },
    resume(state, given) {
      checkScenario(given, count);
      reset();
      nowS = state.timeS;
      ignitionS.set(state.ignitionS);
      cause.set(state.cause);
      source.set(state.source);
      endS.set(state.endS);
      exposure.dose.set(state.dose);
      pendingS.set(state.pendingS);
      pendingSource.set(state.pendingSource);
      brands.set(state.brands);
      water.fullSinceS.set(state.fullWaterSinceS);
      exposure.sinceS.fill(nowS);
      for (let building = 0; building < count; building++) {
        if (state.ignitionS[building]! < Infinity) order[ignited++] = building;
        else if (state.dose[building]! > 0 || state.pendingS[building]! < Infinity)
          exposure.touch(building);
        if (state.nextBrandS[building]! < Infinity)
          brandNext.set(building, state.nextBrandS[building]!);
      }
      order.subarray(0, ignited).sort((a, b) => ignitionS[a]! - ignitionS[b]! || a - b);
      begin(given, state.windPast);
    },
    advance(untilS) {
      for (;;) {
        const building = next.first();
        const thrower = brandNext.first();
        const ignitesS = building < 0 ? Infinity : next.timeS[building]!;
        const throwsS = thrower < 0 ? Infinity : brandNext.timeS[thrower]!;
        const reviewS = water.isBusy() ? lastReviewS + parameters.reviewS : Infinity;
        const changeS = Math.min(changesS[changeAt] ?? Infinity, reviewS);
        const isOver = ignitesS === Infinity && throwsS === Infinity && !mayGoOn();
        const timeS = Math.min(ignitesS, throwsS, changeS);
        if (timeS > untilS || timeS === Infinity || isOver) break;
        nowS = timeS;
        if (changeS <= timeS) {
          while ((changesS[changeAt] ?? Infinity) <= timeS) changeAt++;
          change();
        } else if (ignitesS <= timeS) ignite(building);
        else throwBrand(thrower);
      }
      if (untilS < Infinity) nowS = Math.max(nowS, untilS);
      return ignited;
    },
    snapshot() {
      const dose = exposure.dose.slice();
      for (let at = 0; at < exposure.touchedCount(); at++) {
        const building = exposure.touched[at]!;
        if (ignitionS[building] === Infinity && water.shielded[building] === 0)
          dose[building] = exposure.doseAt(building, nowS);
      }
      return {
        ...{ timeS: nowS, dose, windPast: drives.slice(0, driveAt + 1) },
        ...{ ignitionS: ignitionS.slice(), cause: cause.slice(), source: source.slice() },
        ...{ endS: endS.slice(), pendingS: pendingS.slice(), brands: brands.slice() },
        ...{ pendingSource: pendingSource.slice(), nextBrandS: brandNext.timeS.slice() },
        fullWaterSinceS: water.fullSinceS.slice(),
      };
    },
  };

  /** Whether a change still to come can bring an ignition: something must still burn. */
  function mayGoOn(): boolean {
    if (changeAt >= changesS.length && !water.isBusy()) return false;
    for (let at = ignited - 1; at >= 0; at--) if (endS[order[at]!]! > nowS) return true;
    return false;
  }
}
