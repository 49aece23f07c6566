// Who can set fire to whom: pairs of buildings at most 40 m apart, with what the one's facades send to the other's.
// m; view factors 0 … 1. Source: BR 187 (configuration factors between facades), exact factors from ./view-factor.ts.

import Flatbush from 'flatbush';
import { createSight } from './facade-sight.ts';
import { gapBetween } from './gaps.ts';
import { createLinkTable, type LinkTable } from './link-table.ts';
import { type BuildingOutlines, measureOutlines } from './outlines.ts';
import { createPointIndex, type FindAt } from './point-index.ts';

/** A building's links are found when they are first asked for: `link` it before reading them. */
export interface BuildingGraph {
  readonly count: number;
  readonly links: LinkTable;
  readonly outlines: BuildingOutlines;
  readonly centreXM: Float64Array;
  readonly centreYM: Float64Array;
  readonly radiusM: Float64Array;
  readonly areaM2: Float64Array;
  readonly index: Flatbush | undefined;
  /** Made when it is first asked for. */
  findAt(): FindAt;
  /** Finds the links of a building, once; they are the same in whatever order buildings are linked. */
  link(building: number): void;
}

export interface GraphOptions {
  readonly reachM?: number;
  /** The strongest are kept. */
  readonly linksPerBuilding?: number;
  readonly leastViewFactor?: number;
}

/** Survey and drawing leave slivers between walls that touch. */
export const touchingM = 0.2;

export function buildGraph(outlines: BuildingOutlines, options: GraphOptions = {}): BuildingGraph {
  const { reachM = 40, linksPerBuilding = 20, leastViewFactor = 0.005 } = options;
  const measured = measureOutlines(outlines);
  const { centreXM, centreYM, radiusM } = measured;
  const { count } = outlines;
  const index = indexOf(outlines);
  const links = createLinkTable(count);
  const sight = createSight(outlines, measured);

  function link(from: number): void {
    if (links.isLinked(from)) return;
    const x = centreXM[from]!;
    const y = centreYM[from]!;
    const range = reachM + radiusM[from]!;
    const near = index?.search(x - range, y - range, x + range, y + range) ?? [];
    sight.lookFrom(from, near);
    const reached: { to: number; gapM: number; most: number }[] = [];
    for (const to of near) {
      if (to === from) continue;
      const apart = Math.hypot(centreXM[to]! - x, centreYM[to]! - y);
      if (apart - radiusM[to]! - radiusM[from]! > reachM) continue;
      const gapM = gapBetween(outlines, from, to);
      if (gapM <= reachM) reached.push({ to, gapM, most: sight.mostTo(to, gapM) });
    }
    reached.sort((one, other) => other.most - one.most || one.to - other.to);
    const own: { to: number; factor: number; gapM: number }[] = [];
    let least = leastViewFactor;
    for (const { to, gapM, most } of reached) {
      // The others could send no more than the links that are kept.
      if (most < least) break;
      // Walls that touch have no view of one another: the flame is at the wall.
      const factor = gapM < touchingM ? 1 : sight.factorTo(to);
      if (factor < least) continue;
      own.push({ to, factor, gapM });
      if (own.length < linksPerBuilding + 8) continue;
      own.sort(strongestFirst);
      own.length = linksPerBuilding;
      least = Math.max(least, own[linksPerBuilding - 1]?.factor ?? 0);
    }
    own.sort(strongestFirst);
    own.length = Math.min(own.length, linksPerBuilding);
    links.add(from, own.length);
    own.forEach(({ to, factor, gapM }, at) => {
      const dx = centreXM[to]! - x;
      const dy = centreYM[to]! - y;
      const length = Math.hypot(dx, dy) || 1;
      links.set(from, at, { to, factor, gapM, towardsX: dx / length, towardsY: dy / length });
    });
  }

  let found: FindAt | undefined;
  const findAt = () => {
    found ??= createPointIndex(outlines, measured);
    return found;
  };
  return { count, links, outlines, ...measured, index, link, findAt };
}

/** All links at once, where the whole graph is wanted. */
export function linkAll(graph: BuildingGraph): BuildingGraph {
  for (let building = 0; building < graph.count; building++) graph.link(building);
  return graph;
}

/** The building that a point lies in, −1 where there is none. */
export const buildingAt = (graph: BuildingGraph, xM: number, yM: number): number =>
  graph.findAt()(xM, yM);

const strongestFirst = (
  one: { readonly factor: number; readonly to: number },
  other: { readonly factor: number; readonly to: number },
) => other.factor - one.factor || one.to - other.to;

function indexOf({ count, start, xM, yM }: BuildingOutlines): Flatbush | undefined {
  if (count === 0) return undefined;
  const index = new Flatbush(count);
  for (let building = 0; building < count; building++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = start[building]!; at < start[building + 1]!; at++) {
      west = Math.min(west, xM[at]!);
      east = Math.max(east, xM[at]!);
      south = Math.min(south, yM[at]!);
      north = Math.max(north, yM[at]!);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
}
