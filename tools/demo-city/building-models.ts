// Where the town's building models stand: on their plots, above the highest ground under them. What the city
// model had there gives way to them; two of them have a plain building in it that is made for that.

import type { Landmark } from './buildings.ts';
import { groundLevel } from './landscape.ts';
import { add, centroid, direction, distance, extent, type Point, scale } from './plane.ts';
import { toMap, toPlan } from './site.ts';
import { flat, gabled, type Quad } from './solids.ts';
import type { Town, UsedBlock } from './town.ts';

export type ModelId = 'fire-station' | 'hospital-wing' | 'pumping-station';

export interface ModelPlot {
  readonly id: ModelId;
  /** Of the building in the city model that it is the detail of. */
  readonly name: string;
  readonly block: UsedBlock;
  /** Where the model's origin stands in the map. */
  readonly at: Point;
  /** Of ±0.00 above the vertical datum, m. */
  readonly heightM: number;
  /** From east to the model's x, counter-clockwise. */
  readonly turnDeg: number;
}

export interface PlacedModel extends ModelPlot {
  readonly address: string;
  /** Ids of the buildings that give way. */
  readonly replaces: readonly string[];
}

/** A rectangle of a model's plan, m. */
export interface ModelGround {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** With their paving. */
export const modelGrounds: Readonly<Record<ModelId, ModelGround>> = {
  'fire-station': { x0: -1, y0: -11, x1: 62.2, y1: 16 },
  'hospital-wing': { x0: 0, y0: -4, x1: 39.95, y1: 16 },
  'pumping-station': { x0: -5, y0: -3, x1: 19, y1: 15 },
};
const walls = {
  'hospital-wing': { x0: 0, y0: 0, x1: 39.95, y1: 16 },
  'pumping-station': { x0: 0, y0: 0, x1: 18, y1: 11 },
} as const satisfies Partial<Record<ModelId, ModelGround>>;

export const wingName = 'Johannis-Krankenhaus, Bettenhaus';
/** Share of the block's length at which the hospital ends and its wing begins. */
export const wingBegins = 0.18;
/** The map shears the hospital's end a little, so a corner of it comes nearer than its middle. */
const linkM = 3.4;

/** The plots that lie in these blocks. */
export function findPlots(blocks: readonly UsedBlock[]): ModelPlot[] {
  const plots: ModelPlot[] = [];
  const put = (id: ModelId, name: string, block: UsedBlock, middle: Point, along: Point) =>
    plots.push({ id, name, block, ...stand(modelGrounds[id], middle, along) });
  const station = blocks.find(({ name }) => name === 'Feuerwache Mitte');
  if (station) {
    const yard = extent(station.yard.map(toMap));
    put('fire-station', 'Feuerwache Mitte', station, yard.middle, yard.along);
  }
  const hospital = blocks.find(({ name }) => name === 'Johannis-Krankenhaus');
  if (hospital) {
    const { middle, along, length } = extent(hospital.yard);
    const place = (off: number) => toMap(add(middle, scale(along, off)));
    const end = place(wingBegins * length);
    const out = direction(place(wingBegins * length - 12), end);
    // Its back stands against the hospital's end, a link's width away.
    const { y0, y1 } = modelGrounds['hospital-wing'];
    const at = add(end, scale(out, linkM + (y1 - y0) / 2));
    put('hospital-wing', wingName, hospital, at, { x: -out.y, y: out.x });
  }
  const park = nearestPark(blocks);
  if (park) {
    const { middle, along, length } = extent(park.yard);
    const at = toMap(add(middle, scale(along, -0.27 * length)));
    const next = toMap(add(middle, scale(along, 0.1 * length)));
    put('pumping-station', 'Pumpwerk Mitte', park, at, direction(at, next));
  }
  return plots;
}

/** Where the storm sewers of the middle of the town come to the river. */
const sewersEnd: Point = { x: 2336, y: 2250 };
const nearM = 700;

function nearestPark(blocks: readonly UsedBlock[]): UsedBlock | undefined {
  const off = ({ yard }: UsedBlock) => distance(centroid(yard), sewersEnd);
  const fits = ({ yard, use }: UsedBlock) =>
    use === 'park' && extent(yard).width > 34 && extent(yard).length > 60;
  return blocks
    .filter((block) => fits(block) && off(block) < nearM)
    .sort((a, b) => off(a) - off(b))[0];
}

/** Plain buildings of the city model for what has none yet. */
export function annexes(plots: readonly ModelPlot[]): { body: Landmark; block: UsedBlock }[] {
  return plots.flatMap((plot): { body: Landmark; block: UsedBlock }[] => {
    const { id, name, block, heightM } = plot;
    if (id === 'fire-station') return [];
    const [a, b, c, d] = groundCorners(plot, walls[id]);
    if (!a || !b || !c || !d) return [];
    const quad: Quad = [a, b, c, d];
    const foot = heightM - 0.6;
    const body: Landmark =
      id === 'hospital-wing'
        ? {
            ...{ name, use: 'clinic', built: 2019, storeys: 4, footprint: quad },
            surfaces: flat(quad, foot, heightM + 15.9, { wall: 'plaster-white', roof: 'gravel' }),
          }
        : {
            ...{ name, use: 'utility', built: 1931, storeys: 1, footprint: quad },
            surfaces: gabled(quad, foot, heightM + 5, heightM + 8, {
              wall: 'brick-red',
              roof: 'slate',
            }),
          };
    return [{ body: { ...body, plan: quad.map(toPlan) }, block }];
  });
}

/** The models of a town and the buildings that they replace. */
export const placeModels = ({ plots, buildings }: Town): PlacedModel[] =>
  plots.flatMap((plot) => {
    const building = buildings.find(({ attributes }) => attributes.name === plot.name);
    if (!building) return [];
    return [{ ...plot, address: String(building.attributes.address), replaces: [building.id] }];
  });

/** With the middle of its ground at `middle` and its x along `along`. */
function stand(ground: ModelGround, middle: Point, along: Point) {
  const { x0, y0, x1, y1 } = ground;
  const across = { x: -along.y, y: along.x };
  const toPlace = (x: number, y: number): Point =>
    add(middle, add(scale(along, x - (x0 + x1) / 2), scale(across, y - (y0 + y1) / 2)));
  let highest = Number.NEGATIVE_INFINITY;
  for (let x = x0; x <= x1; x += 2) {
    for (let y = y0; y <= y1; y += 2) {
      highest = Math.max(highest, groundLevel(toPlan(toPlace(x, y))));
    }
  }
  const at = toPlace(0, 0);
  return {
    at: { x: Number(at.x.toFixed(2)), y: Number(at.y.toFixed(2)) },
    heightM: Number((Math.ceil(highest * 20) / 20 + 0.1).toFixed(2)),
    turnDeg: Number(((Math.atan2(along.y, along.x) * 180) / Math.PI).toFixed(4)),
  };
}

/** Corners of a part of a model's plan in the map, counter-clockwise. */
export function groundCorners(
  { at, turnDeg }: Pick<ModelPlot, 'at' | 'turnDeg'>,
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
