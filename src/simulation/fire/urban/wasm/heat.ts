// ../heat.ts by the kernel of ./assembly, over a memory of its own: the same bytes, in half the time. kW/m², s.
// Why: compiled JavaScript knows less of its arrays as soon as a process has had two engines, and asks at every step.

import { touchingM } from '../building-graph.ts';
import type { Exposure } from '../exposure.ts';
import type { Heat, HeatParts } from '../heat.ts';
import { LINK_SIZE } from '../link-table.ts';
import type { UrbanTown } from '../town.ts';
import { type HeatKernel, instantiate } from './kernel.ts';

/** Numbers of a wind before those by cosine: since when, towards, the most of any direction. */
const WIND_HEAD = 4;

/** Throws where the machine has not that much memory. */
export function createWasmHeat(
  { graph, criticalKWm2, partyWallShare, powerKWm2, flashoverS }: UrbanTown,
  { arrays, wind, water, exponent, neededDose }: HeatParts,
  module: WebAssembly.Module,
): Heat {
  const { ignitionS, endS, pendingS } = arrays;
  const { count, links } = graph;
  const { kernel, views } = instantiate(module, neededDose);
  kernel.open(count, exponent, touchingM);
  views().f32.set(criticalKWm2, kernel.criticalAddress() / 4);
  views().f32.set(partyWallShare, kernel.wallAddress() / 4);
  const burning = kernel.burningAddress() / 4;
  for (let building = 0; building < count; building++) {
    views().f32[burning + 4 * building] = powerKWm2[building]!;
    views().f32[burning + 4 * building + 1] = flashoverS[building]!;
  }
  let drives: typeof wind.drives = [];

  function tellLinks(building: number): void {
    graph.link(building);
    const own = links.counts[building]!;
    const from = LINK_SIZE * links.first[building]!;
    const at = kernel.makeLinks(building, own) / 4;
    views().i32.set(links.targets.subarray(from, from + LINK_SIZE * own), at);
  }

  return {
    exposure: exposureOf(kernel, views, count),
    radiate(building, nowS) {
      const output = water().outputOf(building);
      const offS = endS[building]!;
      if (output <= 0 || offS <= nowS) return;
      const bornS = ignitionS[building]!;
      if (kernel.radiate(building, nowS, output, bornS, offS) === 1) return;
      tellLinks(building);
      kernel.radiate(building, nowS, output, bornS, offS);
    },
    schedule(building, nowS) {
      kernel.schedule(building, nowS, pendingS[building]!, water().shielded[building]!);
    },
    next: kernel.first,
    nextS: kernel.firstS,
    burn: kernel.burn,
    turn() {
      if (drives !== wind.drives) {
        drives = wind.drives;
        const first = kernel.makeWinds(drives.length) / 8;
        drives.forEach(({ fromS, towardsX, towardsY, most, byCosine }, at) => {
          const place = first + at * (WIND_HEAD + byCosine.length);
          views().f64.set([fromS, towardsX, towardsY, most], place);
          views().f64.set(byCosine, place + WIND_HEAD);
        });
      }
      kernel.turnWind(wind.at);
    },
    clear: kernel.clear,
  };
}

function exposureOf(kernel: HeatKernel, views: Views, count: number): Exposure {
  return {
    /** Another one after the memory has grown: it is looked up anew each time. */
    get touched() {
      const first = kernel.touchedAddress() / 4;
      return views().i32.subarray(first, first + count);
    },
    touchedCount: kernel.getTouchedCount,
    strongestOf: kernel.strongestOf,
    add: kernel.take,
    ignitionS: kernel.ignitionS,
    doseAt: kernel.takenAt,
    settle: (building, timeS, isShielded) => kernel.settle(building, timeS, Number(isShielded)),
    touch: kernel.touch,
    doses() {
      const first = kernel.doseAddress() / 8;
      return views().f64.slice(first, first + count);
    },
    restore({ dose, strongest, touched }, timeS) {
      for (let building = 0; building < count; building++)
        kernel.restore(building, dose[building]!, strongest[building]!, timeS);
      for (const building of touched) kernel.touch(building);
    },
  };
}

type Views = ReturnType<typeof instantiate>['views'];
