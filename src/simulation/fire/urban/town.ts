// A town ready to burn: the graph with what its buildings hold, in typed arrays. m, s, kW, L/s.
// Source: classes and curves of ./construction.ts.

import type { BuildingGraph } from './building-graph.ts';
import {
  type Construction,
  type ConstructionTable,
  defaultConstructions,
  exposureDemandLs,
  flashoverS,
  heatReleaseCurve,
  iowaDemandLs,
} from './construction.ts';

export interface UrbanTown {
  readonly graph: BuildingGraph;
  /** Radiated by the facades as a whole, kW/m² of facade. */
  readonly powerKWm2: Float32Array;
  readonly criticalKWm2: Float32Array;
  readonly ignitionDose: Float32Array;
  /** From ignition until flames leave the openings. */
  readonly flashoverS: Float32Array;
  /** From ignition until it radiates no more. */
  readonly burnS: Float32Array;
  readonly peakKW: Float32Array;
  readonly energyMJ: Float32Array;
  readonly brandReceptivity: Float32Array;
  readonly demandLs: Float32Array;
  readonly exposureLs: Float32Array;
  /** Means over the town, for the wind's anisotropy. */
  readonly meanSideM: number;
  readonly meanGapM: number;
}

export interface TownInputs {
  readonly graph: BuildingGraph;
  /** One a building. */
  readonly construction: readonly Construction[];
  /** One storey for each 3 m of height where left out. */
  readonly storeys?: ArrayLike<number>;
  /** s that fire takes through a patch of vegetation (its size over Rothermel's speed); NaN for buildings. */
  readonly vegetationCrossingS?: ArrayLike<number>;
}

export function createTown(
  { graph, construction, storeys, vegetationCrossingS }: TownInputs,
  table: ConstructionTable = defaultConstructions,
): UrbanTown {
  const { count, areaM2, outlines } = graph;
  if (construction.length !== count) {
    throw new RangeError(
      `There are ${construction.length} constructions; one for each of ${count} buildings is expected.`,
    );
  }
  const column = () => new Float32Array(count);
  const town = {
    ...{ powerKWm2: column(), criticalKWm2: column(), ignitionDose: column() },
    ...{ flashoverS: column(), burnS: column(), peakKW: column(), energyMJ: column() },
    ...{ brandReceptivity: column(), demandLs: column(), exposureLs: column() },
  };
  let sides = 0;
  construction.forEach((kind, building) => {
    const of = table[kind];
    const area = areaM2[building]!;
    const heightM = outlines.heightM[building]!;
    const floors = storeys?.[building] ?? Math.max(1, Math.round(heightM / 3));
    const curve = heatReleaseCurve(of, area * floors);
    const crossingS = vegetationCrossingS?.[building] ?? Number.NaN;
    const onsetS = Number.isNaN(crossingS) ? flashoverS(curve) : crossingS;
    town.powerKWm2[building] = of.emissivePowerKWm2 * of.radiatingShare;
    town.criticalKWm2[building] = of.criticalFluxKWm2;
    town.ignitionDose[building] = of.ignitionDose;
    town.flashoverS[building] = onsetS;
    // Half of the decay still counts as full radiation, the other half as none: the same heat.
    town.burnS[building] = Math.max((curve.plateauEndS + curve.endS) / 2, onsetS + 60);
    town.peakKW[building] = curve.peakKW;
    town.energyMJ[building] = curve.energyMJ;
    town.brandReceptivity[building] = of.brandReceptivity;
    town.demandLs[building] = iowaDemandLs(area * heightM);
    town.exposureLs[building] = exposureDemandLs(Math.sqrt(area) * heightM);
    sides += Math.sqrt(area);
  });
  return { graph, ...town, meanSideM: sides / Math.max(1, count), meanGapM: meanNearestGap(graph) };
}

function meanNearestGap({ count, start, gapM }: BuildingGraph): number {
  let sum = 0;
  let linked = 0;
  for (let building = 0; building < count; building++) {
    let least = Infinity;
    for (let link = start[building]!; link < start[building + 1]!; link++) {
      least = Math.min(least, gapM[link]!);
    }
    if (least === Infinity) continue;
    sum += least;
    linked++;
  }
  return linked === 0 ? 0 : sum / linked;
}
