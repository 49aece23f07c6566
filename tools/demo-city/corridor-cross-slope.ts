// How far the ground beside a street's axis lies above or below it: on a hill a pipe at the lower side of
// the street would else come out of the ground.

import { groundLevel } from './landscape.ts';
import { direction } from './plane.ts';
import { toPlan } from './site.ts';
import { type StreetGraph, stationsOf } from './street-graph.ts';

/** Where the ground is probed, to both sides, m. */
const probeM = 4;

export interface CrossSlopes {
  /** Ground at a distance from the axis (right positive), less that of the axis, m. */
  readonly riseAt: (edge: number, station: number, offsetM: number) => number;
}

export function createCrossSlopes(graph: StreetGraph): CrossSlopes {
  const known = new Map<number, Profile>();
  const profileOf = (edge: number): Profile => {
    const found = known.get(edge) ?? probe(graph, edge);
    known.set(edge, found);
    return found;
  };
  return {
    riseAt: (edge, station, offsetM) => {
      const { stations, left, right } = profileOf(edge);
      const next = Math.max(
        1,
        stations.findIndex((at) => at >= station - 1e-6),
      );
      const run = stations[next]! - stations[next - 1]!;
      const share = run === 0 ? 0 : (station - stations[next - 1]!) / run;
      const side = offsetM > 0 ? right : left;
      const rise = side[next - 1]! + (side[next]! - side[next - 1]!) * share;
      return (rise * Math.abs(offsetM)) / probeM;
    },
  };
}

interface Profile {
  readonly stations: readonly number[];
  /** Rise at the probes, m. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

function probe(graph: StreetGraph, edge: number): Profile {
  const { line, bridge } = graph.edges[edge]!;
  const stations = stationsOf(line);
  const riseAt = (index: number, side: 1 | -1): number => {
    // Over water the deck is level.
    if (bridge && stations[index]! > bridge[0] - 20 && stations[index]! < bridge[1] + 20) return 0;
    const along = direction(
      line[Math.max(0, index - 1)]!,
      line[Math.min(line.length - 1, index + 1)]!,
    );
    const { x, y, z } = line[index]!;
    const at = { x: x + along.y * probeM * side, y: y - along.x * probeM * side };
    return groundLevel(toPlan(at)) - z;
  };
  return {
    stations,
    left: line.map((_, index) => riseAt(index, -1)),
    right: line.map((_, index) => riseAt(index, 1)),
  };
}
