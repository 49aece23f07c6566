import { describe, expect, it } from 'vitest';
import { FeatureMesh } from './feature-mesh.ts';

/** Source coordinates are Earth-centred already, near the equator's first meridian: x is up. */
const placement = {
  place(x: number, y: number, z: number, placed: Float64Array) {
    placed.set([6378137 + z, x, y, x / 6378137, y / 6378137, z]);
  },
};

type Corner = readonly [number, number, number];

function addSurface(mesh: FeatureMesh, ...rings: readonly (readonly Corner[])[]) {
  mesh.beginSurface();
  for (const ring of rings) {
    for (const corner of ring) mesh.addVertex(...corner);
    mesh.endRing();
  }
  return mesh.endSurface(undefined, 0);
}

const square: readonly Corner[] = [
  [0, 0, 3],
  [4, 0, 3],
  [4, 4, 3],
  [0, 4, 3],
];

function start(): FeatureMesh {
  const mesh = new FeatureMesh();
  mesh.begin(placement);
  return mesh;
}

describe('FeatureMesh', () => {
  it('takes a surface facing up for a roof, down for ground, sideways for a wall', () => {
    const mesh = start();
    addSurface(mesh, square);
    addSurface(mesh, square.toReversed());
    addSurface(mesh, [
      [0, 0, 0],
      [4, 0, 0],
      [4, 0, 3],
      [0, 0, 3],
    ]);
    expect(Array.from(mesh.surfaceClass.take())).toEqual([3, 1, 2]);
  });

  it('drops what has fewer than three different vertices, and leaves no trace of it', () => {
    const mesh = start();
    const twice: Corner = [4, 0, 3];
    expect(addSurface(mesh, [[0, 0, 3], twice, twice, [0, 0, 3]])).toBe('fewer-than-3-vertices');
    expect(mesh.isEmpty).toBe(true);
    expect(addSurface(mesh, square)).toBeUndefined();
    expect(mesh.vertexCount).toBe(4);
  });

  it('drops what lies on a line', () => {
    const mesh = start();
    const line: readonly Corner[] = [
      [0, 0, 0],
      [1, 1, 0],
      [2, 2, 0],
    ];
    expect(addSurface(mesh, line)).toBe('no-area');
    expect(mesh.isEmpty).toBe(true);
  });

  it('drops a degenerate hole and keeps its surface', () => {
    const mesh = start();
    const speck: Corner = [1, 1, 3];
    expect(addSurface(mesh, square, [speck, speck, speck])).toBeUndefined();
    expect(mesh.triangles.length).toBe(6);
  });

  it('forgets the closing vertex of a closed ring', () => {
    const mesh = start();
    addSurface(mesh, [...square, square[0]!]);
    expect(mesh.vertexCount).toBe(4);
  });
});
