// Puts a city's exposure on the grid of a run: which cells each thing touches, where its sill is, where doors open.

import { type FootprintChunk, forEachFootprint } from '#contract/footprints.ts';
import type { ExposureLack } from '#features/flood/contract/impact.ts';
import type { WatchedPeople } from '#simulation/flood/impact/count-impact.ts';
import type { WatchedCity } from '#simulation/flood/impact/impact.ts';
import { IMPASSABLE_M } from '#simulation/flood/impact/road-speed.ts';
import {
  circleRing,
  footprintCells,
  type GridSize,
  lineCells,
  pointCells,
  ringsArea,
  type ShapeRings,
} from '#simulation/flood/impact/shape-cells.ts';
import { WET_M } from '#simulation/flood/impact/watched-things.ts';
import type { FloodGround } from '../parts.ts';
import type { CityExposure, ExposedSite } from './exposure.ts';

export interface PlacedExposure {
  readonly exposure: CityExposure;
  readonly city: WatchedCity;
  readonly people: WatchedPeople;
  readonly lacks: readonly ExposureLack[];
}

type GroundParts = Pick<FloodGround, 'grid' | 'depthM' | 'place' | 'toGrid'>;

/** `sillM` holds for buildings and sites that name none of their own. */
export function placeExposure(
  exposure: CityExposure,
  ground: GroundParts,
  chunks: readonly FootprintChunk[],
  sillM: number,
): PlacedExposure {
  const { buildings, sites, entrances, streets } = exposure;
  const { grid, toGrid } = ground;
  const outlines = placeOutlines(chunks, toGrid);
  const keep = dryCells(ground);
  const lists: number[][] = [];
  const sills: number[] = [];
  const areaM2 = buildings.areaM2.slice();
  let circles = 0;
  for (let building = 0; building < buildings.count; building++) {
    const known = outlines.get(buildings.index[building]!);
    const rings = known ?? [circleOf(exposure, building, ground)];
    const cells = footprintCells(rings, grid);
    if (!known && cells.length > 0) circles++;
    if (areaM2[building] === 0) areaM2[building] = ringsArea(rings) * grid.cellM ** 2;
    lists.push(cells.filter(keep));
    const own = buildings.sillM[building]!;
    sills.push(Number.isNaN(own) ? sillM : own);
  }
  for (const site of sites) {
    lists.push(siteCells(site, lists, ground).filter(keep));
    const own = site.building < 0 ? undefined : sills[site.building];
    sills.push(site.sillM ?? own ?? sillM);
  }
  for (const entrance of entrances) {
    const [column, row] = toGrid([entrance.longitudeDeg, entrance.latitudeDeg]);
    const cell = cellAt(grid, column, row);
    lists.push(cell < 0 ? [] : [cell].filter(keep));
    const levelM = ground.place.zM[cell] ?? Number.NaN;
    const above = entrance.sillLevelM - levelM;
    sills.push(Number.isNaN(above) ? ENTRANCE_SILL_M : Math.max(WET_M, above));
  }
  const placed = placeStreets(exposure, ground, keep);
  lists.push(...placed.map(({ cells }) => cells));
  sills.push(...placed.map(() => IMPASSABLE_M));
  return {
    exposure,
    lacks: lacksOf(exposure, circles),
    people: { ...buildings, areaM2 },
    city: {
      grid,
      things: {
        buildings: buildings.count,
        sites: sites.length,
        undergrounds: entrances.length,
        roads: placed.length,
        ...flatten(lists),
        sillM: Float32Array.from(sills),
      },
      graph: streets,
      doors: placeDoors(exposure, placed, grid.cellM),
      stations: sites.flatMap(({ kind }, site) =>
        kind === 'fireStation' ? [buildings.count + site] : [],
      ),
    },
  };
}

/** Circles that stand in for most outlines are said, whatever the manifest promises. */
const lacksOf = ({ lacks, buildings }: CityExposure, circles: number): readonly ExposureLack[] =>
  circles > buildings.count / 10 && !lacks.includes('footprints')
    ? [...lacks, 'footprints']
    : lacks;

/** Sill (m) of an entrance whose level nobody measured: one step. */
const ENTRANCE_SILL_M = 0.15;

/** What holds water before the flood is a river, a dock or a pond: nothing there is flooded. */
function dryCells({ depthM, grid }: GroundParts): (cell: number) => boolean {
  return (cell) => !(depthM[cell]! > WET_M) && Number.isFinite(grid.zM[cell]!);
}

function placeOutlines(
  chunks: readonly FootprintChunk[],
  toGrid: FloodGround['toGrid'],
): ReadonlyMap<number, ShapeRings> {
  const outlines = new Map<number, ShapeRings>();
  for (const chunk of chunks) {
    forEachFootprint(chunk, (index, rings) => {
      outlines.set(
        index,
        rings.map((ring) => placeLine(ring, toGrid)),
      );
    });
  }
  return outlines;
}

function placeLine(places: ArrayLike<number>, toGrid: FloodGround['toGrid']): Float64Array {
  const line = new Float64Array(places.length);
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [x, y] = toGrid([places[at]!, places[at + 1]!]);
    line[at] = x;
    line[at + 1] = y;
  }
  return line;
}

/** As large as the ground floor; where not even that is known, as a square inside the circle around the footprint. */
function circleOf({ buildings }: CityExposure, building: number, ground: GroundParts) {
  const { grid, toGrid } = ground;
  const [column, row] = toGrid([
    buildings.longitudeDeg[building]!,
    buildings.latitudeDeg[building]!,
  ]);
  const known = buildings.areaM2[building]!;
  const areaM2 = known > 0 ? known : 2 * buildings.radiusM[building]! ** 2;
  return circleRing(column, row, Math.sqrt(areaM2 / Math.PI) / grid.cellM);
}

function siteCells(
  site: ExposedSite,
  lists: readonly (readonly number[])[],
  { grid, toGrid }: GroundParts,
): number[] {
  if (site.building >= 0) return [...(lists[site.building] ?? [])];
  if (site.outline) return footprintCells([placeLine(site.outline, toGrid)], grid);
  const [column, row] = toGrid([site.longitudeDeg, site.latitudeDeg]);
  return pointCells(column, row, grid);
}

function cellAt({ width, height }: GridSize, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const isInside = column >= 0 && row >= 0 && column < width && row < height;
  return isInside ? row * width + column : -1;
}

interface PlacedStreet {
  readonly cells: number[];
  /** How far along the line (m) each cell begins. */
  readonly stations: number[];
}

/** Cells on the ground: neither under a bridge nor in a river that it crosses. */
function placeStreets(
  { streets }: CityExposure,
  { grid, toGrid }: GroundParts,
  keep: (cell: number) => boolean,
): PlacedStreet[] {
  const { lines, bridgeFromM, bridgeToM } = streets;
  return lines.ids.map((_, street) => {
    const points: number[] = [];
    for (let point = lines.offsets[street]!; point < lines.offsets[street + 1]!; point++) {
      points.push(...toGrid([lines.longitudeDeg[point]!, lines.latitudeDeg[point]!]));
    }
    const { cells, stations } = lineCells(Float64Array.from(points), grid);
    const metres = stations.map((station) => station * grid.cellM);
    const isKept = (cell: number, at: number) => {
      const isBridge = metres[at]! >= bridgeFromM[street]! && metres[at]! <= bridgeToM[street]!;
      return keep(cell) && !isBridge;
    };
    return {
      cells: cells.filter(isKept),
      stations: metres.filter((_, at) => isKept(cells[at]!, at)),
    };
  });
}

/** Doors of buildings; a site opens where its building does, or at no street. */
function placeDoors(
  { buildings, sites, streets }: CityExposure,
  placed: readonly PlacedStreet[],
  cellM: number,
): WatchedCity['doors'] {
  const street = new Int32Array(buildings.count + sites.length).fill(-1);
  const cell = new Uint32Array(street.length);
  const open = (door: number, building: number) => {
    const own = streets.doorStreet[building] ?? -1;
    street[door] = own;
    cell[door] = own < 0 ? 0 : cellAlong(placed[own]!, streets.doorM[building]!, cellM);
  };
  for (let building = 0; building < buildings.count; building++) open(building, building);
  for (const [site, { building }] of sites.entries()) {
    if (building >= 0) open(buildings.count + site, building);
  }
  return { street, cell };
}

function cellAlong({ stations }: PlacedStreet, alongM: number, cellM: number): number {
  const next = stations.findIndex((station) => station > alongM + cellM * 0.01);
  return next < 0 ? Math.max(0, stations.length - 1) : Math.max(0, next - 1);
}

function flatten(lists: readonly (readonly number[])[]) {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [thing, cells] of lists.entries()) offsets[thing + 1] = offsets[thing]! + cells.length;
  const cells = new Int32Array(offsets[lists.length]!);
  for (const [thing, own] of lists.entries()) cells.set(own, offsets[thing]!);
  return { offsets, cells };
}
