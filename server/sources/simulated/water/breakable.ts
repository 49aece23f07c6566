// Where a main of the network can break: mm, indices of EPANET.

import { LinkProperty, type Project } from 'epanet-js';

/** A junction of a main, and the bore of its widest pipe. */
export interface Breakable {
  readonly junction: number;
  readonly boreMm: number;
}

/** Any main where no instrument stands at one. */
export interface Breakables {
  /** One pipe from an instrument: it is noticed at most hours, and has to be looked for. */
  readonly besideMeters: readonly Breakable[];
  /** At an instrument: it is noticed at any hour, since the pressure there is the hole's own. */
  readonly atMeters: readonly Breakable[];
}

interface Mains {
  /** Junctions without an emitter of the file's own, pipes, junctions with an instrument. */
  readonly junctions: readonly number[];
  readonly pipes: readonly number[];
  readonly watched: readonly number[];
}

const LEAST_MM = 80;
const WIDEST_MM = 260;

export function findBreakable(project: Project, { junctions, pipes, watched }: Mains): Breakables {
  const widest = new Map<number, number>();
  const neighbours = new Map<number, number[]>();
  for (const pipe of pipes) {
    const { node1, node2 } = project.getLinkNodes(pipe);
    const diameter = project.getLinkValue(pipe, LinkProperty.Diameter);
    for (const [node, other] of [
      [node1, node2],
      [node2, node1],
    ] as const) {
      widest.set(node, Math.max(widest.get(node) ?? 0, diameter));
      const known = neighbours.get(node);
      if (known) known.push(other);
      else neighbours.set(node, [other]);
    }
  }
  const mains = junctions
    .map((junction): Breakable => ({ junction, boreMm: widest.get(junction) ?? 0 }))
    .filter(
      ({ junction, boreMm }) =>
        boreMm >= LEAST_MM && boreMm <= WIDEST_MM && (neighbours.get(junction)?.length ?? 0) > 1,
    );
  const amongMains = (some: ReadonlySet<number>) => {
    const found = mains.filter(({ junction }) => some.has(junction));
    return found.length > 0 ? found : mains;
  };
  return {
    besideMeters: amongMains(new Set(watched.flatMap((node) => neighbours.get(node) ?? []))),
    atMeters: amongMains(new Set(watched)),
  };
}
