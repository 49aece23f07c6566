// A builder of small worlds for the tests and benches of this folder.

import type { WatchedPeople } from './count-impact.ts';
import type { Look, WatchedCity } from './impact.ts';
import { footprintCells, type GridSize, lineCells } from './shape-cells.ts';

interface Building {
  /** West, north, east, south in cells. */
  readonly box: readonly [number, number, number, number];
  readonly sillM?: number;
  readonly use?: string;
  readonly peopleDay?: number;
  readonly peopleNight?: number;
  readonly areaM2?: number;
  /** Street and cell of it in front of the door. */
  readonly door?: readonly [street: number, cell: number];
  readonly isStation?: boolean;
}

interface Street {
  readonly line: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly limitKmh?: number;
}

export interface SmallTown {
  readonly city: WatchedCity;
  readonly people: WatchedPeople;
  readonly limitKmh: Float32Array;
}

const ringOf = ([west, north, east, south]: Building['box']) =>
  Float64Array.of(west, north, east, north, east, south, west, south);

/** Buildings, then sites, then streets on a grid; a site is a building that is watched by its kind. */
export function aSmallTown(
  grid: GridSize,
  parts: {
    readonly buildings?: readonly Building[];
    readonly sites?: readonly Building[];
    readonly streets?: readonly Street[];
  },
): SmallTown {
  const { buildings = [], sites = [], streets = [] } = parts;
  const houses = [...buildings, ...sites];
  const lists = [
    ...houses.map(({ box }) => footprintCells([ringOf(box)], grid)),
    ...streets.map(({ line }) => lineCells(Float64Array.from(line), grid).cells),
  ];
  const offsets = new Uint32Array(lists.length + 1);
  for (const [thing, cells] of lists.entries()) offsets[thing + 1] = offsets[thing]! + cells.length;
  const nodes = streets.reduce((most, { from, to }) => Math.max(most, from + 1, to + 1), 0);
  const uses = [...new Set(buildings.map(({ use = 'residential' }) => use))];
  return {
    city: {
      grid,
      things: {
        buildings: buildings.length,
        sites: sites.length,
        undergrounds: 0,
        roads: streets.length,
        offsets,
        cells: Int32Array.from(lists.flat()),
        sillM: Float32Array.from([
          ...houses.map(({ sillM = 0.3 }) => sillM),
          ...streets.map(() => 0.3),
        ]),
      },
      graph: {
        nodes,
        from: Int32Array.from(streets, ({ from }) => from),
        to: Int32Array.from(streets, ({ to }) => to),
        lengthM: Float32Array.from(streets, ({ line }) => lengthOf(line)),
      },
      doors: {
        street: Int32Array.from(houses, ({ door }) => door?.[0] ?? -1),
        cell: Uint32Array.from(houses, ({ door }) => door?.[1] ?? 0),
      },
      stations: houses.flatMap(({ isStation }, thing) => (isStation ? [thing] : [])),
    },
    people: {
      peopleDay: Float32Array.from(buildings, ({ peopleDay = 1 }) => peopleDay),
      peopleNight: Float32Array.from(buildings, ({ peopleNight = 2 }) => peopleNight),
      areaM2: Float32Array.from(buildings, ({ areaM2 = 100 }) => areaM2),
      use: Uint16Array.from(buildings, ({ use = 'residential' }) => uses.indexOf(use)),
      uses,
    },
    limitKmh: Float32Array.from(streets, ({ limitKmh = 50 }) => limitKmh),
  };
}

/** Still water of a depth at each cell; `most` where it was deeper before. */
export function aLook(
  { width, height }: GridSize,
  timeS: number,
  depthAt: (column: number, row: number) => number,
  parts: { readonly most?: Float32Array; readonly uMs?: number; readonly arrivalS?: number } = {},
): Look {
  const depthM = Float32Array.from({ length: width * height }, (_, cell) =>
    depthAt(cell % width, Math.floor(cell / width)),
  );
  const mostM = depthM.map((depth, cell) => Math.max(depth, parts.most?.[cell] ?? 0));
  return {
    timeS,
    depthM,
    mostM,
    uMs: new Float32Array(depthM.length).fill(parts.uMs ?? 0),
    vMs: new Float32Array(depthM.length),
    hazardRating: depthM.map((depth) => (depth > 0 ? depth * 0.5 + (depth > 0.25 ? 1 : 0.5) : 0)),
    arrivalS: depthM.map((depth) => (depth > 0.3 ? (parts.arrivalS ?? Number.NaN) : Number.NaN)),
  };
}

function lengthOf(line: readonly number[]): number {
  let length = 0;
  for (let at = 0; at + 3 < line.length; at += 2) {
    length += Math.hypot(line[at + 2]! - line[at]!, line[at + 3]! - line[at + 1]!);
  }
  return length;
}
