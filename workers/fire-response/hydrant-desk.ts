// Hydrants of the open water networks: which are in reach of a building, what has been solved of them so far.

import type { WaterAtBuilding, WaterShortfall } from '#features/fire/contract/response.ts';
import type { HydrantDraw, HydrantReport, KnownHydrant } from '#model/hydrant-flow.ts';
import { refOf } from './dispatch.ts';
import { exposureOf } from './exposures.ts';
import { kindOf, type Need, needsOf } from './needs.ts';
import type { RoadTown } from './road-town.ts';

const METRES_PER_DEGREE = 111_195;
const CELL_M = 200;
/** GB 50974: 10 to 15 L/s a hydrant. */
const ASSUMED_M3S = 0.01;
/** Drawn from at once: one an engine of a large alarm. More hoses nobody lays. */
const MOST_DRAWN = 8;
const NO_EXPOSURE = { value: 0, text: { en: '', zh: '' } };

interface Near {
  readonly hydrant: number;
  readonly distanceM: number;
}

export interface WaterParts {
  readonly report: HydrantReport | undefined;
  readonly draws: Readonly<Record<string, HydrantDraw>>;
  readonly isSolving: boolean;
  readonly problem: string | undefined;
}

export class HydrantDesk {
  readonly #town: RoadTown;
  readonly #east: number;
  #hydrants: readonly KnownHydrant[] = [];
  #cells = new Map<string, number[]>();
  readonly #solvedM3s = new Map<string, number>();

  constructor(town: RoadTown) {
    this.#town = town;
    const latitude = town.buildings.latitudeDeg[0] ?? 0;
    this.#east = Math.cos((latitude * Math.PI) / 180) * METRES_PER_DEGREE;
  }

  know(hydrants: readonly KnownHydrant[]): void {
    this.#hydrants = hydrants;
    this.#cells = new Map();
    this.#solvedM3s.clear();
    hydrants.forEach(({ longitudeDeg, latitudeDeg }, at) => {
      const key = this.#cellOf(longitudeDeg, latitudeDeg).join(' ');
      const cell = this.#cells.get(key);
      if (cell) cell.push(at);
      else this.#cells.set(key, [at]);
    });
  }

  /** Sets a standard, the nearest first, no more than are drawn from at once. `building`: position among the buildings. */
  reach(building: number) {
    return {
      sets: this.#needsOf(building).map(({ standard, reachM, mostM3s }) => ({
        ...{ standard, mostM3s },
        hydrants: this.#near(building, reachM)
          .slice(0, MOST_DRAWN)
          .map(({ hydrant }) => this.#hydrants[hydrant]!.id),
      })),
    };
  }

  water(
    building: number,
    atMs: number,
    { report, draws, problem, isSolving }: WaterParts,
  ): WaterAtBuilding {
    const flows = new Map(report?.rows.map((row) => [row.id, row]));
    for (const { id, flowM3s } of flows.values()) this.#solvedM3s.set(id, flowM3s);
    const needs = this.#needsOf(building);
    const farthestM = needs.reduce((most, { reachM }) => Math.max(most, reachM), 0);
    return {
      building: refOf(this.#town, building),
      atMs: report?.atMs ?? atMs,
      needs: needs.map((need) => {
        const near = this.#near(building, need.reachM);
        return balance(
          need,
          near.length,
          near
            .slice(0, MOST_DRAWN)
            .map(({ hydrant }) => flows.get(this.#hydrants[hydrant]!.id)?.flowM3s),
          draws[need.standard],
          this.#hydrants.length > 0,
        );
      }),
      hydrants: this.#near(building, farthestM).map(({ hydrant, distanceM }) => {
        const { id, key, index, longitudeDeg, latitudeDeg } = this.#hydrants[hydrant]!;
        const flow = flows.get(id);
        return {
          ...{ id, key, index, at: [longitudeDeg, latitudeDeg] as const, distanceM },
          flowM3s: flow?.flowM3s ?? Number.NaN,
          staticPa: flow?.staticPa ?? Number.NaN,
          limit: flow?.limit ?? (report?.unknown.includes(id) ? 'unknown' : ''),
        };
      }),
      isSolving,
      model: report?.model ?? Object.values(draws)[0]?.model ?? '',
      ...(problem !== undefined && { problem }),
    };
  }

  /** By GB 50974: hydrants within 150 m, solved or assumed, against the outdoor design flow. */
  shortfall(build: string): WaterShortfall {
    const { buildings } = this.#town;
    const share = new Float32Array(buildings.cityCount).fill(Number.NaN);
    if (this.#hydrants.length > 0)
      for (let building = 0; building < buildings.count; building++) {
        const need = needsOf(kindOf(this.#town, building), NO_EXPOSURE)[2]!;
        const inReachM3s = this.#near(building, need.reachM).reduce((sum, { hydrant }) => {
          const solved = this.#solvedM3s.get(this.#hydrants[hydrant]!.id);
          return sum + Math.min(need.mostM3s, solved ?? ASSUMED_M3S);
        }, 0);
        share[buildings.index[building]!] = Math.max(0, 1 - inReachM3s / need.neededM3s);
      }
    return {
      ...{ build, share, assumedM3s: ASSUMED_M3S },
      ...{ solved: this.#solvedM3s.size, hydrants: this.#hydrants.length },
    };
  }

  #needsOf(building: number): readonly Need[] {
    return needsOf(kindOf(this.#town, building), exposureOf(this.#town.buildings, building));
  }

  #near(building: number, reachM: number): Near[] {
    const { buildings } = this.#town;
    const longitude = buildings.longitudeDeg[building]!;
    const latitude = buildings.latitudeDeg[building]!;
    const [column, row] = this.#cellOf(longitude, latitude);
    const found: Near[] = [];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const hydrant of this.#cells.get(`${x} ${y}`) ?? []) {
          const at = this.#hydrants[hydrant]!;
          const distanceM = Math.hypot(
            (at.longitudeDeg - longitude) * this.#east,
            (at.latitudeDeg - latitude) * METRES_PER_DEGREE,
          );
          if (distanceM <= reachM) found.push({ hydrant, distanceM });
        }
    return found.sort((a, b) => a.distanceM - b.distanceM || a.hydrant - b.hydrant);
  }

  #cellOf(longitudeDeg: number, latitudeDeg: number): readonly [number, number] {
    return [
      Math.floor((longitudeDeg * this.#east) / CELL_M),
      Math.floor((latitudeDeg * METRES_PER_DEGREE) / CELL_M),
    ];
  }
}

const litres = (m3s: number) => (m3s * 1000).toFixed(1);

/** `flows`: of the hydrants that are drawn from, each alone; undefined or NaN where it isn't solved. */
function balance(
  { neededM3s, durationS, formula, standard, reachM, mostM3s, inputs }: Need,
  inReach: number,
  flows: readonly (number | undefined)[],
  draw: HydrantDraw | undefined,
  knowsHydrants: boolean,
): WaterAtBuilding['needs'][number] {
  const solved = flows.flatMap((flow) =>
    flow === undefined || Number.isNaN(flow) ? [] : [Math.min(mostM3s, flow)],
  );
  const aloneM3s =
    solved.length === flows.length ? solved.reduce((sum, flow) => sum + flow, 0) : Number.NaN;
  const together = draw?.rows.reduce((sum, { flowM3s }) => sum + Math.min(mostM3s, flowM3s), 0);
  const none = knowsHydrants ? 0 : Number.NaN;
  const availableM3s = flows.length === 0 ? none : (together ?? aloneM3s);
  const shortfallM3s = Math.max(0, neededM3s - availableM3s);
  const terms = draw?.rows.map(({ flowM3s }) => litres(Math.min(mostM3s, flowM3s))) ?? [];
  const supply = terms.length > 0 ? `(${terms.join(' + ')})` : litres(availableM3s);
  return {
    ...{ standard, neededM3s, durationS, reachM, hydrants: inReach, drawn: flows.length, inputs },
    ...{ availableM3s, aloneM3s, shortfallM3s, isTogether: draw !== undefined },
    formula: Number.isNaN(availableM3s)
      ? formula
      : `${formula}; max(0, ${litres(neededM3s)} − ${supply}) = ${litres(shortfallM3s)} L/s`,
  };
}
