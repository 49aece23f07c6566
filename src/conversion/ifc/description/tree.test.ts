import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantTree } from './tree.ts';

const byNumber = (a: number, b: number) => a - b;
const plant = (parent: readonly number[], roots: readonly number[]) =>
  plantTree(Int32Array.from(parent), roots, byNumber);

describe('a tree from parents', () => {
  it('lists each before its parts, siblings in their order', () => {
    const tree = plantTree(Int32Array.of(-1, 0, 0, 1, 2, 1), [0], (a, b) => b - a);
    expect([...tree.nodes]).toEqual([0, 2, 4, 1, 5, 3]);
    expect([...tree.parent]).toEqual([-1, 0, 1, 0, 3, 3]);
    expect([...tree.subtreeEnd]).toEqual([6, 3, 3, 6, 5, 6]);
  });

  it('hangs what has no parent below the root and tells', () => {
    const tree = plant([-1, -1, 1], [0]);
    expect(tree.orphans).toEqual([1]);
    expect([...tree.parent]).toEqual([-1, 0, 1]);
  });

  it('makes orphans roots where there is none', () => {
    const tree = plant([-1, 0, -1], []);
    expect([...tree.parent]).toEqual([-1, 0, -1]);
    expect(tree.orphans).toEqual([0, 2]);
  });

  it('cuts cycles, an element that is part of itself among them', () => {
    const tree = plant([-1, 1, 3, 2, 3, 4], [0]);
    expect(tree.cycles).toHaveLength(2);
    expect([...tree.nodes].sort(byNumber)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(tree.subtreeEnd[0]).toBe(6);
  });

  it('keeps a root a root even where something claims it', () => {
    const tree = plant([1, 0], [0]);
    expect([...tree.parent]).toEqual([-1, 0]);
    expect(tree.cycles).toEqual([]);
  });

  it('survives a chain of a hundred thousand', () => {
    const tree = plant(
      Array.from({ length: 100_000 }, (_, node) => node - 1),
      [0],
    );
    expect(tree.subtreeEnd[99_999]).toBe(100_000);
    expect(tree.parent[99_999]).toBe(99_998);
  });

  it('is a tree over all nodes whatever the parents say', () => {
    const anyParents = fc.integer({ min: 1, max: 60 }).chain((count) =>
      fc.record({
        parent: fc.array(fc.integer({ min: -1, max: count - 1 }), {
          minLength: count,
          maxLength: count,
        }),
        roots: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(anyParents, ({ parent, roots }) => {
        const tree = plant(parent, roots);
        const count = parent.length;
        expect([...tree.nodes].sort(byNumber)).toEqual(
          Array.from({ length: count }, (_, node) => node),
        );
        for (let row = 0; row < count; row++) {
          expect(tree.row[tree.nodes[row]!]).toBe(row);
          expect(tree.parent[row]).toBeLessThan(row);
        }
        // Brute force: below a row is whatever reaches it by going up.
        for (let row = 0; row < count; row++) {
          for (let other = 0; other < count; other++) {
            let at = other;
            while (at > row) at = tree.parent[at]!;
            expect(at === row && other !== row).toBe(other > row && other < tree.subtreeEnd[row]!);
          }
        }
        const kept = [...tree.nodes].filter(
          (node, row) => tree.parent[row]! >= 0 && tree.nodes[tree.parent[row]!] === parent[node],
        );
        const moved = tree.orphans.length + tree.cycles.length + roots.length;
        expect(kept.length).toBeGreaterThanOrEqual(count - moved);
      }),
    );
  });
});
