import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#model/random.ts';
import type { ModelGeometry, Shape } from '../parts.ts';
import { noGeometry } from './a-description.ts';
import { readMeshFacts } from './mesh-facts.ts';

interface Placed {
  readonly product: number;
  readonly shape: number;
  readonly matrix: readonly number[];
}

const random = createRandom('shapes');

function aShape(corners: number, mode: Shape['mode'] = 'triangles'): Shape {
  const sides = mode === 'triangles' ? 3 : 2;
  return {
    positions: Float32Array.from({ length: corners * 3 }, () => random.between(-4, 4)),
    normals: new Float32Array(corners * 3),
    indices: Uint32Array.from({ length: corners * sides }, () => random.whole(0, corners - 1)),
    mode,
  };
}

/** Turned about z, then moved. */
function matrixOf(turn: number, [x, y, z]: readonly [number, number, number]): number[] {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  return [cos, sin, 0, 0, -sin, cos, 0, 0, 0, 0, 1, 0, x, y, z, 1];
}

const geometryOf = (shapes: readonly Shape[], rows: readonly Placed[]): ModelGeometry => ({
  ...noGeometry,
  shapes,
  placed: {
    count: rows.length,
    product: Uint32Array.from(rows, ({ product }) => product),
    shape: Uint32Array.from(rows, ({ shape }) => shape),
    matrix: Float64Array.from(rows.flatMap(({ matrix }) => matrix)),
    rgba: new Uint8Array(rows.length * 4),
  },
});

const factsOf = (
  shapes: readonly Shape[],
  rows: readonly Placed[],
  origin?: [number, number, number],
) => readMeshFacts(geometryOf(shapes, rows), 4, (product) => (product < 4 ? product : -1), origin);

const hashOf = (
  shapes: readonly Shape[],
  rows: readonly Placed[],
  origin?: [number, number, number],
) => [...factsOf(shapes, rows, origin).hash.subarray(0, 2)].join();

describe('bounds of meshes', () => {
  it('are those of all corners, whatever the turns', () => {
    const shapes = [aShape(9), aShape(20), aShape(5, 'lines')];
    const placements = fc.array(
      fc.record({
        product: fc.integer({ min: 0, max: 5 }),
        shape: fc.integer({ min: 0, max: 2 }),
        turn: fc.constantFrom(0, Math.PI / 2, 0.3, 2.1),
        at: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -50, max: 50, noNaN: true }))),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(placements, (list) => {
        const rows = list.map(({ turn, at, ...row }) => ({
          ...row,
          matrix: matrixOf(turn, at as [number, number, number]),
        }));
        const facts = factsOf(shapes, rows);
        for (let node = 0; node < 4; node++) {
          const points = rows
            .filter(({ product }) => product === node)
            .flatMap(({ shape, matrix }) => cornersOf(shapes[shape]!, matrix));
          for (const axis of [0, 1, 2]) {
            const parts = points.map((point) => point[axis]!);
            const least = facts.least[node * 3 + axis]!;
            if (parts.length === 0) {
              expect(least).toBeNaN();
              continue;
            }
            expect(least).toBeCloseTo(Math.min(...parts), 9);
            expect(facts.greatest[node * 3 + axis]).toBeCloseTo(Math.max(...parts), 9);
          }
        }
      }),
    );
  });

  it('count triangles, not lines', () => {
    const shapes = [aShape(9), aShape(5, 'lines')];
    const matrix = matrixOf(0, [0, 0, 0]);
    const facts = factsOf(shapes, [
      ...[0, 1].map((shape) => ({ product: 1, shape, matrix })),
      { product: 2, shape: 1, matrix },
    ]);
    expect([...facts.triangles]).toEqual([0, 9, 0, 0]);
    expect([...facts.shapes]).toEqual([0, 2, 1, 0]);
  });
});

describe('the fingerprint of a mesh', () => {
  const shape = aShape(12);
  const other = aShape(12);
  const at = (x: number, turn = 0): Placed => ({
    product: 0,
    shape: 0,
    matrix: matrixOf(turn, [x, 2, 3]),
  });
  const first = hashOf([shape], [at(1)]);

  it('is the same for the same shape and place, to a tenth of a millimetre', () => {
    expect(hashOf([shape], [at(1.00002)])).toBe(first);
    const shaken = { ...shape, positions: shape.positions.map((part) => part + 1e-7) };
    expect(hashOf([shaken], [at(1)])).toBe(first);
  });

  it.each([
    ['moved by a millimetre', [shape], [at(1.001)]],
    ['turned', [shape], [at(1, 0.001)]],
    ['of another shape', [other], [at(1)]],
    ['there twice', [shape], [at(1), at(1)]],
    ['in two parts', [shape, other], [at(1), { ...at(1), shape: 1 }]],
    ['inside out', [{ ...shape, indices: shape.indices.toReversed() }], [at(1)]],
  ])('is another where it is %s', (_, shapes, rows) => {
    expect(hashOf(shapes, rows)).not.toBe(first);
  });

  it('does not depend on the order of corners, triangles or parts, nor on the number of the product', () => {
    const count = shape.positions.length / 3;
    const turned = {
      ...shape,
      positions: Float32Array.from({ length: count * 3 }, (_, place) => {
        const corner = count - 1 - Math.floor(place / 3);
        return shape.positions[corner * 3 + (place % 3)]!;
      }),
      indices: Uint32Array.from({ length: shape.indices.length }, (_, place) => {
        const triangle = shape.indices.length / 3 - 1 - Math.floor(place / 3);
        return count - 1 - shape.indices[triangle * 3 + ((place + 1) % 3)]!;
      }),
    };
    expect(hashOf([turned], [at(1)])).toBe(first);
    const parts = [at(1), { ...at(5), shape: 1 }];
    expect(hashOf([shape, other], parts)).toBe(hashOf([shape, other], parts.toReversed()));
  });

  it('does not depend on the frame that geometry is given in', () => {
    const near = { product: 0, shape: 0, matrix: matrixOf(0.2, [12.5, 3.25, 3]) };
    const far = { product: 0, shape: 0, matrix: matrixOf(0.2, [700_012.5, 6_000_003.25, 3]) };
    expect(hashOf([shape], [near], [700_000, 6_000_000, 0])).toBe(hashOf([shape], [far]));
    expect(hashOf([shape], [near])).not.toBe(hashOf([shape], [far]));
  });
});

function cornersOf({ positions }: Shape, m: readonly number[]): number[][] {
  return Array.from({ length: positions.length / 3 }, (_, corner) => {
    const [x, y, z] = [0, 1, 2].map((axis) => positions[corner * 3 + axis]!);
    return [0, 1, 2].map(
      (row) => m[row]! * x! + m[4 + row]! * y! + m[8 + row]! * z! + m[12 + row]!,
    );
  });
}
