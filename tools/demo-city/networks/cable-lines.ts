// Where a cable runs that passes under several streets, beside others in the same trench.

import type { Corridor } from '../corridor.ts';
import { direction } from '../plane.ts';
import type { Point3 } from '../solids.ts';
import type { StreetGraph } from '../street-graph.ts';
import type { CableWay } from './power-draft.ts';

/** One line under a row of streets, a little beside the low-voltage cable. */
export function wayLine(
  graph: StreetGraph,
  corridor: Corridor,
  { from, edges }: CableWay,
  asideM: number,
): Point3[] {
  const line: Point3[] = [];
  let node = from;
  for (const edge of edges) {
    const ends = graph.edges[edge]!;
    const part = corridor.lineOf('power', edge)!;
    line.push(
      ...shift(
        ends.from === node ? part : [...part].reverse(),
        ends.from === node ? asideM : -asideM,
      ),
    );
    node = ends.from === node ? ends.to : ends.from;
  }
  return line;
}

/** To the right of its direction, m. */
function shift(line: readonly Point3[], asideM: number): Point3[] {
  return line.map((point, index) => {
    const along = direction(
      line[Math.max(0, index - 1)]!,
      line[Math.min(line.length - 1, index + 1)]!,
    );
    return { x: point.x + along.y * asideM, y: point.y - along.x * asideM, z: point.z };
  });
}
