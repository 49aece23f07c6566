import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuadtree, type TileNode } from './quadtree.ts';

const limits = { mostVertices: 100, mostFeatures: 8 };

const leavesOf = (node: TileNode): TileNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

/** Centres to 1e-8 rad, which is six centimetres; no tree divides much finer than that. */
const within = (least: number) => fc.nat(1_000_000).map((steps) => least + steps * 1e-8);

const feature = fc.record({
  longitude: within(0.07),
  latitude: within(0.9),
  vertices: fc.integer({ min: 3, max: 120 }),
});

describe('createQuadtree', () => {
  it('gives every feature to one leaf, and no leaf more than a tile should carry', () => {
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 200 }), (features) => {
        const column = (name: 'longitude' | 'latitude' | 'vertices') =>
          features.map((one) => one[name]);
        const { root, order } = createQuadtree(
          Float64Array.from(column('longitude')),
          Float64Array.from(column('latitude')),
          Uint32Array.from(column('vertices')),
          limits,
        );
        expect(Array.from(order).toSorted((a, b) => a - b)).toEqual([...features.keys()]);
        const leaves = leavesOf(root);
        expect(leaves[0]?.start).toBe(0);
        expect(leaves.at(-1)?.end).toBe(features.length);
        for (const [number, { start, end }] of leaves.entries()) {
          if (number > 0) expect(start).toBe(leaves[number - 1]?.end);
          const members = Array.from(order.subarray(start, end), (at) => features[at]!);
          const weight = members.reduce((total, { vertices }) => total + vertices, 0);
          const areTogether = new Set(members.map((one) => `${one.longitude} ${one.latitude}`));
          const isFine = weight <= limits.mostVertices && members.length <= limits.mostFeatures;
          expect(isFine || members.length === 1 || areTogether.size < members.length).toBe(true);
        }
      }),
    );
  });

  it('stops where features share a place', () => {
    const { root } = createQuadtree(
      new Float64Array(50),
      new Float64Array(50),
      new Uint32Array(50).fill(10),
      limits,
    );
    expect(leavesOf(root)).toHaveLength(1);
  });
});
