import type { PipeNetwork } from '#model/pipe-network.ts';

const METRES_A_DEGREE = 111_320;

/** Middle of each link between its ends, east and north of the first node in m: exact enough to compare distances. */
export function toLocalMetres({ nodes, links }: PipeNetwork): [number, number][] {
  const [longitude = 0, latitude = 0] = nodes.places;
  const eastward = METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const at = (node: number, axis: 0 | 1) => nodes.places[3 * node + axis] ?? Number.NaN;
  return links.ids.map((_, row) => {
    const [from, to] = [links.from[row] ?? 0, links.to[row] ?? 0];
    return [
      ((at(from, 0) + at(to, 0)) / 2 - longitude) * eastward,
      ((at(from, 1) + at(to, 1)) / 2 - latitude) * METRES_A_DEGREE,
    ];
  });
}
