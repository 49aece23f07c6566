// Three trees of height 1 m, scaled where they stand: few triangles, since there are thousands.

import type { Tree } from './greenery.ts';
import { type MaterialName, materialNames } from './materials.ts';

type Vertex = readonly [number, number, number];

interface Template {
  readonly kind: Tree['kind'];
  readonly geometry: unknown;
  /** The list that all templates share. */
  readonly vertices: readonly Vertex[];
}

/** Rings of (height, radius) from the bottom up; a radius of 0 closes to a point. */
const crowns: Readonly<Record<Tree['kind'], readonly (readonly [number, number])[]>> = {
  broadleaf: [
    [0.24, 0],
    [0.36, 0.24],
    [0.6, 0.34],
    [0.84, 0.24],
    [1, 0],
  ],
  conifer: [
    [0.12, 0],
    [0.14, 0.24],
    [0.5, 0.13],
    [1, 0],
  ],
  poplar: [
    [0.16, 0],
    [0.3, 0.11],
    [0.7, 0.13],
    [1, 0],
  ],
};

export function treeTemplates(): Template[] {
  const vertices: Vertex[] = [];
  return (['broadleaf', 'conifer', 'poplar'] as const).map((kind) => {
    const boundaries: number[][][] = [];
    const colours: number[] = [];
    const body = (
      rings: readonly (readonly [number, number])[],
      sides: number,
      material: MaterialName,
    ) => {
      const faces = turn(rings, sides, vertices);
      boundaries.push(...faces.map((face) => [face]));
      colours.push(...faces.map(() => materialNames.indexOf(material)));
    };
    body(
      [
        [0, 0.03],
        [crowns[kind][1]![0], 0.02],
      ],
      4,
      'bark',
    );
    body(crowns[kind], 7, kind === 'conifer' ? 'leaf-dark' : 'leaf');
    return {
      kind,
      vertices,
      geometry: {
        type: 'MultiSurface',
        lod: '2',
        boundaries,
        material: { facade: { values: colours } },
      },
    };
  });
}

/** Faces of a body of revolution, counter-clockwise from outside. */
function turn(
  rings: readonly (readonly [number, number])[],
  sides: number,
  vertices: Vertex[],
): number[][] {
  const rows = rings.map(([height, radius]) => {
    const first = vertices.length;
    const count = radius === 0 ? 1 : sides;
    for (let side = 0; side < count; side++) {
      const angle = (2 * Math.PI * side) / sides;
      vertices.push([radius * Math.cos(angle), radius * Math.sin(angle), height]);
    }
    return (side: number) => first + (count === 1 ? 0 : side % sides);
  });
  const faces: number[][] = [];
  for (const [index, lower] of rows.slice(0, -1).entries()) {
    const upper = rows[index + 1]!;
    for (let side = 0; side < sides; side++) {
      const ring = [lower(side), lower(side + 1), upper(side + 1), upper(side)];
      faces.push(ring.filter((vertex, at) => vertex !== ring[(at + 1) % 4]));
    }
  }
  return faces;
}
