// Lines of a map cut at stations along them; m.

import type { Point } from '../plane.ts';
import type { Point3 } from '../solids.ts';
import { stationsOf } from '../street-graph.ts';

export function pointAlong(line: readonly Point3[], station: number): Point3 {
  const stations = stationsOf(line);
  const next = Math.max(
    1,
    stations.findIndex((at) => at >= station - 1e-9),
  );
  const index = stations.at(-1)! < station ? line.length - 1 : next;
  const [a, b] = [line[index - 1]!, line[index]!];
  const run = stations[index]! - stations[index - 1]!;
  const share = run === 0 ? 0 : Math.min(1, (station - stations[index - 1]!) / run);
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    z: a.z + (b.z - a.z) * share,
  };
}

/** The part of a line between two stations. */
export function partOf(line: readonly Point3[], from: number, to: number): Point3[] {
  const stations = stationsOf(line);
  const inner = line.filter(
    (_, index) => stations[index]! > from + 0.05 && stations[index]! < to - 0.05,
  );
  return [pointAlong(line, from), ...inner, pointAlong(line, to)];
}

export const lengthOf = (line: readonly Point[]): number => stationsOf(line).at(-1)!;

/** Stations that cut a length into the fewest equal parts not longer than `mostM`, both ends included. */
export function equalStations(lengthM: number, mostM: number): number[] {
  const count = Math.max(1, Math.ceil(lengthM / mostM));
  return Array.from({ length: count + 1 }, (_, index) => (lengthM * index) / count);
}
