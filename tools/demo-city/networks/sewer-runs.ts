// From the levels of a sewer to what the corridor wants to know of it, and back to pipes and manholes.

import type { Corridor, PipeRun } from '../corridor.ts';
import type { CorridorNetwork } from '../corridor-table.ts';
import { groundLevel } from '../landscape.ts';
import { toPlan } from '../site.ts';
import type { Point3 } from '../solids.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { BuildingAccess } from '../street-graph-access.ts';
import { equalStations, lengthOf, partOf } from './line-cuts.ts';
import type { LaidReach } from './sewer-levels.ts';
import { wallOf } from './sewer-sizes.ts';

export const outerOf = ({ kind, diameterM }: LaidReach): number =>
  kind === 'gravity' ? diameterM + 2 * wallOf(diameterM) : diameterM * 1.1;

/** Levels of the axis at both ends of the edge; a branch is drawn on to the crossing where it does not reach. */
export function runOf(graph: StreetGraph, reach: LaidReach): PipeRun {
  const { edge, up, headM, upInvertM, downInvertM, diameterM } = reach;
  const { from, lengthM } = graph.edges[edge]!;
  const slope = (upInvertM - downInvertM) / (lengthM - headM);
  const top = upInvertM + slope * headM + diameterM / 2;
  const foot = downInvertM + diameterM / 2;
  return {
    edge,
    outerDiameterM: outerOf(reach),
    fall: up === from ? [top, foot] : [foot, top],
    ...(headM > 0 && { besideNode: up }),
  };
}

export interface SewerPiece {
  readonly reach: LaidReach;
  /** In the direction of flow; z is the axis. */
  readonly line: readonly Point3[];
  /** Stations of both ends along the edge's flow direction. */
  readonly fromM: number;
  readonly toM: number;
  readonly order: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Manholes stand at most this far apart. */
const manholeM = 65;

/** A reach cut at its manholes. */
export function piecesOf(
  graph: StreetGraph,
  corridor: Corridor,
  slot: CorridorNetwork,
  reach: LaidReach,
): SewerPiece[] {
  const laid = corridor.lineOf(slot, reach.edge);
  if (!laid) throw new Error(`${graph.edges[reach.edge]!.id} has no ${slot} run in the corridor.`);
  const whole = graph.edges[reach.edge]!.from === reach.up ? laid : [...laid].reverse();
  const length = lengthOf(whole);
  const own = length - reach.headM;
  const mostM = reach.kind === 'gravity' ? manholeM : Number.POSITIVE_INFINITY;
  const stations = equalStations(own, mostM).map((station) => station + reach.headM);
  return stations.slice(1).map((toM, order) => {
    const fromM = stations[order]!;
    return {
      reach,
      line: partOf(whole, fromM, toM),
      fromM,
      toM,
      order,
      isFirst: order === 0,
      isLast: order === stations.length - 2,
    };
  });
}

export const rimAt = (at: Point3): number => groundLevel(toPlan(at));

/** The accesses at each edge, from its `from`. */
export function accessesByEdge(accesses: readonly BuildingAccess[]): Map<number, BuildingAccess[]> {
  const byEdge = new Map<number, BuildingAccess[]>();
  for (const access of accesses) {
    const list = byEdge.get(access.edge);
    if (list) list.push(access);
    else byEdge.set(access.edge, [access]);
  }
  return byEdge;
}
