import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TileContent, TileShape } from '../mesh/tile-content.ts';
import { type CapOptions, findCaps } from './caps.ts';
import type { Plane } from './slice-shape.ts';

type Vector = readonly [number, number, number];

/** Faces with corners of their own, as tiles have them. */
function aShape(faces: readonly (readonly Vector[])[]): TileShape {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const face of faces) {
    const first = positions.length / 3;
    positions.push(...face.flat());
    for (let at = 2; at < face.length; at++) indices.push(first, first + at - 1, first + at);
  }
  return {
    positions: Float32Array.from(positions),
    normals: new Float32Array(positions.length),
    indices: Uint32Array.from(indices),
    rgba: new Uint8Array((positions.length / 3) * 4).fill(128),
  };
}

/** Six faces seen from outside; turned inside out where asked. */
function boxFaces([x0, y0, z0]: Vector, [x1, y1, z1]: Vector, isInsideOut = false): Vector[][] {
  const faces: Vector[][] = [
    [
      [x0, y0, z0],
      [x0, y1, z0],
      [x1, y1, z0],
      [x1, y0, z0],
    ],
    [
      [x0, y0, z1],
      [x1, y0, z1],
      [x1, y1, z1],
      [x0, y1, z1],
    ],
    [
      [x0, y0, z0],
      [x1, y0, z0],
      [x1, y0, z1],
      [x0, y0, z1],
    ],
    [
      [x0, y1, z0],
      [x0, y1, z1],
      [x1, y1, z1],
      [x1, y1, z0],
    ],
    [
      [x0, y0, z0],
      [x0, y0, z1],
      [x0, y1, z1],
      [x0, y1, z0],
    ],
    [
      [x1, y0, z0],
      [x1, y1, z0],
      [x1, y1, z1],
      [x1, y0, z1],
    ],
  ];
  return isInsideOut ? faces.map((face) => face.toReversed()) : faces;
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const contentOf = (shape: TileShape, ...matrices: (readonly number[])[]): TileContent => ({
  shapes: [shape],
  element: Uint32Array.from(matrices, (_, at) => at),
  shape: new Uint32Array(matrices.length),
  matrix: Float64Array.from(matrices.flat()),
});
const cut = (content: TileContent, planes: readonly Plane[], more: Partial<CapOptions> = {}) =>
  findCaps([content], { planes, liftOf: () => 0, has: () => true, ...more });

/** Area in m², and whether a point of the plane is covered. */
function areaOf({ positions, indices }: ReturnType<typeof findCaps>): number {
  let area = 0;
  for (let at = 0; at < indices.length; at += 3) area += triangleArea(positions, indices, at);
  return area;
}

function triangleArea(p: Float32Array, indices: Uint32Array, at: number): number {
  const corner = (which: number) => [0, 1, 2].map((axis) => p[3 * indices[at + which]! + axis]!);
  const [a, b, c] = [corner(0), corner(1), corner(2)];
  const u = b.map((value, axis) => value - a[axis]!);
  const v = c.map((value, axis) => value - a[axis]!);
  return (
    Math.hypot(
      u[1]! * v[2]! - u[2]! * v[1]!,
      u[2]! * v[0]! - u[0]! * v[2]!,
      u[0]! * v[1]! - u[1]! * v[0]!,
    ) / 2
  );
}

function isCovered({ hatch, indices }: ReturnType<typeof findCaps>, x: number, y: number): boolean {
  for (let at = 0; at < indices.length; at += 3) {
    const side = (from: number, to: number) => {
      const [a, b] = [indices[at + from]!, indices[at + to]!];
      return (
        (hatch[2 * b]! - hatch[2 * a]!) * (y - hatch[2 * a + 1]!) -
        (hatch[2 * b + 1]! - hatch[2 * a + 1]!) * (x - hatch[2 * a]!)
      );
    };
    const sides = [side(0, 1), side(1, 2), side(2, 0)];
    if (sides.every((one) => one >= 0) || sides.every((one) => one <= 0)) return true;
  }
  return false;
}

const unit = (vector: Vector): Vector => {
  const length = Math.hypot(...vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
};
const part = fc.double({ min: -1, max: 1, noNaN: true });
const direction = fc
  .tuple(part, part, part)
  .filter((one) => Math.hypot(...one) > 0.1)
  .map(unit);

describe('the surfaces of a cut', () => {
  it('fill a box as a level plane goes through it, on the side that is taken away', () => {
    const caps = cut(contentOf(aShape(boxFaces([0, 0, 0], [2, 3, 4])), IDENTITY), [
      { normal: [0, 0, 1], distanceM: 1 },
    ]);
    expect(areaOf(caps)).toBeCloseTo(6, 4);
    for (let at = 2; at < caps.positions.length; at += 3) {
      expect(caps.positions[at]).toBeCloseTo(1.0005, 5);
    }
  });

  it('cover exactly what is solid, however plane and box lie', () => {
    fc.assert(
      fc.property(
        direction,
        part,
        fc.array(fc.tuple(part, part), { minLength: 20 }),
        (normal, distanceM, points) => {
          const [low, high]: [Vector, Vector] = [
            [-0.7, -0.5, -0.4],
            [0.6, 0.8, 0.5],
          ];
          const caps = cut(contentOf(aShape(boxFaces(low, high)), IDENTITY), [
            { normal, distanceM },
          ]);
          const level = Math.hypot(normal[0], normal[1]);
          const u: Vector = level < 1e-6 ? [1, 0, 0] : [-normal[1] / level, normal[0] / level, 0];
          const v: Vector = [
            normal[1] * u[2] - normal[2] * u[1],
            normal[2] * u[0] - normal[0] * u[2],
            normal[0] * u[1] - normal[1] * u[0],
          ];
          for (const [a, b] of points) {
            const place = [0, 1, 2].map(
              (axis) => normal[axis]! * distanceM + a * u[axis]! + b * v[axis]!,
            );
            const depth = Math.min(
              ...place.map((value, axis) => Math.min(value - low[axis]!, high[axis]! - value)),
            );
            // A hair beside a face either answer is right.
            if (Math.abs(depth) > 1e-3) expect(isCovered(caps, a, b)).toBe(depth > 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave holes open: a tube shows a ring', () => {
    const tube = aShape([
      ...boxFaces([0, 0, 0], [3, 3, 5]),
      ...boxFaces([1, 1, -1], [2, 2, 6], true),
    ]);
    const caps = cut(contentOf(tube, IDENTITY), [{ normal: [0, 0, 1], distanceM: 2 }]);
    expect(areaOf(caps)).toBeCloseTo(8, 4);
    expect(isCovered(caps, 1.5, 1.5)).toBe(false);
    expect(isCovered(caps, 0.5, 1.5)).toBe(true);
  });

  it('are the same for a shape that is turned inside out or mirrored', () => {
    const plane = { normal: [0, 0, 1], distanceM: 0.5 } as const;
    const inside = aShape(boxFaces([0, 0, 0], [1, 2, 1], true));
    const mirror = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(areaOf(cut(contentOf(inside, IDENTITY), [plane]))).toBeCloseTo(2, 4);
    const caps = cut(contentOf(aShape(boxFaces([0, 0, 0], [1, 2, 1])), mirror), [plane]);
    expect(areaOf(caps)).toBeCloseTo(2, 4);
    expect(isCovered(caps, -0.5, 1)).toBe(true);
  });

  it('close the gap where one face meets two of its neighbour, but not the rim of an open surface', () => {
    const faces = boxFaces([0, 0, 0], [2, 2, 2]);
    const [bottom, top, , ...rest] = faces;
    // The front in two pieces that meet at its middle, which bottom and top know nothing of.
    const halves: Vector[][] = [
      [
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 2],
        [0, 0, 2],
      ],
      [
        [1, 0, 0],
        [2, 0, 0],
        [2, 0, 2],
        [1, 0, 2],
      ],
    ];
    const mended = aShape([bottom!, top!, ...halves, ...rest]);
    const upright = { normal: [1, 0, 0], distanceM: 1 } as const;
    expect(areaOf(cut(contentOf(mended, IDENTITY), [upright]))).toBeCloseTo(4, 3);
    const open = aShape([faces[2]!]);
    expect(cut(contentOf(open, IDENTITY), [upright]).indices).toHaveLength(0);
  });

  it('belong to their elements, follow lifted storeys, and leave out what is not to be cut', () => {
    const box = aShape(boxFaces([0, 0, 0], [1, 1, 1]));
    const beside = [...IDENTITY.slice(0, 12), 5, 0, 0, 1];
    const content = contentOf(box, IDENTITY, beside);
    const plane = { normal: [0, 0, 1], distanceM: 0.5 } as const;
    expect([...new Set(cut(content, [plane]).elements)]).toEqual([0, 1]);
    const lifted = cut(content, [plane], { liftOf: (element) => (element === 1 ? 0.2 : 3) });
    expect([...new Set(lifted.elements)]).toEqual([1]);
    expect(lifted.positions[2]).toBeCloseTo(0.5005, 5);
    const only = cut(content, [plane], { has: (element) => element === 0 });
    expect([...new Set(only.elements)]).toEqual([0]);
  });

  it('end where another plane cuts', () => {
    const box = contentOf(aShape(boxFaces([0, 0, 0], [4, 4, 4])), IDENTITY);
    const caps = cut(box, [
      { normal: [0, 0, 1], distanceM: 2 },
      { normal: [1, 0, 0], distanceM: 1 },
    ]);
    // 1 × 4 of the level one and 4 × 2 of the upright one.
    expect(areaOf(caps)).toBeCloseTo(4 + 8, 4);
  });
});
