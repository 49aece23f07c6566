// Trees of height 1 m, scaled and turned where they stand: few triangles, since there are thousands. Each kind comes in
// several growths, none of them round.

import type { Tree } from './greenery.ts';
import { type MaterialName, materialNames } from './materials.ts';

type Vertex = readonly [number, number, number];

interface Template {
  readonly kind: Tree['kind'];
  readonly geometry: unknown;
  /** The list that all templates share. */
  readonly vertices: readonly Vertex[];
}

interface Growth {
  readonly kind: Tree['kind'];
  /** Rings of (height, radius) from the bottom up; a radius of 0 closes to a point. */
  readonly crown: readonly (readonly [number, number])[];
  /** How far the crown bulges and sinks about its rings, as a share of the radius. */
  readonly uneven: number;
}

const growths: readonly Growth[] = [
  // A lime: egg-shaped.
  {
    kind: 'broadleaf',
    crown: [
      [0.2, 0],
      [0.3, 0.22],
      [0.5, 0.33],
      [0.72, 0.3],
      [0.9, 0.16],
      [1, 0],
    ],
    uneven: 0.2,
  },
  // An oak: low and wide.
  {
    kind: 'broadleaf',
    crown: [
      [0.24, 0],
      [0.34, 0.33],
      [0.52, 0.45],
      [0.74, 0.4],
      [0.93, 0.2],
      [1, 0],
    ],
    uneven: 0.26,
  },
  // A birch: slender, its widest part low.
  {
    kind: 'broadleaf',
    crown: [
      [0.22, 0],
      [0.32, 0.2],
      [0.48, 0.24],
      [0.7, 0.18],
      [0.88, 0.09],
      [1, 0],
    ],
    uneven: 0.24,
  },
  // A spruce: three skirts.
  {
    kind: 'conifer',
    crown: [
      [0.1, 0],
      [0.12, 0.25],
      [0.4, 0.13],
      [0.41, 0.2],
      [0.68, 0.08],
      [0.69, 0.14],
      [1, 0],
    ],
    uneven: 0.14,
  },
  // A pine: bare below, a cap above.
  {
    kind: 'conifer',
    crown: [
      [0.45, 0],
      [0.52, 0.2],
      [0.7, 0.26],
      [0.88, 0.17],
      [1, 0],
    ],
    uneven: 0.24,
  },
  {
    kind: 'poplar',
    crown: [
      [0.12, 0],
      [0.24, 0.1],
      [0.5, 0.13],
      [0.8, 0.09],
      [1, 0],
    ],
    uneven: 0.15,
  },
];

export function treeTemplates(): Template[] {
  const vertices: Vertex[] = [];
  return growths.map(({ kind, crown, uneven }, growth) => {
    const boundaries: number[][][] = [];
    const colours: number[] = [];
    const body = (
      rings: readonly (readonly [number, number])[],
      sides: number,
      material: MaterialName,
    ) => {
      const bulge = material === 'bark' ? 0 : uneven;
      const faces = turn(rings, sides, vertices, (row, side) => bulgeAt(growth, row, side) * bulge);
      boundaries.push(...faces.map((face) => [face]));
      colours.push(...faces.map(() => materialNames.indexOf(material)));
    };
    body(
      [
        [0, 0.03],
        [(crown[1] ?? [0.3])[0], 0.02],
      ],
      4,
      'bark',
    );
    body(crown, 7, kind === 'conifer' ? 'leaf-dark' : 'leaf');
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

/** −1 … 1, the same for the same corner of the same growth. */
const bulgeAt = (growth: number, row: number, side: number): number =>
  Math.sin(growth * 7.1 + row * 2.3 + side * 1.9) * Math.cos(growth * 3.7 + row * 5.1 - side * 2.6);

/** Faces of a body of revolution, counter-clockwise from outside. */
function turn(
  rings: readonly (readonly [number, number])[],
  sides: number,
  vertices: Vertex[],
  bulge: (row: number, side: number) => number,
): number[][] {
  const rows = rings.map(([height, radius], row) => {
    const first = vertices.length;
    const count = radius === 0 ? 1 : sides;
    for (let side = 0; side < count; side++) {
      const angle = (2 * Math.PI * side) / sides;
      const reach = round(radius * (1 + bulge(row, side)));
      vertices.push([round(reach * Math.cos(angle)), round(reach * Math.sin(angle)), height]);
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

/** To a tenth of a millimetre: exact to the byte on any machine. */
const round = (value: number) => Math.round(value * 1e4) / 1e4;
