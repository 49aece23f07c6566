import { describe, expect, it } from 'vitest';
import { type Corners, smoothCorners } from './smooth-corners.ts';

/** The mantle of a prism along z, each side with corners and a normal of its own. */
function aPrism(sides: number, radius: number, length = 3, turn = 2 * Math.PI): Corners {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let side = 0; side < sides; side++) {
    const [from, to] = [side, side + 1].map((step) => (step / sides) * turn) as [number, number];
    const middle = (from + to) / 2;
    const first = positions.length / 3;
    for (const [angle, z] of [
      [from, 0],
      [to, 0],
      [to, length],
      [from, length],
    ] as const) {
      // Where a circle closes, its last corner is its first.
      const whole = turn === 2 * Math.PI && angle === turn ? 0 : angle;
      positions.push(radius * Math.cos(whole), radius * Math.sin(whole), z);
      normals.push(Math.cos(middle), Math.sin(middle), 0);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

const normalsOf = ({ normals, indices }: Corners) =>
  Array.from(indices, (corner) => {
    const [x = 0, y = 0, z = 0] = normals.subarray(corner * 3, corner * 3 + 3);
    const length = Math.hypot(x, y, z);
    return [x / length, y / length, z / length] as const;
  });

describe('corners of round things', () => {
  it.each([12, 16, 40])('share the normal of the round in a pipe of %i facets', (sides) => {
    const pipe = aPrism(sides, 0.2);
    const round = smoothCorners(pipe);
    if (!round) throw new Error('The pipe was left as it is.');
    const places = round.positions;
    for (const [corner, [x, y, z]] of normalsOf(round).entries()) {
      expect(x).toBeCloseTo(places[corner * 3]! / 0.2, 4);
      expect(y).toBeCloseTo(places[corner * 3 + 1]! / 0.2, 4);
      expect(z).toBeCloseTo(0, 6);
    }
  });

  it('keep the triangles as they are', () => {
    const pipe = aPrism(12, 0.2);
    const round = smoothCorners(pipe);
    const places = ({ positions, indices }: Corners) =>
      Array.from(indices, (corner) => [...positions.subarray(corner * 3, corner * 3 + 3)]);
    expect(round && places(round)).toEqual(places(pipe));
  });

  it.each([
    ['a bar of eight sides', aPrism(8, 0.2)],
    ['a wide polygonal wall', aPrism(24, 12)],
    ['a low roof', aPrism(7, 30, 12, 1)],
  ])('leave the edges of %s', (_, prism) => {
    expect(smoothCorners(prism)).toBeUndefined();
  });

  it('leave the ends of a pipe sharp', () => {
    const pipe = aPrism(12, 0.2);
    const top = pipe.positions.length / 3;
    const lid: Corners = {
      positions: Float32Array.from([
        ...pipe.positions,
        ...Array.from({ length: 12 }, (_, side) => [
          ...pipe.positions.subarray(side * 12 + 9, side * 12 + 12),
        ]).flat(),
      ]),
      normals: Float32Array.from([...pipe.normals, ...new Array(12).fill([0, 0, 1]).flat()]),
      indices: Uint32Array.from([
        ...pipe.indices,
        ...Array.from({ length: 10 }, (_, side) => [top, top + side + 1, top + side + 2]).flat(),
      ]),
    };
    const round = smoothCorners(lid);
    const normals = round ? normalsOf(round) : [];
    const lidCorners = normals.slice(pipe.indices.length);
    expect(lidCorners.every(([x, y, z]) => Math.hypot(x, y) < 1e-6 && z > 0.999)).toBe(true);
    expect(normals.slice(0, pipe.indices.length).every(([, , z]) => Math.abs(z) < 1e-6)).toBe(true);
  });
});
