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
import type { UrbanGround } from './ground.ts';
import { quarterOf } from './quarter.ts';

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
  /** From ignition until it gives no heat at all. */
  readonly outS: Float32Array;
  readonly peakKW: Float32Array;
  readonly energyMJ: Float32Array;
  readonly brandReceptivity: Float32Array;
  readonly demandLs: Float32Array;
  readonly exposureLs: Float32Array;
  /** Of what flames send past a wall that touches the neighbour's, 0 … 1. */
  readonly partyWallShare: Float32Array;
  readonly isResistant: Uint8Array;
  /** What may carry fire between buildings, where anything is known of it. */
  readonly ground: UrbanGround | undefined;
  /** Means over a sample of the town, for the wind's anisotropy. */
  readonly meanSideM: number;
  readonly meanGapM: number;
}

export interface TownInputs {
  readonly graph: BuildingGraph;
  /** One a building. */
  readonly construction: readonly Construction[];
  /** One storey for each 3 m of height where left out. */
  readonly storeys?: ArrayLike<number>;
  /** Of the same outlines. */
  readonly ground?: UrbanGround;
}

export function createTown(
  { graph, construction, storeys, ground }: TownInputs,
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
    ...{ flashoverS: column(), burnS: column(), outS: column() },
    ...{ peakKW: column(), energyMJ: column() },
    ...{ brandReceptivity: column(), demandLs: column(), exposureLs: column() },
    ...{ partyWallShare: column(), isResistant: new Uint8Array(count) },
  };
  construction.forEach((kind, building) => {
    const of = table[kind];
    const area = areaM2[building]!;
    const heightM = outlines.heightM[building]!;
    const floors = storeys?.[building] ?? Math.max(1, Math.round(heightM / 3));
    const burningM2 = Math.min(of.compartmentM2, area * floors);
    const curve = heatReleaseCurve(of, burningM2);
    const onsetS = flashoverS(curve);
    town.powerKWm2[building] = of.emissivePowerKWm2 * of.radiatingShare;
    town.criticalKWm2[building] = of.criticalFluxKWm2;
    town.ignitionDose[building] = of.ignitionDose;
    town.flashoverS[building] = onsetS;
    // Half of the decay still counts as full radiation, the other half as none: the same heat.
    town.burnS[building] = Math.max((curve.plateauEndS + curve.endS) / 2, onsetS + 60);
    town.outS[building] = Math.max(curve.endS, town.burnS[building]!);
    town.peakKW[building] = curve.peakKW;
    town.energyMJ[building] = curve.energyMJ;
    town.brandReceptivity[building] = of.brandReceptivity;
    town.demandLs[building] = iowaDemandLs((area * heightM * burningM2) / (area * floors));
    town.exposureLs[building] = exposureDemandLs(Math.sqrt(area) * heightM);
    town.partyWallShare[building] = of.partyWallShare;
    town.isResistant[building] = kind === 'resistant' ? 1 : 0;
  });
  const step = Math.max(1, Math.ceil(count / SAMPLE));
  const sample = Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
  const { sideM, separationM } = quarterOf({ graph, isResistant: town.isResistant }, sample);
  return { graph, ground, ...town, meanSideM: sideM, meanGapM: separationM };
}

/** Enough for means within a few per cent. */
const SAMPLE = 1000;
