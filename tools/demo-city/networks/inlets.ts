// Street inlets: a grating at the kerb every forty metres, left and right in turn, each led to the next manhole.

import type { Point3 } from '../solids.ts';
import { type StreetGraph, stationsOf } from '../street-graph.ts';
import { pointAlong } from './line-cuts.ts';
import type { BuiltSewer } from './sewer-build.ts';

export interface Inlet {
  readonly id: string;
  readonly at: Point3;
  /** Id of the manhole that takes its water. */
  readonly drainsTo: string;
  /** Id of the street's edge. */
  readonly street: string;
}

const apartM = 40;
/** From the house fronts to the kerb, at most. */
const sidewalkM = 3.5;

export function placeInlets(
  graph: StreetGraph,
  { piecesOn }: BuiltSewer,
  letters: string,
): Inlet[] {
  const inlets: Inlet[] = [];
  for (const [index, pieces] of piecesOn) {
    const edge = graph.edges[index]!;
    const { reach } = pieces[0]!;
    const stations = stationsOf(edge.line);
    const count = Math.max(1, Math.round(edge.lengthM / apartM));
    const kerbM = Math.max(1.6, edge.widthM / 2 - Math.min(sidewalkM, edge.sidewalkM + 0.5) - 0.2);
    for (let order = 0; order < count; order++) {
      const station = ((order + 0.5) * edge.lengthM) / count;
      if (edge.bridge && station > edge.bridge[0] && station < edge.bridge[1]) continue;
      const axis = pointAlong(edge.line, station);
      const next = Math.max(
        1,
        stations.findIndex((at) => at >= station),
      );
      const [a, b] = [edge.line[next - 1]!, edge.line[next]!];
      const run = Math.hypot(b.x - a.x, b.y - a.y);
      const side = order % 2 === 0 ? kerbM : -kerbM;
      const flow = edge.from === reach.up ? station : edge.lengthM - station;
      const piece = pieces.find(({ toM }) => toM >= flow) ?? pieces.at(-1)!;
      inlets.push({
        id: `${letters}-I-${edge.id.slice(2)}-${order + 1}`,
        at: {
          x: axis.x + ((b.y - a.y) / run) * side,
          y: axis.y - ((b.x - a.x) / run) * side,
          z: axis.z,
        },
        drainsTo: reach.kind === 'gravity' && flow > piece.fromM ? piece.to : piece.from,
        street: edge.id,
      });
    }
  }
  return inlets;
}
