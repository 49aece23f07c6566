// Where the town's building models stand: on the plots of their landmarks, above the highest ground under them.

import type { TownBuilding } from './buildings.ts';
import { groundLevel } from './landscape.ts';
import { add, extent, type Point, scale } from './plane.ts';
import { toMap, toPlan } from './site.ts';
import type { Town } from './town.ts';

export interface ModelPlot {
  readonly id: string;
  /** Where the model's origin stands in the map. */
  readonly at: Point;
  /** Of ±0.00 above the vertical datum, m. */
  readonly heightM: number;
  /** From east to the model's x, counter-clockwise. */
  readonly turnDeg: number;
  readonly address: string;
  /** Buildings of the city model that it is the detail of. */
  readonly replaces: readonly string[];
}

/** What a model needs of the ground, in its own plan, m. */
export interface ModelGround {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const fireStationGround: ModelGround = { x0: -1, y0: -11, x1: 62.2, y1: 16 };

/** Those whose plots are in the built part of the town. */
export function placeModels(town: Town): ModelPlot[] {
  const plot = (id: string, name: string, ground: ModelGround): ModelPlot[] => {
    const block = town.blocks.find((one) => one.name === name);
    const building = town.buildings.find(({ attributes }) => attributes.name === name);
    if (!block || !building) return [];
    const yard = extent(block.yard.map(toMap));
    return [{ id, ...stand(ground, yard.middle, yard.along), ...factsOf(building) }];
  };
  return plot('fire-station', 'Feuerwache Mitte', fireStationGround);
}

const factsOf = ({ id, attributes }: TownBuilding) => ({
  address: String(attributes.address),
  replaces: [id],
});

/** With the middle of its ground at `middle` and its x along `along`. */
function stand(ground: ModelGround, middle: Point, along: Point) {
  const across = { x: -along.y, y: along.x };
  const toPlace = (x: number, y: number): Point =>
    add(
      middle,
      add(
        scale(along, x - (ground.x0 + ground.x1) / 2),
        scale(across, y - (ground.y0 + ground.y1) / 2),
      ),
    );
  let highest = Number.NEGATIVE_INFINITY;
  for (let x = ground.x0; x <= ground.x1; x += 2) {
    for (let y = ground.y0; y <= ground.y1; y += 2) {
      highest = Math.max(highest, groundLevel(toPlan(toPlace(x, y))));
    }
  }
  const round = (value: number, unit: number) => Math.round(value / unit) * unit;
  const at = toPlace(0, 0);
  return {
    at: { x: round(at.x, 0.01), y: round(at.y, 0.01) },
    heightM: Number((Math.ceil(highest * 20) / 20 + 0.1).toFixed(2)),
    turnDeg: Number(((Math.atan2(along.y, along.x) * 180) / Math.PI).toFixed(4)),
  };
}

/** Corners of a model's ground in the map. */
export function groundCorners(
  { at, turnDeg }: ModelPlot,
  { x0, y0, x1, y1 }: ModelGround,
): Point[] {
  const turn = (turnDeg * Math.PI) / 180;
  const along = { x: Math.cos(turn), y: Math.sin(turn) };
  const across = { x: -along.y, y: along.x };
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ].map(([x = 0, y = 0]) => add(at, add(scale(along, x), scale(across, y))));
}
