import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHardEdges } from './hard-edges.ts';
import { mergeMesh } from './merge-mesh.ts';
import { TileCache } from './tile-cache.ts';
import type { TileContent, TileShape } from './tile-content.ts';
import { parseTilesetTree } from './tileset-tree.ts';
import { weldCorners } from './weld.ts';

const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** A unit cube, each face with corners of its own, as exporters write it. */
function aCube(): TileShape {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    for (const side of [0, 1]) {
      const first = positions.length / 3;
      const corners = side === 1 ? [0, 1, 2, 3] : [3, 2, 1, 0];
      for (const corner of corners) {
        const point = [0, 0, 0];
        point[axis] = side;
        point[(axis + 1) % 3] = corner === 1 || corner === 2 ? 1 : 0;
        point[(axis + 2) % 3] = corner >= 2 ? 1 : 0;
        positions.push(...point);
        const normal = [0, 0, 0];
        normal[axis] = side === 1 ? 1 : -1;
        normals.push(...normal);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
    rgba: new Uint8Array((positions.length / 3) * 4).fill(200),
  };
}

const aTile = (
  shape: TileShape,
  rows: readonly { element: number; matrix: readonly number[] }[],
): TileContent => ({
  shapes: [shape],
  element: Uint32Array.from(rows.map(({ element }) => element)),
  shape: new Uint32Array(rows.length),
  matrix: Float64Array.from(rows.flatMap(({ matrix }) => matrix)),
});

describe('the hard edges of a shape', () => {
  it('are the twelve of a cube, without the diagonals of its faces', () => {
    const { positions, indices } = aCube();
    const edges = findHardEdges(positions, indices);
    expect(edges.length).toBe(24);
    for (let at = 0; at < edges.length; at += 2) {
      expect(lengthOf(positions, edges[at]!, edges[at + 1]!)).toBeCloseTo(1, 6);
    }
  });

  it('are whole although triangulation cut them', () => {
    // A strip of four squares: its long borders are one edge each.
    const positions: number[] = [];
    const indices: number[] = [];
    for (let at = 0; at <= 4; at++) positions.push(at, 0, 0, at, 1, 0);
    for (let at = 0; at < 8; at += 2) indices.push(at, at + 2, at + 3, at, at + 3, at + 1);
    const edges = findHardEdges(Float32Array.from(positions), indices);
    expect(edges.length).toBe(8);
    const lengths = [0, 2, 4, 6].map((at) =>
      lengthOf(Float32Array.from(positions), edges[at]!, edges[at + 1]!),
    );
    expect(lengths.toSorted()).toEqual([1, 1, 4, 4]);
  });

  it.each([
    [15, 4],
    [25, 5],
  ])('have a fold of %i° or not', (degrees, expected) => {
    const angle = (degrees * Math.PI) / 180;
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    // Two squares that share the edge at x = 0.
    const positions = Float32Array.of(-1, 0, 0, 0, 0, 0, 0, 1, 0, -1, 1, 0, x, 0, z, x, 1, z);
    const indices = [0, 1, 2, 0, 2, 3, 1, 4, 5, 1, 5, 2];
    const edges = findHardEdges(positions, indices);
    const atFold = [...edges].filter((corner) => positions[3 * corner] === 0).length;
    expect(atFold >= 2 && hasEdge(edges, 1, 2)).toBe(expected === 5);
  });

  it('do not show where a neighbour is wound the other way', () => {
    const positions = Float32Array.of(0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
    expect(findHardEdges(positions, [0, 1, 2, 0, 3, 2]).length).toBe(8);
  });

  it('are none where triangles have no area', () => {
    expect(findHardEdges(Float32Array.of(0, 0, 0, 1, 0, 0, 2, 0, 0), [0, 1, 2]).length).toBe(0);
    expect(findHardEdges(new Float32Array(), []).length).toBe(0);
  });
});

describe('welding', () => {
  it('gives equal places the first corner, as brute force does', () => {
    const points = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(points, (values) => {
        const positions = values.slice(0, values.length - (values.length % 3));
        const welded = weldCorners(positions, 1e-4);
        for (let corner = 0; corner < positions.length / 3; corner++) {
          const place = positions.slice(3 * corner, 3 * corner + 3).join();
          const first = [...welded.keys()].find(
            (other) => positions.slice(3 * other, 3 * other + 3).join() === place,
          );
          expect(welded[corner]).toBe(first);
        }
      }),
    );
  });
});

describe('a merged mesh', () => {
  it('holds the wanted elements, each where its matrix puts it', () => {
    const raised = [...identity.slice(0, 12), 5, 6, 7, 1];
    const tile = aTile(aCube(), [
      { element: 3, matrix: identity },
      { element: 4, matrix: raised },
    ]);
    const mesh = mergeMesh([tile], { has: (element) => element === 4, base: 100 });
    expect(new Set(mesh.elements)).toEqual(new Set([104]));
    expect(mesh.indices.length).toBe(36);
    expect(mesh.edges.length).toBe(24);
    expect(boundsOf(mesh.positions)).toEqual([5, 6, 7, 6, 7, 8]);
    expect(mesh.rgba.length / 4).toBe(mesh.positions.length / 3);
  });

  it('stays outside out where a matrix mirrors', () => {
    const mirrored = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const mesh = mergeMesh([aTile(aCube(), [{ element: 0, matrix: mirrored }])], {
      has: () => true,
      base: 0,
    });
    expect(volumeOf(mesh.positions, mesh.indices)).toBeCloseTo(1, 6);
    for (let at = 0; at < mesh.indices.length; at += 3) {
      const corner = mesh.indices[at]!;
      const outward = [0, 1, 2].map(
        (axis) => mesh.positions[3 * corner + axis]! - (axis === 0 ? -0.5 : 0.5),
      );
      const dot = outward.reduce((sum, v, axis) => sum + v * mesh.normals[3 * corner + axis]!, 0);
      expect(dot).toBeCloseTo(0.5, 6);
    }
  });

  it('has the volume of its parts, whatever turns and moves them', () => {
    const turn = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(turn, turn, turn, (angle, x, y) => {
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const matrix = [c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, x, y, 0, 1];
        const tile = aTile(aCube(), [
          { element: 0, matrix },
          { element: 1, matrix: identity },
        ]);
        const mesh = mergeMesh([tile], { has: () => true, base: 0 });
        expect(volumeOf(mesh.positions, mesh.indices)).toBeCloseTo(2, 4);
      }),
    );
  });

  it('is empty where nothing is wanted', () => {
    const mesh = mergeMesh([aTile(aCube(), [])], { has: () => false, base: 0 });
    expect([mesh.positions.length, mesh.indices.length, mesh.edges.length]).toEqual([0, 0, 0]);
  });
});

describe('the tiles of a model', () => {
  const leaf = (uri: string, extras?: object) => ({ content: { uri }, ...(extras && { extras }) });
  const moved = (x: number) => [...identity.slice(0, 12), x, 0, 0, 1];

  it('are those of full detail, told by storey and discipline, in the frame below the root', () => {
    const tiles = parseTilesetTree(
      {
        asset: { version: '1.1' },
        root: {
          transform: moved(6_378_137),
          refine: 'REPLACE',
          content: { uri: 'coarse.glb' },
          children: [
            {
              extras: { storey: 1 },
              transform: moved(3),
              children: [leaf('walls.glb', { discipline: 'architecture' }), leaf('all.glb')],
            },
          ],
        },
      },
      'tileset.json',
    );
    expect(tiles.map(({ uri }) => uri)).toEqual(['walls.glb', 'all.glb']);
    expect(tiles[0]).toMatchObject({ storey: 1, discipline: 'architecture' });
    expect(tiles[1]?.discipline).toBeUndefined();
    expect(tiles[0]?.matrix[12]).toBe(3);
  });

  it('keep what a parent adds to its children', () => {
    const root = { refine: 'ADD', content: { uri: 'a.glb' }, children: [leaf('b.glb')] };
    expect(parseTilesetTree({ root }, 't.json').map(({ uri }) => uri)).toEqual(['a.glb', 'b.glb']);
  });

  it('say in a sentence what is no tileset', () => {
    expect(() => parseTilesetTree({ root: { transform: [1] } }, 'x/tileset.json')).toThrow(
      /^x\/tileset\.json, root\.transform: .+\.$/,
    );
  });
});

describe('the cache of tiles', () => {
  const content = (bytes: number): TileContent => ({
    shapes: [],
    element: new Uint32Array(),
    shape: new Uint32Array(),
    matrix: new Float64Array(bytes / 8),
  });

  it('keeps within its budget and lets go of what was not asked for longest', async () => {
    const cache = new TileCache(200);
    const loads: string[] = [];
    const get = (uri: string) =>
      cache.get(uri, async () => {
        loads.push(uri);
        return content(80);
      });
    await get('a');
    await get('b');
    await get('a');
    await get('c');
    expect(cache.bytes).toBe(160);
    await get('a');
    await get('b');
    expect(loads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('asks again for what failed', async () => {
    const cache = new TileCache(200);
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(cache.get('a', async () => content(8))).resolves.toBeDefined();
  });

  it('loads once for two that ask at the same time', async () => {
    const cache = new TileCache(200);
    let loads = 0;
    const load = async () => {
      loads++;
      return content(8);
    };
    await Promise.all([cache.get('a', load), cache.get('a', load)]);
    expect(loads).toBe(1);
  });
});

const hasEdge = (edges: Uint32Array, a: number, b: number) => {
  for (let at = 0; at < edges.length; at += 2) {
    if (edges[at] === a && edges[at + 1] === b) return true;
    if (edges[at] === b && edges[at + 1] === a) return true;
  }
  return false;
};

const lengthOf = (p: Float32Array, a: number, b: number) =>
  Math.hypot(p[3 * a]! - p[3 * b]!, p[3 * a + 1]! - p[3 * b + 1]!, p[3 * a + 2]! - p[3 * b + 2]!);

function boundsOf(positions: Float32Array): number[] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const [at, value] of positions.entries()) {
    low[at % 3] = Math.min(low[at % 3]!, value);
    high[at % 3] = Math.max(high[at % 3]!, value);
  }
  return [...low, ...high];
}

function volumeOf(p: Float32Array, indices: Uint32Array): number {
  let six = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    six +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) -
      p[a + 1]! * (p[b]! * p[c + 2]! - p[b + 2]! * p[c]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return six / 6;
}
