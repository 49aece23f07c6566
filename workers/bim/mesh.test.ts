import { describe, expect, it } from 'vitest';
import type { Shape } from '#conversion/ifc/parts.ts';
import { aBall, aBox, aTiledModel, movedTo } from './mesh/a-tiled-model.ts';
import { loadElementMesh } from './mesh.ts';

/** Positions are stored in steps of 1 mm, places of instances in quarters of them. */
const STEP_M = 1.2e-3;
/** A quarter turn about z and a shift. */
const turned = [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 10, 20, 3, 1];

describe('the geometry of elements', () => {
  it('comes back from the tiles where it stood in the model', async () => {
    const model = await aTiledModel(
      [
        { shape: aBox([0, 0, 0], [4, 0.2, 3]), matrix: movedTo(100, -50, 6) },
        { shape: aBox([0, 0, 0], [1, 1, 1]), matrix: turned },
      ],
      1000,
    );
    const mesh = await loadElementMesh(model, [0, 1]);
    expect(new Set(mesh.elements)).toEqual(new Set([1000, 1001]));
    expectBounds(boundsOf(mesh, 1000), [100, -50, 6, 104, -49.8, 9]);
    expectBounds(boundsOf(mesh, 1001), [9, 20, 3, 10, 21, 4]);
    expect(mesh.indices.length).toBe(72);
    expect(mesh.edges.length).toBe(48);
  });

  it('is placed for each instance of a shape, mirrored ones with their outside out', async () => {
    const ball = aBall(0.5);
    const mirrored = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 30, 0, 0, 1];
    const model = await aTiledModel([
      { shape: ball, matrix: movedTo(0, 0, 0) },
      { shape: ball, matrix: movedTo(5, 0, 0) },
      { shape: ball, matrix: turned },
      { shape: ball, matrix: mirrored },
    ]);
    const mesh = await loadElementMesh(model, [0, 1, 2, 3]);
    expectBounds(boundsOf(mesh, 1), [4.5, -0.5, -0.5, 5.5, 0.5, 0.5]);
    expectBounds(boundsOf(mesh, 2), [9.5, 19.5, 2.5, 10.5, 20.5, 3.5]);
    expectBounds(boundsOf(mesh, 3), [29.5, -0.5, -0.5, 30.5, 0.5, 0.5]);
    const one = volumeOf(mesh, 0);
    expect(one).toBeGreaterThan(0.5);
    for (const element of [1, 2, 3]) expect(volumeOf(mesh, element)).toBeCloseTo(one, 2);
  });

  it('keeps colours as the screen shows them, and glass', async () => {
    const model = await aTiledModel([
      { shape: aBox([0, 0, 0], [1, 1, 1]), rgba: [200, 100, 50, 255] },
      { shape: aBox([2, 0, 0], [3, 1, 2]), rgba: [10, 20, 250, 102] },
    ]);
    const mesh = await loadElementMesh(model, [0, 1]);
    const colourOf = (element: number) => {
      const corner = mesh.elements.indexOf(element);
      return [...mesh.rgba.subarray(4 * corner, 4 * corner + 4)];
    };
    // Linear bytes in between tell dark tones less finely.
    expectNear(colourOf(0), [200, 100, 50, 255], 6);
    expectNear(colourOf(1), [10, 20, 250, 102], 6);
  });

  it('loads only tiles that can hold what is asked for, and each once', async () => {
    const box = aBox([0, 0, 0], [1, 1, 1]);
    const model = await aTiledModel([
      { shape: box, storey: 0, discipline: 'architecture' },
      { shape: box, storey: 0, discipline: 'hvac', matrix: movedTo(2, 0, 0) },
      { shape: box, storey: 1, discipline: 'hvac', matrix: movedTo(2, 0, 3) },
    ]);
    const mesh = await loadElementMesh(model, [1]);
    expect(new Set(mesh.elements)).toEqual(new Set([1]));
    await loadElementMesh(model, [1]);
    expect(model.reads).toEqual(['tileset.json', 'storey-0-hvac-0.glb']);
  });

  it('gives lines as edges without triangles', async () => {
    const line: Shape = {
      positions: Float32Array.of(0, 0, 0, 5, 0, 0, 5, 5, 0),
      normals: new Float32Array(),
      indices: Uint32Array.of(0, 1, 1, 2),
      mode: 'lines',
    };
    const model = await aTiledModel([{ shape: line }]);
    const mesh = await loadElementMesh(model, [0]);
    expect([mesh.indices.length, mesh.edges.length]).toEqual([0, 4]);
    expectBounds(boundsOf(mesh, 0), [0, 0, 0, 5, 5, 0]);
  });

  it('is empty for elements without geometry', async () => {
    const model = await aTiledModel([{ shape: aBox([0, 0, 0], [1, 1, 1]) }]);
    model.elements.outcome[0] = 1;
    expect((await loadElementMesh(model, [0])).positions.length).toBe(0);
    expect((await loadElementMesh(model, [])).positions.length).toBe(0);
  });

  it('says which file failed, and tries again when asked again', async () => {
    const whole = await aTiledModel([{ shape: aBox([0, 0, 0], [1, 1, 1]) }]);
    let isAway = true;
    const model = {
      ...whole,
      read: (path: string) =>
        isAway ? Promise.reject(new Error(`${path}: no answer.`)) : whole.read(path),
    };
    await expect(loadElementMesh(model, [0])).rejects.toThrow('tileset.json: no answer.');
    isAway = false;
    expect((await loadElementMesh(model, [0])).indices.length).toBe(36);
  });
});

type Mesh = Awaited<ReturnType<typeof loadElementMesh>>;

function boundsOf({ positions, elements }: Mesh, element: number): number[] {
  const bounds = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const [corner, one] of elements.entries()) {
    if (one !== element) continue;
    for (let axis = 0; axis < 3; axis++) {
      bounds[axis] = Math.min(bounds[axis]!, positions[3 * corner + axis]!);
      bounds[3 + axis] = Math.max(bounds[3 + axis]!, positions[3 * corner + axis]!);
    }
  }
  return bounds;
}

function volumeOf({ positions: p, indices, elements }: Mesh, element: number): number {
  let six = 0;
  for (let at = 0; at < indices.length; at += 3) {
    if (elements[indices[at]!] !== element) continue;
    const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
    six +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) -
      p[a + 1]! * (p[b]! * p[c + 2]! - p[b + 2]! * p[c]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return six / 6;
}

function expectNear(found: readonly number[], expected: readonly number[], tolerance: number) {
  for (const [at, value] of found.entries()) {
    expect(Math.abs(value - expected[at]!), `${found} ~ ${expected}`).toBeLessThanOrEqual(
      tolerance,
    );
  }
}
const expectBounds = (found: readonly number[], expected: readonly number[]) =>
  expectNear(found, expected, STEP_M);
