import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newellNormal, triangulate } from './triangulate.ts';

type Point = readonly [number, number, number];

/** Triangles of the polygon with these rings, and the unit normal of its outer one. */
function run(rings: readonly (readonly Point[])[]) {
  const points = Float64Array.from(rings.flat(2));
  const ringEnds = rings.map((_, at) => rings.slice(0, at + 1).flat().length);
  const normal = new Float64Array(3);
  newellNormal(points, 0, ringEnds[0]!, normal);
  const area = Math.hypot(normal[0]!, normal[1]!, normal[2]!) / 2;
  for (let axis = 0; axis < 3; axis++) normal[axis] = normal[axis]! / (2 * area);
  const triangles: number[][] = [];
  triangulate(points, 0, ringEnds, normal, { push3: (a, b, c) => triangles.push([a, b, c]) });
  return { points, normal, area, triangles };
}

/** Area of the triangles counted along the normal: negative where one turns the wrong way. */
function signedAreas({ points, normal, triangles }: ReturnType<typeof run>): number[] {
  const at = (vertex: number) => points.subarray(vertex * 3, vertex * 3 + 3);
  return triangles.map(([a = 0, b = 0, c = 0]) => {
    const [p, q, r] = [at(a), at(b), at(c)];
    const u = [0, 1, 2].map((axis) => q[axis]! - p[axis]!);
    const v = [0, 1, 2].map((axis) => r[axis]! - p[axis]!);
    const cross = [
      u[1]! * v[2]! - u[2]! * v[1]!,
      u[2]! * v[0]! - u[0]! * v[2]!,
      u[0]! * v[1]! - u[1]! * v[0]!,
    ];
    return cross.reduce((sum, part, axis) => sum + part * normal[axis]!, 0) / 2;
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('triangulate', () => {
  it('cuts an arrowhead through its notch', () => {
    const arrow = run([
      [
        [0, 0, 0],
        [4, 0, 0],
        [1, 1, 0],
        [0, 4, 0],
      ],
    ]);
    expect(arrow.triangles).toHaveLength(2);
    expect(signedAreas(arrow).every((area) => area > 0)).toBe(true);
    expect(sum(signedAreas(arrow))).toBeCloseTo(arrow.area, 12);
  });

  it('leaves holes open', () => {
    const square = run([
      [
        [0, 0, 5],
        [10, 0, 5],
        [10, 10, 5],
        [0, 10, 5],
      ],
      [
        [3, 3, 5],
        [3, 7, 5],
        [7, 7, 5],
        [7, 3, 5],
      ],
    ]);
    expect(sum(signedAreas(square))).toBeCloseTo(84, 12);
  });

  it('keeps area and winding of star-shaped polygons in any plane', () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true });
    const radii = fc.array(fc.double({ min: 1, max: 20, noNaN: true }), {
      minLength: 3,
      maxLength: 24,
    });
    fc.assert(
      fc.property(radii, unit, unit, unit, fc.boolean(), (lengths, ax, ay, az, isReversed) => {
        fc.pre(Math.hypot(ax, ay, az) > 0.1);
        const outline = lengths.map((radius, at) => {
          const angle = (2 * Math.PI * at) / lengths.length;
          return turn([radius * Math.cos(angle), radius * Math.sin(angle), 0], [ax, ay, az]);
        });
        const polygon = run([isReversed ? outline.toReversed() : outline]);
        const areas = signedAreas(polygon);
        expect(sum(areas)).toBeCloseTo(polygon.area, 6);
        expect(Math.min(...areas)).toBeGreaterThan(-1e-9);
      }),
    );
  });
});

/** Turns a point by Rodrigues' formula about an axis, by the axis' length in radians. */
function turn([x, y, z]: Point, axis: Point): Point {
  const angle = Math.hypot(...axis);
  const [kx, ky, kz] = axis.map((part) => part / angle) as unknown as Point;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = (kx * x + ky * y + kz * z) * (1 - cos);
  return [
    x * cos + (ky * z - kz * y) * sin + kx * along,
    y * cos + (kz * x - kx * z) * sin + ky * along,
    z * cos + (kx * y - ky * x) * sin + kz * along,
  ];
}
