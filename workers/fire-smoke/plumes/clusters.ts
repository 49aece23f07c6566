// Burning buildings that stand together as one fire: their plumes merge. m, W, kg/s.
// Source: merging is taken as complete within a cell (60 m, wider where more than a few fires burn): an assumption.

import { burningRate } from '#simulation/fire/smoke/emissions.ts';
import type { SmokeSource } from '#simulation/fire/smoke/plume.ts';

export interface BurningBuilding {
  /** East and north of the middle of the raster. */
  readonly xM: number;
  readonly yM: number;
  readonly heatW: number;
  /** Of the roof over the ground. */
  readonly heightM: number;
  readonly widthM: number;
  readonly sinceS: number;
  readonly phase: SmokeSource['phase'];
}

export interface FireCluster extends BurningBuilding {
  readonly buildings: number;
  /** Fuel, kg/s. */
  readonly burntKgS: number;
}

const CELL_M = 60;
/** Mixed contents of buildings: 15 to 20 MJ/kg. */
export const HEAT_OF_COMBUSTION_J_KG = 17.5e6;

/** At most about `most` clusters, the hottest first; smouldering fires stay apart from flaming ones. */
export function clusterFires(fires: readonly BurningBuilding[], most: number): FireCluster[] {
  let cellM = CELL_M;
  for (;;) {
    const groups = groupBy(fires, cellM);
    if (groups.length <= Math.max(2, most)) {
      return groups.map(merge).sort((a, b) => b.heatW - a.heatW);
    }
    cellM *= 1.5;
  }
}

function groupBy(fires: readonly BurningBuilding[], cellM: number): BurningBuilding[][] {
  const groups = new Map<string, BurningBuilding[]>();
  for (const fire of fires) {
    // Cells lie around the middle, so that what burns there falls into one.
    const key = `${Math.round(fire.xM / cellM)} ${Math.round(fire.yM / cellM)} ${fire.phase}`;
    const group = groups.get(key);
    if (group) group.push(fire);
    else groups.set(key, [fire]);
  }
  return [...groups.values()];
}

function merge(fires: readonly BurningBuilding[]): FireCluster {
  const heatW = sumOf(fires, (fire) => fire.heatW);
  const mean = (of: (fire: BurningBuilding) => number) =>
    heatW > 0
      ? sumOf(fires, (fire) => fire.heatW * of(fire)) / heatW
      : sumOf(fires, of) / fires.length;
  const span = (of: (fire: BurningBuilding) => number) =>
    Math.max(...fires.map(of)) - Math.min(...fires.map(of));
  const widthM = mean((fire) => fire.widthM);
  return {
    ...{ heatW, buildings: fires.length, phase: fires[0]?.phase ?? 'flaming' },
    ...{ xM: mean((fire) => fire.xM), yM: mean((fire) => fire.yM) },
    heightM: mean((fire) => fire.heightM),
    widthM:
      widthM +
      Math.max(
        span((fire) => fire.xM),
        span((fire) => fire.yM),
      ),
    sinceS: Math.min(...fires.map((fire) => fire.sinceS)),
    burntKgS: burningRate(heatW, HEAT_OF_COMBUSTION_J_KG),
  };
}

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
